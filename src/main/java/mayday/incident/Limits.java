package mayday.incident;

import java.time.Duration;

/** How much an incident takes. */
public final class Limits {
    private Limits() {}

    /** Longer is a paste, not a question. */
    public static final int QUESTION_CHARACTERS = 400;

    public static final int HYPOTHESIS_CHARACTERS = 200;
    public static final int UPDATE_CHARACTERS = 2_000;
    public static final int EXPECTATION_CHARACTERS = 200;
    public static final int STATEMENT_CHARACTERS = 4_000;
    public static final int HYPOTHESES = 20;
    public static final int RUNNING_ACTIONS = 4;
    public static final int PENDING_APPROVALS = 4;
    /** What one update can say; there are six sorts of claims. */
    public static final int CLAIMS = 6;

    public static final int EVENTS = 5_000;

    /** Room for what still falls due when no more moves are taken. */
    static final int EVENTS_KEPT_FOR_THE_END = 100;

    public static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
}
