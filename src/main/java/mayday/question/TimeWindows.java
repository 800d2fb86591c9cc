package mayday.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mayday.evidence.Window;

/** Finds the stretch of time that a question names, such as {@code in the last 24 hours} or {@code since 13:50}. Times are UTC. */
final class TimeWindows {
    /** No incident looks further back. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration AROUND = Duration.ofMinutes(10);
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final String UNIT = "(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)";
    private static final String COUNT =
            "(\\d{1,4}|an?|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|sixty|half an?|couple of|few|a few|a couple of)";
    private static final String CLOCK = "(\\d{1,2}(?::\\d{2}| ?[ap]m|(?= ?utc)))(?: ?(?:utc|z|gmt))?";
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("ten", 10),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("sixty", 60),
            Map.entry("couple of", 2),
            Map.entry("a couple of", 2),
            Map.entry("few", 3),
            Map.entry("a few", 3));
    private static final List<Form> FORMS = List.of(
            form(
                    "between " + CLOCK + " (?:and|to|-) " + CLOCK,
                    (m, now) -> between(clock(m.group(1), now), clock(m.group(2), now))),
            form(
                    "from " + CLOCK + " (?:until|till|to|-) " + CLOCK,
                    (m, now) -> between(clock(m.group(1), now), clock(m.group(2), now))),
            form(
                    "(?:since|from|after) (?:about |around )?" + CLOCK,
                    (m, now) -> new Window.Since(clock(m.group(1), now))),
            form(
                    "(?:before|until|till|prior to) (?:about |around )?" + CLOCK,
                    (m, now) -> endingAt(clock(m.group(1), now))),
            form("(?:at|around|about) (?:about |around )?" + CLOCK, (m, now) -> around(clock(m.group(1), now))),
            form(
                    "(?:in|over|during|for|within|from|of|on)? ?(?:the|these)? ?(?:last|past|previous) " + COUNT + " ?"
                            + UNIT,
                    (m, now) -> last(length(m.group(1), m.group(2)))),
            form(
                    "(?:in|over|during|for|within|from|of|on) (?:the )?(?:last|past|previous) (hour|day|minute|week)",
                    (m, now) -> last(length("1", m.group(1)))),
            form("(?:the )?(?:last|past) (hour|day|24h)(?= |$)", (m, now) -> last(length("1", m.group(1)))),
            form("(?:in|over|during|for) the last half ?(?:an )?hour", (m, now) -> last(Duration.ofMinutes(30))),
            form(
                    "since " + COUNT + " ?" + UNIT + " ago",
                    (m, now) -> new Window.Since(now.minus(length(m.group(1), m.group(2))))),
            form(
                    COUNT + " ?(minutes?|mins?|hours?|hrs?|days?) ago",
                    (m, now) -> around(now.minus(length(m.group(1), m.group(2))))),
            form("since midnight|(?:earlier )?today", (m, now) -> new Window.Since(now.truncatedTo(ChronoUnit.DAYS))),
            form(
                    "since yesterday",
                    (m, now) ->
                            new Window.Since(now.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS))),
            form("this week", (m, now) -> last(Duration.ofDays(7))));
    private static final Pattern SINCE_THE_PAGE =
            Pattern.compile("\\bsince (?:the|we got|i got) (?:page|alert|paged)\\b");

    private TimeWindows() {}

    /** A text without its window, and the window. */
    record Found(String rest, Window window) {}

    private record Form(Pattern pattern, BiFunction<MatchResult, Instant, Window> window) {}

    /** Takes the first window out of {@code plain}. */
    static Found find(String plain, Instant now, Instant pagedAt) {
        var page = SINCE_THE_PAGE.matcher(plain);
        if (page.find()) {
            return new Found(without(plain, page.toMatchResult()), new Window.Since(pagedAt));
        }
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(plain);
            if (matcher.find()) {
                var match = matcher.toMatchResult();
                return read(form, match, now)
                        .map(window -> new Found(without(plain, match), window))
                        .orElseGet(() -> new Found(plain, new Window.Usual()));
            }
        }
        return new Found(plain, new Window.Usual());
    }

    private static Optional<Window> read(Form form, MatchResult match, Instant now) {
        try {
            return Optional.of(form.window().apply(match, now));
        } catch (java.time.DateTimeException e) {
            return Optional.empty(); // 25:99 is no time of day
        }
    }

    private static String without(String text, MatchResult match) {
        return (text.substring(0, match.start()) + " " + text.substring(match.end()))
                .replaceAll(" +", " ")
                .strip();
    }

    private static Form form(String pattern, BiFunction<MatchResult, Instant, Window> window) {
        return new Form(Pattern.compile("(?<![a-z0-9])(?:" + pattern + ")(?![a-z0-9:])"), window);
    }

    private static Window last(Duration length) {
        return new Window.Last(length.compareTo(LONGEST) > 0 ? LONGEST : length);
    }

    private static Window between(Instant from, Instant until) {
        return from.isBefore(until)
                ? new Window.Between(from, until)
                : new Window.Between(from.minus(Duration.ofDays(1)), until);
    }

    private static Window endingAt(Instant until) {
        return new Window.Between(until.minus(BEFORE), until);
    }

    private static Window around(Instant at) {
        return new Window.Between(at.minus(AROUND), at.plus(AROUND));
    }

    private static Duration length(String count, String unit) {
        if (count.startsWith("half")) {
            return length("1", unit).dividedBy(2);
        }
        var word = NUMBERS.get(count);
        var number = word == null ? Integer.parseInt(count) : word;
        var one = switch (unit.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'w' -> Duration.ofDays(7);
            default -> Duration.ofDays(1); // "24h" and "day"
        };
        var length = one.multipliedBy(Math.max(number, 1));
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    /** The latest such time of day that is not after {@code now}. */
    private static Instant clock(String text, Instant now) {
        var digits = text.replaceAll("[^0-9:]", "").split(":");
        var hour = Integer.parseInt(digits[0]);
        var half = text.contains("pm") && hour < 12 ? 12 : text.contains("am") && hour == 12 ? -12 : 0;
        var time = LocalTime.of(hour + half, digits.length > 1 ? Integer.parseInt(digits[1]) : 0);
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }
}
