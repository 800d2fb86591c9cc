package mayday.proof;

import java.time.Duration;
import java.util.List;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.incident.Phase;
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

    Players(Draft draft, Cause cause) {
        this.draft = draft;
        this.cause = cause;
        this.experts = played(Style.EXPERT);
    }

    private Incident played(Style style) {
        Interruption.end();
        return Playthrough.play(draft.scenario(), Draft.SEED, cause.id(), style);
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

    /** @param curable whether it is known that something helps: that nothing does has been reported */
    Solvable solvable(boolean curable) {
        var debrief = Debriefs.of(experts);
        var solvable = new Solvable(
                cause.id(),
                isSolved(),
                Duration.between(draft.scenario().pagedAt(), experts.now()),
                debrief.time().mitigate(),
                questions(),
                debrief.structure().score(),
                score(Style.JUMPER),
                score(Style.RANDOM));
        if (curable) {
            report(solvable);
        }
        return solvable;
    }

    private int questions() {
        return (int) experts.history().stream()
                .filter(each -> each.event() instanceof mayday.incident.Event.QuestionAsked)
                .count();
    }

    private int score(Style style) {
        return Debriefs.of(played(style)).structure().score();
    }

    private void report(Solvable solvable) {
        if (!solvable.solved()) {
            draft.report(
                    cause,
                    "unsolved-cause",
                    "the built-in expert does not end `%s` within the limit of %s: %s"
                            .formatted(cause.id(), length(draft.scenario().limit()), reason(solvable)),
                    "give more time with `limit`, make the cause easier to tell, or let what undoes it take less time");
            return;
        }
        guessing(solvable, "acts at once and asks later", solvable.jumper());
        guessing(solvable, "makes any move", solvable.random());
    }

    private String reason(Solvable solvable) {
        return switch (solvable.mitigated()) {
            case Debrief.Elapsed.Never() -> "customers are still hurt when the time is over";
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
