package mayday.question;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mayday.evidence.Window;

/**
 * Finds the stretch of time that a question names, such as {@code in the last 24 hours}, {@code since 13:50} or {@code around the
 * page}. Times are UTC.
 */
final class TimeWindows {
    /** "At 13:50" looks as far to either side. */
    static final Duration AROUND = Duration.ofMinutes(10);

    /** "Before 14:00" looks so far back. */
    static final Duration BEFORE = Duration.ofHours(1);

    /** What cannot be told when: the word that a question for it uses. */
    static final String DEPLOY = "deploy";

    static final String THEN = "then";

    private static final String AT = "(" + Instants.WRITTEN + ")";
    private static final String DAY = "(" + Instants.DAY + ")";
    private static final String CLOCK = "(" + Instants.OF_DAY + ")";
    private static final String LENGTH = "(" + Instants.LENGTH + ")";
    private static final String ABOUT = "(?:about |around |roughly |approximately |ca )?";
    private static final String PAGE =
            "(?:the |that |this )?(?:page|pager|alert|alarm|paging)(?: (?:fired|came in|came|went off|started|rang))?|(?:we|i) (?:got|were|was) paged";
    private static final String RELEASE =
            "(?:the |that |this |our |its )?(?:(?:last|latest|newest|most recent|recent|bad|new) )?(?:([a-z][a-z0-9-]*) )?(?:deploy(?:ment)?|release|roll-?out)(?: (?:of|to) ([a-z][a-z0-9-]*))?";
    private static final String CURRENT = "(?:the |these |our )?(?:last|past|previous)";
    private static final String OVER = "(?:in|over|during|for|within|from|of|on|across|throughout)";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private static final List<Form> FORMS = List.of(
            form(
                    DAY + ",? (?:between|from) " + CLOCK + " ?(?:and|to|until|till|-|–) ?" + CLOCK,
                    (m, known) -> between(m.group(1), m.group(2), m.group(3), known)),
            form(
                    "(?:between|from) " + CLOCK + " ?(?:and|to|until|till|-|–) ?" + CLOCK + " (?:on )?" + DAY,
                    (m, known) -> between(m.group(3), m.group(1), m.group(2), known)),
            form(
                    "(?:between|from|since) " + ABOUT + AT + " ?(?:and|to|until|till) (?:" + PAGE + ")",
                    (m, known) -> new Window.Between(at(m, 1, known), known.pagedAt())),
            form("(?:between|from) " + AT + " ?(?:and|to|until|till|-|–) ?" + AT, (m, known) -> between(m, known)),
            form(AT + " ?(?:to|until|till|-|–) ?" + AT, (m, known) -> between(m, known)),
            form(
                    "(?:" + OVER + " )?(?:the )?" + LENGTH
                            + " (?:(?:right |just |immediately )?before|leading up to|prior to|ahead of) (?:" + PAGE
                            + ")",
                    (m, known) -> new Window.Between(known.pagedAt().minus(length(m)), known.pagedAt())),
            form(
                    "(?:" + OVER + " )?(?:the )?" + LENGTH + " (?:after|following) (?:" + PAGE + ")",
                    (m, known) ->
                            new Window.Between(known.pagedAt(), known.pagedAt().plus(length(m)))),
            form("(?:since|after) (?:" + PAGE + ")", (_, known) -> new Window.Since(known.pagedAt())),
            form(
                    "(?:(?:right |just |shortly )?before|until|up to|leading up to|prior to) (?:" + PAGE + ")",
                    (_, known) -> endingAt(known.pagedAt())),
            form(
                    "(?:around|about|at|near|at the time of|around the time of|at the moment of) (?:" + PAGE + ")",
                    (_, known) -> around(known.pagedAt())),
            form(
                    "(?:since|after) " + LENGTH + " ago",
                    (m, known) -> new Window.Since(known.now().minus(length(m)))),
            form(
                    "(?:since|from|after|starting at|starting from) " + ABOUT + AT + "(?: on(?:wards?)?(?= |$))?",
                    (m, known) -> new Window.Since(at(m, 1, known))),
            form(AT + " onwards?", (m, known) -> new Window.Since(at(m, 1, known))),
            form("(?:before|until|till|up to|prior to) " + ABOUT + AT, (m, known) -> endingAt(at(m, 1, known))),
            form(
                    "since " + DAY,
                    (m, known) -> new Window.Since(Instants.startOf(Instants.day(m.group(1), known.now())))),
            form(
                    "(?:(?:at|around|about|on|near|by) )?(" + Instants.WRITTEN_WITH_DAY + ")",
                    (m, known) -> around(at(m, 1, known))),
            form("(?:at|around|about|near|by) " + ABOUT + AT, (m, known) -> around(at(m, 1, known))),
            form("(?:on )?(the day before yesterday)", (m, known) -> day(m.group(1), known)),
            form(
                    "(?:(?:at )?(?:the )?same (?:time|hour) )?yesterday(?! (?:morning|afternoon|evening|night))(?: (?:at )?(?:the |this )?same (?:time|hour))?|this time yesterday|(?:exactly )?(?:a|one) day (?:ago|earlier)|24 ?(?:h|hours|hrs) ago",
                    (m, known) -> m.group().equals("yesterday") ? day("yesterday", known) : earlier(known, ONE_DAY)),
            form(
                    "(?:at )?(?:the )?(?:same|this) (?:time|hour|day)(?: of)? last week|(?:exactly )?(?:a|one) week (?:ago|earlier)|last week,? (?:at )?(?:the |this )(?:same )?(?:time|hour)",
                    (_, known) -> earlier(known, WEEK)),
            form("(?:" + OVER + " )?" + CURRENT + " " + ABOUT + LENGTH, (m, known) -> new Window.Last(length(m))),
            form(
                    "(?:" + OVER + " )?" + CURRENT
                            + " (hour and a half|hour|day|minute|week|fortnight|month|24h)(?: or so)?",
                    (m, known) -> new Window.Last(
                            switch (m.group(1)) {
                                case "month" -> Duration.ofDays(30);
                                case "fortnight" -> WEEK.multipliedBy(2);
                                default -> Instants.length(one(m.group(1)));
                            })),
            form(
                    "(?:" + OVER + " )?" + CURRENT + " (?:half(?: an)? hour|half-hour)",
                    (_, _) -> new Window.Last(Duration.ofMinutes(30))),
            form(LENGTH + " ago", (m, known) -> around(known.now().minus(length(m)))),
            form(
                    "since midnight|(?:earlier |so far )?today",
                    (_, known) -> new Window.Since(Instants.startOf(Instants.dateOf(known.now())))),
            form("(?:last night|overnight|during the night)", (_, known) -> night(known)),
            form("(?:earlier )?this morning", (_, known) -> hours("today", 6, 12, known)),
            form(
                    "(?:this )?(morning|afternoon) (?:so far|until now)",
                    (m, known) -> new Window.Since(Instants.startOf(Instants.dateOf(known.now()))
                            .plus(Duration.ofHours(m.group(1).equals("morning") ? 6 : 12)))),
            form("this afternoon", (_, known) -> hours("today", 12, 18, known)),
            form("yesterday morning", (_, known) -> hours("yesterday", 6, 12, known)),
            form("yesterday afternoon", (_, known) -> hours("yesterday", 12, 18, known)),
            form("yesterday (?:evening|night)", (_, known) -> hours("yesterday", 18, 24, known)),
            form("(?:(?:on|during|of) )?" + DAY, (m, known) -> day(m.group(1), known)),
            form("this week", (_, _) -> new Window.Last(WEEK)));

