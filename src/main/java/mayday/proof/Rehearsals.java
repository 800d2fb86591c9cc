package mayday.proof;

import java.time.Instant;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.CauseId;

/** Incidents that are played for a proof's sake. */
final class Rehearsals {
    static final Participant PROVER = new Participant("prover", "Prover");

    private Rehearsals() {}

    /** Nothing has been done yet, nor computed: to be looked at, not to be played. */
    static Incident unplayed(Draft draft, CauseId cause) {
        return Decider.open(draft.scenario(), Draft.SEED, cause, ClockMode.PRACTICE, Instant.EPOCH, PROVER)
                .after();
    }

    /** Nothing has been done yet. */
    static Incident opened(Draft draft, CauseId cause) {
        return draft.openings().open(cause, PROVER);
    }

    /** The same incident later, nobody having done anything. */
    static Incident later(Incident incident, Instant at) {
        return Decider.decide(incident.scenario(), incident, new Command.Observe(), at)
                .after();
    }
}
