package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts moves, so that there are at most {@link Room#MOVES_A_MINUTE} in any minute. Its owner guards it. */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Real time of the moves of the last minute. */
    private final Deque<Instant> moves = new ArrayDeque<>();

    /** Whether one more move may be made now. */
    boolean allows(Instant now) {
        while (!moves.isEmpty() && isPast(moves.getFirst(), now)) {
            moves.removeFirst();
        }
        return moves.size() < Room.MOVES_A_MINUTE;
    }

    /** Also what is later than now: the machine's clock was set back, and nobody waits until it has caught up. */
    private static boolean isPast(Instant move, Instant now) {
        return move.isAfter(now) || !move.plus(MINUTE).isAfter(now);
    }

    void moved(Instant now) {
        moves.addLast(now);
    }
}
