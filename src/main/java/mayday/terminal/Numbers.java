package mayday.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How programs write numbers, times and columns: with a point, without grouping, in UTC, the same in every locale. */
final class Numbers {
    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");
    private static final DateTimeFormatter SYSLOG = formatter("MMM dd HH:mm:ss");
    private static final DateTimeFormatter ISO_MILLIS = formatter("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private Numbers() {}

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    static String fixed(double value, int decimals) {
        // Not String.format, which gives the same in ten times the time. A big decimal has no negative zero.
        return BigDecimal.valueOf(Double.isFinite(value) ? value : 0)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static long whole(double value) {
        return Double.isFinite(value) ? Math.round(value) : 0;
    }

    /** Hours, minutes and seconds. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** As in {@code /var/log/syslog}. */
    static String syslog(Instant at) {
        return SYSLOG.format(at);
    }

    /** {@code 2026-03-12T14:10:00Z}. */
    static String iso(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    /** {@code 2026-03-12T14:10:00.250Z}. */
    static String isoMillis(Instant at) {
        return ISO_MILLIS.format(at);
    }

    /** As people say a share: {@code 0.4 %}, {@code 37 %}. */
    static String percent(double ratio) {
        double percent = 100 * (Double.isFinite(ratio) ? ratio : 0);
        return fixed(percent, percent < 9.95 && percent >= 0.05 ? 1 : 0) + " %";
    }

    /** As people say a time that something takes. */
    static String seconds(double seconds) {
        double millis = 1000 * Math.max(0, seconds);
        return millis < 999.5 ? fixed(millis, millis < 9.95 ? 1 : 0) + " ms" : fixed(seconds, 1) + " s";
    }

    /** Columns as wide as their widest cell and {@code gap} more; the last is not filled up. */
    static List<String> columns(List<List<String>> rows, int gap) {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[count];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i + 1 < row.size()) {
                    line.append(" ".repeat(widths[i] + gap - row.get(i).length()));
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
