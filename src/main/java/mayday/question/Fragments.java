package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an utterance where one question may end and another begin. */
final class Fragments {
    static final int MOST = 6;

    private static final Set<String> MARKS = Set.of("?", "!", ".", ";", ",", ":");
    private static final List<List<String>> CONJUNCTIONS = Reader.longestFirst(List.of(
            "and",
            "plus",
            "as well as",
            "along with",
            "together with",
            "and also",
            "and then",
            "but also",
            "also",
            "and what about"));
    private static final List<List<String>> ALTERNATIVES = Reader.longestFirst(List.of("or", "or is it", "or did"));

    private Fragments() {}

    /** The stretches between marks. */
    static List<Sentence> sentences(List<Piece> pieces) {
        var sentences = new ArrayList<Sentence>();
        var sentence = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Mark(var mark) && MARKS.contains(mark)) {
                addUnlessEmpty(sentences, sentence, mark.equals("?"));
                sentence = new ArrayList<>();
            } else {
                sentence.add(piece);
            }
        }
        addUnlessEmpty(sentences, sentence, false);
        return sentences.size() <= MOST ? sentences : sentences.subList(0, MOST);
    }

    private static void addUnlessEmpty(List<Sentence> sentences, List<Piece> sentence, boolean isQuestion) {
        if (!sentence.isEmpty()) {
            sentences.add(new Sentence(sentence, isQuestion));
        }
    }

    /** The stretches of a sentence between words such as {@code and}, the marks {@code &}, {@code +} and {@code /}. */
    static List<List<Piece>> joined(List<Piece> sentence) {
        return cut(sentence, CONJUNCTIONS, Set.of("&", "+", "/"));
    }

    /** The stretches of a sentence between {@code or}. */
    static List<List<Piece>> alternatives(List<Piece> sentence) {
        return cut(sentence, ALTERNATIVES, Set.of("/"));
    }

    private static List<List<Piece>> cut(List<Piece> sentence, List<List<String>> separators, Set<String> marks) {
        var parts = new ArrayList<List<Piece>>();
        var part = new ArrayList<Piece>();
        var at = 0;
        while (at < sentence.size()) {
            var length = separatorAt(sentence, at, separators, marks);
            if (length == 0) {
                part.add(sentence.get(at));
                at++;
            } else {
                addUnlessEmpty(parts, part);
                part = new ArrayList<>();
                at += length;
            }
        }
        addUnlessEmpty(parts, part);
        return limited(parts);
    }

    private static int separatorAt(List<Piece> pieces, int at, List<List<String>> separators, Set<String> marks) {
        if (pieces.get(at) instanceof Piece.Mark(var mark)) {
            return marks.contains(mark) ? 1 : 0;
        }
        for (var separator : separators) {
            var end = at + separator.size();
            if (end <= pieces.size() && Reader.says(pieces.subList(at, end), separator)) {
                return separator.size();
            }
        }
        return 0;
    }

    private static void addUnlessEmpty(List<List<Piece>> parts, List<Piece> part) {
        if (!part.isEmpty()) {
            parts.add(List.copyOf(part));
        }
    }

    /** What is beyond the limit stays together in the last part. */
    private static List<List<Piece>> limited(List<List<Piece>> parts) {
        if (parts.size() <= MOST) {
            return parts;
        }
        var rest = new ArrayList<Piece>();
        parts.subList(MOST - 1, parts.size()).forEach(rest::addAll);
        var limited = new ArrayList<>(parts.subList(0, MOST - 1));
        limited.add(rest);
        return limited;
    }
}
