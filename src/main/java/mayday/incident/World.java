package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.evidence.Circumstances.Passage;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.RegionId;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/**
 * The simulated system's side of an incident: where the true cause stands, what disturbs the system, and what others do to it.
 *
 * @param passages the states of the cause's faults so far, in order of time; empty until it begins
 * @param undone regions in which the change that carries a fault was undone, by fault
 * @param others what agents of the scenario did by themselves
 * @param looked until when nothing more falls due as things stand
 */
public record World(
        List<Passage> passages,
        Map<CauseId, List<RegionId>> undone,
        Trajectory trajectory,
        List<StartedAction> others,
        Amounts amounts,
        Looked looked) {
    public World {
        passages = List.copyOf(passages);
        undone = Map.copyOf(undone);
        others = List.copyOf(others);
    }

    static World begun(Trajectory trajectory) {
        return new World(List.of(), Map.of(), trajectory, List.of(), Amounts.noneYet(), new Looked());
    }

    /** Regions in which the change that carries {@code fault} was undone. */
    public List<RegionId> undoneIn(CauseId fault) {
        return undone.getOrDefault(fault, List.of());
    }

    /** The history without any disturbance, from its beginning; whatever is played on it shares what goes as it went here. */
    Trajectory undisturbed() {
        return trajectory.again(Schedule.EMPTY);
    }

    /** The same without the numbers of its history, which are computed again when somebody asks. */
    World withoutNumbers() {
        return new World(passages, undone, trajectory.withoutNumbers(), others, amounts, looked);
    }

    /** Where a fault stands; nowhere until it begins. */
    public Optional<Passage> latest(CauseId fault) {
        for (var i = passages.size() - 1; i >= 0; i--) {
            if (passages.get(i).fault().equals(fault)) {
                return Optional.of(passages.get(i));
            }
        }
        return Optional.empty();
    }

    World entered(CauseId fault, CauseState state, Instant at) {
        var more = new ArrayList<>(passages);
        more.add(new Passage(fault, state, at));
        return new World(more, undone, trajectory, others, amounts, looked);
    }

    World undoneIn(CauseId fault, List<RegionId> regions) {
        var more = new HashMap<>(undone);
        more.put(fault, List.copyOf(regions));
        return new World(passages, more, trajectory, others, amounts, looked);
    }

    World under(Schedule schedule, Instant from) {
        return new World(passages, undone, trajectory.changed(schedule, from), others, amounts, looked);
    }

    World withOthers(List<StartedAction> next) {
        return new World(passages, undone, trajectory, next, amounts, looked);
    }

    /** The same from {@code at} on: what was computed for later may come otherwise. */
    World settled(Instant origin, Instant at) {
        return new World(passages, undone, trajectory, others, amounts.until(origin, at), new Looked());
    }
}
