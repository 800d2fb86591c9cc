package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as a post-mortem writes them. */
final class Numbers {
    private static final DateTimeFormatter HOURS_AND_MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** {@code 14:06}, UTC. */
    static String at(Instant instant) {
        return HOURS_AND_MINUTES.format(instant);
    }

    /** {@code 10 March 2026}. */
    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** {@code 12,400}. */
    static String count(double value) {
        return String.format(Locale.ENGLISH, "%,d", Math.round(value));
    }

    /** A share in per cent with one decimal, two below 1 %: {@code 18.4 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    /** {@code 24 minutes}, {@code 1 hour 5 minutes}; seconds below two minutes. */
    static String length(Duration length) {
        if (length.toSeconds() < 120) {
            return counted(length.toSeconds(), "second");
        }
        var minutes = Math.round(length.toSeconds() / 60.0);
        if (minutes < 60) {
            return counted(minutes, "minute");
        }
        return counted(minutes / 60, "hour") + (minutes % 60 == 0 ? "" : " " + counted(minutes % 60, "minute"));
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
