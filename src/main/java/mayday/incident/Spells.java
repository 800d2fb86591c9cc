package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Cause;
import mayday.scenario.Condition;
import mayday.scenario.Occasion;
import mayday.scenario.Spell;
import mayday.scenario.StateId;

/** Whether what an author tied to an occasion or to conditions holds in an incident. */
final class Spells {
    private Spells() {}

    static boolean holds(Incident incident, Spell spell, Instant at) {
        return isNow(incident, spell.occasion(), at) && all(incident, spell.conditions(), at);
    }

    static boolean isNow(Incident incident, Occasion occasion, Instant at) {
        var sincePage = Duration.between(incident.scenario().pagedAt(), at);
        return occasion.isNow(incident.cause(), fault -> stands(incident, fault), sincePage);
    }

    private static StateId stands(Incident incident, Cause fault) {
        return incident.world()
                .latest(fault.id())
                .map(passage -> passage.state().id())
                .orElse(fault.initial().id());
    }

    static boolean all(Incident incident, List<Condition> conditions, Instant at) {
        return conditions.stream().allMatch(condition -> Conditions.holds(incident, condition, at));
    }
}
