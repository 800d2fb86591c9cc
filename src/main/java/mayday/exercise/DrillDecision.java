package mayday.exercise;

import java.util.List;

/** What became of a command in a drill. */
public sealed interface DrillDecision {
    /**
     * It happened.
     *
     * @param recorded the new events, those that fell due before it included; none if everything was so already
     */
    record Accepted(List<DrillRecorded> recorded, Drill after) implements DrillDecision {
        public Accepted {
            recorded = List.copyOf(recorded);
        }
    }

    /**
     * It did not happen; what fell due before it did.
     *
     * @param recorded events that fell due; to be stored as well
     */
    record Refused(DrillRefusal refusal, List<DrillRecorded> recorded, Drill after) implements DrillDecision {
        public Refused {
            recorded = List.copyOf(recorded);
        }
    }

    List<DrillRecorded> recorded();

    Drill after();
}
