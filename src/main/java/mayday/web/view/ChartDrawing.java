package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Line;
import mayday.scenario.Signal;

/**
 * A line chart, laid out: everything that a template needs to write it as SVG, and the same numbers as a table.
 *
 * @param width of the drawing; the height is {@code height}
 * @param fogX from where on nothing is known
 * @param threshold the line to compare with; no entry if there is none
 */
public record ChartDrawing(
        int width,
        int height,
        Frame frame,
        String title,
        String description,
        List<Tick> rows,
        List<Tick> columns,
        List<Path> paths,
        List<Tick> threshold,
        String fogX,
        String fogWidth,
        List<String> heads,
        List<List<String>> table) {

    private static final double FOG = 0.1;

    /** The plot area in the drawing, as SVG coordinates. */
    public record Frame(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }

    /** A labelled place on an axis. */
    public record Tick(String at, String label) {}

    /**
     * A line.
     *
     * @param series {@code s1} to {@code s6}, its colour and dash
     * @param area the path closed along the bottom; empty where lines would cover each other
     */
    public record Path(String series, String line, String area, String name) {}

    /** A piece of evidence as a chart on a card. */
    public static ChartDrawing card(String title, Evidence.Chart chart, Instant asOf) {
        return new Plot(chart.unit(), chart.lines(), chart.threshold(), asOf.getEpochSecond(), FOG, 340, 126, 10)
                .draw(title);
    }

    /** A wide chart, room above the plot left for marks. */
    static ChartDrawing wide(String title, Signal.Unit unit, List<Line> lines, double threshold, Instant until) {
        return new Plot(unit, lines, threshold, until.getEpochSecond(), 0, 1160, 262, 60).draw(title);
    }

    /** The same as {@link #wide} for a phone, on which it fits. */
    static ChartDrawing narrow(String title, Signal.Unit unit, List<Line> lines, double threshold, Instant until) {
        return new Plot(unit, lines, threshold, until.getEpochSecond(), 0, 340, 180, 12).draw(title);
    }

    /**
     * The SLI of one of several teams that stand side by side.
     *
     * @param coming what is still to come, as a multiple of what is shown
     */
    static ChartDrawing column(String title, Line line, Instant asOf, double coming) {
        return new Plot(Signal.Unit.RATIO, List.of(line), Double.NaN, asOf.getEpochSecond(), coming, 268, 112, 6)
                .draw(title);
    }

    /** One of several curves below each other on one axis, which goes on to {@code until}; room above the plot left for signs. */
    static ChartDrawing lane(String title, Line line, Instant asOf, Instant until) {
        return lane(line, asOf, until).draw(title);
    }

    /** Where on the horizontal axis of {@link #lane} an instant lies. */
    static double laneX(Line line, Instant asOf, Instant until, Instant at) {
        return lane(line, asOf, until).x(at.getEpochSecond());
    }

    private static Plot lane(Line line, Instant asOf, Instant until) {
        var from = line.points().isEmpty()
                ? asOf.getEpochSecond() - 60
                : line.points().getFirst().epochSeconds();
        var shown = Math.max(1, asOf.getEpochSecond() - from);
        var coming = (double) Math.max(0, until.getEpochSecond() - asOf.getEpochSecond()) / shown;
        return new Plot(Signal.Unit.RATIO, List.of(line), Double.NaN, asOf.getEpochSecond(), coming, 1160, 150, 44);
    }

    /** Shares over the same width as {@link #wide}, the whole of the vertical axis shown. */
    static ChartDrawing confidence(List<Line> lines, Instant until) {
        return Plot.ofShares(lines, until.getEpochSecond(), 1160, 130, 14).draw("Your confidence");
    }

    /** A curve of the studio, room above it left for names of states. */
    static ChartDrawing preview(String title, Signal.Unit unit, List<Line> lines, Instant until) {
        return new Plot(unit, lines, Double.NaN, until.getEpochSecond(), 0, 430, 150, 18).draw(title);
    }

    /** Where on the horizontal axis of {@link #preview} an instant lies. */
    static double previewX(List<Line> lines, Instant until, Instant at) {
        return new Plot(Signal.Unit.RATIO, lines, Double.NaN, until.getEpochSecond(), 0, 430, 150, 18)
                .x(at.getEpochSecond());
    }

    /** Where on the horizontal axis of {@link #wide} an instant lies. */
    static double wideX(List<Line> lines, Instant until, Instant at) {
        var plot = new Plot(Signal.Unit.RATIO, lines, Double.NaN, until.getEpochSecond(), 0, 1160, 262, 60);
        return plot.x(at.getEpochSecond());
    }
}
