package mayday.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that happens to the system beside ordinary traffic: disturbances and impulses, in the order in which they were added.
 * Later disturbances apply on top of earlier ones.
 */
public record Schedule(List<Disturbance> disturbances, List<Impulse> impulses) {

    /** Nothing happens. */
    public static final Schedule EMPTY = new Schedule(List.of(), List.of());

    public Schedule {
        disturbances = List.copyOf(disturbances);
        impulses = List.copyOf(impulses);
    }

    public Schedule with(Disturbance disturbance) {
        var more = new ArrayList<>(disturbances);
        more.add(disturbance);
        return new Schedule(more, impulses);
    }

    public Schedule with(Impulse impulse) {
        var more = new ArrayList<>(impulses);
        more.add(impulse);
        return new Schedule(disturbances, more);
    }

    /** The same, with every disturbance called {@code name} ended at {@code end}; one that begins later never comes. */
    public Schedule ended(String name, Instant end) {
        return new Schedule(
                disturbances.stream()
                        .filter(each ->
                                !each.name().equals(name) || !each.from().isAfter(end))
                        .map(each -> each.name().equals(name) ? each.endedAt(end) : each)
                        .toList(),
                impulses);
    }
}
