package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What speakers say while they think: "is anything, um, swapping, like, at all". Taken out with the comma before it, so that the
 * question around it stays in one piece.
 *
 * @param between what fills only between commas, the longest first
 * @param anywhere words that always do
 */
record Fillers(List<List<String>> between, Set<String> anywhere) {

    /** {@code pieces} without any; as they are if nothing else is in them. */
    List<Piece> takenOut(List<Piece> pieces) {
        var kept = new ArrayList<Piece>();
        var at = 0;
        while (at < pieces.size()) {
            var length = fillerAt(pieces, at);
            if (length == 0) {
                kept.add(pieces.get(at));
                at++;
                continue;
            }
            at += length;
            // Of the two commas around it neither divides anything.
            if (!kept.isEmpty() && isComma(kept.getLast()) && (at >= pieces.size() || isComma(pieces.get(at)))) {
                kept.removeLast();
                at++;
            } else if (at < pieces.size() && isComma(pieces.get(at))) {
                at++;
            }
        }
        return kept.stream().allMatch(Piece.Mark.class::isInstance) ? pieces : kept;
    }

    /** How many pieces fill from {@code at} on. */
    private int fillerAt(List<Piece> pieces, int at) {
        if (pieces.get(at) instanceof Piece.Word(var word) && anywhere.contains(word)) {
            return 1;
        }
        if (at == 0 || !isComma(pieces.get(at - 1))) {
            return 0;
        }
        for (var filler : between) {
            var end = at + filler.size();
            if (end <= pieces.size()
                    && (end == pieces.size() || isComma(pieces.get(end)))
                    && Reader.says(pieces.subList(at, end), filler)) {
                return filler.size();
            }
        }
        return 0;
    }

    private static boolean isComma(Piece piece) {
        return piece instanceof Piece.Mark(var mark) && mark.equals(",");
    }
}
