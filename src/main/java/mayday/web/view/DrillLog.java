package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mayday.exercise.Drill;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillTeam;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.incident.Event;
import mayday.incident.Inject;
import mayday.incident.Recorded;
import mayday.scenario.Scenario;

/** What happened in a drill, for whoever leads it. */
public final class DrillLog {
    private DrillLog() {}

    /** @param at incident time */
    record Line(Instant at, String text) {}

    /** The drill's last event, in words. */
    public static String latest(Drill drill) {
        return words(drill, drill.history().getLast().event());
    }

    /** The drill's own events that are worth a line. */
    static List<Line> of(Drill drill, Instant paged) {
        var ran = drill.ranAtEach();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < drill.history().size(); i++) {
            var words = words(drill, drill.history().get(i).event());
            if (!words.isEmpty()) {
                lines.add(new Line(paged.plus(ran.get(i)), words));
            }
        }
        return lines;
    }

    /** What came from outside while the teams were at work. */
    static List<ConsoleView.LogLine> interruptions(Drill drill, Instant paged) {
        var ran = drill.ranAtEach();
        var lines = new ArrayList<ConsoleView.LogLine>();
        for (var i = 0; i < drill.history().size(); i++) {
            var event = drill.history().get(i).event();
            if (interrupts(event)) {
                lines.add(new ConsoleView.LogLine(Format.minute(paged.plus(ran.get(i))), words(drill, event)));
            }
        }
        return lines;
    }

    private static boolean interrupts(DrillEvent event) {
        return event instanceof DrillEvent.Paused
                || event instanceof DrillEvent.Resumed
                || event instanceof DrillEvent.Extended
                || event instanceof DrillEvent.Injected
                || event instanceof DrillEvent.HintSent
                || event instanceof DrillEvent.AnsweredByHand
                || event instanceof DrillEvent.CommandHandedOver
                || event instanceof DrillEvent.ProbeStarted;
    }

    private static String words(Drill drill, DrillEvent event) {
        return switch (event) {
            case DrillEvent.Created _, DrillEvent.ReadyChanged _, DrillEvent.ProbeAnswered _ -> "";
            case DrillEvent.TeamAdded added -> "Team " + added.team().name() + " was added";
            case DrillEvent.Joined joined ->
                joined.person().name() + " joined " + ConsoleView.name(drill, joined.team()) + ", "
                        + joined.role().abbreviation();
            case DrillEvent.SeatTaken taken ->
                taken.person().name() + " is now in " + ConsoleView.name(drill, taken.team()) + ", "
                        + taken.role().abbreviation();
            case DrillEvent.Left left -> left.person().name() + " left";
            case DrillEvent.IntelGiven given ->
                given.by().name() + " gave intel to " + given.role().abbreviation();
            case DrillEvent.Said said -> said.by().name() + ": " + said.text();
            case DrillEvent.Started started -> started.by().name() + " started the drill";
            case DrillEvent.Paused paused -> paused.by().name() + " paused " + teams(drill, paused.teams());
            case DrillEvent.Resumed resumed -> resumed.by().name() + " let " + teams(drill, resumed.teams()) + " go on";
            case DrillEvent.Extended extended ->
                extended.by().name() + " gave " + teams(drill, extended.teams()) + " "
                        + extended.more().toMinutes() + " min more";
            case DrillEvent.Injected injected ->
                injected.by().name() + (injected.after().isEmpty() ? " sent " : " planned for ")
                        + teams(drill, injected.teams()) + ": " + inject(Optional.empty(), injected.inject());
            case DrillEvent.InjectWithdrawn withdrawn ->
                withdrawn.by().name() + " withdrew inject " + withdrawn.number();
            case DrillEvent.HintSent hint ->
                hint.by().name() + " sent " + ConsoleView.name(drill, hint.team()) + " a hint: " + hint.text();
            case DrillEvent.AnsweredByHand answered ->
                answered.by().name() + " answered " + answered.question() + " of "
                        + ConsoleView.name(drill, answered.team()) + ": " + answered.text();
            case DrillEvent.CommandHandedOver handed ->
                ConsoleView.name(drill, handed.team()) + ": command went to "
                        + handed.to().name();
            case DrillEvent.ProbeStarted probe -> probe.by().name() + " started probe " + probe.number();
            case DrillEvent.ProbeEnded ended -> "Probe " + ended.number() + " ended";
            case DrillEvent.BoardShown shown ->
                shown.by().name()
                        + (shown.to() == Plan.Board.EVERYONE
                                ? " showed the scoreboard to everyone"
                                : " hid the scoreboard");
            case DrillEvent.BoardFrozen frozen -> frozen.by().name() + " froze the scoreboard";
            case DrillEvent.Ended ended ->
                ended.by().equals(Drill.ITSELF)
                        ? "All incidents are over: the drill ended"
                        : ended.by().name() + " ended the drill";
            case DrillEvent.Revealed revealed ->
                revealed.by().name() + " revealed place " + revealed.places() + " from the last";
            case DrillEvent.ActionNamed named -> named.person().name() + " named an action";
        };
    }

    /** What a team did that others want to hear of at once. */
    static Optional<Line> ofTeam(DrillTeam team, Recorded recorded) {
        var words = recorded.event() instanceof Event.Move move && isNews(move)
                ? MoveWords.of(move)
                : outcome(recorded.event());
        return words.isEmpty() ? Optional.empty() : Optional.of(new Line(recorded.at(), team.name() + ": " + words));
    }

    private static boolean isNews(Event.Move move) {
        return move instanceof Event.ActionStarted
                || move instanceof Event.SeverityDeclared
                || move instanceof Event.IncidentClosed
                || move instanceof Event.HintTaken;
    }

    private static String outcome(Event event) {
        if (event instanceof Event.ImpactEnded) {
            return "customers are no longer hurt";
        }
        if (event instanceof Event.ImpactReturned) {
            return "customers are hurt again";
        }
        return event instanceof Event.TimeRanOut ? "time ran out" : "";
    }

    static String inject(Optional<Scenario> scenario, Inject inject) {
        return switch (inject) {
            case Inject.Message(var from, var text, var _) -> from + " writes “" + Phrases.shortened(text) + "”";
            case Inject.Alert(var text) -> "alert “" + Phrases.shortened(text) + "”";
            case Inject.Fault(var cause) ->
                "a further fault, "
                        + scenario.map(each -> each.cause(cause).title()).orElse(cause.value());
            case Inject.ToolOutage(var tool, var length) -> tool.title() + " down for " + length.toMinutes() + " min";
        };
    }

    static String teams(Drill drill, List<DrillTeamId> teams) {
        return teams.size() == drill.teams().size()
                ? "all teams"
                : teams.stream().map(each -> ConsoleView.name(drill, each)).collect(Collectors.joining(", "));
    }
}
