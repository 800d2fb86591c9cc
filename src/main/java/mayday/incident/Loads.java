package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.CauseState;
import mayday.scenario.Effect;
import mayday.scenario.Load;
import mayday.simulation.Disturbance;

/** What a state of a fault does to the system, with what actions took away of it and what comes back by itself. */
final class Loads {
    private final List<StartedAction> done;
    private final CauseState state;
    private final Instant enteredAt;

    /**
     * @param done completed actions of everybody
     * @param enteredAt when the fault came into the state: what was ended before that is not what is meant now
     */
    Loads(List<StartedAction> done, CauseState state, Instant enteredAt) {
        this.done = List.copyOf(done);
        this.state = state;
        this.enteredAt = enteredAt;
    }

    /** Actions that have ended something, {@code last} as the newest of them. */
    static List<StartedAction> done(Incident incident, List<StartedAction> last) {
        var completed = Stream.concat(incident.actions().stream(), incident.world().others().stream())
                .filter(each -> each.progress() == StartedAction.Progress.COMPLETED);
        return Stream.concat(completed, last.stream()).toList();
    }

    /** Effects that are in force at an instant. */
    List<Effect> at(Instant at) {
        var left = new ArrayList<>(state.effects());
        for (var load : state.loads()) {
            var ended = endedAt(load);
            if (!ended.equals(Instant.MIN) && !isBack(load, ended, at)) {
                load.effects().forEach(left::remove);
            }
        }
        return left;
    }

    /** Those that come back after it, each from its own instant on. */
    List<Disturbance> returningAfter(Instant at, String name) {
        var returning = new ArrayList<Disturbance>();
        for (var load : state.loads()) {
            var ended = endedAt(load);
            if (!ended.equals(Instant.MIN) && !load.returns().isZero() && !isBack(load, ended, at)) {
                returning.add(new Disturbance(name, ended.plus(load.returns()), Instant.MAX, load.effects()));
            }
        }
        return returning;
    }

    private static boolean isBack(Load load, Instant ended, Instant at) {
        return !load.returns().isZero() && !ended.plus(load.returns()).isAfter(at);
    }

    /** When an action last ended it; {@link Instant#MIN} if none has. */
    private Instant endedAt(Load load) {
        return done.stream()
                .filter(each -> load.isEndedBy(each.action()))
                .map(StartedAction::completesAt)
                .filter(completed -> staysEnded(load) || !completed.isBefore(enteredAt))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** A job that was stopped does not run again, whatever comes next. */
    private static boolean staysEnded(Load load) {
        return load.returns().isZero();
    }
}
