package mayday.incident;

import java.time.Duration;
import mayday.evidence.Answers;
import mayday.evidence.Interpretation;

/** What moves cost in incident time. Looking things up takes as long on either clock; other moves only on the practice clock. */
public final class Costs {
    /** Shown beside the question field: an average over the dimensions, so that it gives nothing away. */
    public static final Duration USUAL_QUESTION = Duration.ofSeconds(40);

    /** A question with several parts takes no longer than this. */
    private static final int LONGEST_ANSWER_SECONDS = 180;

    /** What an ask-back costs, like every question that was not understood: to be asked back is no way to look around for nothing. */
    static final Duration CLARIFYING = Duration.ofSeconds(20);

    private static final Duration STARTING_AN_ACTION = Duration.ofSeconds(10);
    private static final Duration DECLARING = Duration.ofSeconds(10);
    private static final Duration ESCALATING = Duration.ofSeconds(20);
    private static final Duration WRITING_AN_UPDATE = Duration.ofSeconds(30);
    private static final Duration WRITING_A_REPLY = Duration.ofSeconds(20);

    private Costs() {}

    /** How long the answer to a question takes; nothing where nobody has to look anything up. */
    static Duration answering(Understanding understanding) {
        return switch (understanding.outcome()) {
            case ANSWERED -> {
                var seconds = understanding.interpretations().stream()
                        .map(Interpretation::dimension)
                        .distinct()
                        .mapToInt(Answers::costSeconds)
                        .sum();
                yield Duration.ofSeconds(Math.min(seconds, LONGEST_ANSWER_SECONDS));
            }
            case ASK_BACK, TOO_VAGUE, ABSENT -> CLARIFYING;
            case ACTION, HYPOTHESIS, NO_ANSWER_KEY, OFF_TOPIC -> Duration.ZERO;
        };
    }

    /** How much the practice clock moves before a move is made. */
    static Duration making(Command command) {
        return switch (command) {
            case Command.Act _ -> STARTING_AN_ACTION;
            case Command.DeclareSeverity _ -> DECLARING;
            case Command.Escalate _ -> ESCALATING;
            case Command.PostUpdate _ -> WRITING_AN_UPDATE;
            case Command.Reply _ -> WRITING_A_REPLY;
            case Command.Wait(var _, var length) -> length;
            case Command.TakeHint hint -> hint.step().cost();
            case Command.Observe _,
                    Command.Acknowledge _,
                    Command.Ask _,
                    Command.StateHypothesis _,
                    Command.ReviseHypothesis _,
                    Command.JudgeHypothesis _,
                    Command.LinkEvidence _,
                    Command.PinEvidence _,
                    Command.CancelAction _,
                    Command.TakeFallback _,
                    Command.HandOver _,
                    Command.Facilitating _,
                    Command.Close _ -> Duration.ZERO;
        };
    }
}
