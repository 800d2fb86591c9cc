package mayday.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures in a text that can be held against the incident's own: times, failed requests, the error budget, how long it hurt. A part of
 * one is somebody's estimate and stands; more than there was does not.
 */
final class NamedFigures {
    /** People round. */
    private static final double ROUNDED = 0.15;

    private static final Pattern CLOCK = Pattern.compile("(?<![:\\d])([01]\\d|2[0-3]):([0-5]\\d)\\b(?!:\\d)");
    private static final Pattern REQUESTS = Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?)\\s*(k|thousand)?\\s+(?:failed\\s+requests|requests\\s+(?:have\\s+|had\\s+)?failed)");
    private static final Pattern BUDGET =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent)\\s+of\\s+(?:the|our|its)\\s+(?:error\\s+)?budget");
    private static final Pattern HURT = Pattern.compile(
            "(?:hurt|impact|outage)\\s+(?:lasted\\s+|was\\s+)?(?:for\\s+)?(?:about\\s+)?(\\d+)\\s*min|(\\d+)\\s*min(?:ute)?s?\\s+of\\s+(?:customer\\s+)?(?:impact|outage|downtime)");

    private NamedFigures() {}

    /** What does not agree with the incident, in kind words; empty if nothing does. */
    static String wrong(String text, KnownFigures known) {
        var words = text.toLowerCase(Locale.ROOT);
        var requests = REQUESTS.matcher(words);
        while (requests.find()) {
            var said = number(requests.group(1)) * (requests.group(2) == null ? 1 : 1_000);
            if (exceeds(said, known.failedRequests(), 1)) {
                return doubt(requests.group(), Say.count(known.failedRequests().getFirst()) + " failed requests");
            }
        }
        var budget = BUDGET.matcher(words);
        while (budget.find()) {
            if (exceeds(number(budget.group(1)), known.budgetPercent(), 0.1)) {
                return doubt(
                        budget.group(), Say.percent(known.budgetPercent().getFirst() / 100) + " of the error budget");
            }
        }
        var hurt = HURT.matcher(words);
        while (hurt.find()) {
            var minutes = number(hurt.group(1) == null ? hurt.group(2) : hurt.group(1));
            if (exceeds(minutes, List.of(known.hurt().toSeconds() / 60.0), 1)) {
                return doubt(hurt.group(), "customers hurt for " + Say.length(known.hurt()));
            }
        }
        return clock(CLOCK.matcher(words), known);
    }

    private static String clock(Matcher clock, KnownFigures known) {
        // Over days every time of day occurs.
        if (Duration.between(known.from(), known.until()).toHours() >= 24) {
            return "";
        }
        while (clock.find()) {
            if (!isWithin(LocalTime.parse(clock.group()), known.from(), known.until())) {
                return clock.group() + " is no time of this incident, which ended at " + Say.clock(known.until())
                        + ". Is it a slip?";
            }
        }
        return "";
    }

    private static boolean isWithin(LocalTime time, Instant from, Instant until) {
        var day = from.atZone(ZoneOffset.UTC).toLocalDate();
        for (var each = day; !each.isAfter(day.plusDays(1)); each = each.plusDays(1)) {
            var at = each.atTime(time).toInstant(ZoneOffset.UTC);
            // A minute is written without its seconds.
            if (!at.isBefore(from.minusSeconds(60)) && !at.isAfter(until)) {
                return true;
            }
        }
        return false;
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    private static String doubt(String said, String known) {
        return "You write “" + said.strip() + "”; the debrief has " + known + ". Which one do you mean?";
    }

    private static boolean exceeds(double said, List<Double> known, double slack) {
        var most = known.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return said - most > Math.max(slack, ROUNDED * most);
    }
}
