package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the debrief writes them. */
final class Clock {
    private static final DateTimeFormatter HOURS_AND_MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Clock() {}

    /** {@code 14:06}, UTC. */
    static String at(Instant instant) {
        return HOURS_AND_MINUTES.format(instant);
    }

    /** {@code 4:30}: minutes and seconds. */
    static String length(Duration length) {
        return String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
    }

    /** {@code 20 minutes}, {@code 1:30 minutes}. */
    static String minutes(Duration length) {
        var words = length.toSecondsPart() == 0 ? Long.toString(length.toMinutes()) : length(length);
        return words.equals("1") ? "1 minute" : words + " minutes";
    }
}
