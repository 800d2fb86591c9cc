package mayday.question;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads points in time and lengths as people write them: {@code 13:50}, {@code 2pm utc}, {@code yesterday at 9:15}, {@code half an hour}. */
final class Instants {
    /** No incident looks further back. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final String UNIT =
            "(?:seconds?|secs?|s|minutes?|minuts?|mintues?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)";
    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("a", 1.0),
            Map.entry("an", 1.0),
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("fifteen", 15.0),
            Map.entry("twenty", 20.0),
            Map.entry("twenty four", 24.0),
            Map.entry("twenty-four", 24.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("forty five", 45.0),
            Map.entry("forty-five", 45.0),
            Map.entry("forty eight", 48.0),
            Map.entry("forty-eight", 48.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("ninety", 90.0),
            Map.entry("couple of", 2.0),
            Map.entry("couple", 2.0),
            Map.entry("a couple of", 2.0),
            Map.entry("few", 3.0),
            Map.entry("a few", 3.0),
            Map.entry("half a", 0.5),
            Map.entry("half an", 0.5),
            Map.entry("half", 0.5),
            Map.entry("a quarter of an", 0.25),
            Map.entry("quarter of an", 0.25),
            Map.entry("three quarters of an", 0.75));
    private static final String COUNT = NUMBERS.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .collect(Collectors.joining("|", "(?:\\d{1,4}(?:\\.\\d)?|", ")"));

    /** A length, such as {@code 15 minutes}, {@code 1h30m} or {@code an hour and a half}. */
    static final String LENGTH = "(?:" + COUNT + " ?" + UNIT
            + "(?: ?(?:and )?\\d{1,2} ?(?:minutes?|mins?|m|seconds?|secs?|s))?(?: and a half)?)";

