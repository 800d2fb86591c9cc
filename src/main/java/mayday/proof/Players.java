package mayday.proof;

import java.time.Duration;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Scored;
import mayday.incident.Event;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Phase;
import mayday.incident.Recorded;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.proof.Proved.Solvable;
import mayday.scenario.Action;
import mayday.scenario.Cause;

/** How the built-in players fare with a cause: the expert has to solve it, and who knows nothing must not come near. */
final class Players {
    private final Draft draft;
    private final Cause cause;
    private final Incident experts;
    private final Scored scored;

    Players(Draft draft, Cause cause, Contest.InCommon common) {
        this.draft = draft;
        this.cause = cause;
        var played = Playthrough.play(draft.openings(), cause.id(), Style.EXPERT, common.past(), common.bearings());
        this.experts = played.incident();
        this.scored = Scored.of(experts, played.suppositions(), common.atPage());
    }

    /** What the expert did to the system, in order. */
    List<Action> remedies() {
        return experts.actions().stream().map(each -> each.action()).toList();
    }

    /** Whether the expert ended the impact, and closed, within the limit. */
    boolean isSolved() {
        return experts.phase() instanceof Phase.Closed
                && (cause.isFalseAlarm() || experts.impact() instanceof Impact.Ended);
    }

    /**
     * What came of it.
     *
     * @param curable whether it is known that something helps: that nothing does has been reported
     * @param jumper the score of the player who acts first
     * @param random that of the player who makes any move
     */
    Solvable solvable(boolean curable, int jumper, int random) {
        var solvable = new Solvable(
                cause.id(),
                isSolved(),
                Duration.between(draft.scenario().pagedAt(), experts.now()),
                scored.time().mitigate(),
                questions(),
                scored.score(),
                jumper,
                random);
        if (curable) {
            report(solvable);
        }
        return solvable;
    }

    private int questions() {
        return (int) experts.history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .count();
    }

    private void report(Solvable solvable) {
        if (!solvable.solved()) {
            draft.report(
                    cause,
                    "unsolved-cause",
                    "the built-in expert does not end `%s` within the limit of %s: %s"
                            .formatted(cause.id(), length(draft.scenario().limit()), reason(solvable)),
                    "give more time with `limit`, make the cause easier to tell, let what undoes it take less time, or ask less in the `needs` of an approval");
            return;
        }
        guessing(solvable, "acts at once and asks later", solvable.jumper());
        guessing(solvable, "makes any move", solvable.random());
    }

    /** Whose consent it did not get, which is no matter of time. */
    private String refused() {
        return experts.history().stream()
                .map(Recorded::event)
                .filter(Event.ApprovalRefused.class::isInstance)
                .map(Event.ApprovalRefused.class::cast)
                .findFirst()
                .map(refusal -> ", since `%s` refused its consent: \"%s\"".formatted(refusal.team(), refusal.text()))
                .orElse("");
    }

    private String reason(Solvable solvable) {
        return switch (solvable.mitigated()) {
            case Debrief.Elapsed.Never() -> "customers are still hurt when the time is over" + refused();
            case Debrief.Elapsed.After(var after) ->
                "customers are well after " + length(after) + ", and it has no time left to see that and close";
        };
    }

    private void guessing(Solvable solvable, String who, int score) {
        if (2 * score >= solvable.expert()) {
            draft.report(
                    cause,
                    "guessing-pays",
                    "who %s scores %d, half of the expert's %d or more".formatted(who, score, solvable.expert()),
                    "let the right remedy depend on what has to be found out");
        }
    }

    private static String length(Duration length) {
        return length.toSeconds() % 60 == 0
                ? length.toMinutes() + "m"
                : length.toMinutes() + "m " + length.toSecondsPart() + "s";
    }
}
