package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a stretch without marks where another question begins: "which services are hit how many requests fail". */
final class RunOns {
    /** Cut into more, it is a list of names or a log line. */
    private static final int MOST = 5;

    private static final int SHORTEST = 2;

    /** So near behind a question word a verb belongs to it: "how slow is it". */
    private static final int NEAR = 3;

    private static final Set<String> QUESTION_WORDS =
            Set.of("who", "what", "which", "how", "when", "where", "whose", "whom");
    private static final Set<String> REQUESTS = Set.of("show", "give", "tell", "list", "check", "any");
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "did", "does", "do", "has", "have", "can", "could");
    private static final Set<String> SUBJECTS = Set.of(
            "it",
            "there",
            "we",
            "they",
            "anyone",
            "anybody",
            "someone",
            "somebody",
            "the",
            "its",
            "our",
            "any",
            "i",
            "you");

    /** Behind these no question begins: "to know which", "in what". */
    private static final Set<String> GO_ON = Set.of(
            "know", "see", "tell", "in", "of", "on", "from", "to", "at", "by", "for", "with", "whether", "if", "me",
            "that", "which", "what", "who", "how", "and", "or", "since", "until", "after", "before", "about", "also",
            "no", "than", "as", "check", "us", "find", "out", "not", "when", "because", "any", "a", "the");

    private RunOns() {}

    /** The stretches between such places; none if there is no such place. */
    static List<List<Piece>> of(List<Piece> stretch) {
        var cuts = new ArrayList<Integer>();
        cuts.add(0);
        for (var at = SHORTEST; at < stretch.size() - 1; at++) {
            if (at - cuts.getLast() >= SHORTEST && begins(stretch, at, cuts.getLast())) {
                cuts.add(at);
            }
        }
        if (cuts.size() < 2 || cuts.size() > MOST) {
            return List.of();
        }
        cuts.add(stretch.size());
        var stretches = new ArrayList<List<Piece>>();
        for (var i = 0; i + 1 < cuts.size(); i++) {
            stretches.add(stretch.subList(cuts.get(i), cuts.get(i + 1)));
        }
        return stretches;
    }

    private static boolean begins(List<Piece> pieces, int at, int last) {
        if (!(pieces.get(at) instanceof Piece.Word(var word))
                || GO_ON.contains(pieces.get(at - 1).read())) {
            return false;
        }
        if (QUESTION_WORDS.contains(word) || REQUESTS.contains(word)) {
            return true;
        }
        var next = pieces.get(at + 1);
        return VERBS.contains(word)
                && (!(next instanceof Piece.Word) || SUBJECTS.contains(next.read()))
                && pieces.subList(Math.max(last, at - NEAR), at).stream()
                        .noneMatch(piece -> QUESTION_WORDS.contains(piece.read()));
    }
}
