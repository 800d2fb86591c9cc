package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Line;
import mayday.scenario.Signal;
import mayday.web.view.ChartDrawing.Frame;
import mayday.web.view.ChartDrawing.Path;
import mayday.web.view.ChartDrawing.Tick;

/** The arithmetic of one drawing. */
final class Plot {
    private static final int TABLE_ROWS = 8;

    private final Signal.Unit unit;
    private final List<Line> lines;
    private final double threshold;
    private final int width;
    private final int height;
    private final Frame frame;
    private final long from;
    private final long asOf;
    private final double until;
    private final Scale scale;

    Plot(Signal.Unit unit, List<Line> lines, double threshold, long asOf, double fog, int width, int height, int top) {
        this.unit = unit;
        this.lines = lines;
        this.threshold = threshold;
        this.width = width;
        this.height = height;
        this.frame = frame(width, height, top);
        this.asOf = asOf;
        this.from = first(lines, asOf);
        this.until = asOf + (double) Math.max(1, asOf - from) * fog;
        this.scale = Scale.upTo(highest(), least(unit));
    }

    /** Of shares, the whole from 0 to 100 % shown, whatever of it they take. */
    static Plot ofShares(List<Line> lines, long asOf, int width, int height, int top) {
        return new Plot(lines, asOf, width, height, top, new Scale(0.5, 2));
    }

    private Plot(List<Line> lines, long asOf, int width, int height, int top, Scale scale) {
        this.unit = Signal.Unit.RATIO;
        this.lines = lines;
        this.threshold = Double.NaN;
        this.width = width;
        this.height = height;
        this.frame = frame(width, height, top);
        this.asOf = asOf;
        this.from = first(lines, asOf);
        this.until = asOf;
        this.scale = scale;
    }

    private static Frame frame(int width, int height, int top) {
        return new Frame(width > 400 ? 44 : 36, top, width - 10, height - 20);
    }

