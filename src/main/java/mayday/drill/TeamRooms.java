package mayday.drill;

import java.util.Optional;
import mayday.exercise.Drill;
import mayday.exercise.DrillTeam;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Stage;
import mayday.exercise.TeamIncident;
import mayday.exercise.TeamWishes;
import mayday.incident.ClockMode;
import mayday.incident.IncidentId;
import mayday.journal.DrillJournal;
import mayday.journal.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The incidents of drills, kept as their drills want them.
 *
 * <p>A drill's events come first; what they mean for an incident (it is opened, its clock stands, a hint comes) follows, and is found out
 * by comparing the two. So nothing is lost and nothing done twice, however many processes there are and whenever they end.
 */
final class TeamRooms {
    private static final Logger LOG = LoggerFactory.getLogger(TeamRooms.class);

    private final JournaledRooms rooms;
    private final DrillJournal drills;

    TeamRooms(JournaledRooms rooms, DrillJournal drills) {
        this.rooms = rooms;
        this.drills = drills;
    }

    /** The room of a team's incident, opened if it is not yet. */
    Optional<Room> room(Drill drill, DrillTeamId team) {
        return drill.incident(team).flatMap(id -> rooms.find(id).or(() -> open(drill, team, id)));
    }

    private Optional<Room> open(Drill drill, DrillTeamId team, IncidentId id) {
        return switch (drill.stage()) {
            case Stage.Running running -> drill.team(team).map(each -> open(drill, running, each, id));
            // It was ended before anybody opened it: nothing was played.
            case Stage.Lobby _, Stage.Over _ -> Optional.empty();
        };
    }

    private Room open(Drill drill, Stage.Running running, DrillTeam team, IncidentId id) {
        var plan = drill.plan();
        return rooms.openAs(
                id,
                new JournaledRooms.Opening(
                        running.revision(),
                        plan.seed(),
                        plan.cause(),
                        ClockMode.LIVE,
                        plan.terms(),
                        drill.ownerOf(team)),
                running.startedAt());
    }

    /** Whether every team's incident has ended. */
    boolean areAllOver(Drill drill) {
        var incidents = drill.stage().incidents();
        return !incidents.isEmpty()
                && incidents.stream()
                        .allMatch(each -> room(drill, each.team())
                                .filter(room -> room.incident().isOver())
                                .isPresent());
    }

    void bringInLine(Drill drill) {
        for (var each : drill.stage().incidents()) {
            try {
                bringInLine(drill, each);
            } catch (JournalUnavailable e) {
                LOG.error(
                        "The incident of {} in drill {} is not as the drill wants it yet. {}",
                        each.team(),
                        drill.id(),
                        e.getMessage());
            }
        }
    }

    private void bringInLine(Drill drill, TeamIncident each) {
        var room = room(drill, each.team());
        if (room.isPresent() && room.get() instanceof JournaledRoom journaled) {
            journaled.bringInLine(
                    incident -> TeamWishes.next(drill, each.team(), incident).filter(_ -> isLatest(drill)));
        }
    }

    /**
     * Whether nothing has been stored of the drill since: else what an older drill wants would undo what a newer one has done, as a clock
     * that was just paused would go on. Asked after the incident was looked at: what the incident shows, the drill's events say already.
     */
    private boolean isLatest(Drill drill) {
        return drills.version(drill.id()) == drill.version();
    }
}
