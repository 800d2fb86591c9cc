package mayday.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** A database four times slower for five minutes. */
final class Storm {
    static final ServiceId ENTRY = new ServiceId("edge");

    static final Schedule SCHEDULE = Schedule.EMPTY.with(new Disturbance(
            "stall",
            at(10),
            at(15),
            List.of(new Effect.OnService(
                    new ServiceId("catalog-db"),
                    Where.everywhere(),
                    Effect.ServiceParameter.SERVICE_TIME,
                    new Adjustment.Times(40),
                    Duration.ZERO))));

    private Storm() {}

    static Instant at(int minute) {
        return Plant.ORIGIN.plusSeconds(60L * minute);
    }
}
