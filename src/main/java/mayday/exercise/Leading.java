package mayday.exercise;

import static mayday.exercise.DrillChecks.refused;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import mayday.exercise.DrillDecider.Answer;

/** The facilitator's moves. */
final class Leading {
    private Leading() {}

    static Answer intel(Drill drill, DrillCommand.GiveIntel intel) {
        if (drill.isOver()) {
            return DrillChecks.over();
        }
        var text = intel.text().strip();
        return DrillChecks.tooLong("message", text, DrillLimits.INTEL_CHARACTERS)
                .orElseGet(() -> drill.intelOf(intel.role()).equals(text)
                        ? new Answer.Yes(List.of())
                        : yes(new DrillEvent.IntelGiven(intel.role(), text, intel.by())));
    }

    static Answer start(Drill drill, DrillCommand.Start start) {
        return switch (drill.stage()) {
            case Stage.Over _ -> DrillChecks.over();
            case Stage.Running _ -> refused("already-begun", "This drill has begun already.");
            case Stage.Lobby _ -> {
                if (drill.seats().stream().noneMatch(seat -> seat.role() != Role.OBSERVER)) {
                    yield refused("nobody-there", "Nobody has taken a seat yet. Give people the join code first.");
                }
                if (start.incidents().size() != drill.teams().size()) {
                    yield refused("teams-changed", "A team was added at the same moment. Start the drill once more.");
                }
                var incidents = IntStream.range(0, drill.teams().size())
                        .mapToObj(i -> new TeamIncident(
                                drill.teams().get(i).id(), start.incidents().get(i)))
                        .toList();
                yield yes(new DrillEvent.Started(start.revision(), incidents, start.by()));
            }
        };
    }

    static Answer pause(Drill drill, DrillCommand.Pause pause) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        var running = DrillChecks.meant(drill, pause.teams()).stream()
                .filter(team -> drill.conduct().clock(team).stream().noneMatch(TeamClock::paused))
                .toList();
        return DrillChecks.unknownTeam(drill, pause.teams())
                .orElseGet(() -> running.isEmpty()
                        ? refused("already-paused", "That clock stands already.")
                        : yes(new DrillEvent.Paused(running, pause.by())));
    }

    static Answer resume(Drill drill, DrillCommand.Resume resume) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        var standing = DrillChecks.meant(drill, resume.teams()).stream()
                .filter(team -> drill.conduct().clock(team).stream().anyMatch(TeamClock::paused))
                .toList();
        return DrillChecks.unknownTeam(drill, resume.teams())
                .orElseGet(() -> standing.isEmpty()
                        ? refused("already-running", "That clock runs already.")
                        : yes(new DrillEvent.Resumed(standing, resume.by())));
    }

    static Answer extend(Drill drill, DrillCommand.Extend extend) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        var minute = Duration.ofMinutes(1);
        if (extend.more().compareTo(minute) < 0 || extend.more().compareTo(DrillLimits.MOST_EXTENSION) > 0) {
            return refused(
                    "out-of-range",
                    "A drill is extended by 1 to " + DrillLimits.MOST_EXTENSION.toMinutes() + " minutes.");
        }
        var teams = DrillChecks.meant(drill, extend.teams());
        var tooFar = teams.stream()
                .flatMap(team -> drill.conduct().clock(team).stream())
                .anyMatch(clock -> clock.extended().plus(extend.more()).compareTo(DrillLimits.MOST_EXTENSION) > 0);
        return DrillChecks.unknownTeam(drill, extend.teams())
                .orElseGet(() -> tooFar
                        ? refused(
                                "out-of-range",
                                "With that a team would have more than " + DrillLimits.MOST_EXTENSION.toMinutes()
                                        + " minutes of extra time, the most that there is.")
                        : yes(new DrillEvent.Extended(teams, extend.more(), extend.by())));
    }

    static Answer hint(Drill drill, DrillCommand.SendHint hint) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        var text = hint.text().strip();
        if (text.isEmpty()) {
            return refused("empty", "A hint needs words.");
        }
        if (hint.points() < 0 || hint.points() > DrillLimits.MOST_HINT_POINTS) {
            return refused("out-of-range", "A hint costs 0 to " + DrillLimits.MOST_HINT_POINTS + " points.");
        }
        var number = drill.conduct().hints().size() + 1;
        return DrillChecks.unknownTeam(drill, List.of(hint.team()))
                .or(() -> DrillChecks.tooLong("hint", text, DrillLimits.HINT_CHARACTERS))
                .orElseGet(() -> yes(new DrillEvent.HintSent(number, hint.team(), text, hint.points(), hint.by())));
    }

    static Answer answer(Drill drill, DrillCommand.AnswerByHand answer) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        var text = answer.text().strip();
        if (text.isEmpty()) {
            return refused("empty", "An answer needs words.");
        }
        return DrillChecks.unknownTeam(drill, List.of(answer.team()))
                .or(() -> DrillChecks.tooLong("answer", text, DrillLimits.HINT_CHARACTERS))
                .orElseGet(
                        () -> yes(new DrillEvent.AnsweredByHand(answer.team(), answer.question(), text, answer.by())));
    }

    static Answer show(Drill drill, DrillCommand.ShowBoard show) {
        return drill.conduct().board() == show.to()
                ? new Answer.Yes(List.of())
                : yes(new DrillEvent.BoardShown(show.to(), show.by()));
    }

    static Answer freeze(Drill drill, DrillCommand.FreezeBoard freeze) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return notRunning(drill);
        }
        return drill.conduct().frozen().isEmpty()
                ? yes(new DrillEvent.BoardFrozen(freeze.standings(), freeze.by()))
                : refused("already-frozen", "The scoreboard stands still already, until the end.");
    }

    static Answer end(Drill drill, DrillCommand.End end) {
        if (drill.isOver()) {
            return DrillChecks.over();
        }
        var ended = new DrillEvent.Ended(end.by());
        return new Answer.Yes(drill.conduct()
                .openProbe()
                .map(probe -> List.<DrillEvent>of(new DrillEvent.ProbeEnded(probe.number()), ended))
                .orElse(List.of(ended)));
    }

    static Answer reveal(Drill drill, DrillCommand.Reveal reveal) {
        if (!drill.isOver()) {
            return refused("not-now", "The standings are revealed when the drill is over.");
        }
        var shown = drill.conduct().revealed();
        return shown >= drill.teams().size()
                ? refused("already-revealed", "All places have been revealed.")
                : yes(new DrillEvent.Revealed(shown + 1, reveal.by()));
    }

    static Answer name(Drill drill, DrillCommand.NameAction name) {
        if (!drill.isOver()) {
            return refused("not-now", "What you will do differently is asked when the drill is over.");
        }
        if (drill.seat(name.person().id()).isEmpty()) {
            return Seating.noSeat();
        }
        var text = name.text().strip();
        if (text.isEmpty()) {
            return refused("empty", "Name one thing, in a sentence.");
        }
        return DrillChecks.tooLong("action", text, DrillLimits.NAMED_ACTION_CHARACTERS)
                .orElseGet(() -> yes(new DrillEvent.ActionNamed(name.person(), text)));
    }

    static Answer notRunning(Drill drill) {
        return drill.isOver() ? DrillChecks.over() : DrillChecks.notBegun();
    }

    private static Answer yes(DrillEvent event) {
        return new Answer.Yes(List.of(event));
    }
}
