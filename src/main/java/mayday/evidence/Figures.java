package mayday.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mayday.scenario.Signal;

/**
 * How numbers and times are written in answers: as many digits as a person would say, the same in every locale, times
 * in UTC.
 */
final class Figures {
    /** Groups thousands: a narrow no-break space, as ISO 80000-1 recommends a thin one. */
    static final char GROUPING = '\u202f';

    private static final double FOUR_DIGITS = 10_000;

    /** Below this a chart shows nothing. */
    private static final double LEAST_ROUNDED = 1e-12;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** A share as per cent: {@code 0.05 %}, {@code 2.3 %}, {@code 30 %}, {@code 99.6 %}. */
    static String percent(double ratio) {
        double percent = 100 * (Double.isFinite(ratio) ? ratio : 0);
        if (percent < 0.005) {
            return "0 %";
        }
        if (percent < 0.995) {
            return fixed(percent, 2) + " %";
        }
        if (percent < 9.95 || (percent >= 99 && percent < 99.95)) {
            return fixed(percent, 1) + " %";
        }
        return fixed(percent, 0) + " %";
    }

    /** A time that something takes: {@code 0.4 ms}, {@code 240 ms}, {@code 1.2 s}, {@code 45 s}. */
    static String seconds(double seconds) {
        double millis = 1000 * Math.max(0, seconds);
        if (millis < 9.95) {
            return fixed(millis, 1) + " ms";
        }
        if (millis < 999.5) {
            return fixed(millis, 0) + " ms";
        }
        return fixed(seconds, seconds < 9.95 ? 1 : 0) + " s";
    }

    /** A stretch of time: {@code 45 s}, {@code 12 min}, {@code 1 h 20 min}, {@code 3 days}. */
    static String duration(Duration length) {
        if (length.toSeconds() < 90) {
            return length.toSeconds() + " s";
        }
        long minutes = (length.toSeconds() + 30) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return (minutes + 12 * 60) / (24 * 60) + " days";
    }

    /** A number of things, grouped by thousands: {@code 1 846}. */
    static String count(double number) {
        return fixed(number, 0);
    }

    /** Something a second: {@code 0.4/s}, {@code 1 240/s}. */
    static String rate(double perSecond) {
        return fixed(perSecond, perSecond < 9.95 ? 1 : 0) + "/s";
    }

    static String gib(double gib) {
        return gib < 0.9995 ? fixed(1024 * gib, 0) + " MiB" : fixed(gib, gib < 99.95 ? 1 : 0) + " GiB";
    }

    /** Whole days, rounded down: a certificate with 0.9 days left has none to spare. */
    static String days(double days) {
        long whole = (long) Math.floor(days);
        return whole + (whole == 1 || whole == -1 ? " day" : " days");
    }

    /** A value of a signal in its unit. */
    static String in(Signal.Unit unit, double value) {
        return switch (unit) {
            case PER_SECOND -> rate(value);
            case RATIO -> percent(value);
            case SECONDS -> seconds(value);
            case GIB -> gib(value);
            case COUNT -> count(value);
            case DAYS -> days(value);
        };
    }

    /** {@code 14:06}, in UTC. */
    static String clock(Instant at) {
        return CLOCK.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 14:06:30}, in UTC. */
    static String clockSeconds(Instant at) {
        return CLOCK_SECONDS.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 14:06}, with the day in front if it is another than that of {@code now}: {@code 21 Nov 18:05}. */
    static String when(Instant at, Instant now) {
        return dayOf(at).equals(dayOf(now)) ? clock(at) : DAY_AND_CLOCK.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 21 Nov 2026}. */
    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /** With a fixed number of decimals, thousands grouped, never a negative zero. */
    static String fixed(double value, int decimals) {
        // Not String.format, which gives the same in ten times the time: answers are full of figures.
        var known = BigDecimal.valueOf(Double.isFinite(value) ? value : 0).setScale(decimals, RoundingMode.HALF_UP);
        var text = known.abs().toPlainString();
        int whole = decimals == 0 ? text.length() : text.length() - decimals - 1;
        var grouped = new StringBuilder(text);
        for (int place = whole - 3; place > 0; place -= 3) {
            grouped.insert(place, GROUPING);
        }
        return known.signum() < 0 ? "-" + grouped : grouped.toString();
    }

    /** For charts: four significant digits are more than a pixel shows. */
    static double rounded(double value) {
        var size = Math.abs(value);
        if (size < LEAST_ROUNDED) {
            return 0;
        }
        // Powers of ten up to 10^22 are exact, so one division gives the double that is nearest to the decimal.
        var power = 1.0;
        if (size >= FOUR_DIGITS) {
            while (size / power >= FOUR_DIGITS) {
                power *= 10;
            }
            return Math.copySign(Math.round(size / power) * power, value);
        }
        while (size * power < FOUR_DIGITS / 10) {
            power *= 10;
        }
        return Math.copySign(Math.round(size * power) / power, value);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** {@code 1 release}, {@code 3 releases}: the plural ends in s. */
    static String counted(long number, String noun) {
        return count((double) number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
