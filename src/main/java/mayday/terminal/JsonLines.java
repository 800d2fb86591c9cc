package mayday.terminal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** JSON as command-line tools print it: four blanks a level, keys in the order given. */
final class JsonLines {
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private JsonLines() {}

    /** Of maps, lists, texts, numbers and booleans. */
    static List<String> of(Object value) {
        var json = new JsonLines();
        json.write(value, 0);
        json.lines.add(json.line.toString());
        return json.lines;
    }

    private void write(Object value, int level) {
        switch (value) {
            case Map<?, ?> map -> block("{", "}", map.entrySet().iterator(), level);
            case List<?> list -> block("[", "]", list.iterator(), level);
            case Map.Entry<?, ?> entry -> {
                line.append(quoted(String.valueOf(entry.getKey()))).append(": ");
                write(entry.getValue(), level);
            }
            case String text -> line.append(quoted(text));
            default -> line.append(value);
        }
    }

    private void block(String begin, String end, Iterator<?> parts, int level) {
        line.append(begin);
        if (parts.hasNext()) {
            next();
            while (parts.hasNext()) {
                line.append("    ".repeat(level + 1));
                write(parts.next(), level + 1);
                line.append(parts.hasNext() ? "," : "");
                next();
            }
            line.append("    ".repeat(level));
        }
        line.append(end);
    }

    private void next() {
        lines.add(line.toString());
        line.setLength(0);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
