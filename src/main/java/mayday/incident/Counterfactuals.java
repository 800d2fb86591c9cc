package mayday.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An incident played again with some of its actions left out, on the same seed and cause: what would have happened without them. What was
 * seen, said and claimed stays as it was, since what people and conditions of the scenario do may depend on it. Nobody closes anything.
 */
public final class Counterfactuals {
    private final Incident incident;
    private final List<Recorded> history;
    private final Instant until;
    private final Map<ActionId, Before> before = new LinkedHashMap<>();
    private final Incident asItWent;

    /** How things stood when an action started, and the place of the start in the history. */
    private record Before(Incident incident, int place) {}

    /** Of {@code incident}, each up to {@code until}. */
    public Counterfactuals(Incident incident, Instant until) {
        this.incident = incident;
        this.history = incident.history();
        this.until = until;
        this.asItWent = played();
    }

    private Incident played() {
        var progress =
                new Progress(Decider.openedWith(incident, incident.opened().cause()));
        for (var place = 0; place < history.size(); place++) {
            var recorded = history.get(place);
            if (recorded.event() instanceof Event.ActionStarted started) {
                Deadlines.pass(progress, recorded.at());
                before.put(started.id(), new Before(progress.incident(), place));
            }
            Replay.again(progress, recorded, _ -> true);
        }
        Deadlines.pass(progress, until);
        return progress.incident();
    }

    /** With all actions: as it went, but for the end that somebody declared. */
    public Incident asItWent() {
        return asItWent;
    }

    /** Without each of its actions in turn, in the order in which they started. */
    public Map<ActionId, Incident> withoutEach() {
        // Each branch has a trajectory of its own from where its action started, so that every core may follow one.
        return before.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> goneOn(entry.getValue(), id -> !id.equals(entry.getKey())),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** Without any action. */
    public Incident untouched() {
        return before.isEmpty() ? asItWent : goneOn(before.values().iterator().next(), _ -> false);
    }

    private Incident goneOn(Before from, Predicate<ActionId> kept) {
        var progress = new Progress(from.incident());
        history.subList(from.place(), history.size()).forEach(recorded -> Replay.again(progress, recorded, kept));
        Deadlines.pass(progress, until);
        return progress.incident();
    }
}
