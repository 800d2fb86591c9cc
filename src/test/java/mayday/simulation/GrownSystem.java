package mayday.simulation;

import java.util.stream.IntStream;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.simulation.Plant.Size;

/** Systems of any size, of one shape: a tree of services, each called by one before it, with a database for every fourth. */
final class GrownSystem {
    private static final int CALLED_BY_EACH = 3;

    private GrownSystem() {}

    static SimulatedSystem of(int services, int regions) {
        var plant = Plant.in(IntStream.range(0, regions).mapToObj(r -> "r" + r).toArray(String[]::new))
                .demand(300.0 * regions)
                .noise(0.03)
                .service(
                        ServiceKind.EDGE,
                        "edge",
                        Size.workers(2000, 0.002).replicas(4).cores(8, 0.0005));
        var size = Size.workers(64, 0.01).replicas(6).cores(4, 0.002).errors(0.0002);
        for (var s = 1; s < services; s++) {
            plant.service(s % 4 == 3 ? ServiceKind.DATABASE : ServiceKind.SERVICE, name(s), size);
        }
        for (var s = 1; s < services; s++) {
            var attempts = s % 3 == 0 ? 2 : 1;
            var pool = s % 4 == 3 ? 30 : 0;
            plant.calls(
                    name((s - 1) / CALLED_BY_EACH),
                    name(s),
                    call -> call.calls(0.6).timeout(1).attempts(attempts).pool(pool));
        }
        return plant.build();
    }

    private static String name(int service) {
        return service == 0 ? "edge" : "s" + service;
    }
}
