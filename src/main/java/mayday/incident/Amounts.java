package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Variable;
import mayday.scenario.Variable.Growth;
import mayday.scenario.VariableId;
import mayday.simulation.Trajectory;

/**
 * The variables of a scenario at each look at the incident, every ten seconds from the origin of its history: computed from what
 * happened when they are first asked for, and then kept. A step looks at what was so when it began.
 *
 * <p>Not safe for use by several threads at once: whoever owns the incident guards it.
 */
final class Amounts {
    /** A row for each step from the origin on, with a number for each variable. */
    private final List<double[]> rows;

    private Amounts(List<double[]> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /** Nothing is computed yet; each incident has its own, which it writes to. */
    static Amounts noneYet() {
        return new Amounts(List.of());
    }

    /** What of it stays as it is when something happens at {@code at}; its own copy, to go on from. */
    Amounts until(Instant origin, Instant at) {
        return rows.isEmpty()
                ? new Amounts(List.of())
                : new Amounts(rows.subList(0, Math.min(rows.size(), step(origin, at) + 1)));
    }

    /** The value of a variable at the last look at or before {@code at}. */
    static double value(Incident incident, VariableId id, Instant at) {
        var variables = incident.scenario().particulars().variables();
        for (var i = 0; i < variables.size(); i++) {
            if (variables.get(i).id().equals(id)) {
                return incident.world()
                        .amounts()
                        .at(incident, Math.max(0, step(incident.scenario().origin(), at)))[i];
            }
        }
        return 0;
    }

    private static int step(Instant origin, Instant at) {
        return (int) Math.floorDiv(Duration.between(origin, at).toSeconds(), Trajectory.SAMPLE.toSeconds());
    }

    private double[] at(Incident incident, int step) {
        if (rows.isEmpty()) {
            rows.add(incident.scenario().particulars().variables().stream()
                    .mapToDouble(Variable::start)
                    .toArray());
        }
        while (rows.size() <= step) {
            rows.add(next(incident, rows.size() - 1));
        }
        return rows.get(step);
    }

    private double[] next(Incident incident, int step) {
        var began = incident.scenario().origin().plusSeconds(Trajectory.SAMPLE.toSeconds() * step);
        var row = rows.get(step).clone();
        var variables = incident.scenario().particulars().variables();
        for (var i = 0; i < row.length; i++) {
            row[i] = grown(incident, variables.get(i), row[i], began);
        }
        return row;
    }

    private static double grown(Incident incident, Variable variable, double value, Instant began) {
        var seconds = Trajectory.SAMPLE.toSeconds();
        return switch (variable.growth()) {
            case Growth.Grows(var perSecond, var meanwhile) ->
                Conditions.holds(incident, meanwhile, began) ? Math.max(0, value + perSecond * seconds) : value;
            case Growth.SumOf(var rate, var meanwhile) -> {
                var adds = meanwhile.stream().allMatch(each -> Conditions.holds(incident, each, began));
                var added = adds ? Facts.value(incident, rate, began) * seconds : 0;
                // A quotient of nothing by nothing is no amount.
                yield Double.isFinite(added) ? value + added : value;
            }
            case Growth.Counts(var pattern) ->
                variable.start() + Facts.done(incident, pattern, began.plusSeconds(seconds));
        };
    }
}
