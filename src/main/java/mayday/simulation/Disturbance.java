package mayday.simulation;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Effect;

/**
 * Effects that are in force from one instant until another.
 *
 * @param name what they come from, such as {@code cause:bad-release/broken} or {@code action:A2}; names need not be unique
 * @param until the first instant at which they are gone; {@link Instant#MAX} while no end is known
 */
public record Disturbance(String name, Instant from, Instant until, List<Effect> effects) {
    public Disturbance {
        effects = List.copyOf(effects);
    }

    /** The same, ended at {@code end} if it would have lasted longer. */
    public Disturbance endedAt(Instant end) {
        return until.isAfter(end) ? new Disturbance(name, from, end, effects) : this;
    }
}
