package mayday.recording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as logs and exports write them: ISO 8601 and its relatives, seconds, milli-, micro- and nanoseconds since 1970, syslog, web
 * servers' and klog's. A time without a zone is UTC. One without a year or a day is the nearest to an instant that is known.
 */
final class Times {
    private static final String CLOCK = "(?<h>\\d{2}):(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?)?";
    private static final String MONTHS = "(?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private static final List<String> MONTH_NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String ZONE = "(?:\\s?(?<z>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)(?![\\w:]))?";

    private static final Pattern DATED = Pattern.compile(
            "^[\\[(<\"]?(?<y>\\d{4})[-/.](?<mo>\\d{2})[-/.](?<d>\\d{2})[T ,_]{1,2}" + CLOCK + ZONE + "[\\])>\"]?");
    private static final Pattern SYSLOG = Pattern.compile("^(?:<\\d{1,3}>)?" + MONTHS + " +(?<d>\\d{1,2}) " + CLOCK);
    private static final Pattern WEB =
            Pattern.compile("\\[(?<d>\\d{2})/" + MONTHS + "/(?<y>\\d{4}):" + CLOCK + ZONE + "\\]");
    private static final Pattern KLOG = Pattern.compile("^(?<level>[IWEF])(?<mo>\\d{2})(?<d>\\d{2}) " + CLOCK);
    private static final Pattern CLOCK_ONLY = Pattern.compile("^\\[?" + CLOCK + "\\]?(?=\\s|$)");
    private static final Pattern EPOCH = Pattern.compile("^\\[?(?<e>\\d{9,19}(?:\\.\\d{1,9})?)\\]?(?=\\s|$)");

    /** Where a web server's line has its time, after names and addresses. */
    private static final int WEB_CHARACTERS = 200;

    private final Optional<Instant> around;

    /** @param around an instant of the recording, for times that do not say their year or day */
    Times(Optional<Instant> around) {
        this.around = around;
    }

    /** A time at the beginning of a line, and what is left of the line without it; {@code year} false if it says none. */
    record Leading(Instant at, String rest) {}

    /** Times that cannot be placed, because nothing says in which year or on which day they are. */
    boolean isWithoutDay(String line) {
        return around.isEmpty()
                && (SYSLOG.matcher(line).find()
                        || KLOG.matcher(line).find()
                        || CLOCK_ONLY.matcher(line).find());
    }

    /** A value that is a time as a whole; empty if it is none. */
    Optional<Instant> of(String text) {
        var value = text.strip();
        return leading(value).filter(found -> found.rest().isBlank()).map(Leading::at);
    }

    /** The time that a line begins with, or that a web server has put into it; empty if there is none. */
    Optional<Leading> leading(String line) {
        if (line.isEmpty() || Character.isWhitespace(line.charAt(0))) {
            return Optional.empty();
        }
        try {
            return read(line);
        } catch (DateTimeException | ArithmeticException noSuchTime) {
            return Optional.empty();
        }
    }

    private Optional<Leading> read(String line) {
        var dated = DATED.matcher(line);
        if (dated.find()) {
            return found(line, dated, date(dated, number(dated, "mo")));
        }
        var epoch = EPOCH.matcher(line);
        if (epoch.find()) {
            return Optional.of(new Leading(epoch(epoch.group("e")), line.substring(epoch.end())));
        }
        var syslog = SYSLOG.matcher(line);
        if (syslog.find()) {
            return nearestYear(line, syslog, month(syslog));
        }
        var klog = KLOG.matcher(line);
        if (klog.find()) {
            return nearestYear(line, klog, number(klog, "mo"))
                    .map(each -> new Leading(each.at(), level(klog.group("level")) + each.rest()));
        }
        var clock = CLOCK_ONLY.matcher(line);
        if (clock.find()) {
            return around.map(near -> new Leading(nearestDay(clock(clock), near), line.substring(clock.end())));
        }
        var head = line.length() > WEB_CHARACTERS ? line.substring(0, WEB_CHARACTERS) : line;
        var web = WEB.matcher(head);
        return web.find()
                ? Optional.of(new Leading(
                        instant(date(web, month(web)), web),
                        line.substring(0, web.start())
                                + line.substring(web.end()).strip()))
                : Optional.empty();
    }

    private static String level(String letter) {
        return switch (letter) {
            case "E", "F" -> "ERROR";
            case "W" -> "WARN";
            default -> "INFO";
        };
    }

    private static Optional<Leading> found(String line, Matcher time, LocalDate day) {
        return Optional.of(new Leading(instant(day, time), line.substring(time.end())));
    }

    private static Instant instant(LocalDate day, Matcher time) {
        return day.atTime(clock(time)).toInstant(zone(time.group("z")));
    }

    private static ZoneOffset zone(@org.jspecify.annotations.Nullable String written) {
        return written == null || Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    private static LocalDate date(Matcher time, int month) {
        return LocalDate.of(number(time, "y"), month, number(time, "d"));
    }

    private Optional<Leading> nearestYear(String line, Matcher time, int month) {
        return around.map(near -> {
            var best = Instant.MIN;
            var year = near.atOffset(ZoneOffset.UTC).getYear();
            for (var each = year - 1; each <= year + 1; each++) {
                // Whether there is a 29 February depends on the year.
                if (java.time.YearMonth.of(each, month).isValidDay(number(time, "d"))) {
                    var at = LocalDate.of(each, month, number(time, "d"))
                            .atTime(clock(time))
                            .toInstant(ZoneOffset.UTC);
                    best = best.equals(Instant.MIN) ? at : nearer(at, best, near);
                }
            }
            if (best.equals(Instant.MIN)) {
                throw new DateTimeException("no such day");
            }
            return new Leading(best, line.substring(time.end()));
        });
    }

    private static Instant nearestDay(LocalTime clock, Instant near) {
        var day = near.atOffset(ZoneOffset.UTC).toLocalDate();
        var same = day.atTime(clock).toInstant(ZoneOffset.UTC);
        return nearer(same.minus(Duration.ofDays(1)), nearer(same.plus(Duration.ofDays(1)), same, near), near);
    }

    private static Instant nearer(Instant one, Instant other, Instant to) {
        return Duration.between(one, to)
                                .abs()
                                .compareTo(Duration.between(other, to).abs())
                        < 0
                ? one
                : other;
    }

    private static int month(Matcher time) {
        return 1 + MONTH_NAMES.indexOf(time.group("mon"));
    }

    private static LocalTime clock(Matcher time) {
        var second = time.group("s") == null ? 0 : number(time, "s");
        var fraction = time.group("f") == null ? "" : time.group("f");
        var nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        // A leap second is told as the second before it.
        return LocalTime.of(number(time, "h"), number(time, "m"), Math.min(second, 59), nanos);
    }

    private static int number(Matcher time, String group) {
        return Integer.parseInt(time.group(group));
    }

    /** Seconds, or a thousandth, millionth or billionth of them, as the number of digits has it. */
    static Instant epoch(String digits) {
        var whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        var thousands = whole <= 11 ? 0 : whole <= 14 ? 1 : whole <= 17 ? 2 : 3;
        var nanos = new BigDecimal(digits).scaleByPowerOfTen(9 - 3 * thousands).toBigInteger();
        var billion = java.math.BigInteger.valueOf(1_000_000_000);
        return Instant.ofEpochSecond(
                nanos.divide(billion).longValueExact(), nanos.mod(billion).longValueExact());
    }

    /** How a time is written in the recordings that we write ourselves. */
    static String written(Instant at) {
        return String.format(Locale.ROOT, "%s", at);
    }
}
