package mayday.review;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures in a text: lengths of time, counts of requests, shares. */
final class Figures {
    private static final String ABOUT =
            "(?:(about|around|roughly|nearly|almost|approximately|some|over|more than|at least|circa|ca\\.?|~|≈) ?)?";
    private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)";

    private static final Pattern HOURS = Pattern.compile("(?:^|[^\\d:.,])" + ABOUT + NUMBER
            + "[ -]?(?:hours?|hrs?|h)(?:(?: and)? ?(\\d+)[ -]?(?:minutes?|mins?|min|m))?\\b");
    private static final Pattern MINUTES = Pattern.compile("(?:^|[^\\d:.,])" + ABOUT + NUMBER
            + "[ -]?(?:minutes?|mins?|min|m)(?:(?: and)? ?(\\d+)[ -]?(?:seconds?|secs?|sec|s))?\\b");
    private static final Pattern SECONDS =
            Pattern.compile("(?:^|[^\\d:.,])" + ABOUT + NUMBER + "[ -]?(?:seconds?|secs?)\\b");
    private static final Pattern SPAN = Pattern.compile(
            "\\b(\\d\\d?):(\\d\\d)(?::\\d\\d)?(?: ?utc)? ?(?:to|until|till|through|and|-|–|—) ?(\\d\\d?):(\\d\\d)");

    private static final String THINGS =
            "(requests?|calls|orders?|checkouts?|customers?|users?|shoppers?|viewers?|payments?|sessions?|plays)";
    private static final Pattern COUNT = Pattern.compile("(?:^|[^\\d:.,])(of )?" + ABOUT + NUMBER
            + " ?(k|m|thousand|million)?(?: (?:[a-z-]+ ){0,2}| of (?:the |all )?(?:[\\d,]+ )?)" + THINGS + "\\b");
    private static final Pattern OTHER_UNITS =
            Pattern.compile("\\b(minutes?|mins?|min|hours?|hrs?|seconds?|secs?|days?|replicas?|times|utc|ms)\\b");
    private static final Pattern FRACTION = Pattern.compile(
            "\\b(half|a third|one third|two thirds|a quarter|three quarters|a fifth|one in [a-z0-9]+|most|all) (of )?(the |all |our )?"
                    + THINGS + "\\b");
    private static final Pattern PERCENT = Pattern.compile(ABOUT + NUMBER + " ?(?:%|per ?cent)");
    private static final Pattern ALL_REQUESTS =
            Pattern.compile("^ ?(?:of |per ?cent of )(?:all |the )?(?:requests|traffic|calls)");
    private static final Pattern SENTENCE = Pattern.compile("[.;!?](?:\\s|$)|\\n");

    private static final Pattern CLAUSE_END = Pattern.compile("[,;(%]| and ");

    private static final int SECONDS_A_DAY = 86_400;

    private Figures() {}

    /** Lengths of time, in seconds; {@code 14:06 to 14:20} is one too, to the minute at both ends. */
    static List<Stated> lengths(String text) {
        var lower = Expressions.lower(text);
        var found = new ArrayList<Stated>();
        for (var matcher = HOURS.matcher(lower); matcher.find(); ) {
            var minutes = whole(matcher.group(3));
            var unit = minutes > 0 ? 60 : 3_600 * step(matcher.group(2));
            found.add(stated(matcher, 3_600 * number(matcher.group(2)) + 60 * minutes, unit, 1));
        }
        for (var matcher = MINUTES.matcher(lower); matcher.find(); ) {
            if (!isPartOfHours(lower, matcher.start(2)) && !isCount(lower, matcher.end())) {
                var seconds = whole(matcher.group(3));
                found.add(stated(matcher, 60 * number(matcher.group(2)) + seconds, seconds > 0 ? 2 : 120, 1));
            }
        }
        for (var matcher = SECONDS.matcher(lower); matcher.find(); ) {
            found.add(stated(matcher, number(matcher.group(2)), 2, 1));
        }
        for (var matcher = SPAN.matcher(lower); matcher.find(); ) {
            found.add(span(matcher));
        }
        return found;
    }

    private static Stated span(Matcher matcher) {
        var from = 60 * (60 * whole(matcher.group(1)) + whole(matcher.group(2)));
        var to = 60 * (60 * whole(matcher.group(3)) + whole(matcher.group(4)));
        var length = to >= from ? to - from : to - from + SECONDS_A_DAY;
        return new Stated(length, 120, false, matcher.group().strip());
    }

    /** The minutes of {@code 1 hour 5 minutes} are no figure of their own. */
    private static boolean isPartOfHours(String text, int at) {
        var before = text.substring(Math.max(0, at - 12), at).strip();
        return before.matches("(?s).*\\d[ -]?(hours?|hrs?|h)( and)?");
    }

    /** {@code 1.2m requests} are no minutes. */
    private static boolean isCount(String text, int end) {
        return text.charAt(end - 1) == 'm' && text.substring(end).matches("(?s) (failed )?(requests|calls|orders).*");
    }

    /** Counts of {@code requests} only, or of anything that customers do or are; never the total of {@code 3 of 40 requests}. */
    static List<Stated> counts(String text, boolean requests) {
        var found = new ArrayList<Stated>();
        for (var matcher = COUNT.matcher(Expressions.lower(text)); matcher.find(); ) {
            var isTotal = matcher.group(1) != null;
            if (!isTotal
                    && !OTHER_UNITS.matcher(matcher.group()).find()
                    && (!requests || matcher.group(5).startsWith("request"))) {
                var factor = factor(matcher.group(4));
                var number = matcher.group(3);
                var about = matcher.group(2) != null;
                found.add(new Stated(
                        factor * number(number),
                        factor * rounding(number),
                        about,
                        matcher.group().strip()));
            }
        }
        return found;
    }

    /** Shares of the error budget, 0 and above. */
    static List<Stated> budgetShares(String text) {
        var found = new ArrayList<Stated>();
        for (var sentence : sentences(text)) {
            var budget = sentence.indexOf("budget");
            if (budget >= 0) {
                shares(sentence).stream()
                        .filter(share -> !isOfSomethingElse(sentence.substring(share.end())))
                        .min(Comparator.comparingInt(share -> Math.abs(share.at() - budget)))
                        .map(Share::stated)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** {@code 30 % of orders} is no share of a budget that is named later. */
    private static boolean isOfSomethingElse(String after) {
        var clause = CLAUSE_END.split(after)[0];
        return clause.strip().startsWith("of ") && !clause.contains("budget");
    }

    /** Shares of all requests, 0 to 1. */
    static List<Stated> requestShares(String text) {
        var found = new ArrayList<Stated>();
        for (var sentence : sentences(text)) {
            for (var share : shares(sentence)) {
                if (ALL_REQUESTS.matcher(sentence.substring(share.end())).find()) {
                    found.add(share.stated());
                }
            }
        }
        return found;
    }

    /** Whether a share of anything is named. */
    static boolean hasShare(String text) {
        var lower = Expressions.lower(text);
        return PERCENT.matcher(lower).find() || FRACTION.matcher(lower).find();
    }

    private record Share(Stated stated, int at, int end) {}

    private static List<Share> shares(String sentence) {
        var shares = new ArrayList<Share>();
        for (var matcher = PERCENT.matcher(sentence); matcher.find(); ) {
            var number = matcher.group(2);
            var unit = step(number) / 100;
            shares.add(new Share(stated(matcher, number(number) / 100, unit, 1), matcher.start(), matcher.end()));
        }
        return shares;
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            sentences.addAll(List.of(SENTENCE.split(Expressions.lower(line))));
        }
        return sentences;
    }

    private static Stated stated(Matcher matcher, double value, double unit, int about) {
        var words = matcher.group().strip();
        var begins = 0;
        while (begins < words.length() && "([“\"'—–-=".indexOf(words.charAt(begins)) >= 0) {
            begins++;
        }
        return new Stated(
                value,
                unit,
                matcher.group(about) != null,
                words.substring(begins).strip());
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    private static int whole(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits.length() > 6 ? "999999" : digits);
    }

    /** 1 for {@code 24}, 0.1 for {@code 1.5}. */
    private static double step(String number) {
        var point = number.indexOf('.');
        return point < 0 ? 1 : 1 / StrictMath.pow(10, number.length() - point - 1);
    }

    /** 1,000 for {@code 12,000}: zeros at the end are taken for rounding. */
    private static double rounding(String number) {
        if (number.indexOf('.') >= 0) {
            return step(number);
        }
        var digits = number.replace(",", "");
        var zeros = digits.length() - digits.replaceAll("0+$", "").length();
        return zeros == digits.length() ? 1 : StrictMath.pow(10, zeros);
    }

    private static double factor(@Nullable String word) {
        return word == null ? 1 : word.startsWith("k") || word.startsWith("t") ? 1_000 : 1_000_000;
    }
}
