package mayday.web.view;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Seat;
import mayday.exercise.TeamClock;
import mayday.scenario.Words;

/**
 * A team in its room, the same for everybody in it: who is who, who is there now, and how the facilitator lets the clock run.
 *
 * @param stage {@code lobby}, {@code running} or {@code over}
 * @param paused whether the facilitator holds the clock
 * @param probing whether everybody is being asked something
 * @param extended minutes that were added
 */
public record RosterView(
        String drill,
        String title,
        String name,
        List<Mate> mates,
        String stage,
        boolean paused,
        boolean probing,
        long extended,
        boolean hasCommander) {
    public RosterView {
        mates = List.copyOf(mates);
    }

    /**
     * Somebody of the team.
     *
     * @param here whether a window of theirs is open
     */
    public record Mate(String person, String name, String role, String title, String abbreviation, boolean here) {
        static Mate of(Seat seat, boolean here) {
            var role = seat.role();
            return new Mate(
                    seat.person().id(),
                    LobbyView.nameOf(seat.person()),
                    Words.kebab(role),
                    role.title(),
                    role.abbreviation(),
                    here);
        }
    }

    /**
     * The team as it is.
     *
     * @param here ids of those who have the room open
     */
    public static RosterView of(Drill drill, DrillTeamId team, Set<String> here) {
        var clock = drill.conduct().clock(team);
        return new RosterView(
                drill.id().value(),
                drill.plan().title(),
                drill.team(team).map(DrillTeam::name).orElse(team.value()),
                drill.seatsOf(team).stream()
                        .map(seat -> Mate.of(seat, here.contains(seat.person().id())))
                        .toList(),
                LobbyView.stage(drill.stage()),
                clock.filter(TeamClock::paused).isPresent() && !drill.isOver(),
                drill.conduct().openProbe().isPresent() && !drill.isOver(),
                clock.map(TeamClock::extended).orElse(Duration.ZERO).toMinutes(),
                drill.commander(team).isPresent());
    }

    /** How many of the team have the room open. */
    public long here() {
        return mates.stream().filter(Mate::here).count();
    }
}
