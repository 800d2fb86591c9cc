package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.debrief.Confidence;
import mayday.debrief.Debrief;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Point;

/** How sure the learner was of each hypothesis, over the same time as the chart of the SLI; and the same as a table. */
public record ConfidenceDrawing(ChartDrawing chart, List<Change> changes) {
    /** More lines than colours cannot be told apart. */
    private static final int MOST_LINES = 6;

    public ConfidenceDrawing {
        changes = List.copyOf(changes);
    }

    /**
     * A hypothesis was stated, revised or judged.
     *
     * @param wasTrue whether it named what was true
     */
    public record Change(String time, String hypothesis, String text, String percent, boolean wasTrue) {}

    /** No drawing if there was no hypothesis. */
    static List<ConfidenceDrawing> of(Debrief debrief) {
        if (debrief.confidences().isEmpty()) {
            return List.of();
        }
        var sli = debrief.curves().actual();
        var begin = sli.start().getEpochSecond();
        var until = sli.timeOf(sli.size() - 1);
        var lines = new ArrayList<Line>();
        debrief.confidences().stream()
                .limit(MOST_LINES)
                .forEach(confidence -> lines.add(new Line(
                        confidence.hypothesis() + " " + confidence.text(),
                        points(confidence, until.getEpochSecond()))));
        // One that begins with the SLI and is not drawn: so both charts have the same time below each other.
        lines.add(new Line("", List.of(new Point(begin, 0))));
        var chart = ChartDrawing.confidence(lines, until);
        return List.of(new ConfidenceDrawing(chart, changes(debrief.confidences())));
    }

    /** Level until the next step. */
    private static List<Point> points(Confidence confidence, long until) {
        var points = new ArrayList<Point>();
        for (var step : confidence.steps()) {
            var at = step.from().getEpochSecond();
            if (!points.isEmpty()) {
                points.add(new Point(at, points.getLast().value()));
            }
            points.add(new Point(at, step.percent() / 100.0));
        }
        if (!points.isEmpty()) {
            points.add(new Point(
                    Math.max(until, points.getLast().epochSeconds()),
                    points.getLast().value()));
        }
        return points;
    }

    private static List<Change> changes(List<Confidence> confidences) {
        record At(Instant at, Change change) {}
        return confidences.stream()
                .flatMap(confidence -> confidence.steps().stream()
                        .map(step -> new At(
                                step.from(),
                                new Change(
                                        Format.clock(step.from()),
                                        confidence.hypothesis().value(),
                                        confidence.text(),
                                        step.percent() + " %",
                                        confidence.isTrue()))))
                .sorted(Comparator.comparing(At::at))
                .map(At::change)
                .toList();
    }
}
