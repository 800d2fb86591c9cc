package mayday.debrief;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mayday.evidence.Answer;

/** The causes that their answers do not tell from one, by any chain of answers of which each is like the next. */
final class Kin {
    private Kin() {}

    /**
     * Those of {@code one}, itself included.
     *
     * @param answers by cause, in the scenario's order
     */
    static Set<Integer> of(List<Answer> answers, int one) {
        var kin = new HashSet<Integer>(Set.of(one));
        var open = new ArrayDeque<Integer>(kin);
        while (!open.isEmpty()) {
            var next = answers.get(open.remove());
            for (var cause = 0; cause < answers.size(); cause++) {
                if (!kin.contains(cause) && areAlike(next, answers.get(cause))) {
                    kin.add(cause);
                    open.add(cause);
                }
            }
        }
        return kin;
    }

    /** Whichever is looked at first. */
    private static boolean areAlike(Answer one, Answer other) {
        return Likeness.alike(one, other) || Likeness.alike(other, one);
    }
}
