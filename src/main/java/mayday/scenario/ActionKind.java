package mayday.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The generic actions, each with its usual duration and blast radius; a scenario may set other durations. */
public enum ActionKind {
    ROLL_BACK("Roll back", 180, 300, 2, "one service", true),
    REVERT_CONFIG("Revert config", 60, 120, 2, "one service", true),
    SET_FLAG("Set flag", 20, 40, 2, "one feature", true),
    SCALE("Scale", 20, 40, 1, "capacity only", true, "replicas"),
    RESTART("Restart", 60, 120, 2, "one service", false),
    DRAIN_REGION("Drain region", 240, 360, 4, "a region's users", true),
    RETURN_REGION("Return region", 120, 240, 3, "a region's users", true),
    SHED_LOAD("Shed load", 15, 25, 3, "some users", true, "percent"),
    FAIL_OVER("Fail over", 120, 180, 3, "all writes", false),
    FLUSH_CACHE("Flush cache", 10, 20, 3, "every cached read", false),
    FLUSH_DNS("Flush DNS cache", 10, 20, 2, "look-ups", false),
    RENEW_CERTIFICATE("Renew certificate", 120, 240, 1, "one endpoint", false),
    STOP_JOB("Stop job", 20, 40, 1, "one job", false),
    KILL_QUERY("Kill query", 10, 20, 1, "one query", false),
    BLOCK_CLIENT("Block client", 20, 40, 2, "one client", true),
    UNBLOCK_CLIENT("Unblock client", 20, 40, 1, "one client", true),
    FREEZE_AUTOMATION("Freeze automation", 10, 20, 1, "nobody at once", true),
    UNFREEZE_AUTOMATION("Unfreeze automation", 10, 20, 1, "nobody at once", true),
    TAKE_OUT_HOST("Take out host", 20, 40, 1, "one host", true, "host"),
    RETURN_HOST("Return host", 20, 40, 1, "one host", true, "host"),
    RESTART_HOST("Restart host", 40, 80, 1, "one host", false, "host"),
    USE_RESOLVER("Use resolver", 30, 60, 2, "look-ups of one service", true),
    /** Not generic: what a scenario adds; each has its own title, duration and blast radius. */
    OWN("Own action", 60, 60, 2, "as the scenario says", false);

    /** Those that every scenario has, in the order in which menus list them. */
    public static final List<ActionKind> GENERIC =
            Stream.of(values()).filter(kind -> kind != OWN).toList();

    private final String title;
    private final int leastSeconds;
    private final int mostSeconds;
    private final int blastRadius;
    private final String blastWords;
    private final boolean undoable;
    private final List<String> arguments;

    ActionKind(
            String title,
            int leastSeconds,
            int mostSeconds,
            int blastRadius,
            String blastWords,
            boolean undoable,
            String... arguments) {
        this.title = title;
        this.leastSeconds = leastSeconds;
        this.mostSeconds = mostSeconds;
        this.blastRadius = blastRadius;
        this.blastWords = blastWords;
        this.undoable = undoable;
        this.arguments = List.of(arguments);
    }

    /** As in YAML and the API: {@code roll-back}. */
    public String id() {
        return Words.kebab(this);
    }

    public String title() {
        return title;
    }

    public Takes takes() {
        return new Takes(Duration.ofSeconds(leastSeconds), Duration.ofSeconds(mostSeconds));
    }

    /** From 1, hardly anybody, to 4, a large part of all users. */
    public int blastRadius() {
        return blastRadius;
    }

    public String blastWords() {
        return blastWords;
    }

    /** The figures that {@link Action#arguments} of this kind have, of which a pattern may set bounds; a scenario's own has its own. */
    public List<String> arguments() {
        return arguments;
    }

    /** Whether the opposite action puts everything back. */
    public boolean undoable() {
        return undoable;
    }

    /** How long an action takes: drawn by seed between the two. */
    public record Takes(Duration least, Duration most) {}
}
