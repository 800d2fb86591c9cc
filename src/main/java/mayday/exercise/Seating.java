package mayday.exercise;

import static mayday.exercise.DrillChecks.refused;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.exercise.DrillDecider.Answer;
import mayday.incident.Participant;
import mayday.scenario.Words;

/** Who sits where. */
final class Seating {
    private Seating() {}

    static Answer addTeam(Drill drill, DrillCommand.AddTeam add) {
        if (!(drill.stage() instanceof Stage.Lobby)) {
            return refused("not-now", "Teams are added before the start.");
        }
        var name = add.name().strip();
        if (name.isEmpty()) {
            return refused("empty", "A team needs a name.");
        }
        if (drill.teams().size() >= DrillLimits.TEAMS) {
            return refused("limit-reached", "A drill has at most " + DrillLimits.TEAMS + " teams.");
        }
        var tooLong = DrillChecks.tooLong("team's name", name, DrillLimits.TEAM_NAME_CHARACTERS);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        var team = new DrillTeam(DrillTeamId.of(name, drill.teams().size() + 1), name);
        return drill.team(team.id()).isPresent()
                ? refused("name-taken", "There is a team called " + name + " already.")
                : yes(new DrillEvent.TeamAdded(team, add.by()));
    }

    static Answer take(Drill drill, DrillCommand.TakeSeat take) {
        if (drill.isOver()) {
            return DrillChecks.over();
        }
        var before = drill.seat(take.person().id());
        var team = team(drill, take, before);
        if (team.isEmpty()) {
            return refused(DrillRefusal.UNKNOWN, "There is no team " + take.team() + " in this drill.");
        }
        if (before.isPresent()
                && !(drill.stage() instanceof Stage.Lobby)
                && !before.get().team().equals(team.get().id())) {
            return refused("not-now", "The drill has begun: people stay in their team.");
        }
        var role = role(drill, team.get(), take, before);
        if (role.isEmpty()) {
            return refused(
                    DrillRefusal.UNKNOWN,
                    "There is no role " + take.role() + ". The roles are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Role.values())
                                            .map(Words::kebab)
                                            .toList())
                            + ".");
        }
        return seated(drill, take.person(), team.get(), role.get(), before);
    }

    private static Optional<DrillTeam> team(Drill drill, DrillCommand.TakeSeat take, Optional<Seat> before) {
        if (!take.team().isEmpty()) {
            return drill.team(new DrillTeamId(take.team()));
        }
        return before.flatMap(seat -> drill.team(seat.team()))
                .or(() -> drill.teams().stream()
                        .min(Comparator.comparingInt(
                                team -> drill.seatsOf(team.id()).size())));
    }

    private static Optional<Role> role(Drill drill, DrillTeam team, DrillCommand.TakeSeat take, Optional<Seat> before) {
        if (!take.role().isEmpty()) {
            return Words.parse(Role.class, take.role().toLowerCase(Locale.ROOT));
        }
        var taken = drill.seatsOf(team.id()).stream().map(Seat::role).toList();
        return before.filter(seat -> seat.team().equals(team.id()))
                .map(Seat::role)
                .or(() -> Arrays.stream(Role.values())
                        .filter(each -> each != Role.OBSERVER && !taken.contains(each))
                        .findFirst())
                .or(() -> Optional.of(Role.OPERATIONS));
    }

    private static Answer seated(Drill drill, Participant person, DrillTeam team, Role role, Optional<Seat> before) {
        var others = drill.seatsOf(team.id()).stream()
                .filter(each -> !each.person().id().equals(person.id()))
                .toList();
        if (others.size() >= DrillLimits.PEOPLE_A_TEAM) {
            return refused(
                    "team-full",
                    team.name() + " has " + DrillLimits.PEOPLE_A_TEAM + " people, which is all that a team takes."
                            + " Choose another team.");
        }
        var holder = others.stream().filter(each -> each.role() == role).findFirst();
        if (role == Role.INCIDENT_COMMANDER && holder.isPresent()) {
            return refused(
                    "seat-taken",
                    nameOf(holder.get().person()) + " is " + team.name()
                            + "’s incident commander. Take another role, or let them hand over.");
        }
        var same = before.filter(seat -> seat.team().equals(team.id()) && seat.role() == role)
                .isPresent();
        if (same) {
            return new Answer.Yes(List.of());
        }
        return yes(
                before.isPresent()
                        ? new DrillEvent.SeatTaken(person, team.id(), role)
                        : new DrillEvent.Joined(person, team.id(), role));
    }

    static Answer leave(Drill drill, DrillCommand.Leave leave) {
        if (drill.isOver()) {
            return DrillChecks.over();
        }
        return drill.seat(leave.person().id()).isEmpty()
                ? new Answer.Yes(List.of())
                : yes(new DrillEvent.Left(leave.person()));
    }

    static Answer ready(Drill drill, DrillCommand.BeReady ready) {
        if (!(drill.stage() instanceof Stage.Lobby)) {
            return refused("not-now", "The drill has begun already.");
        }
        var seat = drill.seat(ready.person().id());
        if (seat.isEmpty()) {
            return noSeat();
        }
        return seat.get().ready() == ready.ready()
                ? new Answer.Yes(List.of())
                : yes(new DrillEvent.ReadyChanged(ready.person(), ready.ready()));
    }

    static Answer handOver(Drill drill, DrillCommand.HandOver hand) {
        if (!(drill.stage() instanceof Stage.Running)) {
            return drill.isOver() ? DrillChecks.over() : DrillChecks.notBegun();
        }
        var giver = drill.seat(hand.by().id());
        var taker = drill.seat(hand.toPersonId());
        if (giver.isEmpty()) {
            return noSeat();
        }
        var team = giver.get().team();
        if (taker.isEmpty() || !taker.get().team().equals(team)) {
            return refused(DrillRefusal.UNKNOWN, "Nobody like that is in your team. Hand over to somebody who is.");
        }
        if (taker.get().role() == Role.OBSERVER) {
            return refused("observers-watch", "An observer cannot take command. They have to take another seat first.");
        }
        var commander = drill.commander(team);
        var mayTake = commander.isEmpty() && hand.toPersonId().equals(hand.by().id());
        if (!mayTake && giver.get().role() != Role.INCIDENT_COMMANDER) {
            return refused(
                    "commander-only",
                    commander
                            .map(seat -> nameOf(seat.person()) + " has command: only they hand it over.")
                            .orElse("Nobody has command. Take it yourself."));
        }
        return taker.get().role() == Role.INCIDENT_COMMANDER
                ? refused("not-now", "They have command already.")
                : yes(new DrillEvent.CommandHandedOver(
                        team, hand.by(), taker.get().person()));
    }

    static Answer noSeat() {
        return refused("no-seat", "You have no seat in this drill. Join it first.");
    }

    static String nameOf(Participant person) {
        return person.name().isEmpty() ? "Somebody" : person.name();
    }

    private static Answer yes(DrillEvent event) {
        return new Answer.Yes(List.of(event));
    }
}
