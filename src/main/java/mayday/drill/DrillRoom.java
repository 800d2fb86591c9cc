package mayday.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.exercise.Assessment;
import mayday.exercise.Drill;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillId;
import mayday.exercise.DrillTeamId;

/** One drill, open to commands: they are decided one after another, journalled, folded, and told to subscribers. */
public interface DrillRoom {
    /** Enough for a drill's people with a window or two each. */
    int MOST_SUBSCRIBERS = 2_500;

    DrillId id();

    /** The drill now: what fell due has happened, unless it cannot be stored just now. */
    Drill drill();

    /** Real time now. */
    Instant now();

    /**
     * Decides a command. What was accepted is on the disk when this returns, and the teams' incidents are as the drill wants them, or
     * will be as soon as they can be written to.
     */
    DrillDecision submit(DrillCommand command);

    /** The incident of a team, once the drill has begun; empty before and for a team that there is not. */
    Optional<Room> incident(DrillTeamId team);

    /**
     * How the teams stand, as far as it is worked out: those that are missing, or have gone on since, are begun by asking. Never waits.
     */
    List<Assessment> assessments();

    /**
     * Runs {@code news} after every change of the drill. It must not block; one that throws is dropped, as is the oldest of more than
     * {@link #MOST_SUBSCRIBERS}.
     */
    Room.Subscription subscribe(Runnable news);
}
