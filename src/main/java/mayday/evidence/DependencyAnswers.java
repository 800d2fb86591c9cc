package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** How what a service calls looks from its side, and what a third party says about itself. */
final class DependencyAnswers {
    private static final int MOST_ROWS = 60;

    /** Calls that fail more often than this are named in the text. */
    private static final double NOTICED = 0.01;

    private DependencyAnswers() {}

    private record Call(Dependency edge, double failing, double latency, double usualLatency, String kind) {
        String name() {
            return edge.from() + " to " + edge.to();
        }

        boolean slow() {
            return latency - usualLatency > Judgement.NOTICED_SECONDS
                    && latency > Judgement.DEGRADED_SLOWDOWN * usualLatency;
        }
    }

    static Reply status(Inquiry inquiry) {
        var period =
                Period.of(inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Sight.NOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> reply(inquiry, covered).adding(covered.remark());
        };
    }

    private static Reply reply(Inquiry inquiry, Period.Covered period) {
        var where = inquiry.where();
        var calls = edges(inquiry).stream()
                .map(edge -> call(inquiry.sight(), edge, where, period.until()))
                .sorted(Comparator.comparingDouble(Call::failing).reversed())
                .limit(MOST_ROWS)
                .toList();
        if (calls.isEmpty()) {
            return Reply.words(inquiry.namedServices().getFirst().id() + " calls nothing, and nothing calls it.");
        }
        var reply = Reply.showing(
                words(calls, MetricAnswers.at(inquiry, period)),
                new Exhibit("Calls to dependencies", "Metrics, as callers see it · " + where.words(), table(calls)));
        for (var thirdParty : thirdParties(inquiry)) {
            var page = statusPage(inquiry, thirdParty, period.until());
            reply = reply.adding(thirdParty.id() + "'s status page says: " + page.headline())
                    .and(page.exhibit());
        }
        return reply;
    }

    private static String words(List<Call> calls, String at) {
        var failing = calls.stream()
                .filter(call -> call.failing() >= NOTICED)
                .limit(4)
                .map(call -> "%s %s (%s)".formatted(call.name(), Figures.percent(call.failing()), call.kind()))
                .toList();
        var slow = calls.stream()
                .filter(Call::slow)
                .limit(3)
                .map(call -> "%s takes %s, usually %s"
                        .formatted(call.name(), Figures.seconds(call.latency()), Figures.seconds(call.usualLatency())))
                .toList();
        if (failing.isEmpty() && slow.isEmpty()) {
            return calls.size() == 1
                    ? "%s is fine %s: %s fail, %s a call."
                            .formatted(
                                    calls.getFirst().name(),
                                    at,
                                    Figures.percent(calls.getFirst().failing()),
                                    Figures.seconds(calls.getFirst().latency()))
                    : "None of these %d kinds of calls fails 1 %% or more %s, and none is slower than usual."
                            .formatted(calls.size(), at);
        }
        var parts = new ArrayList<String>();
        if (!failing.isEmpty()) {
            parts.add("Attempts that fail " + at + ": " + String.join("; ", failing) + ".");
        }
        if (!slow.isEmpty()) {
            parts.add("Slower than usual: " + String.join("; ", slow) + ".");
        }
        return String.join(" ", parts);
    }

    private static Evidence.Table table(List<Call> calls) {
        return ScopeAnswers.table(
                List.of("Caller", "Calls", "Attempts failing", "Mostly", "Takes", "Usually"),
                calls.stream()
                        .map(call -> List.of(
                                call.edge().from().value(),
                                call.edge().to().value(),
                                Figures.percent(call.failing()),
                                call.kind(),
                                Figures.seconds(call.latency()),
                                Figures.seconds(call.usualLatency())))
                        .toList());
    }

    private static Call call(Sight sight, Dependency edge, Where where, Instant until) {
        return new Call(
                edge,
                sight.lately(DependencySignal.FAILURE_RATIO, edge, where, until),
                sight.lately(DependencySignal.LATENCY, edge, where, until),
                sight.usual(DependencySignal.LATENCY, edge, where, until),
                CallFailure.of(sight, edge, where, until).words());
    }

    /**
     * The calls of the named services; for one that calls nothing or is a third party, the calls to it. All if none was
     * named.
     */
    private static List<Dependency> edges(Inquiry inquiry) {
        var named = inquiry.namedServices();
        if (named.isEmpty()) {
            return inquiry.system().dependencies();
        }
        var edges = new LinkedHashSet<Dependency>();
        for (var service : named) {
            var outward = inquiry.system().dependenciesOf(service.id());
            edges.addAll(outward.isEmpty() ? inquiry.sight().callersOf(service) : outward);
        }
        return List.copyOf(edges);
    }

    private static List<Service> thirdParties(Inquiry inquiry) {
        return inquiry.namedServices().stream()
                .filter(service -> service.kind() == ServiceKind.THIRD_PARTY)
                .toList();
    }

    private record StatusPage(String headline, Exhibit exhibit) {}

    /** What the author says that it shows, true or not; otherwise what it would honestly say. */
    private static StatusPage statusPage(Inquiry inquiry, Service thirdParty, Instant until) {
        var authored = inquiry.scenario().organisation().vendors().stream()
                .filter(vendor -> vendor.service().equals(thirdParty.id()))
                .flatMap(vendor -> vendor.notices().stream())
                .filter(notice -> inquiry.circumstances().isOccasion(notice.occasion()))
                .findFirst();
        return authored.isPresent()
                ? page(thirdParty, "\"" + sentence(authored.get().says()) + "\"", until)
                : honest(inquiry, thirdParty, until);
    }

    private static String sentence(String words) {
        return words.matches(".*[.!?]") ? words : words + ".";
    }

    /** A third party speaks about its own side only: what fails on the way to it, it does not see. */
    private static StatusPage honest(Inquiry inquiry, Service thirdParty, Instant until) {
        var history = inquiry.history();
        var everywhere = Where.everywhere();
        var from = until.minus(Sight.NOW);
        var begin = inquiry.sight().begin();
        var own = history.samples(Signal.ERROR_OWN, thirdParty.id(), everywhere, from, until);
        var rejected = history.samples(Signal.ERROR_REJECTED, thirdParty.id(), everywhere, from, until);
        var latency = history.samples(Signal.LATENCY_P50, thirdParty.id(), everywhere, from, until);
        var usual = history.samples(Signal.LATENCY_P50, thirdParty.id(), everywhere, begin, begin.plus(Sight.USUAL));
        boolean failing = own.mean() + rejected.mean() >= Judgement.DEGRADED_ERRORS;
        boolean slow =
                latency.mean() - usual.median() > Judgement.NOTICED_SECONDS && latency.mean() > 2 * usual.median();
        var headline = failing
                ? "\"Elevated error rates. We are investigating.\""
                : slow ? "\"Slower responses than usual. We are investigating.\"" : "\"All systems operational.\"";
        return page(thirdParty, headline, until);
    }

    private static StatusPage page(Service thirdParty, String headline, Instant until) {
        var note = new Evidence.Note(
                List.of(headline.replace("\"", ""), "Last updated " + Figures.clock(until) + " UTC."));
        return new StatusPage(
                headline,
                new Exhibit(thirdParty.title() + " status page", "Official status page of a third party", note));
    }
}
