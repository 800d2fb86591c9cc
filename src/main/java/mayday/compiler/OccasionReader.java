package mayday.compiler;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Value.Text;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Occasion;
import mayday.scenario.Spell;
import mayday.scenario.StateId;

/** Reads when something holds: the keys {@code causes}, {@code states}, {@code from} and {@code until}. */
final class OccasionReader {
    private final List<Cause> causes;
    private final Moments moments;
    private final ConditionReader conditions;
    private final Problems problems;

    OccasionReader(List<Cause> causes, Moments moments, ConditionReader conditions, Problems problems) {
        this.causes = List.copyOf(causes);
        this.moments = moments;
        this.conditions = conditions;
        this.problems = problems;
    }

    Occasion read(Fields fields) {
        var named = causes(fields);
        var occasion = new Occasion(
                named,
                states(fields, named),
                afterPage(fields, "from").orElse(Occasion.FROM_THE_BEGINNING),
                afterPage(fields, "until").orElse(Occasion.FOR_EVER));
        ordered(fields, occasion.from(), occasion.until());
        return occasion;
    }

    /** An occasion, with a condition at {@code key} if there is one. */
    Spell spell(Fields fields, String key) {
        return new Spell(read(fields), condition(fields, key));
    }

    /** The condition at an optional key. */
    List<mayday.scenario.Condition> condition(Fields fields, String key) {
        return fields.has(key) ? List.of(conditions.read(fields.formula(key))) : List.of();
    }

    List<CauseId> causes(Fields fields) {
        var known = Known.of("cause", names(causes));
        return fields.lines("causes").stream()
                .map(text -> new CauseId(known.check(text, problems)))
                .toList();
    }

    /** A moment counted from the page; empty if the key is not there. */
    Optional<Duration> afterPage(Fields fields, String key) {
        return fields.has(key) ? Optional.of(afterPage(fields.name(key))) : Optional.empty();
    }

    Duration afterPage(Text text) {
        return moments.ago(text).negated();
    }

    void ordered(Fields fields, Duration from, Duration until) {
        if (from.compareTo(until) >= 0) {
            problems.error(fields.placeOf("until"), "out-of-range", "`until` is not after `from`");
        }
    }

    private List<StateId> states(Fields fields, List<CauseId> named) {
        var states = new LinkedHashSet<String>();
        for (var cause : causes) {
            if (named.isEmpty() || named.contains(cause.id())) {
                cause.states().forEach(state -> states.add(state.id().value()));
            }
        }
        states.add(Cause.UNDONE.value());
        var known = Known.of("state", states);
        return fields.lines("states").stream()
                .map(text -> new StateId(known.check(text, problems)))
                .toList();
    }

    private static Collection<String> names(List<Cause> causes) {
        return causes.stream().map(cause -> cause.id().value()).toList();
    }
}
