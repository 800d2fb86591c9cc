package mayday.studio;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mayday.compiler.Sources;

/** What is different between two texts, line by line. */
public final class Differences {
    private Differences() {}

    /** Lines around a change that are shown with it. */
    private static final int AROUND = 3;

    /** A difference longer than this nobody reads. */
    public static final int MOST_LINES = 2_000;

    /** Above this the texts are told to differ, not how: to find out takes time by the square. */
    private static final int MOST_COMPARED = 20_000;

    /** What became of a line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Lines that are the same in both are left out here. */
        GAP
    }

    /** A line of a difference. */
    public record Line(Kind kind, String text) {}

    /** A file that differs. */
    public record File(String path, List<Line> lines) {
        public File {
            lines = List.copyOf(lines);
        }
    }

    /** Which files differ, and how. */
    public static List<File> between(Sources before, Sources after) {
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return paths.stream()
                .map(path -> new File(
                        path,
                        between(
                                before.files().getOrDefault(path, ""),
                                after.files().getOrDefault(path, ""))))
                .filter(file -> !file.lines().isEmpty())
                .toList();
    }

    /** How two texts differ; nothing if they do not. */
    public static List<Line> between(String before, String after) {
        var from = before.lines().toList();
        var to = after.lines().toList();
        if (from.equals(to)) {
            return List.of();
        }
        if (from.size() + to.size() > MOST_COMPARED) {
            return List.of(new Line(Kind.GAP, "The texts are too long to be compared line by line."));
        }
        var lines = new ArrayList<Line>();
        var shown = 0;
        for (var delta : DiffUtils.diff(from, to).getDeltas()) {
            shown = before(delta, from, shown, lines);
            delta.getSource().getLines().forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            shown = delta.getSource().getPosition() + delta.getSource().size();
        }
        after(from, shown, lines);
        return lines.size() <= MOST_LINES ? lines : cut(lines);
    }

    private static int before(AbstractDelta<String> delta, List<String> from, int shown, List<Line> lines) {
        var at = delta.getSource().getPosition();
        var tail = lines.isEmpty() ? shown : Math.min(at, shown + AROUND);
        same(from, shown, tail, lines);
        var head = Math.max(tail, at - AROUND);
        if (head > tail) {
            lines.add(new Line(Kind.GAP, "line " + (head + 1)));
        }
        same(from, head, at, lines);
        return at;
    }

    private static void after(List<String> from, int shown, List<Line> lines) {
        var until = Math.min(from.size(), shown + AROUND);
        same(from, shown, until, lines);
    }

    private static void same(List<String> from, int first, int until, List<Line> lines) {
        from.subList(first, Math.max(first, until)).forEach(line -> lines.add(new Line(Kind.SAME, line)));
    }

    private static List<Line> cut(List<Line> lines) {
        var cut = new ArrayList<>(lines.subList(0, MOST_LINES));
        cut.add(new Line(Kind.GAP, lines.size() - MOST_LINES + " more lines"));
        return cut;
    }
}
