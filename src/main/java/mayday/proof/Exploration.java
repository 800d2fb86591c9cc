package mayday.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.evidence.Circumstances.Passage;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Impact;
import mayday.incident.Incident;
import mayday.player.Remedies;
import mayday.scenario.Action;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.StateId;
import mayday.scenario.Transition.Trigger;

/**
 * The states of a cause that are really entered, by doing nothing and by doing what might mend it, and from which of them customers are
 * well again. Each is entered in an incident of its own, and what follows is run on the simulated system.
 *
 * <p>Approvals are thought to be given; that they can be is another proof.
 */
final class Exploration {
    /** More runs than this are not made for one cause. */
    static final int MOST_RUNS = 240;

    /** How long after the last action, or after entering a state, customers may take to be well: backlogs drain slowly. */
    private static final Duration RECOVERY = Duration.ofMinutes(40);

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** So many remedies are tried two by two. */
    private static final int PAIRED = 4;

    private final Cause cause;
    private final List<Action> remedies;
    private final List<Action> others;
    private final Incident opened;
    private final Set<Stand> all;
    private final Map<Stand, Incident> entered = new LinkedHashMap<>();
    private final Set<Stand> mended = new HashSet<>();
    private final Deque<Stand> open = new ArrayDeque<>();
    private final Interruption interruption;
    private final boolean answersToActions;
    private int runs;

    /** A state of one of a cause's faults. */
    record Stand(CauseId fault, StateId state) {}

    /**
     * @param first what is known to have helped, tried before anything else
     */
    Exploration(Draft draft, Cause cause, List<Action> first) {
        this.cause = cause;
        this.interruption = draft.interruption();
        this.answersToActions = cause.faults().stream()
                .flatMap(fault -> fault.states().stream())
                .flatMap(state -> state.transitions().stream())
                .anyMatch(transition -> !(transition.trigger() instanceof Trigger.After));
        this.all = cause.faults().stream()
                .flatMap(fault -> fault.states().stream().map(state -> new Stand(fault.id(), state.id())))
                .collect(Collectors.toUnmodifiableSet());
        var lasting = draft.lasting();
        this.opened = Rehearsals.opened(lasting, cause.id());
        var known = new ArrayList<>(first);
        var menu = Menu.actions(lasting.scenario());
        var answered = answered(cause);
        Stream.concat(
                        Remedies.of(lasting.scenario(), cause).stream(),
                        menu.stream().filter(action -> answered.stream().anyMatch(each -> each.matches(action))))
                .filter(action -> !known.contains(action))
                .forEach(known::add);
        this.remedies = List.copyOf(known);
        this.others = menu.stream().filter(action -> !remedies.contains(action)).toList();
    }

    /** The actions that some state of a cause answers to, or that undo it. */
    private static List<ActionPattern> answered(Cause cause) {
        var patterns = new ArrayList<ActionPattern>();
        for (var fault : cause.faults()) {
            patterns.addAll(fault.undoneBy());
            for (var state : fault.states()) {
                for (var transition : state.transitions()) {
                    if (transition.trigger() instanceof Trigger.On(var pattern)) {
                        patterns.add(pattern);
                    }
                }
            }
        }
        return patterns;
    }

    Exploration explored() {
        run(opened, List.of());
        while (!open.isEmpty() && !isStopped()) {
            interruption.end();
            from(open.remove());
        }
        return this;
    }

    boolean isStopped() {
        return runs >= MOST_RUNS;
    }

    int runs() {
        return runs;
    }

    boolean isEntered(Stand stand) {
        return entered.containsKey(stand);
    }

    boolean isMended(Stand stand) {
        return mended.contains(stand);
    }

    /** The states that were entered, in the order in which they were. */
    Set<Stand> stands() {
        return entered.keySet();
    }

    /** Tries to mend it from a state; what is entered on the way is to be visited too. */
    private void from(Stand stand) {
        var incident = entered.get(stand);
        if (incident == null) {
            return;
        }
        for (var action : remedies) {
            // Once something helps, the others are done only where they may lead to states that were not seen.
            if (!isMended(stand) || (answersToActions && !isAllEntered())) {
                attempt(stand, incident, List.of(action));
            }
        }
        if (!isMended(stand) && remedies.size() > 1) {
            attempt(stand, incident, remedies);
            for (var one : remedies.subList(0, Math.min(PAIRED, remedies.size()))) {
                for (var other : remedies.subList(0, Math.min(PAIRED, remedies.size()))) {
                    if (!isMended(stand) && !one.equals(other)) {
                        attempt(stand, incident, List.of(one, other));
                    }
                }
            }
        }
        for (var action : cause.isFalseAlarm() ? List.<Action>of() : others) {
            if (isMended(stand) || isStopped()) {
                return;
            }
            attempt(stand, incident, List.of(action));
        }
    }

    /** Whether no state is left that could be entered for the first time. */
    private boolean isAllEntered() {
        return entered.keySet().containsAll(all);
    }

    private void attempt(Stand stand, Incident from, List<Action> actions) {
        if (!isStopped() && run(from, actions)) {
            mended.add(stand);
        }
    }

    /** Does one after the other and lets time pass; whether customers are well in the end. */
    private boolean run(Incident from, List<Action> actions) {
        runs++;
        var incident = from;
        for (var action : actions) {
            var decision = Decider.decide(
                    incident.scenario(), incident, new Command.Act(Rehearsals.PROVER, action, ""), incident.now());
            incident = decision.after();
            if (decision instanceof Decision.Refused) {
                continue;
            }
            incident = pass(incident, incident.actions().getLast().completesAt().plus(A_MOMENT));
        }
        incident = pass(incident, incident.now().plus(RECOVERY));
        return incident.impact() instanceof Impact.Ended;
    }

    /** Lets time pass, and keeps the incident as it is when a state is entered for the first time. */
    private Incident pass(Incident from, Instant until) {
        var later = Rehearsals.later(from, until);
        var passages = later.world().passages();
        for (var passage : passages) {
            var stand = new Stand(passage.fault(), passage.state().id());
            if (!entered.containsKey(stand) && !stand.state().equals(Cause.UNDONE)) {
                entered.put(stand, Rehearsals.later(from, moment(from, passage)));
                open.add(stand);
            }
        }
        return later;
    }

    /** Just after a state was entered, or now if that is past. */
    private static Instant moment(Incident from, Passage passage) {
        var after = passage.enteredAt().plus(A_MOMENT);
        return after.isBefore(from.now()) ? from.now() : after;
    }
}
