package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mayday.evidence.Departure.Usual;
import mayday.scenario.Condition;
import mayday.scenario.Signal;

/** Since when, and how it began: read from the series itself. */
final class OnsetAnswers {
    private OnsetAnswers() {}

    static Reply startTime(Inquiry inquiry) {
        return about(inquiry, OnsetAnswers::startWords);
    }

    static Reply onsetShape(Inquiry inquiry) {
        return about(inquiry, OnsetAnswers::shapeWords);
    }

    /**
     * The signal of a subject that tells when trouble began, with its departures.
     *
     * @param falls whether trouble shows as a fall; its samples are then turned upside down
     */
    private record Telltale(
            Subject subject, Signal signal, boolean falls, Samples samples, Usual usual, List<Departure> departures) {

        String name() {
            return subject.possessive() + " " + signal.title();
        }

        String value(double value) {
            return Figures.in(signal.unit(), falls ? -value : value);
        }

        String now() {
            return value(samples.lately(Sight.NOW));
        }

        Evidence.Line line() {
            return Charts.line(subject.words() + " " + signal.title(), falls ? samples.map(value -> -value) : samples);
        }
    }

    private interface Wording {
        String of(Telltale telltale, Instant until);
    }

    private static Reply about(Inquiry inquiry, Wording wording) {
        var all = Duration.between(inquiry.scenario().origin(), inquiry.now());
        return inquiry.aboutServices(List.of(inquiry.paged()), all, (subjects, period) -> {
            var telltales = subjects.stream()
                    .map(subject -> telltale(inquiry, subject, period))
                    .toList();
            var words = telltales.stream()
                    .map(each -> wording.of(each, period.until()))
                    .toList();
            return Reply.showing(String.join(" ", words), chart(inquiry, subjects, telltales))
                    .observing(observations(telltales, period));
        });
    }

    private static Exhibit chart(Inquiry inquiry, List<Subject> subjects, List<Telltale> telltales) {
        var signal = telltales.getFirst().signal();
        var lines = telltales.stream()
                .filter(each -> each.signal() == signal)
                .map(Telltale::line)
                .toList();
        var shown = telltales.stream()
                .filter(each -> each.signal() == signal)
                .map(Telltale::subject)
                .toList();
        var title = shown.size() == 1 ? shown.getFirst().id() + " " + signal.title() : signal.title();
        var threshold = Charts.pageThreshold(inquiry, signal, subjects);
        return new Exhibit(title, Charts.source(shown), Charts.chart(signal.unit(), lines, threshold));
    }

    private static List<Observation> observations(List<Telltale> telltales, Period.Covered period) {
        return telltales.stream()
                .filter(each -> each.signal() == Signal.ERROR_RATIO)
                .map(each -> Judgement.byErrors(each.subject(), each.samples().lately(Sight.NOW), period.until()))
                .toList();
    }

    /** The first of the page's signal, the error ratio and the latency that departed; the first of them if none did. */
    private static Telltale telltale(Inquiry inquiry, Subject subject, Period.Covered period) {
        var page = inquiry.scenario().page().condition();
        var candidates = new LinkedHashSet<Signal>();
        boolean paged = page.service().equals(subject.id());
        if (paged) {
            candidates.add(page.signal());
        }
        candidates.add(Signal.ERROR_RATIO);
        candidates.add(Signal.LATENCY_P95);
        var found = new ArrayList<Telltale>();
        for (var signal : candidates) {
            boolean falls = paged && signal == page.signal() && page.comparison() == Condition.Comparison.BELOW;
            var whole = inquiry.sight().samples(signal, subject, inquiry.sight().begin(), period.until());
            var samples = falls ? whole.map(value -> -value) : whole;
            var usual = Usual.of(samples, signal);
            var departures = Departure.of(samples, usual).stream()
                    .filter(each -> each.end().isAfter(period.from()))
                    .toList();
            var telltale = new Telltale(subject, signal, falls, samples.since(period.from()), usual, departures);
            if (!departures.isEmpty()) {
                return telltale;
            }
            found.add(telltale);
        }
        return found.getFirst();
    }

    private static String startWords(Telltale telltale, Instant until) {
        if (telltale.departures().isEmpty()) {
            return quiet(telltale);
        }
        var latest = telltale.departures().getLast();
        var usual = telltale.value(telltale.usual().middle());
        var begin = Figures.clock(latest.begin());
        var words = latest.lasts()
                ? "%s left its usual %s at %s UTC and has been away from it for %s: %s now."
                        .formatted(
                                telltale.name(),
                                usual,
                                begin,
                                Figures.duration(Duration.between(latest.begin(), until)),
                                telltale.now())
                : "%s was away from its usual %s from %s to %s UTC; it is %s now."
                        .formatted(telltale.name(), usual, begin, Figures.clock(latest.end()), telltale.now());
        return words + earlier(telltale.departures());
    }

    private static String earlier(List<Departure> departures) {
        if (departures.size() < 2) {
            return "";
        }
        var before = departures.get(departures.size() - 2);
        return " Before that, once from %s to %s."
                .formatted(Figures.clock(before.begin()), Figures.clock(before.end()));
    }

    private static String quiet(Telltale telltale) {
        return "%s has not left its usual range since %s UTC: %s now, usually %s."
                .formatted(
                        telltale.name(),
                        Figures.clock(telltale.samples().start()),
                        telltale.now(),
                        telltale.value(telltale.usual().middle()));
    }

    private static String shapeWords(Telltale telltale, Instant until) {
        if (telltale.departures().isEmpty()) {
            return quiet(telltale);
        }
        var latest = telltale.departures().getLast();
        var away =
                telltale.samples().since(latest.begin().minus(telltale.samples().step()));
        var shape = Shape.of(away, telltale.usual().middle());
        var rise = "%s went from %s to %s"
                .formatted(telltale.name(), telltale.value(telltale.usual().middle()), telltale.value(shape.level()));
        var onset = switch (shape) {
            case Shape.Sudden(var _, var took) ->
                "Sudden: " + rise + " within " + Figures.duration(took) + " at " + Figures.clock(latest.begin())
                        + " UTC.";
            case Shape.Stepwise(var _, var steps) ->
                "In steps: " + rise + ", with jumps at "
                        + Figures.list(steps.stream().map(Figures::clock).toList()) + " UTC.";
            case Shape.Gradual(var _, var took) ->
                "Gradual: " + rise + " over " + Figures.duration(took) + ", beginning at "
                        + Figures.clock(latest.begin()) + " UTC.";
        };
        return onset + " " + since(telltale, latest, shape, until) + spells(telltale.departures());
    }

    private static String since(Telltale telltale, Departure latest, Shape shape, Instant until) {
        if (!latest.lasts()) {
            return "It came back at " + Figures.clock(latest.end()) + " and is at " + telltale.now() + " now.";
        }
        double rise = shape.level() - telltale.usual().middle();
        var trend = Shape.trend(telltale.samples().since(latest.begin()), rise, until);
        return switch (trend) {
            case RISING -> "It is still getting worse: " + telltale.now() + " now.";
            case STEADY -> "It has been steady for the last minutes: " + telltale.now() + " now.";
            case EASING -> "It is easing: " + telltale.now() + " now.";
        };
    }

    private static String spells(List<Departure> departures) {
        return departures.size() < 3 ? "" : " It comes and goes: " + departures.size() + " spells so far.";
    }
}
