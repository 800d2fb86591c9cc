package mayday.question;

import java.util.List;
import java.util.Set;

/**
 * What stands between two marks.
 *
 * @param isQuestion whether a question mark ends it
 * @param goesOn whether only a comma ends it
 * @param isJoined whether it began with "and", which is left out
 */
record Sentence(List<Piece> pieces, boolean isQuestion, boolean goesOn, boolean isJoined) {

    /** A few words without a verb are a request for what they name: {@code cpu of checkout}. */
    private static final int NOTE = 5;

    private static final List<String> AND = List.of("and");

    private static final Set<String> OPENERS = Set.of(
            "did",
            "has",
            "have",
            "had",
            "was",
            "were",
            "is",
            "are",
            "when",
            "who",
            "what",
            "which",
            "how",
            "does",
            "do",
            "whom",
            "whose",
            "where",
            "any",
            "anyone",
            "anybody",
            "somebody",
            "someone",
            "show",
            "list",
            "give",
            "get",
            "display",
            "see",
            "view",
            "check",
            "look",
            "count",
            "since",
            "can",
            "could",
            "would",
            "will",
            "in",
            "at",
            "from",
            "until",
            "compare",
            "break",
            "describe",
            "name",
            "tell",
            "grab",
            "fetch",
            "pull",
            "find",
            "anything",
            "please",
            "print",
            "plot",
            "graph",
            "explain",
            "split",
            "group",
            "trace",
            "follow",
            "take",
            "open",
            "pick",
            "chart",
            "summarise",
            "summarize",
            "read");

    private static final Set<String> AFTER_FACTS = Set.of(
            "did", "has", "have", "had", "was", "were", "when", "who", "which", "does", "whose", "where", "anyone",
            "anybody");

    private static final Set<String> WISHES = Set.of(
            "i would like",
            "i want",
            "i need",
            "we need",
            "i would love",
            "i am after",
            "let us",
            "let me",
            "i would want",
            "i am missing",
            "i am looking",
            "it would help",
            "would be good",
            "would be nice",
            "would help");

    private static final Set<String> SAYERS =
            Set.of("know", "see", "tell", "show", "wonder", "wondering", "check", "whether", "please", "curious");

    private static final Set<String> SUBJECTS = Set.of(
            "i",
            "we",
            "they",
            "people",
            "customers",
            "users",
            "support",
            "it",
            "this",
            "that",
            "everyone",
            "everybody",
            "there",
            "my",
            "our",
            "he",
            "she",
            "you",
            "nothing",
            "management");
    private static final Set<String> DOERS = Set.of("i", "we", "they", "he", "she", "someone", "somebody");

    private static final Set<String> VERBS = Set.of(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "keeps",
            "looks",
            "seems",
            "feels",
            "says",
            "say",
            "said",
            "complain",
            "went",
            "came",
            "got",
            "started",
            "do",
            "does",
            "will",
            "would",
            "tells",
            "told");

    Sentence {
        pieces = List.copyOf(pieces);
    }

    Sentence asQuestion() {
        return new Sentence(pieces, true, goesOn, isJoined);
    }

    Sentence with(List<Piece> others) {
        return new Sentence(others, isQuestion, goesOn, isJoined);
    }

    /** The same without courtesies, of which a leading "and" is one. */
    Sentence plain(List<Piece> others) {
        boolean beginsWithAnd = Reader.says(pieces.subList(0, 1), AND);
        // "I would like to know whether all regions fail": without the courtesy it is still asked.
        boolean wasAsked = others.size() < pieces.size() && isPlainRequest();
        return new Sentence(others, isQuestion || wasAsked, goesOn, isJoined || (beginsWithAnd && !others.isEmpty()));
    }

    /** Whether a question mark ends {@code pieces}. */
    static boolean endsAsking(List<Piece> pieces) {
        return !pieces.isEmpty() && pieces.getLast() instanceof Piece.Mark(var mark) && mark.equals("?");
    }

    /** Whether {@code pieces} begin as questions and requests do. */
    static boolean opens(List<Piece> pieces) {
        return !pieces.isEmpty() && OPENERS.contains(pieces.getFirst().read());
    }

    /** Whether {@code pieces} ask after what is or was, so that no verb in them is an order: "has anybody restarted it". */
    static boolean asksAfter(List<Piece> pieces) {
        return !pieces.isEmpty() && AFTER_FACTS.contains(pieces.getFirst().read());
    }

    /** A few words without a verb. */
    boolean isNote() {
        return pieces.size() <= NOTE && !has(VERBS);
    }

    /** Whether it asks for something in so many words, or says that somebody wants to know. */
    boolean isPlainRequest() {
        return isPlainQuestion() || has(SAYERS) || WISHES.contains(read(2)) || WISHES.contains(read(3));
    }

    private String read(int words) {
        return Reader.read(pieces.subList(0, Math.min(words, pieces.size())));
    }

    /** Whether it asks for something in so many words. */
    boolean isPlainQuestion() {
        return isQuestion || opens(pieces);
    }

    /** "We moved it to smaller machines in spring": what somebody did, and no order. */
    boolean tellsWhatWasDone() {
        return !isQuestion
                && pieces.size() > 2
                && DOERS.contains(pieces.getFirst().read())
                && pieces.get(1) instanceof Piece.Word(var verb)
                && verb.endsWith("ed")
                && !verb.equals("need");
    }

    /** Whether it asks for something rather than tells something. */
    boolean isRequest() {
        var first = pieces.getFirst().read();
        if (isQuestion || isNote()) {
            return true;
        }
        return OPENERS.contains(first) || has(SAYERS) || (!SUBJECTS.contains(first) && !has(VERBS));
    }

    private boolean has(Set<String> words) {
        return pieces.stream().anyMatch(piece -> piece instanceof Piece.Word(var word) && words.contains(word));
    }
}
