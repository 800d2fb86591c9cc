package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mayday.scenario.ServiceKind;

/**
 * An utterance that makes sense only after another: {@code and in eu?}, {@code per region}, {@code the second one}. It consists of
 * nothing but names, a few set phrases, and words that mean nothing by themselves.
 *
 * @param named what it names
 * @param marks the set phrases in it
 * @param its the sort of thing that the last subject uses, as in {@code and its database}
 * @param by over what the last answer is to be spread
 * @param number which of several, from 1; 0 for none, {@link #LAST} for the last
 */
record Ellipsis(Mentions named, Set<Mark> marks, Optional<ServiceKind> its, Optional<Breakdown.By> by, int number) {
    static final int LAST = -1;

    /** What a set phrase asks for. */
    enum Mark {
        /** The same once more, as it is now. */
        AGAIN,
        /** More of the same: further back. */
        MORE,
        /** The last answer beside that of something else. */
        COMPARED,
        /** Where the last question was not asked. */
        OTHER_REGIONS,
        OTHER_HOSTS,
        EVERYWHERE,
        ITS_DEPENDENCIES
    }

    private static final Map<String, Mark> PHRASES = Map.ofEntries(
            Map.entry("again", Mark.AGAIN),
            Map.entry("once more", Mark.AGAIN),
            Map.entry("one more time", Mark.AGAIN),
            Map.entry("refresh", Mark.AGAIN),
            Map.entry("repeat", Mark.AGAIN),
            Map.entry("repeat that", Mark.AGAIN),
            Map.entry("and now", Mark.AGAIN),
            Map.entry("what about now", Mark.AGAIN),
            Map.entry("how about now", Mark.AGAIN),
            Map.entry("how is it now", Mark.AGAIN),
            Map.entry("how does it look now", Mark.AGAIN),
            Map.entry("same question", Mark.AGAIN),
            Map.entry("more", Mark.MORE),
            Map.entry("show more", Mark.MORE),
            Map.entry("more please", Mark.MORE),
            Map.entry("some more", Mark.MORE),
            Map.entry("more of that", Mark.MORE),
            Map.entry("more of it", Mark.MORE),
            Map.entry("further back", Mark.MORE),
            Map.entry("zoom out", Mark.MORE),
            Map.entry("a longer window", Mark.MORE),
            Map.entry("longer", Mark.MORE),
            Map.entry("compare", Mark.COMPARED),
            Map.entry("compare it", Mark.COMPARED),
            Map.entry("compare that", Mark.COMPARED),
            Map.entry("compared", Mark.COMPARED),
            Map.entry("versus", Mark.COMPARED),
            Map.entry("vs", Mark.COMPARED),
            Map.entry("against", Mark.COMPARED),
            Map.entry("other regions", Mark.OTHER_REGIONS),
            Map.entry("other region", Mark.OTHER_REGIONS),
            Map.entry("others", Mark.OTHER_REGIONS),
            Map.entry("remaining regions", Mark.OTHER_REGIONS),
            Map.entry("rest", Mark.OTHER_REGIONS),
            Map.entry("elsewhere", Mark.OTHER_REGIONS),
            Map.entry("everywhere else", Mark.OTHER_REGIONS),
            Map.entry("other hosts", Mark.OTHER_HOSTS),
            Map.entry("other pods", Mark.OTHER_HOSTS),
            Map.entry("other replicas", Mark.OTHER_HOSTS),
            Map.entry("other instances", Mark.OTHER_HOSTS),
            Map.entry("other machines", Mark.OTHER_HOSTS),
            Map.entry("other nodes", Mark.OTHER_HOSTS),
            Map.entry("all regions", Mark.EVERYWHERE),
            Map.entry("everywhere", Mark.EVERYWHERE),
            Map.entry("globally", Mark.EVERYWHERE),
            Map.entry("overall", Mark.EVERYWHERE),
            Map.entry("its dependencies", Mark.ITS_DEPENDENCIES),
            Map.entry("its dependency", Mark.ITS_DEPENDENCIES),
            Map.entry("their dependencies", Mark.ITS_DEPENDENCIES),
            Map.entry("what it calls", Mark.ITS_DEPENDENCIES),
            Map.entry("what it depends on", Mark.ITS_DEPENDENCIES),
            Map.entry("its downstreams", Mark.ITS_DEPENDENCIES),
            Map.entry("its downstream", Mark.ITS_DEPENDENCIES));

