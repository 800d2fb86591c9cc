package mayday.exercise;

import java.util.Optional;
import mayday.incident.Command;

/** A sort of move in a team's incident, as far as it matters for who makes it. */
public enum Duty {
    /** Asks, pins and acknowledges. */
    ASK("Asking questions"),
    /** States and judges hypotheses. */
    REASON("Keeping the hypotheses"),
    /** Acts on the system. */
    ACT("Acting on the system"),
    /** Posts updates, replies and escalates. */
    COMMUNICATE("Writing to people"),
    /** Declares the severity, takes hints, closes. */
    DECIDE("Declaring the severity, taking hints and closing");

    private final String title;

    Duty(String title) {
        this.title = title;
    }

    /** What sort of move a command is; empty for what is nobody's move, such as the passing of time. */
    public static Optional<Duty> of(Command command) {
        return switch (command) {
            case Command.Observe _, Command.Facilitating _ -> Optional.empty();
            case Command.Acknowledge _, Command.Ask _, Command.TakeFallback _, Command.PinEvidence _, Command.Wait _ ->
                Optional.of(ASK);
            case Command.StateHypothesis _,
                    Command.ReviseHypothesis _,
                    Command.JudgeHypothesis _,
                    Command.LinkEvidence _ -> Optional.of(REASON);
            case Command.Act _, Command.CancelAction _ -> Optional.of(ACT);
            case Command.PostUpdate _, Command.Reply _, Command.Escalate _ -> Optional.of(COMMUNICATE);
            case Command.DeclareSeverity _, Command.TakeHint _, Command.Close _, Command.HandOver _ ->
                Optional.of(DECIDE);
        };
    }

    /** Begins a sentence such as "… is for operations". */
    public String title() {
        return title;
    }

    boolean isOf(Role role) {
        return switch (this) {
            case ASK -> role != Role.OBSERVER;
            case REASON -> role != Role.OBSERVER && role != Role.COMMUNICATIONS;
            case ACT, COMMUNICATE, DECIDE -> role == holder();
        };
    }

    /** Whose it is first. */
    public Role holder() {
        return switch (this) {
            case ASK, ACT -> Role.OPERATIONS;
            case REASON -> Role.SCRIBE;
            case COMMUNICATE -> Role.COMMUNICATIONS;
            case DECIDE -> Role.INCIDENT_COMMANDER;
        };
    }
}
