package mayday.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.Effect;
import mayday.scenario.StateId;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;

/** Looks at a cause as a whole: can it be played and mended? */
final class CauseLint {
    private final Cause cause;
    private final List<Change> changes;
    private final Fields fields;
    private final Problems problems;

    /** @param shared changes that are there whichever cause is true */
    CauseLint(Cause cause, List<Change> shared, Fields fields, Problems problems) {
        this.cause = cause;
        this.changes = new ArrayList<>(shared);
        this.changes.addAll(cause.changes());
        this.fields = fields;
        this.problems = problems;
    }

    /** @param redHerrings those that are only looked at: nobody has to mend them */
    void check(List<Cause> redHerrings) {
        if (cause.states().isEmpty()) {
            return;
        }
        var isPlayed = !redHerrings.contains(cause);
        unreachableStates();
        if (isPlayed && !statesWithoutExit() && !cause.isFalseAlarm()) {
            mitigable();
        }
        if (!isPlayed) {
            unmadeChanges();
        }
        carriers(isPlayed);
        if (!cause.isFalseAlarm()
                && cause.states().stream().allMatch(state -> state.effects().isEmpty())) {
            problems.warning(
                    fields.placeOf("states"), "no-effects", "no state of this cause has effects: nothing happens", "");
        }
    }

    private void unreachableStates() {
        var reached = reached(_ -> true);
        for (var entry : writtenStates()) {
            var state = new StateId(entry.key().text());
            if (!reached.contains(state) && !state.equals(Cause.UNDONE)) {
                problems.warning(
                        entry.key().place(),
                        "unreachable-state",
                        "nothing leads to the state `" + state + "`",
                        "lead to it with `after`, `when` or `on` of another state");
            }
        }
    }

    /**
     * Reports states that disturb the system for ever: nothing undoes the cause, and nothing leads out of them.
     *
     * @return whether the cause can come to one of them
     */
    private boolean statesWithoutExit() {
        var found = false;
        var reached = reached(_ -> true);
        var undoable = !cause.carriedBy().isEmpty() || !cause.undoneBy().isEmpty();
        for (var entry : writtenStates()) {
            var state = cause.state(new StateId(entry.key().text()));
            var hurts = !lasting(state).isEmpty();
            if (hurts && !undoable && !state.terminal() && state.transitions().isEmpty()) {
                found |= reached.contains(state.id());
                problems.error(
                        entry.key().place(),
                        "state-without-exit",
                        "nothing leads out of the state `" + state.id() + "`, and nothing undoes the cause",
                        "give it `after`, `when` or `on`, say what the cause is `undone-by`, or declare it `terminal: true`");
            }
        }
        return found;
    }

    private List<Entry> writtenStates() {
        return fields.find("states")
                .filter(Entries.class::isInstance)
                .map(Entries.class::cast)
                .map(Entries::entries)
                .orElse(List.of());
    }

    /**
     * Somebody can undo it, an action leads somewhere else, or it passes by itself and leaves the system to recover.
     */
    private void mitigable() {
        var undoable = !cause.carriedBy().isEmpty() || !cause.undoneBy().isEmpty();
        var answersToActions = cause.states().stream()
                .flatMap(state -> state.transitions().stream())
                .anyMatch(transition -> transition.trigger() instanceof Trigger.On);
        var passes = reached(transition -> !(transition.trigger() instanceof Trigger.On)).stream()
                .map(cause::state)
                .anyMatch(state -> state.effects().isEmpty() && !state.equals(cause.initial()));
        var endable = cause.states().stream().allMatch(state -> lasting(state).isEmpty());
        if (!undoable && !answersToActions && !passes && !endable) {
            problems.warning(
                    fields.place(),
                    "not-mitigable",
                    "nothing ends the cause `" + cause.id() + "`, and it does not end by itself",
                    "give it a `change` that carries it, or say what it is `undone-by`");
        }
    }

    /** Effects of a state that no action ends for good by itself. */
    private static List<Effect> lasting(CauseState state) {
        var lasting = new ArrayList<>(state.effects());
        state.loads().stream()
                .filter(load -> load.returns().isZero())
                .flatMap(load -> load.effects().stream())
                .forEach(lasting::remove);
        return lasting;
    }

    private Set<StateId> reached(Predicate<Transition> follow) {
        var reached = new HashSet<StateId>();
        var toVisit = new ArrayDeque<CauseState>(List.of(cause.initial()));
        while (!toVisit.isEmpty()) {
            var state = toVisit.pop();
            if (reached.add(state.id())) {
                state.transitions().stream()
                        .filter(follow)
                        .flatMap(transition -> transition.target().states().stream())
                        .forEach(next -> toVisit.push(cause.state(next)));
            }
        }
        return reached;
    }

    /** What is changed only where a red herring is true is never changed, so that it misleads nobody. */
    private void unmadeChanges() {
        for (var change : cause.changes()) {
            problems.warning(
                    fields.place(),
                    "unmade-change",
                    "the change `" + change.id() + "` is made only if `" + cause.id()
                            + "` is true, which is never drawn: nobody sees it",
                    "list it under the `changes` of the scenario, and let the red herring say that it `blames` it");
        }
    }

    private void carriers(boolean isPlayed) {
        for (var change : changes) {
            if (cause.carriedBy().contains(change.id())) {
                afterTheCause(change);
                if (isPlayed) {
                    coveredByALaterOne(change);
                }
            }
        }
    }

    private void afterTheCause(Change carrier) {
        if (carrier.ago().compareTo(cause.beginsAgo()) < 0) {
            problems.warning(
                    fields.placeOf("begins"),
                    "change-after-cause",
                    "the cause begins before the change `" + carrier.id() + "` that carries it is made",
                    "let it begin when the change is made, or later");
        }
    }

    /**
     * Rolling back and reverting undo the latest release or configuration of a service, so a later one stands before
     * the carrier.
     */
    private void coveredByALaterOne(Change carrier) {
        var kind = carrier.kind();
        var latestOnly = kind == ChangeKind.RELEASE || kind == ChangeKind.CONFIG;
        for (var other : changes) {
            var covers = other.kind() == kind
                    && other.service().equals(carrier.service())
                    && other.ago().compareTo(carrier.ago()) < 0;
            if (latestOnly && covers) {
                problems.warning(
                        fields.place(),
                        "covered-change",
                        "`" + other.id() + "` is a later change of `" + carrier.service()
                                + "`, so that undoing the latest" + " does not undo `" + carrier.id() + "`",
                        "");
            }
        }
    }
}
