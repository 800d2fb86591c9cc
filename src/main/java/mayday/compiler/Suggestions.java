package mayday.compiler;

import java.util.Collection;
import java.util.Locale;

/** Guesses what an author meant by a name that does not exist. */
final class Suggestions {
    private Suggestions() {}

    /**
     * A name is suggested if at most one letter in this many has to change (inserted, deleted, replaced, or two
     * neighbours swapped).
     */
    private static final int LETTERS_PER_EDIT = 3;

    /** More edits than this are never a slip of the pen. */
    private static final int MOST_EDITS = 3;

    /** If none is near, all are listed when there are no more than this. */
    private static final int MOST_LISTED = 14;

    /** Longer names are not compared: the work grows with the square of the length. */
    private static final int MOST_CHARS = 80;

    /** {@code did you mean `checkout`?}, or what there is to choose from; empty if nothing helps. */
    static String nearest(String name, Collection<String> known) {
        var best = "";
        var fewest = Integer.MAX_VALUE;
        for (var candidate : known.stream().sorted().toList()) {
            var edits = edits(name.toLowerCase(Locale.ROOT), candidate);
            if (edits < fewest && edits <= bound(name, candidate)) {
                best = candidate;
                fewest = edits;
            }
        }
        if (!best.isEmpty()) {
            return "did you mean `" + best + "`?";
        }
        return listed(known);
    }

    /** As {@link #nearest} by the beginning of what was written; else how all of them are written. */
    static String nearestOrOneOf(String written, String first, Collection<String> known) {
        for (var candidate : known.stream().sorted().toList()) {
            var begin = candidate.split(" <", 2)[0];
            var same = begin.contains(" ") ? written.substring(0, Math.min(written.length(), begin.length())) : first;
            if (edits(same.toLowerCase(Locale.ROOT), begin) <= bound(same, begin)) {
                return "did you mean `" + candidate + "`?";
            }
        }
        return "write one of " + oneOf(known);
    }

    private static int bound(String name, String candidate) {
        return Math.min(MOST_EDITS, Math.max(name.length(), candidate.length()) / LETTERS_PER_EDIT);
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty() || known.size() > MOST_LISTED) {
            return "";
        }
        return "there is " + oneOf(known);
    }

    /** {@code `a`, `b` or `c`}, sorted. */
    static String oneOf(Collection<String> names) {
        var sorted = names.stream().sorted().map(name -> "`" + name + "`").toList();
        if (sorted.size() == 1) {
            return sorted.getFirst();
        }
        return String.join(", ", sorted.subList(0, sorted.size() - 1)) + " or " + sorted.getLast();
    }

    /** The optimal string alignment distance (Damerau-Levenshtein without a substring edited twice). */
    static int edits(String left, String right) {
        if (left.length() > MOST_CHARS || right.length() > MOST_CHARS) {
            return Integer.MAX_VALUE;
        }
        var distance = new int[left.length() + 1][right.length() + 1];
        for (var i = 0; i <= left.length(); i++) {
            for (var j = 0; j <= right.length(); j++) {
                distance[i][j] = cell(distance, left, right, i, j);
            }
        }
        return distance[left.length()][right.length()];
    }

    private static int cell(int[][] distance, String left, String right, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        var same = left.charAt(i - 1) == right.charAt(j - 1);
        var least =
                Math.min(distance[i - 1][j - 1] + (same ? 0 : 1), Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        var swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
