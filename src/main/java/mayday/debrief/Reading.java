package mayday.debrief;

import java.util.List;

/** What a criterion found in a run, in words. */
public sealed interface Reading {
    String text();

    /**
     * It counts.
     *
     * @param score 0 to 100
     * @param moves sequences of the events that it rests on
     */
    record Scored(String text, int score, List<Long> moves) implements Reading {
        public Scored {
            moves = List.copyOf(moves);
        }
    }

    /** It did not come up; {@code text} says why. */
    record NotCounted(String text) implements Reading {}
}
