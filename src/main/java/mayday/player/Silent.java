package mayday.player;

import java.time.Duration;

/** Lets all the time pass. */
final class Silent implements Tactics {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    @Override
    public void play(Seat seat) {
        while (!seat.isOver()) {
            seat.letPass(A_WHILE);
        }
    }
}
