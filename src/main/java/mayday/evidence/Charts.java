package mayday.evidence;

import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Point;
import mayday.scenario.Condition;
import mayday.scenario.Signal;

/** Draws samples as the lines of a chart. */
final class Charts {
    static final double NO_THRESHOLD = Double.NaN;

    private Charts() {}

    /** A line; where there are more samples than points, neighbours are averaged. */
    static Line line(String name, Samples samples) {
        int each = (samples.size() + Line.MOST_POINTS - 1) / Line.MOST_POINTS;
        var points = new ArrayList<Point>();
        for (int i = 0; i < samples.size(); i += each) {
            int last = Math.min(samples.size(), i + each) - 1;
            points.add(
                    new Point(samples.timeOf(last).getEpochSecond(), Figures.rounded(samples.mean(i, last - i + 1))));
        }
        return new Line(name, points);
    }

    static Chart chart(Signal.Unit unit, List<Line> lines) {
        return chart(unit, lines, NO_THRESHOLD);
    }

    static Chart chart(Signal.Unit unit, List<Line> lines, double threshold) {
        return new Chart(unit, lines.subList(0, Math.min(lines.size(), Chart.MOST_LINES)), threshold);
    }

    /** The threshold of the page, if one of these lines is what it watches. */
    static double pageThreshold(Inquiry inquiry, Signal signal, List<Subject> subjects) {
        Condition page = inquiry.scenario().page().condition();
        boolean watched = page.signal() == signal
                && subjects.stream().anyMatch(subject -> subject.id().equals(page.service()));
        return watched ? page.threshold() : NO_THRESHOLD;
    }

    /** {@code Metric · eu-west}: where a chart of these subjects comes from. */
    static String source(List<Subject> subjects) {
        var places = subjects.stream()
                .map(subject -> subject.where().words())
                .distinct()
                .toList();
        return "Metric · " + String.join(", ", places);
    }
}
