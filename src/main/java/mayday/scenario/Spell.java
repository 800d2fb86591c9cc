package mayday.scenario;

import java.util.List;

/**
 * A stretch of time during which something is not as usual: an occasion, and a condition on the system if there is one.
 *
 * @param conditions all of them hold; usually none or one
 */
public record Spell(Occasion occasion, List<Condition> conditions) {
    public Spell {
        conditions = List.copyOf(conditions);
    }
}
