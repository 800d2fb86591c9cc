package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.StateId;
import mayday.scenario.Transition.Target;

/**
 * Reads where a way out of a state leads: to a state by its name, by chance, {@code { echo: 60 %, calm: 40 % }}, or by what holds,
 * {@code { to: calm, if: "done(\"flush dns\") > 0", else: echo }}.
 */
final class TargetReader {

    /** Words that mean something here, and so are no names of states. */
    static final List<String> WORDS = List.of("to", "if", "else");

    /** Rounding of shares such as 33.3 %. */
    private static final double ROUNDING = 1e-6;

    private final Known states;
    private final ConditionReader conditions;
    private final Problems problems;
    private final Scalars scalars;

    TargetReader(Known states, ConditionReader conditions, Problems problems) {
        this.states = states;
        this.conditions = conditions;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Target read(Value value) {
        if (!(value instanceof Entries table)) {
            return new Target.To(state(scalars.line(value, "the next state")));
        }
        var guarded = table.entries().stream()
                .anyMatch(entry -> WORDS.contains(entry.key().text()));
        return guarded ? guarded(table) : drawn(table);
    }

    private StateId state(Text name) {
        return new StateId(states.check(name, problems));
    }

    private Target guarded(Entries table) {
        var fields = Fields.of(table, "a way out", problems);
        var condition = conditions.read(fields.formula("if"));
        var target = new Target.If(
                condition,
                fields.need("to").map(this::read).orElseGet(Target.Stay::new),
                fields.find("else").map(this::read).orElseGet(Target.Stay::new));
        fields.end();
        return target;
    }

    private Target drawn(Entries table) {
        var shares = new ArrayList<Target.Share>();
        for (Entry entry : table.entries()) {
            var what = "the chance of `" + entry.key().text() + "`";
            var chance = scalars.figure(scalars.line(entry.value(), what), what, Range.ratio());
            shares.add(new Target.Share(state(entry.key()), chance));
        }
        var sum = shares.stream().mapToDouble(Target.Share::chance).sum();
        if (sum > 1 + ROUNDING) {
            problems.error(
                    table.place(),
                    "chances-over-one",
                    "the chances add up to " + Measure.RATIO.written(sum),
                    "make it 100 % or less; what is left stays where it is");
        }
        return new Target.Drawn(shares);
    }
}
