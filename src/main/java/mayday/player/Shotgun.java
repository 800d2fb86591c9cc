package mayday.player;

import java.time.Duration;
import java.util.HashSet;
import mayday.scenario.Dimension;

/** Asks about everything in no order, acts on what comes out, and closes without another look. */
final class Shotgun implements Tactics {
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    @Override
    public void play(Seat seat) {
        seat.acknowledge();
        var reasoning = seat.reasoning();
        var dimensions = Dimension.values();
        for (var i = dimensions.length - 1; i >= 0; i--) {
            if (seat.isOver() || !seat.hasTimeFor(A_WHILE.multipliedBy(2))) {
                break;
            }
            seat.ask(dimensions[i]);
        }
        reasoning.follow(seat.incident());
        reasoning
                .remedy(reasoning.ranked().getFirst(), new HashSet<>(), seat.player())
                .ifPresent(action -> seat.act(action, ""));
        seat.letPass(A_WHILE);
        seat.close("Looked at everything.");
    }
}
