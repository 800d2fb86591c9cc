package mayday.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.scenario.Dimension;

/** Tells whether a question speaks of something that it does not name, as if it had been named: "its latency", "is that one slower". */
final class BackReferences {
    private static final Set<String> BACK_REFERENCES = Set.of("its", "their");
    private static final int SHORT = 6;
    private static final Set<String> DEMONSTRATIVES = Set.of("the", "that", "this");

    /** Dimensions whose "it" is a service; elsewhere it is the incident. */
    private static final Set<Dimension> OF_ONE_SERVICE =
            Set.of(Dimension.DEPENDENCY_STATUS, Dimension.ONCALL_ESCALATION);

    /** Dimensions whose "it" is always the incident. */
    private static final Set<Dimension> OF_THE_INCIDENT = EnumSet.of(
            Dimension.START_TIME,
            Dimension.ONSET_SHAPE,
            Dimension.SERVICE_SCOPE,
            Dimension.REGION_SCOPE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.TRIED_SO_FAR,
            Dimension.PRIOR_INCIDENTS_RUNBOOK);

    /** Things of which every service has its own: with an article, one that was not named is meant. */
    private static final Map<Dimension, Set<String>> DEFINITE = Map.of(
            Dimension.CERTIFICATES, Set.of("certificate"),
            Dimension.DNS_RESOLUTION, Set.of("name", "hostname"),
            Dimension.QUEUE_DEPTH, Set.of("queue"));

    /** "Is it slower than the other one": of what was spoken of, and if nothing was, nobody knows of what. */
    private static final Set<String> BEFORE_ONE = Set.of("other", "that", "second", "first", "previous", "last");

    /** What a question speaks of without naming it: "is that one slower", "how full is it there". */
    private static final Set<String> POINTERS = Set.of(
            "it", "its", "that", "this", "those", "these", "he", "his", "him", "they", "their", "them", "one", "ones",
            "other", "there", "thing", "second", "same");

    private static final Set<String> BEFORE_IT =
            Set.of("owns", "own", "maintains", "runs", "for", "of", "on", "about", "does");

    /** By the word for a thing that is not named, what to ask for. */
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("box", "host"),
            Map.entry("host", "host"),
            Map.entry("machine", "host"),
            Map.entry("node", "host"),
            Map.entry("server", "host"),
            Map.entry("pod", "host"),
            Map.entry("region", "region"),
            Map.entry("database", "database"),
            Map.entry("cache", "cache"),
            Map.entry("queue", "queue"),
            Map.entry("job", "job"),
            Map.entry("resolver", "resolver"),
            Map.entry("provider", "provider"));

    private static final Set<String> BEFORE_A_THING = Set.of("that", "this", "other", "same");

    /** "Is it slow as well": "it" is the incident. */
    private static final Set<String> ALSO = Set.of("also", "too", "well", "along", "either");

    private static final double LEAST_OF_THAT_ONE = 0.8;
    private static final double LEAST_OF_IT = 0.9;
    private static final double NEVER = 2;

    private BackReferences() {}

    /**
     * How likely it must be that a question which names nothing is about one thing all the same (0 to 1; more than that if it never is):
     * its "it" may be the incident, and of the incident as a whole it is unless it says "that one".
     */
    static double leastToPointAtOne(Dimension dimension, List<Piece> pieces) {
        if (Scope.of(dimension) == Scope.WHOLE) {
            return pointsAtOneThing(pieces) ? LEAST_OF_THAT_ONE : NEVER;
        }
        var isOfIncident = pieces.stream().map(Piece::read).anyMatch(ALSO::contains);
        return !isOfIncident && points(dimension, pieces) ? LEAST_OF_IT : NEVER;
    }

    private static boolean pointsAtOneThing(List<Piece> pieces) {
        for (var i = 1; i < pieces.size(); i++) {
            var word = pieces.get(i) instanceof Piece.Word(var each) ? each : "";
            var isThing = word.equals("one") || NOUNS.containsKey(word);
            if (isThing && BEFORE_A_THING.contains(pieces.get(i - 1).read())) {
                return true;
            }
        }
        return false;
    }

    /** What the thing is that is spoken of in {@code pieces} without being named: the last such word that is no name, else {@code usual}. */
    static String noun(List<Piece> pieces, String usual) {
        return pieces.reversed().stream()
                .filter(Piece.Word.class::isInstance)
                .map(piece -> NOUNS.getOrDefault(piece.read(), ""))
                .filter(noun -> !noun.isEmpty())
                .findFirst()
                .orElse(usual);
    }

    /** Whether it speaks of something that is named elsewhere in the utterance: "the TTL of widekey's name, and the address it gives". */
    static boolean pointElsewhere(Dimension dimension, Reading reading) {
        return reading.mentions().isEmpty() && points(dimension, reading.pieces());
    }

    /** Whether it speaks of a service as if it had been named: "who owns it", "its latency", "is that service slow". */
    static boolean toOneService(Dimension dimension, List<Piece> pieces) {
        // In a long sentence "its" and "the service" mean something that the sentence itself speaks of.
        var isShort = pieces.size() <= SHORT;
        var before = "";
        for (var piece : pieces) {
            var word = piece.read();
            var isTheService = isShort && word.equals("service") && DEMONSTRATIVES.contains(before);
            if (Scope.of(dimension) == Scope.SERVICE_OR_PAGED
                    && ((isShort && BACK_REFERENCES.contains(word)) || isTheService)) {
                return true;
            }
            if (Scope.of(dimension) == Scope.SERVICE_OR_PAGED && word.equals("one") && BEFORE_ONE.contains(before)) {
                return true;
            }
            if (isShort
                    && DEFINITE.getOrDefault(dimension, Set.of()).contains(word)
                    && DEMONSTRATIVES.contains(before)) {
                return true;
            }
            if (dimension == Dimension.RECENT_DEPLOYS
                    && word.equals("it")
                    && before.equals("is")
                    && readsVersion(pieces)) {
                return true;
            }
            if (OF_ONE_SERVICE.contains(dimension)
                    && ((word.equals("it") && BEFORE_IT.contains(before)) || isTheService)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    /** "Which version is it on". */
    private static boolean readsVersion(List<Piece> pieces) {
        return pieces.stream().map(Piece::read).anyMatch("version"::equals);
    }

    /** Whether it points at something, of which the incident is not one. */
    static boolean points(Dimension dimension, List<Piece> pieces) {
        return !OF_THE_INCIDENT.contains(dimension)
                && pieces.stream().anyMatch(piece -> POINTERS.contains(piece.read()));
    }
}
