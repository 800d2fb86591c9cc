package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import mayday.evidence.Evidence.Body;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Log;
import mayday.evidence.Evidence.Point;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.Cause;
import mayday.scenario.Occasion;
import mayday.scenario.Recorded;
import mayday.scenario.Recorded.Curve;
import mayday.scenario.Recorded.Reading;
import mayday.terminal.Chance;

/**
 * Shows what was recorded in another incident: the part that the question asks for, and never what is still to come.
 *
 * <p>A recording goes on as if nobody had acted. Where it belongs to a cause, it therefore ends when that cause was undone.
 */
final class RecordedAnswers {
    /** A recording that ends less than this before the end of what was asked for needs no remark. */
    private static final Duration UNREMARKED = Duration.ofMinutes(3);

    private final Inquiry inquiry;
    private final Occasion occasion;

    /** @param occasion of the answer that reveals it */
    RecordedAnswers(Inquiry inquiry, Occasion occasion) {
        this.inquiry = inquiry;
        this.occasion = occasion;
    }

    /** The reply with the exhibit and what has to be said about it; with words alone if there is nothing to show. */
    Reply added(Reply reply, AuthoredEvidence evidence, Recorded recorded) {
        var page = inquiry.scenario().pagedAt();
        var asked = Period.of(
                inquiry.interpretation().window(), page.plus(recorded.first()), inquiry.now(), Inquiry.USUAL_WINDOW);
        return switch (asked) {
            case Period.Uncovered(var why) -> reply.adding(why);
            case Period.Covered(var from, var until, var _) -> {
                var end = earlier(until, end());
                var shown = recorded.between(Duration.between(page, from), Duration.between(page, end));
                if (shown.isEmpty()) {
                    yield reply.adding(
                            "Nothing was recorded there from %s to %s UTC.".formatted(when(from), when(until)));
                }
                var last = page.plus(shown.last());
                yield reply.and(new Exhibit(evidence.title(), evidence.source(), body(shown)))
                        .adding(
                                last.plus(UNREMARKED).isBefore(until)
                                        ? "It was recorded until %s UTC.".formatted(when(last))
                                        : "");
            }
        };
    }

    private String when(Instant at) {
        return Figures.when(at, inquiry.now());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Now, or when the cause that the recording belongs to was undone. */
    private Instant end() {
        var now = inquiry.now();
        if (occasion.causes().isEmpty() && occasion.states().isEmpty()) {
            return now;
        }
        var faults = inquiry.circumstances().cause().faults();
        var named = faults.stream()
                .filter(fault -> occasion.causes().contains(fault.id()))
                .toList();
        var end = Instant.MIN;
        for (var fault : named.isEmpty() ? faults : named) {
            var undone = undoneAt(fault);
            end = undone.isAfter(end) ? undone : end;
        }
        return earlier(end, now);
    }

    /** When a fault was undone; never yet, if it was not. */
    private Instant undoneAt(Cause fault) {
        return inquiry.circumstances().passages().reversed().stream()
                .filter(passage -> passage.fault().equals(fault.id()))
                .limit(1)
                .filter(passage -> passage.state().id().equals(Cause.UNDONE))
                .map(Circumstances.Passage::enteredAt)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private Body body(Recorded shown) {
        return switch (shown) {
            case Recorded.Series(var unit, var curves) ->
                new Chart(
                        unit,
                        curves.stream().map(this::line).limit(Chart.MOST_LINES).toList(),
                        Charts.NO_THRESHOLD);
            case Recorded.Log(var lines) -> new Log(excerpt(lines), lines.size());
        };
    }

    /** A line; where there are more readings than points, neighbours are averaged, as in simulated charts. */
    private Line line(Curve curve) {
        var readings = curve.readings();
        int each = (readings.size() + Line.MOST_POINTS - 1) / Line.MOST_POINTS;
        var points = new ArrayList<Point>();
        for (int i = 0; i < readings.size(); i += each) {
            var part = readings.subList(i, Math.min(readings.size(), i + each));
            var mean = part.stream().mapToDouble(Reading::value).average().orElse(0);
            points.add(new Point(at(part.getLast().afterPage()).getEpochSecond(), Figures.rounded(mean)));
        }
        return new Line(curve.name(), points);
    }

    private Instant at(Duration afterPage) {
        return inquiry.scenario().pagedAt().plus(afterPage);
    }

    /** An entry, and its place in the order in which entries come into an excerpt. */
    private record Candidate(int order, long draw, Recorded.Line line) {}

    /** Each sort of trouble at least once, then each other sort of entry, then the rest as the draw falls; in order of time. */
    private List<Log.Entry> excerpt(List<Recorded.Line> lines) {
        var sorts = new HashSet<String>();
        var candidates = new ArrayList<Candidate>();
        for (var line : lines) {
            int order = !sorts.add(line.level() + sort(line.text()))
                    ? 2
                    : line.level().equals("INFO") ? 1 : 0;
            long draw = Chance.hash(inquiry.circumstances().seed(), "recorded", candidates.size());
            candidates.add(new Candidate(order, draw, line));
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::order).thenComparingLong(Candidate::draw))
                .limit(LogAnswers.LINES)
                .map(Candidate::line)
                .sorted(Comparator.comparing(Recorded.Line::afterPage))
                .map(line -> new Log.Entry(at(line.afterPage()), line.level(), line.host(), line.text()))
                .toList();
    }

    /** What entries have in common that say the same of different things: all but figures. */
    private static String sort(String text) {
        return text.lines().findFirst().orElse("").replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "0");
    }
}
