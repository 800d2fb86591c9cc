package mayday.player;

import java.time.Duration;
import java.util.List;
import mayday.scenario.Action;
import mayday.scenario.Dimension;
import mayday.scenario.Where;

/** Restarts, rolls back, scales and drains before anything is known, looking after each whether it has helped. */
final class Jumper implements Tactics {
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    @Override
    public void play(Seat seat) {
        seat.acknowledge();
        var scenario = seat.incident().scenario();
        var service = scenario.page().condition().service();
        var region = scenario.system().regionIds().getFirst();
        var everywhere = Where.everywhere();
        var jumps = List.<Action>of(
                new Action.Restart(service, everywhere),
                new Action.RollBack(service, everywhere),
                new Action.RevertConfig(service),
                new Action.FlushDns(everywhere),
                new Action.ShedLoad(30, everywhere),
                new Action.DrainRegion(region));
        for (var jump : jumps) {
            if (seat.isOver()) {
                return;
            }
            seat.act(jump, "");
            seat.letPass(A_WHILE);
            seat.ask(Dimension.ERROR_RATE);
            if (seat.looksHealthy(service)) {
                break;
            }
        }
        seat.close("Seems to be fine now.");
    }
}
