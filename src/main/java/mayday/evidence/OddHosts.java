package mayday.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;

/**
 * Which numbers the hosts have that an effect made different from the others.
 *
 * <p>The model knows how many there are, the author which: the number in {@code take out host 9 of api in eu-west}, of the true cause
 * or else of another of the scenario's. Where nobody names one, they are the last.
 */
public record OddHosts(List<Cause> first, List<Cause> next) {
    static final OddHosts UNNAMED = new OddHosts(List.of(), List.of());

    public OddHosts {
        first = List.copyOf(first);
        next = List.copyOf(next);
    }

    /** The true cause first. */
    public static OddHosts of(Scenario scenario, Cause cause) {
        return new OddHosts(List.of(cause), scenario.causes());
    }

    /** As many numbers as there are odd hosts, from 1 to {@code replicas}. */
    public List<Integer> numbers(ServiceId service, RegionId region, int odd, int replicas) {
        int named = Stream.concat(first.stream(), next.stream())
                .flatMap(each -> Stream.concat(Stream.of(each), each.parts().stream()))
                .flatMap(cause -> cause.undoneBy().stream())
                .filter(pattern -> names(pattern, service, region))
                .flatMap(pattern -> pattern.bounds().stream())
                .filter(bound -> bound.argument().equals("host"))
                .map(ActionPattern.Bound::value)
                .filter(number -> number <= replicas)
                .findFirst()
                .orElse(Math.max(1, replicas - odd + 1));
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < Math.min(odd, replicas); i++) {
            numbers.add(1 + (named - 1 + i) % replicas);
        }
        return numbers;
    }

    private static boolean names(ActionPattern pattern, ServiceId service, RegionId region) {
        return (pattern.kind() == ActionKind.TAKE_OUT_HOST || pattern.kind() == ActionKind.RESTART_HOST)
                && pattern.target().equals(service.value())
                && (pattern.in().isEmpty() || pattern.in().contains(region));
    }
}
