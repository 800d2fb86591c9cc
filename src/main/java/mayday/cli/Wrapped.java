package mayday.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines at blanks. */
final class Wrapped {
    /** Narrower than this, more would be broken than read. */
    private static final int LEAST = 24;

    private Wrapped() {}

    /** @param width 0 for lines of any length; a word that is longer stands alone */
    static List<String> lines(String text, int width) {
        if (width == 0) {
            return text.lines().toList();
        }
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> wrap(line, Math.max(LEAST, width), lines));
        return lines;
    }

    /** The same, with each further line as far in as the text is, and a little more. */
    static List<String> hanging(String text, int width) {
        if (width == 0 || text.length() <= width) {
            return List.of(text);
        }
        var inwards = " ".repeat(text.length() - text.stripLeading().length());
        var lines = new ArrayList<String>();
        for (var line : lines(text.strip(), width - inwards.length() - 2)) {
            lines.add(inwards + (lines.isEmpty() ? "" : "  ") + line);
        }
        return lines;
    }

    private static void wrap(String line, int width, List<String> lines) {
        var rest = line;
        while (rest.length() > width) {
            var blank = rest.lastIndexOf(' ', width);
            var at = blank > 0 ? blank : rest.indexOf(' ', width);
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
    }
}