    private static final Pattern WRITTEN = Pattern.compile(Instants.WRITTEN);
    private static final Pattern SINCE_A_DEPLOY = bounded("(since|before|around|after) " + RELEASE);
    private static final Pattern SINCE_THEN = bounded(
            "(?:ever )?since (?:then|that time|that point|that moment)|from (?:then|there|that (?:time|point|moment)) on(?:wards?)?");

    /** Nobody asks over more stretches of time at once. */
    private static final int MOST = 6;

    /** Stands where a time was found, so that it is not found again; occurs in no plain text. */
    static final String TAKEN = "\0";

    private TimeWindows() {}

    /**
     * A time that a text names.
     *
     * @param from its first character
     * @param until the one behind its last
     * @param instead what is read in its place: nothing, or the service whose deploy it speaks of
     * @param window empty if nobody knows when that was
     * @param unknown what it is that nobody knows of: {@link #DEPLOY} or {@link #THEN}, which is for the utterance to tell; empty if all is
     *     well
     */
    record Named(int from, int until, String instead, Optional<Window> window, String unknown) {}

    private record Form(Pattern pattern, Reading window) {}

    private interface Reading {
        Window of(MatchResult match, Landmarks known);
    }

    /** The times that {@code plain} names, in their order; no more than {@value #MOST}. */
    static List<Named> in(String plain, Landmarks known) {
        var named = new ArrayList<Named>();
        var left = plain;
        for (var next = first(left, known); next.isPresent() && named.size() < MOST; next = first(left, known)) {
            var taken = next.get();
            named.add(taken);
            left = left.substring(0, taken.from())
                    + TAKEN.repeat(taken.until() - taken.from())
                    + left.substring(taken.until());
        }
        named.sort(Comparator.comparingInt(Named::from));
        return named;
    }

