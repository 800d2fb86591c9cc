package mayday.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.incident.ClockMode;
import mayday.incident.ForkPoint;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.journal.JournalUnavailable;
import mayday.review.Played;
import mayday.review.Result;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/** All incidents: opens them, and finds them again, in memory or in the journal. Safe for use by several threads. */
public interface Rooms {

    /** Opens an incident: journalled before this returns. The seed and cause are given by the caller. */
    Room open(Scenario scenario, long seed, CauseId cause, ClockMode mode, Terms terms, Participant by);

    /**
     * Forks the incident of {@code parent}, which has ended: another one with the same past, on the practice clock, journalled before
     * this returns; empty if there is no such point in it.
     *
     * @throws IllegalArgumentException if it has not ended
     */
    Optional<Room> fork(Room parent, ForkPoint point, Participant by);

    /** The room of an incident, brought back from the journal if need be; empty if there is no such incident. */
    Optional<Room> find(IncidentId id);

    /** As {@link #find}; none if what is stored of it is damaged: one such incident must not take a list of them with it. */
    default Optional<Room> findReadable(IncidentId id) {
        try {
            return find(id);
        } catch (JournalUnavailable failure) {
            if (failure.isDamaged()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The incidents that a participant opened, newest first, at most {@code most}. */
    List<Summary> of(Participant participant, int most);

    /** The incidents that a participant opened and that are over, newest first, at most {@code most}, with what is kept of them. */
    List<Played> played(Participant participant, int most);

    /** Keeps what came of the debrief of an incident that is over. What cannot be stored now is worked out again another time. */
    void keep(IncidentId id, Result result);

    /** Whether the journal can be read just now. */
    boolean isReachable();

    /** How much there is to do. */
    Load load();

    /** An incident in a list. */
    record Summary(IncidentId id, ScenarioId scenario, Instant openedAt, Status status) {}
}
