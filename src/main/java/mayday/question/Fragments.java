package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an utterance where one question may end and another begin. */
final class Fragments {
    /** What is beyond stays together in the last. */
    static final int MOST = 8;

    /** At most so many pieces after "between" its "and" follows. */
    private static final int BETWEEN = 4;

    private static final Set<String> MARKS = Set.of("?", "!", ".", ";", ",", ":");
    private static final Set<String> LINKS = Set.of("&", "+", "/");
    private static final List<List<String>> ALSO = Reader.longestFirst(List.of(
            "plus",
            "as well as",
            "along with",
            "together with",
            "and also",
            "and then",
            "but also",
            "also",
            "and what about",
            "and how about"));
    private static final List<List<String>> AND = List.of(List.of("and"));
    private static final List<List<String>> OR = Reader.longestFirst(List.of("or", "or is it", "or did", "or else"));

    private Fragments() {}

    /** A stretch of an utterance, and what stands before it. */
    record Fragment(List<Piece> pieces, Separator before) {
        Fragment {
            pieces = List.copyOf(pieces);
        }
    }

    /** The stretches between marks. */
    static List<Sentence> sentences(List<Piece> pieces) {
        var sentences = new ArrayList<Sentence>();
        var sentence = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Mark(var mark) && MARKS.contains(mark)) {
                addUnlessEmpty(sentences, sentence, mark);
                sentence = new ArrayList<>();
            } else {
                sentence.add(piece);
            }
        }
        addUnlessEmpty(sentences, sentence, "");
        return sentences.size() <= MOST ? sentences : sentences.subList(0, MOST);
    }

    private static void addUnlessEmpty(List<Sentence> sentences, List<Piece> sentence, String mark) {
        if (!sentence.isEmpty()) {
            sentences.add(new Sentence(sentence, mark.equals("?"), mark.equals(",") || mark.equals(":"), false));
        }
    }

    /** The stretches of a sentence between words such as {@code and}, {@code or}, and the marks that stand for them. */
    static List<Fragment> of(List<Piece> sentence, Separator before) {
        var fragments = new ArrayList<Fragment>();
        var fragment = new ArrayList<Piece>();
        var separator = before;
        var at = 0;
        while (at < sentence.size()) {
            var next = separatorAt(sentence, at);
            if (next.length() == 0 || fragments.size() == MOST - 1) {
                fragment.add(sentence.get(at));
                at++;
                continue;
            }
            if (fragment.isEmpty()) {
                separator = stronger(separator, next.separator());
            } else {
                fragments.add(new Fragment(fragment, separator));
                fragment = new ArrayList<>();
                separator = next.separator();
            }
            at += next.length();
        }
        if (!fragment.isEmpty()) {
            fragments.add(new Fragment(fragment, separator));
        }
        return fragments;
    }

    /** "..., and since when": the two together divide more surely than either. */
    static Separator stronger(Separator mark, Separator word) {
        return mark == Separator.COMMA && word != Separator.OR ? Separator.ALSO : mark;
    }

    private record Found(Separator separator, int length) {}

    private static Found separatorAt(List<Piece> pieces, int at) {
        if (isBetween(pieces, at)) {
            return new Found(Separator.AND, 0);
        }
        if (pieces.get(at) instanceof Piece.Mark(var mark)) {
            return new Found(Separator.AND, LINKS.contains(mark) ? 1 : 0);
        }
        var also = lengthOf(ALSO, pieces, at);
        if (also > 0) {
            return new Found(Separator.ALSO, also);
        }
        var and = lengthOf(AND, pieces, at);
        return and > 0 ? new Found(Separator.AND, and) : new Found(Separator.OR, lengthOf(OR, pieces, at));
    }

    /** "Between dublin and virginia" is one thing. */
    private static boolean isBetween(List<Piece> pieces, int at) {
        return pieces.subList(Math.max(0, at - BETWEEN), at).stream()
                .anyMatch(piece -> piece.read().equals("between"));
    }

    private static int lengthOf(List<List<String>> separators, List<Piece> pieces, int at) {
        for (var separator : separators) {
            var end = at + separator.size();
            if (end <= pieces.size() && Reader.says(pieces.subList(at, end), separator)) {
                return separator.size();
            }
        }
        return 0;
    }
}
