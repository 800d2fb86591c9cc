package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Circumstances.Passage;
import mayday.scenario.CauseState;
import mayday.scenario.RegionId;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/**
 * The simulated system's side of an incident: where the true cause stands, and what disturbs the system.
 *
 * @param passages the cause's states so far, in order of time; empty until it begins
 * @param undoneIn regions in which the change that carries the cause was undone
 */
public record World(List<Passage> passages, List<RegionId> undoneIn, Trajectory trajectory) {
    public World {
        passages = List.copyOf(passages);
        undoneIn = List.copyOf(undoneIn);
    }

    World entered(CauseState state, Instant at) {
        var more = new ArrayList<>(passages);
        more.add(new Passage(state, at));
        return new World(more, undoneIn, trajectory);
    }

    World undoneIn(List<RegionId> regions) {
        return new World(passages, regions, trajectory);
    }

    World under(Schedule schedule, Instant from) {
        return new World(passages, undoneIn, trajectory.changed(schedule, from));
    }
}
