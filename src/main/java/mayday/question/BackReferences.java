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

    private BackReferences() {}

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