    private static long first(List<Line> lines, long asOf) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToLong(Evidence.Point::epochSeconds)
                .min()
                .orElse(asOf - 60);
    }

    /** The least that an axis reaches: less is noise, and its steps would all be labelled 0. */
    private static double least(Signal.Unit unit) {
        return switch (unit) {
            case RATIO, SECONDS -> 0.01;
            case PER_SECOND, GIB -> 1;
            case COUNT, DAYS -> 4;
        };
    }

    private double highest() {
        var highest = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Evidence.Point::value)
                .max()
                .orElse(0);
        return Double.isNaN(threshold) ? highest : Math.max(highest, threshold);
    }

    double x(long at) {
        return x((double) at);
    }

    private double x(double at) {
        return frame.left() + frame.width() * (at - (double) from) / Math.max(1, until - (double) from);
    }

    double y(double value) {
        return frame.bottom() - frame.height() * value / scale.top();
    }

    ChartDrawing draw(String title) {
        var fog = x(Math.max(from, asOf));
        return new ChartDrawing(
                width,
                height,
                frame,
                title,
                description(),
                rows(),
                columns(),
                paths(),
                Double.isNaN(threshold)
                        ? List.of()
                        : List.of(new Tick(Format.point(y(threshold)), Format.value(unit, threshold))),
                Format.point(fog),
                Format.point(frame.right() - fog),
                heads(),
                table());
    }

    private List<Tick> rows() {
        var rows = new ArrayList<Tick>();
        for (var step = 0; step <= scale.steps(); step++) {
            var value = step * scale.step();
            rows.add(new Tick(Format.point(y(value)), Format.value(unit, value).replace(" %", "%")));
        }
        return rows;
    }

    private List<Tick> columns() {
        var spacing = spacing();
        var columns = new ArrayList<Tick>();
        for (var at = (from + spacing - 1) / spacing * spacing; at <= until; at += spacing) {
            columns.add(new Tick(Format.point(x(at)), Format.minute(Instant.ofEpochSecond(at))));
        }
        return columns;
    }

    private long spacing() {
        var most = width > 400 ? 8 : 4;
        for (var minutes : new int[] {1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440}) {
            if ((until - (double) from) / (minutes * 60.0) <= most) {
                return minutes * 60L;
            }
        }
        return 1440 * 60L * 7;
    }

    private List<Path> paths() {
        var paths = new ArrayList<Path>();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (!line.points().isEmpty()) {
                paths.add(path(line, index));
            }
        }
        return paths;
    }

    private Path path(Line line, int index) {
        var drawn = new StringBuilder();
        for (var point : line.points()) {
            drawn.append(drawn.isEmpty() ? "M" : "L")
                    .append(Format.point(x(point.epochSeconds())))
                    .append(' ')
                    .append(Format.point(y(point.value())));
        }
        var last = line.points().getLast();
        var first = line.points().getFirst();
        var area = lines.size() > 1
                ? ""
                : drawn + "L" + Format.point(x(last.epochSeconds())) + " " + frame.bottom() + "L"
                        + Format.point(x(first.epochSeconds())) + " " + frame.bottom() + "Z";
        return new Path("s" + (index + 1), drawn.toString(), area, line.name());
    }

    private String description() {
        var told = new StringBuilder();
        for (var line : lines) {
            if (!line.points().isEmpty()) {
                told.append(describe(line)).append(' ');
            }
        }
        return told.append("Nothing is known after ")
                .append(Format.minute(Instant.ofEpochSecond(asOf)))
                .append('.')
                .toString();
    }

    private String describe(Line line) {
        var highest = line.points().getFirst();
        for (var point : line.points()) {
            highest = point.value() > highest.value() ? point : highest;
        }
        return line.name() + ": " + Format.value(unit, line.points().getFirst().value()) + " at first, "
                + Format.value(unit, line.points().getLast().value()) + " at last, highest "
                + Format.value(unit, highest.value()) + " at "
                + Format.minute(Instant.ofEpochSecond(highest.epochSeconds())) + ".";
    }

    private List<String> heads() {
        var heads = new ArrayList<String>();
        heads.add("Time");
        lines.forEach(line -> heads.add(line.name()));
        return heads;
    }

    private List<List<String>> table() {
        var longest = lines.stream().map(Line::points).max(Comparator.comparingInt(List::size));
        var points = longest.orElse(List.of());
        var rows = new ArrayList<List<String>>();
        var count = Math.min(TABLE_ROWS, points.size());
        for (var row = 0; row < count; row++) {
            var index = count == 1 ? 0 : row * (points.size() - 1) / (count - 1);
            rows.add(row(points.get(index).epochSeconds()));
        }
        return rows;
    }

    private List<String> row(long at) {
        var cells = new ArrayList<String>();
        cells.add(Format.clock(Instant.ofEpochSecond(at)));
        for (var line : lines) {
            cells.add(valueAt(line, at));
        }
        return cells;
    }

    private String valueAt(Line line, long at) {
        var value = "–";
        for (var point : line.points()) {
            if (point.epochSeconds() <= at) {
                value = Format.value(unit, point.value());
            }
        }
        return value;
    }

    /** A vertical axis from 0 in at most four round steps. */
    private record Scale(double step, int steps) {
        private static final double ROOM_ABOVE = 1.05;
        private static final double[] ROUND = {1, 2, 2.5, 5, 10};

        /** Just above {@code highest}, but no lower than {@code least}, which is more than 0. */
        static Scale upTo(double highest, double least) {
            var reach = Math.max(highest * ROOM_ABOVE, least);
            var power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(reach / 4)));
            for (var round : ROUND) {
                if (round * power * 4 >= reach) {
                    return new Scale(round * power, (int) StrictMath.ceil(reach / (round * power)));
                }
            }
            return new Scale(10 * power, 4);
        }

        double top() {
            return step * steps;
        }
    }
}
