package mayday.drill;

import java.util.List;
import java.util.Optional;
import mayday.exercise.DrillId;
import mayday.exercise.JoinCode;
import mayday.exercise.Plan;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.journal.DrillHeading;

/** All drills: makes them, and finds them again. Safe for use by several threads. */
public interface Drills {
    /**
     * Makes a drill: journalled before this returns.
     *
     * @param teams their names, all different
     */
    DrillRoom create(Plan plan, List<String> teams, Participant by);

    /** The room of a drill, brought back from the journal if need be; empty if there is no such drill. */
    Optional<DrillRoom> find(DrillId id);

    Optional<DrillRoom> find(JoinCode code);

    /** Ids for the incidents of as many teams: unguessable, and taken by none. */
    List<IncidentId> incidentIds(int teams);

    /** All drills, newest first, at most {@code most}. */
    List<DrillHeading> all(int most);

    /** The drills in which somebody had a seat, newest first, at most {@code most}. */
    List<DrillHeading> of(Participant person, int most);
}
