package mayday.evidence;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Evidence.Trace;
import mayday.evidence.Evidence.Trace.Span;
import mayday.scenario.Dependency;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** One request's way from the entry through what was asked about, and on to where its time goes or it fails. */
final class TraceAnswers {
    private TraceAnswers() {}

    static Reply traces(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Sight.NOW, (subjects, period) -> {
            var subject = subjects.getFirst();
            var entry = inquiry.system().service(inquiry.system().traffic().entry());
            var way = way(inquiry, entry.id(), subject.id());
            if (way.isEmpty() && !subject.id().equals(entry.id())) {
                return Reply.words("No request that comes in through " + entry.id() + " passes " + subject.id() + ".");
            }
            var region = region(inquiry, entry, subject, period.until());
            var spans = new TraceBuilder(inquiry, period.until(), way).build(entry, region);
            return Reply.showing(
                    words(inquiry, spans, region, period),
                    new Exhibit(
                            "Request through " + subject.id() + ", " + Figures.clock(period.until()),
                            "Trace · " + region,
                            new Trace(spans)));
        });
    }

    /** The shortest chain of calls from one service to another; empty if there is none. */
    private static List<Dependency> way(Inquiry inquiry, ServiceId from, ServiceId to) {
        Map<ServiceId, List<Dependency>> ways = new HashMap<>();
        ways.put(from, List.of());
        var open = new ArrayDeque<ServiceId>(List.of(from));
        while (!open.isEmpty()) {
            var here = open.remove();
            for (var edge : inquiry.system().dependenciesOf(here)) {
                if (!ways.containsKey(edge.to())) {
                    var longer = new ArrayList<>(ways.getOrDefault(here, List.of()));
                    longer.add(edge);
                    ways.put(edge.to(), longer);
                    open.add(edge.to());
                }
            }
        }
        return ways.getOrDefault(to, List.of());
    }

    /**
     * The region that was named, or the one in which requests to the subject fail most or, if none do, take longest.
     */
    private static RegionId region(Inquiry inquiry, Service entry, Subject subject, Instant until) {
        if (subject.where() instanceof Where.In(var region) && entry.runsIn(region)) {
            return region;
        }
        var sight = inquiry.sight();
        Comparator<RegionId> worse = Comparator.comparingDouble((RegionId region) -> Math.floor(
                        100 * sight.lately(Signal.ERROR_RATIO, new Subject(entry, Where.in(region), 0), until)))
                .thenComparingDouble(
                        region -> sight.lately(Signal.LATENCY_P95, new Subject(entry, Where.in(region), 0), until));
        return entry.regions().stream().max(worse).orElseThrow();
    }

    private static String words(Inquiry inquiry, List<Span> spans, RegionId region, Period.Covered period) {
        var root = spans.getFirst();
        var longest = longest(spans);
        var outcome = root.failure().isEmpty() ? "it succeeded" : "it failed: " + root.failure();
        var deepest =
                spans.stream().filter(span -> !span.failure().isEmpty()).max(Comparator.comparingInt(Span::depth));
        var failing = deepest.isEmpty() || deepest.get().depth() == 0
                ? ""
                : " The innermost failure: %s, %s."
                        .formatted(deepest.get().service(), deepest.get().failure());
        return "One request in %s %s took %s; %s. Most of its time, %s, went to %s.%s"
                .formatted(
                        region,
                        MetricAnswers.at(inquiry, period),
                        Figures.seconds(root.millis() / 1000.0),
                        outcome,
                        Figures.seconds(longest.millis() / 1000.0),
                        longest.service(),
                        failing);
    }

    /** A service and the time that one of its spans took for itself, without the spans inside. */
    private record Own(String service, long millis) {}

    private static Own longest(List<Span> spans) {
        var longest = new Own(spans.getFirst().service(), -1);
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            long own = span.millis();
            for (int j = i + 1; j < spans.size() && spans.get(j).depth() > span.depth(); j++) {
                own -= spans.get(j).depth() == span.depth() + 1 ? spans.get(j).millis() : 0;
            }
            if (own > longest.millis()) {
                longest = new Own(span.service(), own);
            }
        }
        return longest;
    }
}