    private static final String DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|"));
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.name().toLowerCase(Locale.ROOT))
            .flatMap(month -> Stream.of(month, month.substring(0, 3)))
            .distinct()
            .collect(Collectors.joining("|"));
    private static final String ISO =
            "\\d{4}-\\d{2}-\\d{2}(?:t| )\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:z|\\+00:00)?";
    private static final List<String> HOURS =
            List.of("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven");
    private static final String HOUR = "(" + String.join("|", HOURS) + "|1[0-2]|[1-9])";
    private static final Map<String, Integer> MINUTES =
            Map.of("half", 30, "quarter", 15, "five", 5, "ten", 10, "twenty", 20, "twenty five", 25, "twenty-five", 25);

    /** As it is said: {@code half past one}, {@code a quarter to two}, {@code one o'clock}; not "went from five to two". */
    private static final String SPOKEN =
            "(?:(?<!from )(?:a )?(half|quarter|five|ten|twenty(?:[ -]five)?)(?: minutes)? (past|to) " + HOUR + "|"
                    + HOUR + " ?o ?'?clock)";

    /** A time of day. */
    static final String OF_DAY =
            "(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?|\\d{1,2} ?[ap]m|\\d{1,2}(?= ?(?:utc|gmt|z))|noon|midday|midnight|"
                    + SPOKEN.replace("(half", "(?:half")
                            .replace("(past", "(?:past")
                            .replace("(twelve", "(?:twelve") + ")";

    /** A day, such as {@code yesterday}, {@code monday}, {@code 9 march} or {@code 2026-03-09}. */
    static final String DAY = "(?:the day before yesterday|yesterday|today|(?:last )?(?:" + DAYS
            + ")|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:" + MONTHS + ")|(?:" + MONTHS
            + ") \\d{1,2}(?:st|nd|rd|th)?|\\d{4}-\\d{2}-\\d{2}(?![t ]?\\d))";

    private static final String ZONE = "(?: ?(?:utc|gmt|z(?![a-z0-9])))?";

    /** A point in time that is written out; it takes no account of what was said before. */
    static final String WRITTEN = "(?:" + ISO + "|" + DAY + ",?(?: at| around)? " + OF_DAY + "|" + OF_DAY + ZONE
            + "(?: on)? " + DAY + "|" + OF_DAY + ")" + ZONE;

    /** The same with its day, which needs no word before it. */
    static final String WRITTEN_WITH_DAY = "(?:" + ISO + "|" + DAY + ",?(?: at| around)? " + OF_DAY + "|" + OF_DAY
            + ZONE + "(?: on)? " + DAY + ")" + ZONE;

    private static final Pattern SPOKEN_TEXT = Pattern.compile(SPOKEN);
    private static final Pattern FIRST_OF_DAY = Pattern.compile(OF_DAY);
    private static final Pattern FIRST_DAY = Pattern.compile(DAY);
    private static final Pattern ISO_TEXT = Pattern.compile(ISO);
    private static final Pattern PARTS = Pattern.compile("(" + COUNT + ") ?(" + UNIT + ")");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(" + MONTHS + ")|(" + MONTHS + ") (\\d{1,2})(?:st|nd|rd|th)?");

    private Instants() {}

    /**
     * The point in time that {@code written}, which matches {@link #WRITTEN}, names: without a day the latest such time of day that is
     * not after {@code now}. Times are UTC.
     *
     * @throws DateTimeException if there is no such time, as 25:99
     */
    static Instant read(String written, Instant now) {
        if (ISO_TEXT.matcher(written).lookingAt()) {
            var text =
                    written.replaceAll("(?:z| utc| gmt|\\+00:00)+$", "").strip().replace(' ', 't');
            return Instant.parse(text.toUpperCase(Locale.ROOT) + (text.length() == 16 ? ":00Z" : "Z"));
        }
        var day = FIRST_DAY.matcher(written);
        var hasDay = day.find();
        var rest = hasDay ? written.substring(0, day.start()) + " " + written.substring(day.end()) : written;
        var clock = FIRST_OF_DAY.matcher(rest);
        if (!clock.find()) {
            throw new DateTimeException("no time of day in " + written);
        }
        var time = timeOfDay(clock.group());
        if (hasDay) {
            return day(day.group(), now).atTime(time).toInstant(ZoneOffset.UTC);
        }
        var today = dateOf(now).atTime(time).toInstant(ZoneOffset.UTC);
        // Who says "half past one" does not say of which half of the day.
        var isOfEither = SPOKEN_TEXT.matcher(clock.group()).matches();
        var later = today.plus(Duration.ofHours(12));
        return isOfEither && !later.isAfter(now)
                ? later
                : today.isAfter(now) ? today.minus(isOfEither ? Duration.ofHours(12) : Duration.ofDays(1)) : today;
    }

    /** {@code written}, a time of day, on {@code day}. */
    static Instant at(LocalDate day, String written) {
        return day.atTime(timeOfDay(written)).toInstant(ZoneOffset.UTC);
    }

    /** The latest such day, today at the latest. */
    static LocalDate day(String written, Instant now) {
        var today = dateOf(now);
        var name = written.replaceFirst("^last ", "");
        var date = DATE.matcher(name);
        if (date.matches()) {
            var month = date.group(2) == null ? date.group(3) : date.group(2);
            var number = Integer.parseInt(date.group(1) == null ? date.group(4) : date.group(1));
            var there = LocalDate.of(today.getYear(), month(month), number);
            return there.isAfter(today) ? there.minusYears(1) : there;
        }
        return switch (name) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            case "the day before yesterday" -> today.minusDays(2);
            default ->
                name.matches("\\d{4}-.*")
                        ? LocalDate.parse(name)
                        : today.with(TemporalAdjusters.previous(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT))));
        };
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static LocalDate dateOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The length that {@code written}, which matches {@link #LENGTH}, names; at most {@link #LONGEST}. */
    static Duration length(String written) {
        var matcher = PARTS.matcher(written.replaceFirst(" and a half$", ""));
        var length = Duration.ZERO;
        var last = Duration.ZERO;
        while (matcher.find()) {
            last = unit(matcher.group(2));
            length = length.plus(times(last, count(matcher.group(1))));
        }
        if (written.endsWith("and a half")) {
            length = length.plus(last.dividedBy(2));
        }
        var positive = length.isZero() ? last : length;
        return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
    }

    private static double count(String written) {
        var word = NUMBERS.get(written);
        return word == null ? Double.parseDouble(written) : word;
    }

    private static Duration times(Duration unit, double count) {
        return Duration.ofSeconds(Math.round(unit.toSeconds() * count));
    }

    private static Duration unit(String unit) {
        return switch (unit.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'w' -> Duration.ofDays(7);
            default -> Duration.ofDays(1);
        };
    }

    private static Month month(String name) {
        return List.of(Month.values()).stream()
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalTime timeOfDay(String text) {
        if (text.equals("noon") || text.equals("midday")) {
            return LocalTime.NOON;
        }
        if (text.equals("midnight")) {
            return LocalTime.MIDNIGHT;
        }
        var spoken = SPOKEN_TEXT.matcher(text);
        if (spoken.matches()) {
            return spoken(spoken.toMatchResult());
        }
        var digits = text.replaceAll("[^0-9:]", "").split(":");
        var hour = Integer.parseInt(digits[0]);
        var half = text.contains("pm") && hour < 12 ? 12 : text.contains("am") && hour == 12 ? -12 : 0;
        return LocalTime.of(
                hour + half,
                digits.length > 1 ? Integer.parseInt(digits[1]) : 0,
                digits.length > 2 ? Integer.parseInt(digits[2]) : 0);
    }

    /** In the first half of the day. */
    private static LocalTime spoken(MatchResult said) {
        var written = said.group(3) == null ? said.group(4) : said.group(3);
        var named = HOURS.indexOf(written);
        var hour = named >= 0 ? named : Integer.parseInt(written) % 12;
        var minutes = MINUTES.getOrDefault(String.valueOf(said.group(1)), 0);
        return "to".equals(said.group(2)) ? LocalTime.of((hour + 11) % 12, 60 - minutes) : LocalTime.of(hour, minutes);
    }
}
