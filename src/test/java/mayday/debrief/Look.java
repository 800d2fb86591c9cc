package mayday.debrief;

import mayday.evidence.Answer;

/** Lets the tests of other rooms ask whether two answers look alike. */
public final class Look {
    private Look() {}

    public static boolean alike(Answer one, Answer other) {
        return Likeness.alike(one, other);
    }
}
