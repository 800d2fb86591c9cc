package mayday.scenario;

import java.util.List;

/**
 * A quantity that is not a signal of the system, such as jobs lost: computed from what happened so far.
 *
 * @param unit as it is shown after the number; may be empty
 * @param cost whether it is a cost that is not availability, told in the debrief and when customer impact is asked for
 */
public record Variable(VariableId id, String title, String unit, double start, Growth growth, boolean cost) {

    /** How it comes about. */
    public sealed interface Growth {
        /** It grows by so much a second while a condition holds; less than nothing: it shrinks, to zero at the lowest. */
        record Grows(double perSecond, Condition meanwhile) implements Growth {}

        /**
         * It adds up a rate over time.
         *
         * @param rate a quantity per second
         * @param meanwhile when it is added up; empty: always
         */
        record SumOf(Expression rate, List<Condition> meanwhile) implements Growth {
            public SumOf {
                meanwhile = List.copyOf(meanwhile);
            }
        }

        /** It counts completed actions. */
        record Counts(ActionPattern action) implements Growth {}
    }
}
