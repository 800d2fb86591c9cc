package mayday.drill;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in the rooms of a house. */
final class Tally {
    private final LongAdder moves = new LongAdder();
    private final LongAdder questions = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void moved() {
        moves.increment();
    }

    void understood(Duration took) {
        questions.increment();
        nanos.add(took.toNanos());
    }

    long moves() {
        return moves.sum();
    }

    long questions() {
        return questions.sum();
    }

    Duration understanding() {
        return Duration.ofNanos(nanos.sum());
    }
}
