package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Effects of a state that an action ends by itself, such as what a job takes until it is stopped; the state's other effects stay.
 *
 * @param endedBy actions, any one of which ends them
 * @param returns so long after the action they are there again, because what they come from goes on; zero for never
 */
public record Load(List<Effect> effects, List<ActionPattern> endedBy, Duration returns) {
    public Load {
        effects = List.copyOf(effects);
        endedBy = List.copyOf(endedBy);
    }

    public boolean isEndedBy(Action action) {
        return endedBy.stream().anyMatch(pattern -> pattern.matches(action));
    }
}
