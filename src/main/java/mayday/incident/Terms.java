package mayday.incident;

import java.time.Duration;

/**
 * On what terms an incident is played: how it is judged, which help there is, how fast a live clock runs and for how long.
 *
 * @param rubric id of the rubric that weighs the debrief
 * @param hints whether hints may be taken, each at its price
 * @param speed incident time that passes on a live clock in the same real time, {@link #REAL_TIME} to {@link #FASTEST}
 * @param limit incident time from the page until time runs out; zero for the scenario's own limit
 */
public record Terms(String rubric, boolean hints, Coaching coach, double speed, Duration limit) {
    /** As fast as it really would go. */
    public static final double REAL_TIME = 1;

    /** Faster than this nobody reads what arrives. */
    public static final double FASTEST = 10;

    /** Judged by the rubric that is meant when none is named. */
    public static final String DEFAULT_RUBRIC = "default";

    /** Without any help, as in an interview. */
    public static final Terms UNAIDED = new Terms(DEFAULT_RUBRIC, false, Coaching.OFF);

    public Terms {
        if (!isSpeed(speed)) {
            throw new IllegalArgumentException(
                    "a live clock runs at 1 to 10 times the speed of real time, not at " + speed);
        }
    }

    /** In real time. */
    public Terms(String rubric, boolean hints, Coaching coach) {
        this(rubric, hints, coach, REAL_TIME);
    }

    /** For as long as the scenario says. */
    public Terms(String rubric, boolean hints, Coaching coach, double speed) {
        this(rubric, hints, coach, speed, Duration.ZERO);
    }

    /** Whether a live clock can run so fast. */
    public static boolean isSpeed(double speed) {
        return speed >= REAL_TIME && speed <= FASTEST;
    }

    /** How much the coach says. */
    public enum Coaching {
        OFF,
        /** Asks a question and leaves the rest to the learner. */
        SPARSE,
        /** Names what is missing. */
        USUAL,
        /** Says which kind of move would help now. */
        CLOSE,
        /** Leads somebody new step by step, and speaks up as a close one does. */
        GUIDE
    }
}
