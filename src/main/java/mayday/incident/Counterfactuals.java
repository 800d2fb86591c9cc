package mayday.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An incident played again with some of its actions left out, on the same seed and cause: what would have happened without them. What was
 * seen, said and claimed stays as it was, since what people and conditions of the scenario do may depend on it. Nobody closes anything.
 * For one thread.
 */
public final class Counterfactuals {
    private final Incident incident;
    private final List<Recorded> history;
    private final Map<ActionId, Before> before = new LinkedHashMap<>();
    private final Map<Instant, Incident> untouched = new HashMap<>();

    /** Made again up to its last move. */
    private final Incident played;

    /** As it went on from there, as far as was asked last. */
    private Incident gone;

    private Instant reached = Instant.MIN;

    /** How things stood when an action started, and the place of the start in the history. */
    private record Before(Incident incident, int place) {}

    public Counterfactuals(Incident incident) {
        this.incident = incident.computed();
        this.history = incident.history();
        this.played = played();
        this.gone = played;
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
        return progress.incident();
    }

    /** With all actions, up to {@code until}: as it went, but for the end that somebody declared. */
    public Incident asItWent(Instant until) {
        var progress = new Progress(until.isBefore(reached) ? played : gone);
        Deadlines.pass(progress, until);
        gone = progress.incident();
        reached = until;
        return gone;
    }

    /** Without each of its actions in turn, in the order in which they started, each up to {@code until}. */
    public Map<ActionId, Incident> withoutEach(Instant until) {
        if (before.size() == 1) {
            // Without its only one it goes as without any.
            return Map.of(before.keySet().iterator().next(), untouched(until));
        }
        // Each branch has a trajectory of its own from where its action started, so that every core may follow one.
        return before.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> goneOn(entry.getValue(), id -> !id.equals(entry.getKey()), until),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** Without any action, up to {@code until}. */
    public Incident untouched(Instant until) {
        return untouched.computeIfAbsent(until, this::withoutAny);
    }

    private Incident withoutAny(Instant until) {
        return before.isEmpty()
                ? asItWent(until)
                : goneOn(before.values().iterator().next(), _ -> false, until);
    }

    private Incident goneOn(Before from, Predicate<ActionId> kept, Instant until) {
        var progress = new Progress(from.incident());
        history.subList(from.place(), history.size()).forEach(recorded -> Replay.again(progress, recorded, kept));
        Deadlines.pass(progress, until);
        return progress.incident();
    }
}
