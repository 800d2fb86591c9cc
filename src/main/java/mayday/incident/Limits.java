package mayday.incident;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import mayday.scenario.Scenario;

/** How much an incident takes. */
public final class Limits {
    private Limits() {}

    /** Longer is a paste, not a question. */
    public static final int QUESTION_CHARACTERS = 400;

    public static final int HYPOTHESIS_CHARACTERS = 200;
    public static final int UPDATE_CHARACTERS = 2_000;
    public static final int EXPECTATION_CHARACTERS = 200;
    public static final int STATEMENT_CHARACTERS = 4_000;
    public static final int HINT_CHARACTERS = 1_200;
    public static final int HYPOTHESES = 20;
    public static final int RUNNING_ACTIONS = 4;
    public static final int PENDING_APPROVALS = 4;
    /** What one update can say; there are six sorts of claims. */
    public static final int CLAIMS = 6;

    public static final int EVENTS = 5_000;

    /** Room for what still falls due when no more moves are taken. */
    static final int EVENTS_KEPT_FOR_THE_END = 100;

    public static final int INJECT_CHARACTERS = 1_000;
    /** Of whoever writes a message that a facilitator throws in, and of a role. */
    public static final int NAME_CHARACTERS = 80;
    /** Decided on in one incident, whether they arrived or not. */
    public static final int INJECTS = 50;
    /** How long a tool can be down, and how long people wait for an answer. */
    public static final Duration LONGEST_INJECT = Duration.ofHours(1);

    /** As much as a whole hint of the coach costs at the most. */
    public static final int MOST_HINT_POINTS = 10;

    /** More time than this, altogether, is another exercise. */
    public static final Duration LONGEST_EXTENSION = Duration.ofHours(2);

    public static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** A run of days is waited through in about as many steps as one of an evening. */
    private static final int WAITS_IN_A_RUN = 16;

    /** The longest wait in a scenario: half an hour, or more where the run takes days. */
    public static Duration longestWait(Scenario scenario) {
        var share = scenario.limit().dividedBy(WAITS_IN_A_RUN).truncatedTo(ChronoUnit.MINUTES);
        return share.compareTo(LONGEST_WAIT) > 0 ? share : LONGEST_WAIT;
    }
}
