package mayday.compiler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.compiler.Value.Text;

/**
 * Reads moments, as lengths of time before the page: {@code 14:01} on the day of the page, {@code 2026-03-09 22:10}, or
 * {@code 5m ago}. All times are UTC. A system knows no page, so its moments are all {@code ... ago}.
 */
final class Moments {
    private static final Pattern AGO = Pattern.compile("(.*\\S)\\s+ago");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)Z?");

    private final Instant page;
    private final boolean hasPage;
    private final Problems problems;

    private Moments(Instant page, boolean hasPage, Problems problems) {
        this.page = page;
        this.hasPage = hasPage;
        this.problems = problems;
    }

    static Moments before(Instant page, Problems problems) {
        return new Moments(page, true, problems);
    }

    static Moments withoutPage(Problems problems) {
        return new Moments(Instant.EPOCH, false, problems);
    }

    /** How long before the page; negative for a moment after it. */
    Duration ago(Text text) {
        if (Scalars.isUnusable(text)) {
            return Duration.ZERO;
        }
        var ago = AGO.matcher(text.text());
        if (ago.matches()) {
            var seconds = Measure.SECONDS.parse(ago.group(1));
            if (seconds.isPresent()) {
                return Duration.ofMillis(Math.round(seconds.get().doubleValue() * 1000));
            }
        }
        var instant = hasPage ? instant(text.text()) : Optional.<Instant>empty();
        if (instant.isEmpty()) {
            problems.error(
                    text.place(), "bad-moment", "`" + text.text() + "` is no moment", "write it like " + examples());
            return Duration.ZERO;
        }
        return Duration.between(instant.get(), page);
    }

    private String examples() {
        return hasPage ? "`14:01`, `2026-03-09 22:10` or `5m ago`" : "`3d ago`: a system knows no page and no date";
    }

    private Optional<Instant> instant(String text) {
        var dateTime = DATE_TIME.matcher(text);
        try {
            if (dateTime.matches()) {
                return Optional.of(LocalDateTime.parse(dateTime.group(1) + "T" + dateTime.group(2))
                        .toInstant(ZoneOffset.UTC));
            }
            var day = page.atOffset(ZoneOffset.UTC).toLocalDate();
            return time(text).map(time -> day.atTime(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time of the day such as {@code 14:06}; empty if there is no such time. */
    static Optional<LocalTime> time(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            var second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
            return Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date such as {@code 2026-03-10}; empty if there is no such date. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
