package mayday.exercise;

import java.time.Duration;

/** How much a drill takes. */
public final class DrillLimits {
    private DrillLimits() {}

    public static final int TITLE_CHARACTERS = 80;
    public static final int TEAM_NAME_CHARACTERS = 40;
    public static final int TEAMS = 20;
    public static final int PEOPLE_A_TEAM = 50;
    public static final int SAID_CHARACTERS = 300;
    public static final int INTEL_CHARACTERS = 1_000;
    public static final int NAMED_ACTION_CHARACTERS = 300;
    public static final int HINT_CHARACTERS = 600;
    public static final int INJECTS = 50;
    public static final int PROBES = 10;

    /** Price of a facilitator's hint, in points. */
    public static final int MOST_HINT_POINTS = 10;

    /** Enough for a thousand people who each come, go and get ready a few times. */
    public static final int EVENTS = 10_000;

    /** What is still taken when the stream is full: the end has to fit. */
    static final int EVENTS_KEPT_FOR_THE_END = 100;

    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofHours(4);
    public static final Duration MOST_EXTENSION = Duration.ofHours(2);
    public static final double FASTEST = 10;

    /** How long people have to answer a probe. */
    public static final Duration PROBE = Duration.ofMinutes(1);
}
