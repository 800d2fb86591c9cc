package mayday.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mayday.drill.DrillRoom;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillRefusal;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.exercise.Probe;
import mayday.exercise.ProbeQuestions;
import mayday.exercise.Stage;
import mayday.exercise.Standing;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.journal.Deed;
import mayday.scenario.Scenario;
import mayday.web.view.DrillLog;

/** The moves of whoever leads a drill, wherever they come from. What takes more than the drill to decide is looked up here. */
final class LeadingMoves {
    private final Site site;

    LeadingMoves(Site site) {
        this.site = site;
    }

    /** What became of a move. */
    sealed interface Made {
        record Done(Drill after) implements Made {}

        record Refused(DrillRefusal why) implements Made {}
    }

    private Made submit(DrillRoom room, Participant by, DrillCommand command) {
        return switch (room.submit(command)) {
            case DrillDecision.Accepted accepted -> {
                if (!accepted.recorded().isEmpty()) {
                    var words = DrillLog.latest(accepted.after());
                    site.accounts().note(by, Deed.DRILL_LED, "drill " + room.id(), words);
                }
                yield new Made.Done(accepted.after());
            }
            case DrillDecision.Refused refused -> new Made.Refused(refused.refusal());
        };
    }

    private static Made refused(String id, String why) {
        return new Made.Refused(new DrillRefusal(id, why));
    }

    Made start(DrillRoom room, Participant by) {
        var drill = room.drill();
        return site.scenario(drill.plan().scenario())
                .map(scenario -> submit(
                        room,
                        by,
                        new DrillCommand.Start(
                                by,
                                scenario.revision(),
                                site.drills().incidentIds(drill.teams().size()))))
                .orElseGet(() -> refused(
                        "scenario-gone",
                        "The scenario " + drill.plan().scenario()
                                + " is not in the library just now, or has mistakes. Mend it in the studio first."));
    }

    Made pause(DrillRoom room, Participant by, List<DrillTeamId> teams) {
        return submit(room, by, new DrillCommand.Pause(by, teams));
    }

    Made resume(DrillRoom room, Participant by, List<DrillTeamId> teams) {
        return submit(room, by, new DrillCommand.Resume(by, teams));
    }

    Made extend(DrillRoom room, Participant by, List<DrillTeamId> teams, int minutes) {
        return submit(room, by, new DrillCommand.Extend(by, teams, Duration.ofMinutes(minutes)));
    }

    Made hint(DrillRoom room, Participant by, DrillTeamId team, String text, int points) {
        return submit(room, by, new DrillCommand.SendHint(by, team, text, points));
    }

    /** @param after minutes since the page; empty: now */
    Made inject(DrillRoom room, Participant by, List<DrillTeamId> teams, Inject inject, Optional<Integer> after) {
        var drill = room.drill();
        var meant =
                teams.isEmpty() ? drill.teams().stream().map(each -> each.id()).toList() : teams;
        // Whether a fault can be added is the incident's to say: it is asked before the drill says that it was.
        for (var team : meant) {
            var why = rehearsed(room, team, new Command.Inject(by, inject, new Inject.Arrival.Now()));
            if (why.isPresent()) {
                return refused("refused", why.get());
            }
        }
        return submit(
                room,
                by,
                new DrillCommand.Throw(
                        by,
                        teams,
                        inject,
                        after.map(each -> Duration.ofMinutes(each)).stream().toList()));
    }

    Made withdraw(DrillRoom room, Participant by, int number) {
        return submit(room, by, new DrillCommand.WithdrawInject(by, number));
    }

    Made answer(DrillRoom room, Participant by, DrillTeamId team, QuestionId question, String text) {
        return rehearsed(room, team, new Command.AnswerByHand(by, question, text))
                .map(why -> refused("refused", why))
                .orElseGet(() -> submit(room, by, new DrillCommand.AnswerByHand(by, team, question, text)));
    }

    /** Why the incident of a team would refuse a command; empty if it would not, or has ended. */
    private static Optional<String> rehearsed(DrillRoom room, DrillTeamId team, Command command) {
        return room.incident(team)
                .map(each -> each.incident())
                .filter(incident -> !incident.isOver())
                .flatMap(incident -> Decider.decide(incident.scenario(), incident, command, incident.now())
                                instanceof Decision.Refused refused
                        ? Optional.of(refused.refusal().reason())
                        : Optional.empty());
    }

    Made probe(DrillRoom room, Participant by) {
        var drill = room.drill();
        if (!(drill.stage() instanceof Stage.Running)) {
            return submit(room, by, new DrillCommand.StartProbe(by, List.of(), List.of()));
        }
        var truths = drill.stage().incidents().stream()
                .flatMap(each -> truth(room, each.team()).stream())
                .toList();
        return scenario(room)
                .map(scenario -> submit(room, by, new DrillCommand.StartProbe(by, ProbeQuestions.of(scenario), truths)))
                .orElseGet(() -> refused("drill-not-begun", "No team has an incident yet. Try again in a moment."));
    }

    private static Optional<Scenario> scenario(DrillRoom room) {
        return room.drill().teams().stream()
                .flatMap(team -> room.incident(team.id()).stream())
                .map(each -> each.incident().scenario())
                .findFirst();
    }

    private static Optional<Probe.Truth> truth(DrillRoom room, DrillTeamId team) {
        return room.incident(team).map(incident -> {
            var now = incident.now();
            return incident.read(as -> ProbeQuestions.truth(team, as, now));
        });
    }

    Made show(DrillRoom room, Participant by, Plan.Board to) {
        return submit(room, by, new DrillCommand.ShowBoard(by, to));
    }

    /** Freezes the scoreboard as it was shown last. */
    Made freeze(DrillRoom room, Participant by) {
        var standings = room.assessments().stream().map(each -> each.standing()).toList();
        var missing = room.drill().stage().incidents().size() - standings.size();
        return missing > 0
                ? refused("not-now", "How all teams stand is being worked out. Try again in a few seconds.")
                : submit(room, by, new DrillCommand.FreezeBoard(by, List.<Standing>copyOf(standings)));
    }

    Made end(DrillRoom room, Participant by) {
        return submit(room, by, new DrillCommand.End(by));
    }

    Made reveal(DrillRoom room, Participant by) {
        return submit(room, by, new DrillCommand.Reveal(by));
    }
}
