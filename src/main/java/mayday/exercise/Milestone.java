package mayday.exercise;

import java.util.Arrays;
import java.util.List;
import mayday.debrief.OpenScope;
import mayday.incident.Hypothesis;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.StartedAction;

/** A step on the way from a page to its end. Each is reached or not by itself, whatever comes of the others. */
public enum Milestone {
    /** The page was acknowledged. */
    ACKNOWLEDGED("Ack"),
    /** Most of the scope was asked about: at most two of its five parts are open. */
    SCOPE("Scope"),
    /** A hypothesis was confirmed, or one that is open is held at {@value #HELD} % or more. */
    CAUSE("Cause"),
    /** Something was done to the system: it is under way, or was carried out. */
    ACTED("Act"),
    /** Customers are no longer hurt, measured on the SLI. */
    CLEAR("Clear");

    private static final int HELD = 60;
    private static final int PARTS_LEFT_OPEN = 2;

    private final String title;

    Milestone(String title) {
        this.title = title;
    }

    /** In a word, for where there is little room. */
    public String title() {
        return title;
    }

    /** Those that an incident has reached. */
    public static List<Milestone> reached(Incident incident) {
        return Arrays.stream(values()).filter(each -> each.isReached(incident)).toList();
    }

    private boolean isReached(Incident incident) {
        return switch (this) {
            case ACKNOWLEDGED -> !incident.acknowledgedAt().isEmpty();
            case SCOPE -> OpenScope.of(incident).size() <= PARTS_LEFT_OPEN;
            case CAUSE -> incident.board().hypotheses().stream().anyMatch(Milestone::isHeld);
            case ACTED ->
                incident.actions().stream().anyMatch(each -> each.progress() != StartedAction.Progress.CANCELLED);
            case CLEAR -> incident.impact() instanceof Impact.Ended;
        };
    }

    private static boolean isHeld(Hypothesis hypothesis) {
        return switch (hypothesis.verdict()) {
            case CONFIRMED -> true;
            case RULED_OUT -> false;
            case OPEN -> hypothesis.confidence() >= HELD;
        };
    }
}
