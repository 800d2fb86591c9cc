package mayday.terminal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which programs are told a moment: {@code 10 min ago}, {@code 15m}, {@code 2026-03-12 13:50}, seconds of the epoch. */
public final class Moments {
    private static final Pattern AGO = Pattern.compile(
            "-?(\\d{1,6}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hours?|hrs?|d|days?|w|weeks?)(?: ago)?");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");
    private static final Pattern DAY_AND_CLOCK =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?(Z|UTC)?");

    private Moments() {}

    public static Optional<Instant> of(String text, Instant now) {
        var word = text.strip();
        try {
            return read(word, now);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String word, Instant now) {
        var ago = AGO.matcher(word.toLowerCase(Locale.ROOT));
        if (ago.matches()) {
            return Optional.of(now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
        }
        if (word.equals("now")) {
            return Optional.of(now);
        }
        if (word.equals("today") || word.equals("yesterday")) {
            var day = now.truncatedTo(ChronoUnit.DAYS);
            return Optional.of(word.equals("today") ? day : day.minus(1, ChronoUnit.DAYS));
        }
        if (CLOCK.matcher(word).matches()) {
            var at = now.atOffset(ZoneOffset.UTC)
                    .with(LocalTime.parse(word.indexOf(':') == 1 ? "0" + word : word))
                    .toInstant();
            return Optional.of(at.isAfter(now) ? at.minus(1, ChronoUnit.DAYS) : at);
        }
        var whole = DAY_AND_CLOCK.matcher(word);
        if (whole.matches()) {
            return Optional.of(LocalDate.parse(whole.group(1))
                    .atTime(LocalTime.parse(whole.group(2)))
                    .toInstant(ZoneOffset.UTC));
        }
        if (word.matches("\\d{10}") || word.matches("\\d{13}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(word.substring(0, 10))));
        }
        return word.contains("T") ? Optional.of(OffsetDateTime.parse(word).toInstant()) : Optional.empty();
    }

    private static Duration unit(String word) {
        return switch (word.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'w' -> Duration.ofDays(7);
            default -> Duration.ofDays(1);
        };
    }
}
