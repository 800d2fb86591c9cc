package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Questions that were joined to their neighbour or taken for context, although they surely ask something else: "it exists a runbook for
 * it, and who is the owner?".
 */
final class Overlooked {
    /** A stretch so sure by itself is a question, whatever the whole says; 0 to 1, like all of these. */
    private static final double CERTAIN = 0.98;

    /** The less sure a stretch is, the likelier its topic must be to the whole. */
    private static final double SURE = 0.9;

    private static final double HINTED_AT = 0.02;
    private static final double LIKELY = 0.7;
    private static final double SAID = 0.15;

    /** What was answered must be asked by some stretch, too, or the whole may be one question and no list; 0 to 1. */
    private static final double LEAST_OF_ANSWERED = 0.5;

    private Overlooked() {}

    /**
     * The questions {@code found} and those that were overlooked, in the order in which they were said.
     *
     * @param said all stretches between marks and conjunctions
     * @param whole all of them as one
     */
    static List<Reading> with(List<Reading> found, List<Reading> said, Reading whole) {
        var all = new ArrayList<>(found);
        if (said.size() > 1 && found.stream().anyMatch(each -> isSaid(each, said))) {
            for (var stretch : said) {
                if (asks(stretch, whole) && all.stream().noneMatch(each -> isAlike(stretch, each))) {
                    all.add(stretch);
                }
            }
        }
        if (all.size() > found.size()) {
            all.sort(Comparator.comparingInt(each -> place(each, said)));
        }
        return all;
    }

    private static boolean isSaid(Reading found, List<Reading> said) {
        return said.stream().anyMatch(stretch -> isAlike(stretch, found) && stretch.probability() >= LEAST_OF_ANSWERED);
    }

    private static boolean asks(Reading stretch, Reading whole) {
        if (stretch.isOnlyNames() || !stretch.isClear()) {
            return false;
        }
        var toAll = whole.probabilityOf(stretch.topic());
        return stretch.probability() >= CERTAIN
                || (stretch.probability() >= SURE && toAll >= HINTED_AT)
                || (stretch.probability() >= LIKELY && toAll >= SAID);
    }

    private static boolean isAlike(Reading one, Reading other) {
        return !one.isOnlyNames()
                && !other.isOnlyNames()
                && (one.topic().equals(other.topic()) || Reading.sameAnswer(one.topic(), other.topic()));
    }

    private static int place(Reading reading, List<Reading> said) {
        for (var at = 0; at < said.size(); at++) {
            if (isAlike(said.get(at), reading)) {
                return at;
            }
        }
        return said.size();
    }
}
