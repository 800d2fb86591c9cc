package mayday.recording;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a recording is written. */
public enum Format {
    /** The JSON of Prometheus' {@code /api/v1/query_range}: a matrix. */
    PROMETHEUS,
    /** Columns with a header; one of them is the time. */
    CSV,
    /** Log lines that begin with a time. */
    PLAIN,
    /** Log lines that are JSON objects. */
    JSON_LINES,
    /** Log lines of {@code key=value}. */
    LOGFMT;

    /** So many characters at the beginning of a file tell what it is. */
    public static final int HEAD_CHARACTERS = 4_096;

    private static final Pattern MATRIX = Pattern.compile("\"(?:resultType|metric)\"\\s*:");
    private static final Pattern PAIRS = Pattern.compile("^[\\w.@/-]{1,60}=(?:\"|\\S).*|^\\S{1,40} [\\w.@/-]{1,60}=.*");
    private static final Pattern TIME_PAIR = Pattern.compile("(?:^|\\s)(?:ts|t|time|timestamp|at|@timestamp)=\\S.*");

    public boolean isLog() {
        return switch (this) {
            case PROMETHEUS, CSV -> false;
            case PLAIN, JSON_LINES, LOGFMT -> true;
        };
    }

    /**
     * What a file seems to be.
     *
     * @param head its first characters
     */
    public static Format guess(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var text = head.strip();
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        if (text.startsWith("{") || text.startsWith("[{") || text.equals("[]")) {
            return MATRIX.matcher(text).find() || (text.contains("\"status\"") && name.endsWith(".json"))
                    ? PROMETHEUS
                    : JSON_LINES;
        }
        if (text.startsWith("[") && name.endsWith(".json")) {
            return PROMETHEUS;
        }
        var first = text.lines().findFirst().orElse("");
        return PAIRS.matcher(first).matches() && TIME_PAIR.matcher(first).find() ? LOGFMT : PLAIN;
    }
}