    private static final int LONGEST_PHRASE = 5;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("1st", 1),
            Map.entry("former", 1),
            Map.entry("second", 2),
            Map.entry("2nd", 2),
            Map.entry("third", 3),
            Map.entry("3rd", 3),
            Map.entry("last", LAST),
            Map.entry("latter", LAST),
            Map.entry("1", 1),
            Map.entry("2", 2),
            Map.entry("3", 3));

    private static final Map<String, ServiceKind> SORTS = Map.of(
            "queue", ServiceKind.QUEUE,
            "queues", ServiceKind.QUEUE,
            "database", ServiceKind.DATABASE,
            "databases", ServiceKind.DATABASE,
            "cache", ServiceKind.CACHE,
            "provider", ServiceKind.THIRD_PARTY,
            "resolver", ServiceKind.RESOLVER);

    /** Say nothing by themselves. */
    private static final Set<String> FILLERS = Set.of(
            "and",
            "or",
            "but",
            "the",
            "a",
            "an",
            "in",
            "for",
            "of",
            "on",
            "at",
            "to",
            "from",
            "with",
            "then",
            "please",
            "what",
            "how",
            "about",
            "same",
            "thing",
            "question",
            "now",
            "ok",
            "okay",
            "show",
            "give",
            "me",
            "us",
            "also",
            "too",
            "it",
            "that",
            "this",
            "one",
            "ones",
            "do",
            "let",
            "see",
            "look",
            "like",
            "does",
            "there",
            "here",
            "option",
            "number",
            "choice",
            "answer",
            "pick",
            "take",
            "meant",
            "mean",
            "i",
            "just",
            "only",
            "as",
            "well",
            "be");

    /** What the pieces leave unsaid, if they are nothing but that. */
    static Optional<Ellipsis> of(List<Piece> pieces) {
        if (asksWhich(pieces)) {
            return Optional.empty();
        }
        var named = new ArrayList<Piece>();
        var marks = new java.util.EnumMap<Mark, Boolean>(Mark.class);
        Optional<ServiceKind> its = Optional.empty();
        Optional<Breakdown.By> by = Optional.empty();
        var number = 0;
        var at = 0;
        while (at < pieces.size()) {
            var piece = pieces.get(at);
            var phrase = phraseAt(pieces, at);
            var spread = Breakdown.at(pieces, at);
            var sort = its(pieces, at);
            if (phrase > 0) {
                marks.put(mark(pieces, at, phrase), true);
                at += phrase;
            } else if (sort.isPresent()) {
                its = sort;
                at += 2;
            } else if (spread.isPresent()) {
                by = Optional.of(spread.get().by());
                at += spread.get().length();
            } else if (piece instanceof Piece.Word(var word)) {
                if (number(pieces, at) != 0) {
                    number = number(pieces, at);
                } else if (!FILLERS.contains(word)) {
                    return Optional.empty();
                }
                at++;
            } else {
                if (piece instanceof Piece.Missing) {
                    return Optional.empty();
                }
                named.add(piece);
                at++;
            }
        }
        var found = new Ellipsis(
                Mentions.in(named), marks.keySet().isEmpty() ? Set.of() : Set.copyOf(marks.keySet()), its, by, number);
        return found.saysNothing() ? Optional.empty() : Optional.of(found);
    }

    /** Whether there are things to choose from, as in {@code all regions or one}: that is a question of its own. */
    private static boolean asksWhich(List<Piece> pieces) {
        return pieces.stream().skip(1).anyMatch(piece -> piece instanceof Piece.Word(var word) && word.equals("or"));
    }

    /** Whether there is nothing but fillers and names: those are told apart elsewhere. */
    private boolean saysNothing() {
        return marks.isEmpty() && its.isEmpty() && by.isEmpty() && number == 0;
    }

    boolean has(Mark mark) {
        return marks.contains(mark);
    }

    private static int phraseAt(List<Piece> pieces, int at) {
        for (var length = Math.min(LONGEST_PHRASE, pieces.size() - at); length >= 1; length--) {
            if (PHRASES.containsKey(words(pieces, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static Mark mark(List<Piece> pieces, int at, int length) {
        return PHRASES.getOrDefault(words(pieces, at, length), Mark.AGAIN);
    }

    private static String words(List<Piece> pieces, int at, int length) {
        var words = new ArrayList<String>();
        for (var piece : pieces.subList(at, at + length)) {
            words.add(piece instanceof Piece.Word(var text) ? text : "?");
        }
        return String.join(" ", words);
    }

    /** {@code its database}: of whatever sort of thing the noun after {@code its} is. */
    private static Optional<ServiceKind> its(List<Piece> pieces, int at) {
        var isPossessive =
                pieces.get(at) instanceof Piece.Word(var word) && (word.equals("its") || word.equals("their"));
        if (!isPossessive || at + 1 == pieces.size()) {
            return Optional.empty();
        }
        return switch (pieces.get(at + 1)) {
            case Piece.OneOf(var services, var _, var _) ->
                Optional.of(services.getFirst().kind());
            case Piece.Word(var noun) -> Optional.ofNullable(SORTS.get(noun));
            case Piece.OfService _, Piece.OfHost _, Piece.OfRegion _, Piece.OfTeam _, Piece.Mark _, Piece.Missing _ ->
                Optional.empty();
        };
    }

    /** {@code the second one}, {@code option 2}, or a digit alone. */
    private static int number(List<Piece> pieces, int at) {
        var word = words(pieces, at, 1);
        if (Character.isDigit(word.charAt(0)) && word.length() == 1) {
            return at == pieces.size() - 1 ? NUMBERS.getOrDefault(word, 0) : 0;
        }
        return NUMBERS.getOrDefault(word, 0);
    }
}
