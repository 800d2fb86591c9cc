package mayday.compiler;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;

/** Whether a run of a scenario can be simulated on the machine that serves it: how much of it there is, for how long. */
final class RunSize {
    /**
     * Services in their regions and calls between them, times seconds. The largest shipped scenario has a million and a half; at this limit
     * a run of which everything changes all the time takes a few hundred megabytes.
     */
    static final long MOST = 20_000_000;

    private RunSize() {}

    /** @param place of what says how long it runs */
    static void check(SimulatedSystem system, Duration limit, Place place, Problems problems) {
        var regions = system.services().stream().collect(Collectors.toMap(Service::id, RunSize::regions, Math::max));
        var parts = regions.values().stream().mapToLong(each -> each).sum() + calls(system, regions);
        var seconds = Scenario.HISTORY.plus(limit).toSeconds();
        if (parts * seconds > MOST) {
            problems.error(
                    place,
                    "too-much-to-simulate",
                    "%,d services and calls in their regions over %,d s are %,d; at most %,d are simulated"
                            .formatted(parts, seconds, parts * seconds, MOST),
                    "a shorter `limit`, or fewer services or regions");
        }
    }

    private static int regions(Service service) {
        return service.regions().size();
    }

    private static long calls(SimulatedSystem system, Map<ServiceId, Integer> regions) {
        return system.dependencies().stream()
                .mapToLong(each -> regions.getOrDefault(each.from(), 0))
                .sum();
    }
}