    private static Optional<Named> first(String plain, Landmarks known) {
        var deploy = SINCE_A_DEPLOY.matcher(plain);
        if (deploy.find() && isNoQuestion(plain, deploy.toMatchResult())) {
            var named = ofDeploy(deploy.toMatchResult(), known);
            if (named.isPresent()) {
                return named;
            }
        }
        var then = SINCE_THEN.matcher(plain);
        if (then.find()) {
            return Optional.of(new Named(then.start(), then.end(), "", Optional.empty(), THEN));
        }
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(plain);
            if (matcher.find()) {
                var match = matcher.toMatchResult();
                var window = read(form, match, known);
                if (window.isPresent()) {
                    return Optional.of(new Named(match.start(), match.end(), "", window, ""));
                }
            }
        }
        return Optional.empty();
    }

    /** The point in time that {@code written} is, if it is one. */
    static Optional<Instant> instant(String written, Instant now) {
        try {
            return WRITTEN.matcher(written).matches() ? Optional.of(Instants.read(written, now)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "How long since the last deploy?" asks for a time, it names none. */
    private static boolean isNoQuestion(String plain, MatchResult match) {
        return !plain.substring(0, match.start())
                .matches(".*\\b(?:long|time|minutes|hours|days|been|it|passed)(?: is it| was it)? ?$");
    }

    /** Who was shown no such deploy is asked which he means; "before" and "after" one may well be part of another question. */
    private static Optional<Named> ofDeploy(MatchResult match, Landmarks known) {
        var service = match.group(2) != null ? match.group(2) : match.group(3) != null ? match.group(3) : "";
        var instead = service.isEmpty() ? "" : "of " + service;
        var at = known.deploy(service);
        if (at.isEmpty()) {
            return match.group(1).equals("since")
                    ? Optional.of(new Named(match.start(), match.end(), instead, Optional.empty(), DEPLOY))
                    : Optional.empty();
        }
        var window = switch (match.group(1)) {
            case "before" -> endingAt(at.get());
            case "around" -> around(at.get());
            default -> new Window.Since(at.get());
        };
        return Optional.of(new Named(match.start(), match.end(), instead, Optional.of(window), ""));
    }

    private static Optional<Window> read(Form form, MatchResult match, Landmarks known) {
        try {
            return Optional.of(form.window().of(match, known));
        } catch (DateTimeException e) {
            return Optional.empty(); // 25:99 is no time of day
        }
    }

    private static Form form(String pattern, Reading window) {
        return new Form(bounded(pattern), window);
    }

    private static Pattern bounded(String pattern) {
        return Pattern.compile("(?<![a-z0-9])(?:" + pattern + ")(?![a-z0-9]|:\\d)");
    }

    private static Instant at(MatchResult match, int group, Landmarks known) {
        return Instants.read(match.group(group), known.now());
    }

    private static Duration length(MatchResult match) {
        return Instants.length(match.group(1));
    }

    private static String one(String unit) {
        return Character.isDigit(unit.charAt(0)) ? unit : "1 " + unit;
    }

    /** From the first time to the second that comes next: "23:00 to 01:00" goes over midnight, and the second may be still to come. */
    private static Window between(MatchResult match, Landmarks known) {
        var from = at(match, 1, known);
        var until = at(match, 2, known);
        return new Window.Between(from, from.isBefore(until) ? until : until.plus(ONE_DAY));
    }

    private static Window between(String day, String from, String until, Landmarks known) {
        var date = Instants.day(day, known.now());
        var start = Instants.at(date, from);
        var end = Instants.at(date, until);
        return new Window.Between(start, start.isBefore(end) ? end : end.plus(ONE_DAY));
    }

    static Window endingAt(Instant until) {
        return new Window.Between(until.minus(BEFORE), until);
    }

    static Window around(Instant at) {
        return new Window.Between(at.minus(AROUND), at.plus(AROUND));
    }

    private static Window earlier(Landmarks known, Duration ago) {
        return around(known.now().minus(ago));
    }

    private static Window day(String name, Landmarks known) {
        var day = Instants.day(name, known.now());
        return new Window.Between(Instants.startOf(day), Instants.startOf(day.plusDays(1)));
    }

    private static Window night(Landmarks known) {
        var midnight = Instants.startOf(Instants.dateOf(known.now()));
        return new Window.Between(midnight.minus(Duration.ofHours(4)), midnight.plus(Duration.ofHours(6)));
    }

    private static Window hours(String day, int from, int until, Landmarks known) {
        var start = Instants.startOf(Instants.day(day, known.now()));
        return new Window.Between(start.plus(Duration.ofHours(from)), start.plus(Duration.ofHours(until)));
    }
}
