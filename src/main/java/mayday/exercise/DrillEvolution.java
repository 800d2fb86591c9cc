package mayday.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mayday.incident.Participant;

/** Folds events into a drill: total and exhaustive. */
public final class DrillEvolution {
    private DrillEvolution() {}

    /** The drill after all of {@code stream}, which begins with its creation. */
    public static Drill replay(DrillId id, List<DrillRecorded> stream) {
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof DrillEvent.Created)) {
            throw new IllegalArgumentException("a drill begins with its creation");
        }
        var drill = created(id, stream.getFirst());
        for (var next : stream.subList(1, stream.size())) {
            drill = evolve(drill, next);
        }
        return drill;
    }

    static Drill created(DrillId id, DrillRecorded first) {
        var created = (DrillEvent.Created) first.event();
        return new Drill(
                id,
                created,
                created.teams(),
                List.of(),
                List.of(),
                List.of(),
                new Stage.Lobby(),
                Conduct.before(created.plan()),
                List.of(first));
    }

    /** The drill after one more event. */
    public static Drill evolve(Drill drill, DrillRecorded next) {
        return folded(drill, next).recorded(next);
    }

    private static Folding folded(Drill drill, DrillRecorded next) {
        var at = next.at();
        var to = new Folding(drill);
        return switch (next.event()) {
            case DrillEvent.Created _ -> throw new IllegalArgumentException("a drill is created once");
            case DrillEvent.TeamAdded added -> to.teams(and(drill.teams(), added.team()));
            case DrillEvent.Joined joined ->
                to.seats(and(drill.seats(), new Seat(joined.person(), joined.team(), joined.role(), false)));
            case DrillEvent.SeatTaken taken ->
                to.seat(taken.person(), _ -> new Seat(taken.person(), taken.team(), taken.role(), false));
            case DrillEvent.Left left -> to.seats(without(drill.seats(), left.person()));
            case DrillEvent.ReadyChanged changed -> to.seat(changed.person(), seat -> seat.readied(changed.ready()));
            case DrillEvent.IntelGiven given -> to.intel(new Intel(given.role(), given.text()));
            case DrillEvent.Said said -> to.said(and(drill.said(), new Said(at, said.by(), said.text())));
            case DrillEvent.Started started ->
                to.stage(new Stage.Running(at, started.revision(), started.incidents()))
                        .conduct(conduct -> conduct.with(drill.teams().stream()
                                .map(team -> new TeamClock(team.id(), false, false, at, Duration.ZERO))
                                .toList()));
            case DrillEvent.Paused paused ->
                to.conduct(conduct -> conduct.withClocks(paused.teams(), clock -> clock.pausedBy(true, at)));
            case DrillEvent.Resumed resumed ->
                to.conduct(conduct -> conduct.withClocks(resumed.teams(), clock -> clock.pausedBy(false, at)));
            case DrillEvent.Extended extended ->
                to.conduct(conduct -> conduct.withClocks(extended.teams(), clock -> clock.extendedBy(extended.more())));
            case DrillEvent.Injected injected -> to.conduct(conduct -> conduct.with(injected));
            case DrillEvent.InjectWithdrawn withdrawn -> to.conduct(conduct -> conduct.withdrawn(withdrawn.number()));
            case DrillEvent.HintSent hint -> to.conduct(conduct -> conduct.with(hint));
            case DrillEvent.AnsweredByHand answer -> to.conduct(conduct -> conduct.with(answer));
            case DrillEvent.CommandHandedOver handed -> to.seats(handedOver(drill, handed));
            case DrillEvent.ProbeStarted probe ->
                to.conduct(conduct -> conduct.with(new Probe(
                                probe.number(), probe.until(), probe.questions(), probe.truths(), List.of(), false))
                        .withClocks(teamIds(drill), clock -> clock.heldBy(true, at)));
            case DrillEvent.ProbeAnswered answered -> to.conduct(conduct -> answered(drill, conduct, answered));
            case DrillEvent.ProbeEnded ended ->
                to.conduct(conduct -> conduct.withProbe(ended.number(), Probe::over)
                        .withClocks(teamIds(drill), clock -> clock.heldBy(false, at)));
            case DrillEvent.BoardShown shown -> to.conduct(conduct -> conduct.shown(shown.to()));
            case DrillEvent.BoardFrozen frozen -> to.conduct(conduct -> conduct.frozen(frozen.standings()));
            case DrillEvent.Ended _ -> to.stage(new Stage.Over(at, drill.stage().incidents()));
            case DrillEvent.Revealed revealed -> to.conduct(conduct -> conduct.revealed(revealed.places()));
            case DrillEvent.ActionNamed named -> to.conduct(conduct -> conduct.with(named(drill, named)));
        };
    }

    private static List<DrillTeamId> teamIds(Drill drill) {
        return drill.teams().stream().map(DrillTeam::id).toList();
    }

    private static Conduct answered(Drill drill, Conduct conduct, DrillEvent.ProbeAnswered answered) {
        return drill.seat(answered.person().id())
                .map(seat -> new Probe.Answer(answered.person(), seat.team(), answered.choices()))
                .map(answer -> conduct.withProbe(answered.number(), probe -> probe.with(answer)))
                .orElse(conduct);
    }

    private static NamedAction named(Drill drill, DrillEvent.ActionNamed named) {
        var team = drill.seat(named.person().id()).map(Seat::team).orElse(new DrillTeamId(""));
        return new NamedAction(named.person(), team, named.text());
    }

    /** They swap roles; whoever takes command that nobody had leaves theirs. */
    private static List<Seat> handedOver(Drill drill, DrillEvent.CommandHandedOver handed) {
        var left = drill.seat(handed.to().id()).map(Seat::role).orElse(Role.OPERATIONS);
        return drill.seats().stream()
                .map(seat -> {
                    if (seat.person().id().equals(handed.to().id())) {
                        return seat.as(Role.INCIDENT_COMMANDER);
                    }
                    var gaveIt = seat.team().equals(handed.team()) && seat.role() == Role.INCIDENT_COMMANDER;
                    return gaveIt ? seat.as(left) : seat;
                })
                .toList();
    }

    private static List<Seat> without(List<Seat> seats, Participant person) {
        return seats.stream()
                .filter(each -> !each.person().id().equals(person.id()))
                .toList();
    }

    private static <T> List<T> and(List<T> some, T another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    /** A drill of which one part changes. */
    private record Folding(
            Drill drill,
            List<DrillTeam> teams,
            List<Seat> seats,
            List<Intel> intel,
            List<Said> said,
            Stage stage,
            Conduct conduct) {
        Folding(Drill drill) {
            this(drill, drill.teams(), drill.seats(), drill.intel(), drill.said(), drill.stage(), drill.conduct());
        }

        Folding teams(List<DrillTeam> others) {
            return new Folding(drill, others, seats, intel, said, stage, conduct);
        }

        Folding seats(List<Seat> others) {
            return new Folding(drill, teams, others, intel, said, stage, conduct);
        }

        Folding seat(Participant person, UnaryOperator<Seat> change) {
            return seats(seats.stream()
                    .map(each -> each.person().id().equals(person.id()) ? change.apply(each) : each)
                    .toList());
        }

        Folding intel(Intel given) {
            var others =
                    intel.stream().filter(each -> each.role() != given.role()).toList();
            return new Folding(drill, teams, seats, and(others, given), said, stage, conduct);
        }

        Folding said(List<Said> all) {
            return new Folding(drill, teams, seats, intel, all, stage, conduct);
        }

        Folding stage(Stage next) {
            return new Folding(drill, teams, seats, intel, said, next, conduct);
        }

        Folding conduct(UnaryOperator<Conduct> change) {
            return new Folding(drill, teams, seats, intel, said, stage, change.apply(conduct));
        }

        Drill recorded(DrillRecorded next) {
            return new Drill(
                    drill.id(), drill.created(), teams, seats, intel, said, stage, conduct, and(drill.history(), next));
        }
    }
}
