package mayday.evidence;

import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Line;
import mayday.scenario.Region;
import mayday.scenario.Signal;

/** The golden signals of services over time, each with what it is now and what it usually is. */
final class MetricAnswers {
    private MetricAnswers() {}

    static Reply errorRate(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var failures = failures(subjects);
            return charted(inquiry, failures, subjects, period)
                    .observing(ScopeAnswers.oncePerService(subjects.stream()
                            .filter(subject -> !subject.isThirdParty())
                            .map(subject -> Judgement.byErrors(
                                    subject, inquiry.sight().lately(failures, subject, period.until()), period.until()))
                            .toList()));
        });
    }

    /** Of resolvers the look-ups that fail: that there is no such name is an answer to them, and a failure to who asked. */
    private static Signal failures(List<Subject> subjects) {
        return subjects.stream().allMatch(Subject::isResolver) ? Signal.RESOLVER_FAILURE_RATIO : Signal.ERROR_RATIO;
    }

    static Reply latency(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var reply = subjects.size() == 1 && !subjects.getFirst().isThirdParty()
                    ? percentiles(inquiry, subjects.getFirst(), period)
                    : charted(inquiry, Signal.LATENCY_P95, subjects, period);
            return reply.observing(ScopeAnswers.oncePerService(subjects.stream()
                    .filter(subject -> !subject.isThirdParty())
                    .map(subject -> latencyObservation(inquiry.sight(), subject, period))
                    // A service that answers as fast as ever may still answer with errors: that says nothing about its
                    // health.
                    .filter(seen -> seen.health() != Observation.Health.HEALTHY)
                    .toList()));
        });
    }

    static Observation latencyObservation(Sight sight, Subject subject, Period.Covered period) {
        return Judgement.byLatency(
                subject,
                sight.lately(Signal.LATENCY_P95, subject, period.until()),
                sight.usual(Signal.LATENCY_P95, subject, period.until()),
                period.until());
    }

    private static Reply percentiles(Inquiry inquiry, Subject subject, Period.Covered period) {
        var lines = new ArrayList<Line>();
        var now = new ArrayList<String>();
        var usual = new ArrayList<String>();
        for (var signal : List.of(Signal.LATENCY_P50, Signal.LATENCY_P95, Signal.LATENCY_P99)) {
            var name = signal.title().substring("latency ".length());
            lines.add(Charts.line(name, inquiry.sight().samples(signal, subject, period)));
            now.add(name + " " + Figures.seconds(inquiry.sight().lately(signal, subject, period.until())));
            usual.add(Figures.seconds(inquiry.sight().usual(signal, subject, period.until())));
        }
        var threshold = Charts.pageThreshold(
                inquiry, inquiry.scenario().page().condition().signal(), List.of(subject));
        boolean latencyPaged = inquiry.scenario().page().condition().signal().unit() == Signal.Unit.SECONDS;
        var chart = Charts.chart(Signal.Unit.SECONDS, lines, latencyPaged ? threshold : Charts.NO_THRESHOLD);
        return Reply.showing(
                "%s answers in %s %s; around %s it was %s."
                        .formatted(
                                subject.words(),
                                Figures.list(now),
                                at(inquiry, period),
                                Figures.clock(inquiry.sight().usualTime(period.until())),
                                String.join(" / ", usual)),
                new Exhibit(subject.id() + " latency", Charts.source(List.of(subject)), chart));
    }

    static Reply traffic(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var reply = charted(inquiry, Signal.REQUEST_RATE, subjects, period);
            var remarks = new ArrayList<String>();
            for (var subject : subjects) {
                double retries =
                        subject.isThirdParty() ? 0 : inquiry.sight().lately(Signal.RETRY_RATE, subject, period.until());
                double all = inquiry.sight().lately(Signal.REQUEST_RATE, subject, period.until());
                if (retries > 0.01 * all && retries > 0.1) {
                    remarks.add("%s of it at %s are retries.".formatted(Figures.rate(retries), subject.words()));
                }
            }
            return reply.adding(String.join(" ", remarks)).adding(customary(inquiry, subjects, period));
        });
    }

    /** What the daily curve promises for this hour, for the service where all traffic enters. */
    private static String customary(Inquiry inquiry, List<Subject> subjects, Period.Covered period) {
        var traffic = inquiry.system().traffic();
        var entry = subjects.stream()
                .filter(subject -> subject.id().equals(traffic.entry()))
                .findFirst();
        if (entry.isEmpty() || entry.get().host() > 0) {
            return "";
        }
        double share = inquiry.system().regions().stream()
                .filter(region -> entry.get().where().covers(region.id()))
                .mapToDouble(Region::trafficShare)
                .sum();
        double usual = DailyCurve.rate(traffic, period.until()) * share;
        return "Customary at this hour: about " + Figures.rate(usual) + ".";
    }

    static Reply queueDepth(Inquiry inquiry) {
        return inquiry.aboutOurs(
                List.of(inquiry.paged()),
                Inquiry.USUAL_WINDOW,
                "its queues are not ours to see.",
                (subjects, period) -> charted(inquiry, Signal.QUEUE_DEPTH, subjects, period));
    }

    /** A line for each subject, and for each what it is now against what it usually is. */
    static Reply charted(Inquiry inquiry, Signal signal, List<Subject> subjects, Period.Covered period) {
        var sight = inquiry.sight();
        var lines = new ArrayList<Line>();
        var values = new ArrayList<String>();
        for (var subject : subjects) {
            var samples = sight.samples(signal, subject, period);
            lines.add(Charts.line(subject.words(), samples));
            values.add("%s%s %s (%s around %s)"
                    .formatted(
                            subject.words(),
                            subject.isThirdParty() ? ", as its callers see it," : "",
                            Figures.in(signal.unit(), sight.lately(signal, subject, period.until())),
                            Figures.in(signal.unit(), sight.usual(signal, subject, period.until())),
                            Figures.clock(sight.usualTime(period.until()))));
        }
        var chart = Charts.chart(signal.unit(), lines, Charts.pageThreshold(inquiry, signal, subjects));
        var title = subjects.size() == 1 ? subjects.getFirst().words() + " " + signal.title() : signal.title();
        return Reply.showing(
                "%s %s: %s."
                        .formatted(
                                ScopeAnswers.capital(signal.title()), at(inquiry, period), String.join("; ", values)),
                new Exhibit(title, Charts.source(subjects), chart));
    }

    /** {@code now}, or the instant at which the period ends. */
    static String at(Inquiry inquiry, Period.Covered period) {
        return period.until().plus(Sight.NOW).isBefore(inquiry.now())
                ? "at " + Figures.clock(period.until()) + " UTC"
                : "now";
    }
}
