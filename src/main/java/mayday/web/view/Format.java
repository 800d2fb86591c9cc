package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.Signal;

/** How times, durations and values are written on pages. Incident time is UTC. */
public final class Format {
    private Format() {}

    private static final DateTimeFormatter SECONDS = utc("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = utc("HH:mm");
    private static final DateTimeFormatter DAY = utc("d MMMM");

    private static final DateTimeFormatter SHORT_DAY = utc("d MMM");

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** {@code 04:12:40}. */
    public static String clock(Instant at) {
        return SECONDS.format(at);
    }

    /** {@code 04:12}. */
    public static String minute(Instant at) {
        return MINUTES.format(at);
    }

    /** {@code 03:53}, or with the day if it is not the day of {@code now}: {@code 20 Nov 23:30}. */
    public static String moment(Instant at, Instant now) {
        return DAY.format(at).equals(DAY.format(now)) ? minute(at) : SHORT_DAY.format(at) + " " + minute(at);
    }

    /** {@code 21 November}. */
    public static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code 21 Nov}. */
    static String shortDay(Instant at) {
        return SHORT_DAY.format(at);
    }

    /** Minutes and seconds: {@code 11:20}. */
    public static String length(Duration length) {
        return length(length.toSeconds());
    }

    /** Minutes and seconds: {@code 11:20}. */
    public static String length(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** The id of an action as in the API: a generic one's, or the scenario's own. */
    static String id(Action action) {
        return action instanceof Action.Own own
                ? own.action().value()
                : action.kind().id();
    }

    /** Up to here a span that begins below a minute is told in seconds, not in a mixture. */
    private static final int MOST_IN_SECONDS = 99;

    /** {@code 3–5 min}, {@code 20–40 s} or {@code 40–80 s}. */
    public static String takes(ActionKind.Takes takes) {
        var least = takes.least().toSeconds();
        var most = takes.most().toSeconds();
        if (most < 60 || (least < 60 && most <= MOST_IN_SECONDS)) {
            return least == most ? most + " s" : least + "–" + most + " s";
        }
        if (least < 60) {
            return least + " s–" + minutes(most) + " min";
        }
        return minutes(least).equals(minutes(most))
                ? minutes(most) + " min"
                : minutes(least) + "–" + minutes(most) + " min";
    }

    private static String minutes(long seconds) {
        return seconds % 60 == 0 ? Long.toString(seconds / 60) : String.format(Locale.ROOT, "%.1f", seconds / 60.0);
    }

    /** A whole number with thousands apart: {@code 12,400}. */
    public static String count(double value) {
        return String.format(Locale.ENGLISH, "%,d", Math.round(value));
    }

    /** A share in per cent: {@code 0.12 %}, {@code 3.9 %}, {@code 30 %}. */
    public static String percent(double share) {
        return digits(share * 100) + " %";
    }

    /** A value with its unit, in three significant digits or fewer. */
    public static String value(Signal.Unit unit, double value) {
        return switch (unit) {
            case RATIO -> percent(value);
            case SECONDS -> value < 1 ? digits(value * 1000) + " ms" : digits(value) + " s";
            case PER_SECOND -> digits(value) + "/s";
            case GIB -> digits(value) + " GiB";
            case COUNT -> digits(value);
            case DAYS -> digits(value) + " d";
        };
    }

    private static String digits(double value) {
        var size = Math.abs(value);
        if (size >= 10) {
            return count(value);
        }
        var written = String.format(Locale.ROOT, size >= 1 ? "%.1f" : "%.2f", value);
        return written.contains(".") ? written.replaceAll("0+$", "").replaceAll("\\.$", "") : written;
    }

    /** A number of bits, to a tenth: {@code 0.7}, {@code 2.0}; none is ever less than nothing. */
    static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0, value));
    }

    /** A coordinate of a drawing, to a tenth. */
    static String point(double value) {
        var written = String.format(Locale.ROOT, "%.1f", value);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }
}
