package mayday.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Point;
import mayday.scenario.Signal;
import mayday.web.view.Format;

/**
 * Draws a chart with characters. A few lines are drawn one below the other, each with both axes; many as one row each, all on the same
 * scale, which is told. The figures stand in words, too.
 */
final class TextChart {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int EIGHTHS = BLOCKS.length() - 1;

    private static final int WIDEST = 72;
    private static final int NARROWEST = 16;
    private static final int LABEL = 9;
    private static final int NAME = 24;
    private static final int VALUE = 12;

    /** More lines than this would fill several screens with axes. */
    private static final int MOST_PLOTS = 2;

    private static final int HEIGHT = 6;

    private TextChart() {}

    /** @param width how many characters there is room for; 0 for as many as it likes */
    static List<String> draw(Chart chart, int width) {
        var lines =
                chart.lines().stream().filter(line -> !line.points().isEmpty()).toList();
        if (lines.isEmpty()) {
            return List.of("No points in this time.");
        }
        var highest = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        var rows = new ArrayList<String>();
        if (lines.size() <= MOST_PLOTS) {
            lines.forEach(line -> rows.addAll(plot(line, highest, chart.unit(), columns(line, width, LABEL + 3))));
        } else {
            lines.forEach(line -> rows.add(row(line, highest, chart.unit(), columns(line, width, NAME + 1 + VALUE))));
            var first = lines.getFirst();
            rows.add(" ".repeat(NAME + 1) + times(first, columns(first, width, NAME + 1 + VALUE)));
            rows.add("each row from 0 to " + Format.value(chart.unit(), highest) + "; at its end the last value");
        }
        return rows;
    }

    private static int columns(Line line, int width, int beside) {
        var room = width == 0 ? WIDEST : Math.clamp(width - beside, NARROWEST, WIDEST);
        return Math.min(room, line.points().size());
    }

    private static List<String> plot(Line line, double highest, Signal.Unit unit, int columns) {
        var rows = new ArrayList<String>();
        var values = IntStream.range(0, columns)
                .mapToDouble(column -> highestIn(line.points(), column, columns))
                .toArray();
        var now = line.points().getLast().value();
        var peak = line.points().stream().mapToDouble(Point::value).max().orElse(0);
        rows.add(line.name() + ": last " + Format.value(unit, now) + ", highest " + Format.value(unit, peak));
        for (var row = HEIGHT - 1; row >= 0; row--) {
            var label = row == HEIGHT - 1
                    ? Format.value(unit, highest)
                    : row == HEIGHT / 2 - 1 ? Format.value(unit, highest / 2) : "";
            var curve = new StringBuilder();
            for (var value : values) {
                curve.append(block(highest <= 0 ? 0 : value / highest * HEIGHT - row));
            }
            rows.add(String.format(Locale.ROOT, "%" + LABEL + "s ┤%s", label, curve)
                    .stripTrailing());
        }
        rows.add(String.format(Locale.ROOT, "%" + LABEL + "s └%s", Format.value(unit, 0), "─".repeat(columns)));
        rows.add(" ".repeat(LABEL + 2) + times(line, columns));
        return rows;
    }

    private static String row(Line line, double highest, Signal.Unit unit, int columns) {
        var curve = new StringBuilder();
        for (var column = 0; column < columns; column++) {
            curve.append(block(highest <= 0 ? 0 : highestIn(line.points(), column, columns) / highest));
        }
        return String.format(
                Locale.ROOT,
                "%-" + NAME + "s %s %s",
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

    /** @param filled how much of the character's height; a little of it is seen however little it is */
    private static char block(double filled) {
        return filled <= 0
                ? BLOCKS.charAt(0)
                : BLOCKS.charAt(Math.clamp((int) Math.ceil(filled * EIGHTHS), 1, EIGHTHS));
    }

    /** The times below an axis: where it begins, half way if there is room, and where it ends. */
    private static String times(Line line, int columns) {
        var points = line.points();
        var from = minute(points.getFirst());
        var until = minute(points.getLast());
        var between = minute(points.get(points.size() / 2));
        var room = columns - from.length() - until.length();
        if (room < between.length() + 4) {
            return from + " ".repeat(Math.max(1, room)) + until + " UTC";
        }
        var left = columns / 2 - from.length() - between.length() / 2;
        return from + " ".repeat(left) + between + " ".repeat(room - left - between.length()) + until + " UTC";
    }

    private static String minute(Point point) {
        return Format.minute(Instant.ofEpochSecond(point.epochSeconds()));
    }
}
