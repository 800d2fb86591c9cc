package mayday.incident;

import java.util.List;

/** What became of a command. */
public sealed interface Decision {

    /**
     * It happened.
     *
     * @param recorded the new events in order, those that fell due before it included; may be empty
     * @param after the incident with those events folded in
     */
    record Accepted(List<Recorded> recorded, Incident after) implements Decision {
        public Accepted {
            recorded = List.copyOf(recorded);
        }
    }

    /**
     * It did not happen; what fell due before it did.
     *
     * @param recorded events that fell due; to be stored as well
     */
    record Refused(Refusal refusal, List<Recorded> recorded, Incident after) implements Decision {
        public Refused {
            recorded = List.copyOf(recorded);
        }
    }

    List<Recorded> recorded();

    Incident after();
}
