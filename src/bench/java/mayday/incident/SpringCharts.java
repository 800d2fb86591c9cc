package mayday.incident;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Cause;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.ExtendedState;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import reactor.core.publisher.Mono;

/**
 * The state charts of causes in Spring Statemachine: a cause waits, begins, goes from state to state, is undone, and for the sake of
 * measuring waits again, so that every event is a transition. As in the engine, a guard looks whether the incident is over, and what
 * happened is recorded.
 */
final class SpringCharts {
    private static final String WAITING = "waiting";
    private static final String UNDONE = "undone";
    private static final String OVER = "over";
    private static final String LAST = "last";

    private final List<StateMachine<String, String>> machines = new ArrayList<>();

    /** By machine: the events that lead once round. */
    private final List<List<String>> rounds = new ArrayList<>();

    static SpringCharts of(List<Cause> causes) {
        var charts = new SpringCharts();
        causes.forEach(charts::add);
        return charts;
    }

    private void add(Cause cause) {
        try {
            var builder = StateMachineBuilder.<String, String>builder();
            builder.configureConfiguration()
                    .withConfiguration()
                    .machineId(cause.id().value());
            var path = new ArrayList<String>();
            path.add(WAITING);
            cause.states().forEach(state -> path.add(state.id().value()));
            path.add(UNDONE);
            var states = builder.configureStates().withStates().initial(WAITING);
            for (var state : path) {
                states.state(state);
            }
            var events = new ArrayList<String>();
            for (var i = 0; i < path.size(); i++) {
                var to = path.get((i + 1) % path.size());
                events.add("to-" + to);
                builder.configureTransitions()
                        .withExternal()
                        .source(path.get(i))
                        .target(to)
                        .event("to-" + to)
                        .guard(context ->
                                !context.getExtendedState().getVariables().containsKey(OVER))
                        .action(context -> record(context.getExtendedState(), to));
            }
            var machine = builder.build();
            machine.startReactively().block();
            machines.add(machine);
            rounds.add(events);
        } catch (Exception unbuildable) {
            throw new IllegalStateException(cause.id().value(), unbuildable);
        }
    }

    private static void record(ExtendedState state, String to) {
        state.getVariables().put(LAST, to);
    }

    /** Sends so many events to each machine and counts the transitions; the machines go on from where they are. */
    long send(int events) {
        var accepted = 0L;
        for (var m = 0; m < machines.size(); m++) {
            var round = rounds.get(m);
            var machine = machines.get(m);
            for (var i = 0; i < events; i++) {
                var state = machine.getState().getId();
                var event = MessageBuilder.withPayload(round.get(positionOf(state, round)))
                        .build();
                machine.sendEvent(Mono.just(event)).blockLast();
                accepted += machine.getState().getId().equals(state) ? 0 : 1;
            }
        }
        if (accepted != (long) events * machines.size()) {
            throw new IllegalStateException(accepted + " transitions instead of " + events * machines.size());
        }
        return accepted;
    }

    /** The event that leads out of a state follows the one that leads into it. */
    private static int positionOf(String state, List<String> round) {
        return (round.indexOf("to-" + state) + 1) % round.size();
    }
}
