package mayday.player;

import java.time.Duration;
import java.util.HashSet;

/** Takes the remedy of the true cause at once: the one player who peeks, to see what a good guess is worth. */
final class LuckyGuesser implements Tactics {
    private static final Duration A_WHILE = Duration.ofMinutes(8);

    @Override
    public void play(Seat seat) {
        seat.acknowledge();
        var truth = seat.incident().cause();
        seat.reasoning().remedy(truth, new HashSet<>(), seat.player()).ifPresent(action -> seat.act(action, ""));
        seat.letPass(A_WHILE);
        seat.close("Fixed.");
    }
}
