package mayday.playthrough;

import java.time.Duration;

/** How authors write things. */
public final class Written {
    private Written() {}

    /** A time in the author's notation: {@code 8m}, {@code 7m40s}, {@code 1h2m}, {@code 340ms}. */
    public static String time(Duration length) {
        var written = new StringBuilder();
        add(written, length.toHours(), "h");
        add(written, length.toMinutesPart(), "m");
        add(written, length.toSecondsPart(), "s");
        add(written, length.toMillisPart(), "ms");
        return written.isEmpty() ? "0s" : written.toString();
    }

    private static void add(StringBuilder written, long number, String unit) {
        if (number > 0) {
            written.append(number).append(unit);
        }
    }
}
