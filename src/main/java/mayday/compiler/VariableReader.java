package mayday.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Condition;
import mayday.scenario.Expression;
import mayday.scenario.Input;
import mayday.scenario.Variable;
import mayday.scenario.Variable.Growth;
import mayday.scenario.VariableId;

/**
 * Reads the variables of a scenario: quantities that grow while something holds, add up a rate, or count actions.
 */
final class VariableReader {
    private static final int MOST = 12;
    private static final Range START = Range.number(0, 1e9);
    private static final Range GROWTH = new Range(Measure.PER_SECOND, -1e7, 1e7);
    private static final List<String> KINDS = List.of("grows", "sum-of", "counts");

    private final ConditionReader conditions;
    private final ActionReader actions;
    private final Problems problems;

    VariableReader(ConditionReader conditions, ActionReader actions, Problems problems) {
        this.conditions = conditions;
        this.actions = actions;
        this.problems = problems;
    }

    List<Variable> read(Fields scenario) {
        var entries = scenario.named("variables");
        if (entries.size() > MOST) {
            problems.error(scenario.placeOf("variables"), "too-many", "a scenario has at most " + MOST + " variables");
        }
        var variables = entries.stream().map(this::variable).toList();
        checkCycles(entries, variables);
        return variables;
    }

    private Variable variable(Entry entry) {
        var fields = Fields.of(entry, "variable", problems);
        var variable = new Variable(
                new VariableId(entry.key().text()),
                fields.line("title"),
                fields.has("unit") ? fields.line("unit") : "",
                fields.numberOr("start", START, 0),
                growth(fields),
                fields.flagOr("cost", false));
        fields.end();
        return variable;
    }

    private Growth growth(Fields fields) {
        var kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            problems.error(
                    fields.place(),
                    "variable-kind",
                    kinds.isEmpty()
                            ? "the variable does not say how it comes about"
                            : "a variable comes about in one way",
                    "write one of " + Suggestions.oneOf(KINDS));
            fields.has("while");
            return nothing();
        }
        return switch (kinds.getFirst()) {
            case "grows" -> new Growth.Grows(fields.number("grows", GROWTH), conditions.read(fields.formula("while")));
            case "sum-of" ->
                conditions
                        .quantity(fields.formula("sum-of"))
                        .map(rate -> (Growth) new Growth.SumOf(rate, meanwhile(fields)))
                        .orElseGet(VariableReader::nothing);
            default ->
                actions.read(fields.name("counts"))
                        .map(pattern -> (Growth) new Growth.Counts(pattern))
                        .orElseGet(VariableReader::nothing);
        };
    }

    private List<Condition> meanwhile(Fields fields) {
        return fields.has("while") ? List.of(conditions.read(fields.formula("while"))) : List.of();
    }

    /** Stands in for what could not be read. */
    private static Growth nothing() {
        return new Growth.Counts(new ActionPattern(ActionKind.RESTART, ""));
    }

    /** A variable that is computed from itself is no derived quantity. */
    private void checkCycles(List<Entry> entries, List<Variable> variables) {
        var looksAt = new HashMap<VariableId, Set<VariableId>>();
        variables.forEach(variable -> looksAt.put(variable.id(), inputs(variable)));
        for (var i = 0; i < variables.size(); i++) {
            var id = variables.get(i).id();
            var path = path(id, id, looksAt, new LinkedHashSet<>());
            if (!path.isEmpty()) {
                problems.error(
                        entries.get(i).key().place(),
                        "cycle",
                        "`" + id + "` is computed from itself: "
                                + String.join(
                                        " -> ",
                                        path.stream().map(VariableId::value).toList()),
                        "let one of them look at signals, states or moves only");
            }
        }
    }

    private static List<VariableId> path(
            VariableId from, VariableId goal, Map<VariableId, Set<VariableId>> looksAt, Set<VariableId> seen) {
        for (var next : looksAt.getOrDefault(from, Set.of())) {
            if (next.equals(goal)) {
                return List.of(from, goal);
            }
            if (seen.add(next)) {
                var rest = path(next, goal, looksAt, seen);
                if (!rest.isEmpty()) {
                    var path = new ArrayList<>(List.of(from));
                    path.addAll(rest);
                    return path;
                }
            }
        }
        return List.of();
    }

    private static Set<VariableId> inputs(Variable variable) {
        var conditions = switch (variable.growth()) {
            case Growth.Grows(var _, var meanwhile) -> List.of(meanwhile);
            case Growth.SumOf(var _, var meanwhile) -> meanwhile;
            case Growth.Counts _ -> List.<Condition>of();
        };
        var ofConditions = conditions.stream()
                .filter(Condition.Formula.class::isInstance)
                .map(condition -> ((Condition.Formula) condition).expression());
        var rates = variable.growth() instanceof Growth.SumOf(Expression rate, var _)
                ? Stream.of(rate)
                : Stream.<Expression>of();
        var ids = new LinkedHashSet<VariableId>();
        Stream.concat(ofConditions, rates)
                .flatMap(expression -> expression.inputs().stream())
                .forEach(input -> {
                    if (input instanceof Input.OfVariable(var id)) {
                        ids.add(id);
                    }
                });
        return ids;
    }
}
