package mayday.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Point;
import mayday.scenario.Signal;
import mayday.web.view.Format;

/** Draws a chart with characters: one small curve a line, each on the chart's common scale. */
final class TextChart {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;
    private static final int NAME_WIDTH = 24;

    private TextChart() {}

    static List<String> draw(Chart chart) {
        var highest = chart.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        var rows = new ArrayList<String>();
        for (var line : chart.lines()) {
            if (!line.points().isEmpty()) {
                rows.add(row(line, highest, chart.unit()));
            }
        }
        chart.lines().stream()
                .map(Line::points)
                .filter(points -> !points.isEmpty())
                .findFirst()
                .ifPresent(points -> rows.add(axis(points)));
        return rows;
    }

    private static String row(Line line, double highest, Signal.Unit unit) {
        var curve = new StringBuilder();
        var columns = Math.min(WIDTH, line.points().size());
        for (var column = 0; column < columns; column++) {
            curve.append(block(highestIn(line.points(), column, columns), highest));
        }
        return String.format(
                Locale.ROOT,
                "%-" + NAME_WIDTH + "s %-" + WIDTH + "s %s",
                line.name(),
                curve,
                Format.value(unit, line.points().getLast().value()));
    }

    /** The highest of the points that share a column, so that no spike is lost. */
    private static double highestIn(List<Point> points, int column, int columns) {
        var from = column * points.size() / columns;
        var to = Math.max(from + 1, (column + 1) * points.size() / columns);
        return points.subList(from, to).stream().mapToDouble(Point::value).max().orElse(0);
    }

    private static char block(double value, double highest) {
        if (highest <= 0 || value <= 0) {
            return BLOCKS.charAt(0);
        }
        var step = (int) Math.ceil(value / highest * (BLOCKS.length() - 1));
        return BLOCKS.charAt(Math.clamp(step, 1, BLOCKS.length() - 1));
    }

    private static String axis(List<Point> points) {
        var columns = Math.min(WIDTH, points.size());
        var from = Format.minute(Instant.ofEpochSecond(points.getFirst().epochSeconds()));
        var until = Format.minute(Instant.ofEpochSecond(points.getLast().epochSeconds()));
        var gap = Math.max(1, columns - from.length() - until.length());
        return " ".repeat(NAME_WIDTH + 1) + from + " ".repeat(gap) + until;
    }
}
