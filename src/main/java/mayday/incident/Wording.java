package mayday.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are written in people's words. */
final class Wording {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Wording() {}

    /** {@code 14:06}, in UTC. */
    static String clock(Instant at) {
        return CLOCK.format(at);
    }
}
