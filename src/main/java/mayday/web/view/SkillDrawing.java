package mayday.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The small chart of a skill: its score over the last judged runs, oldest first.
 *
 * @param line its path; empty for one point
 * @param area the same down to the axis
 * @param dots the points themselves, as long as there are few
 * @param rows marks of the scale
 * @param columns marks of the runs
 * @param description in words
 */
public record SkillDrawing(
        String line, String area, List<Dot> dots, List<Mark> rows, List<Mark> columns, String description) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 104;
    private static final int LEFT = 30;
    private static final int RIGHT = 348;
    private static final int TOP = 10;
    private static final int BOTTOM = 84;

    /** With more points the line says enough. */
    private static final int MOST_DOTTED = 4;

    public SkillDrawing {
        dots = List.copyOf(dots);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    public record Dot(String x, String y) {}

    /** A mark of an axis. */
    public record Mark(String at, String label) {}

    static SkillDrawing of(List<Integer> scores) {
        var dots = new ArrayList<Dot>();
        for (var i = 0; i < scores.size(); i++) {
            dots.add(new Dot(Format.point(x(i, scores.size())), Format.point(y(scores.get(i)))));
        }
        var line = line(dots);
        return new SkillDrawing(
                dots.size() < 2 ? "" : line,
                dots.size() < 2
                        ? ""
                        : line + "L" + dots.getLast().x() + " " + BOTTOM + "L"
                                + dots.getFirst().x() + " " + BOTTOM + "Z",
                dots.size() <= MOST_DOTTED ? dots : List.of(dots.getLast()),
                List.of(0, 50, 100).stream()
                        .map(score -> new Mark(Format.point(y(score)), Integer.toString(score)))
                        .toList(),
                columns(scores.size()),
                scores.size() == 1
                        ? "One run, " + scores.getFirst() + "."
                        : String.format(Locale.ROOT, "From %d to %d.", scores.getFirst(), scores.getLast()));
    }

    private static String line(List<Dot> dots) {
        var line = new StringBuilder();
        for (var dot : dots) {
            line.append(line.isEmpty() ? "M" : "L").append(dot.x()).append(' ').append(dot.y());
        }
        return line.toString();
    }

    private static List<Mark> columns(int runs) {
        return runs == 1
                ? List.of(new Mark(Format.point(x(0, 1)), "now"))
                : List.of(
                        new Mark(Format.point(x(0, runs)), runs == 2 ? "1 run ago" : runs - 1 + " runs ago"),
                        new Mark(Format.point(x(runs - 1, runs)), "now"));
    }

    /** One run alone stands at the right, where the latest one always is. */
    private static double x(int index, int runs) {
        return runs == 1 ? RIGHT : LEFT + (double) (RIGHT - LEFT) * index / (runs - 1);
    }

    private static double y(int score) {
        return BOTTOM - (BOTTOM - TOP) * score / 100.0;
    }
}
