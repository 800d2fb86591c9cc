package mayday.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mayday.debrief.Criterion.Step;
import mayday.incident.Incident;
import mayday.incident.Recorded;

/** Whether a run took the steps of a runbook in their order. */
final class RunbookOrder {
    private static final double OTHER_WAY_ROUND = 0.5;
    private static final double ONE_OF_TWO = 0.25;

    private final Incident incident;

    RunbookOrder(Incident incident) {
        this.incident = incident;
    }

    /** A step and when it was first taken. */
    private record Taken(Step step, Optional<Recorded> asked) {}

    Reading read(List<Step> steps) {
        var taken = steps.stream()
                .map(step -> new Taken(step, ScopeFirst.askedSince(incident, step.dimensions(), Instant.MIN)))
                .toList();
        var pairs = 0;
        var sum = 0.0;
        for (var i = 0; i < taken.size(); i++) {
            for (var j = i + 1; j < taken.size(); j++) {
                sum += inOrder(taken.get(i), taken.get(j));
                pairs++;
            }
        }
        var moves = taken.stream()
                .flatMap(each -> each.asked().stream())
                .map(Recorded::sequence)
                .toList();
        return new Reading.Scored(words(taken), Measuring.percent(pairs == 0 ? 0 : sum / pairs), moves);
    }

    private static double inOrder(Taken earlier, Taken later) {
        if (earlier.asked().isPresent() && later.asked().isPresent()) {
            // Two in one question are as good as in order.
            return earlier.asked().get().sequence() <= later.asked().get().sequence() ? 1 : OTHER_WAY_ROUND;
        }
        return earlier.asked().isPresent() || later.asked().isPresent() ? ONE_OF_TWO : 0;
    }

    private static String words(List<Taken> taken) {
        var asked = new ArrayList<Taken>(
                taken.stream().filter(each -> each.asked().isPresent()).toList());
        asked.sort((one, other) ->
                Long.compare(one.asked().get().sequence(), other.asked().get().sequence()));
        var wanted = taken.stream().map(each -> each.step().words()).collect(Collectors.joining(", then "));
        if (asked.isEmpty()) {
            return "None of it was asked: " + wanted + ".";
        }
        var order = asked.stream()
                .map(each ->
                        each.step().words() + " (" + Clock.at(each.asked().get().at()) + ")")
                .collect(Collectors.joining(", then "));
        var missing = taken.stream()
                .filter(each -> each.asked().isEmpty())
                .map(each -> each.step().words())
                .collect(Collectors.joining(", "));
        return "You asked about " + order + (missing.isEmpty() ? "." : ", never about " + missing + ".")
                + " The runbook's order is: " + wanted + ".";
    }
}
