package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.evidence.Evidence.Trace.Span;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.RegionId;
import mayday.scenario.Route;
import mayday.scenario.Service;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** Follows one request: a service does half of its own work, then its calls one after the other, then the rest. */
final class TraceBuilder {
    private static final int MOST_SPANS = 40;
    private static final int MOST_DEPTH = 7;

    /** Attempts of one call that are shown. */
    private static final int MOST_ATTEMPTS = 3;

    /** Calls that fewer requests than this make are not part of a typical one. */
    private static final double TYPICAL_CALLS = 0.05;

    /** A fallback that hides at least this share of failures is taken to have hidden this one. */
    private static final double HIDDEN = 0.5;

    /** From this share of failing calls on, a failing one is followed. */
    private static final double FAILING = 0.01;

    /** A call that is turned down at once takes so long. */
    private static final long REFUSED_MILLIS = 3;

    /** A wait for a worker that is shorter than this is not shown on its own. */
    private static final long NOTICED_WAIT_MILLIS = 20;

    private static final String TIMED_OUT = "timed out";

    private final Inquiry inquiry;
    private final Sight sight;
    private final Instant until;
    private final List<Dependency> way;
    private final List<Span> spans = new ArrayList<>();

    /** @param way the calls that lead to what was asked about; beyond its end the worst call is followed */
    TraceBuilder(Inquiry inquiry, Instant until, List<Dependency> way) {
        this.inquiry = inquiry;
        this.sight = inquiry.sight();
        this.until = until;
        this.way = way;
    }

    List<Span> build(Service entry, RegionId region) {
        work(entry, region, 0, 0, "request", Limit.NONE);
        return List.copyOf(spans);
    }

    /**
     * How long the caller waits.
     *
     * @param exceeded whether the request is one that takes longer; it was accepted, then
     */
    private record Limit(long millis, boolean exceeded) {
        static final Limit NONE = new Limit(Long.MAX_VALUE, false);
    }

    /** What came of some work. */
    private record Outcome(long millis, String failure) {}

    private record Planned(Dependency edge, double failing, double latency, CallFailure failure, boolean followed) {}

    /**
     * Adds the span of a service's work on the request, and of the calls that it makes; gives its length and failure.
     */
    private Outcome work(Service service, RegionId region, int depth, long start, String what, Limit limit) {
        int index = spans.size();
        spans.add(new Span(depth, service.id().value(), what, start, 0, ""));
        var plan = plan(service, region, depth);
        boolean queues = sight.lately(Signal.QUEUE_DEPTH, node(service, region), until) >= 1;
        long rest = restMillis(service, region);
        long own = Math.max(1, Math.round(1000 * service.capacity().serviceSeconds()) + (queues ? 0 : rest));
        var failure = limit.exceeded() ? "" : ownFailure(service, region);
        long at = start + own / 2;
        if (failure.isEmpty()) {
            at += queues ? waited(service, region, depth, start, plan, Math.min(rest, limit.millis())) : 0;
            for (var planned : plan) {
                var called = call(planned, region, depth + 1, at);
                at += called.millis();
                if (!called.failure().isEmpty() && !hides(planned.edge(), region)) {
                    failure = passedOn(service, region, planned.edge(), called.failure());
                    break;
                }
            }
        }
        long millis = Math.max(1, at - start + (failure.isEmpty() ? own - own / 2 : 1));
        spans.set(index, new Span(depth, service.id().value(), what, start, millis, failure));
        return new Outcome(millis, failure);
    }

    /** The calls of a typical request; one that fails comes last, for what would follow it is not done. */
    private List<Planned> plan(Service service, RegionId region, int depth) {
        var calls = new ArrayList<Planned>();
        for (var edge : inquiry.system().dependenciesOf(service.id())) {
            if (current(DependencyParameter.CALLS, edge, region) >= TYPICAL_CALLS || way.contains(edge)) {
                calls.add(planned(edge, region));
            }
        }
        var onTheWay = calls.stream().filter(each -> way.contains(each.edge())).findFirst();
        var worst = calls.stream()
                .max(Comparator.comparingDouble((Planned each) -> Math.floor(100 * harm(each, region)))
                        .thenComparingDouble(Planned::latency));
        var followed = onTheWay.or(() -> worst);
        var planned = new ArrayList<Planned>();
        for (var each : calls) {
            boolean follow = followed.isPresent() && followed.get().equals(each) && depth < MOST_DEPTH;
            var failure = follow ? each.failure() : CallFailure.NONE;
            planned.add(new Planned(each.edge(), each.failing(), each.latency(), failure, follow));
        }
        planned.sort(Comparator.comparing(each -> each.failure() != CallFailure.NONE));
        return planned;
    }

    /** The share of the caller's requests that fail because of this call. */
    private double harm(Planned call, RegionId region) {
        return call.failing()
                * Math.min(1, current(DependencyParameter.CALLS, call.edge(), region))
                * (1 - current(DependencyParameter.FALLBACK, call.edge(), region));
    }

    /** What a service answers when a call of its failed. */
    private String passedOn(Service service, RegionId region, Dependency edge, String failure) {
        return failure.startsWith(TIMED_OUT)
                ? status(Signal.ERROR_TIMEOUT, service, region) + ", " + edge.to() + " timed out"
                : status(Signal.ERROR_DEPENDENCY, service, region) + ", " + edge.to() + " failed";
    }

    private int status(Signal kind, Service service, RegionId region) {
        return Statuses.of(inquiry, node(service, region), kind, until);
    }

    private Planned planned(Dependency edge, RegionId region) {
        var where = Where.in(region);
        double failing = sight.lately(DependencySignal.FAILURE_RATIO, edge, where, until);
        double latency = sight.lately(DependencySignal.LATENCY, edge, where, until);
        var failure = failing < FAILING ? CallFailure.NONE : CallFailure.of(sight, edge, where, until);
        return new Planned(edge, failing, latency, failure, false);
    }

    private Outcome call(Planned planned, RegionId region, int depth, long start) {
        var edge = planned.edge();
        var callee = inquiry.system().service(edge.to());
        if (spans.size() >= MOST_SPANS) {
            return new Outcome(0, "");
        }
        if (!planned.followed()) {
            long millis = Math.max(1, Math.round(1000 * planned.latency()));
            spans.add(new Span(depth, edge.to().value(), what(callee), start, millis, ""));
            return new Outcome(millis, "");
        }
        int attempts = planned.failure() == CallFailure.NONE
                ? 1
                : Math.clamp(Math.round(current(DependencyParameter.ATTEMPTS, edge, region)), 1, MOST_ATTEMPTS);
        long at = start;
        var last = new Outcome(0, "");
        for (int attempt = 1; attempt <= attempts && spans.size() < MOST_SPANS; attempt++) {
            var what = attempts == 1 ? what(callee) : what(callee) + ", attempt " + attempt;
            last = attempt(planned, callee, region, depth, at, what);
            at += last.millis();
        }
        return new Outcome(at - start, last.failure());
    }

    private Outcome attempt(Planned planned, Service callee, RegionId region, int depth, long start, String what) {
        var edge = planned.edge();
        var limit = new Limit(timeout(edge, region), false);
        return switch (planned.failure()) {
            case REFUSED -> leaf(callee, depth, start, what, REFUSED_MILLIS, "refused");
            case TLS -> leaf(callee, depth, start, what, REFUSED_MILLIS, "TLS handshake failed");
            case NAME -> leaf(callee, depth, start, what, REFUSED_MILLIS, "name not resolved");
            case TIMEOUT -> timedOut(callee, region(edge, callee, region), depth, start, what, timeout(edge, region));
            case ANSWER -> {
                int index = spans.size();
                var outcome = work(callee, region(edge, callee, region), depth, start, what, limit);
                yield outcome.failure().isEmpty() ? failed(index, outcome) : outcome;
            }
            case NONE -> work(callee, region(edge, callee, region), depth, start, what, limit);
        };
    }

    private Outcome leaf(Service callee, int depth, long start, String what, long millis, String failure) {
        spans.add(new Span(depth, callee.id().value(), what, start, millis, failure));
        return new Outcome(millis, failure);
    }

    /** The caller saw an error although nothing inside explains it. */
    private Outcome failed(int index, Outcome outcome) {
        var span = spans.get(index);
        spans.set(index, new Span(span.depth(), span.service(), span.what(), span.startMillis(), span.millis(), "500"));
        return new Outcome(outcome.millis(), "500");
    }

    /** The callee goes on, but the trace ends where the caller stopped waiting. */
    private Outcome timedOut(Service callee, RegionId region, int depth, long start, String what, long timeout) {
        int index = spans.size();
        work(callee, region, depth, start, what, new Limit(timeout, true));
        long end = start + timeout;
        for (int i = spans.size() - 1; i >= index; i--) {
            var span = spans.get(i);
            if (span.startMillis() >= end && i > index) {
                spans.remove(i);
            } else {
                long millis = i == index ? timeout : Math.min(span.millis(), end - span.startMillis());
                var failure = i == index ? TIMED_OUT + " after " + Figures.seconds(timeout / 1000.0) : span.failure();
                spans.set(i, new Span(span.depth(), span.service(), span.what(), span.startMillis(), millis, failure));
            }
        }
        return new Outcome(timeout, TIMED_OUT + " after " + Figures.seconds(timeout / 1000.0));
    }

    /**
     * What is left of the service's median time when its own work and its calls are taken off: time in its queue, if it
     * has one.
     */
    private long restMillis(Service service, RegionId region) {
        var node = node(service, region);
        double rest = sight.lately(Signal.LATENCY_P50, node, until)
                - service.capacity().serviceSeconds();
        for (var edge : inquiry.system().dependenciesOf(service.id())) {
            rest -= current(DependencyParameter.CALLS, edge, region)
                    * sight.lately(DependencySignal.LATENCY, edge, node.where(), until);
        }
        return Math.round(1000 * Math.max(0, rest));
    }

    /**
     * Adds the wait for a worker. Of requests that go on to a call in trouble, one is taken that came to it early
     * enough.
     */
    private long waited(Service service, RegionId region, int depth, long start, List<Planned> plan, long longest) {
        boolean goesOn = plan.stream().anyMatch(call -> call.followed() && isTrouble(call, region));
        long wait = goesOn ? longest / 4 : longest;
        if (wait >= NOTICED_WAIT_MILLIS) {
            spans.add(new Span(depth + 1, service.id().value(), "waiting for a worker", start, wait, ""));
        }
        return wait;
    }

    /** How the service fails by itself; a request that is known to have gone further did not. */
    private String ownFailure(Service service, RegionId region) {
        var node = node(service, region);
        boolean passedOn = way.stream().anyMatch(edge -> edge.from().equals(service.id()));
        if (passedOn) {
            return "";
        }
        if (sight.lately(Signal.ERROR_REJECTED, node, until) >= FAILING) {
            return status(Signal.ERROR_REJECTED, service, region) + ", turned away";
        }
        return sight.lately(Signal.ERROR_OWN, node, until) >= FAILING
                ? Integer.toString(status(Signal.ERROR_OWN, service, region))
                : "";
    }

    private boolean isTrouble(Planned call, RegionId region) {
        double usual = sight.usual(DependencySignal.LATENCY, call.edge(), Where.in(region), until);
        return call.failure() != CallFailure.NONE
                || (call.latency() > Judgement.DEGRADED_SLOWDOWN * usual
                        && call.latency() - usual > Judgement.NOTICED_SECONDS);
    }

    private long timeout(Dependency edge, RegionId region) {
        return Math.max(1, Math.round(1000 * current(DependencyParameter.TIMEOUT, edge, region)));
    }

    private boolean hides(Dependency edge, RegionId region) {
        return current(DependencyParameter.FALLBACK, edge, region) >= HIDDEN;
    }

    private double current(DependencyParameter parameter, Dependency edge, RegionId region) {
        return inquiry.history().current(parameter, edge, Where.in(region), until);
    }

    private static Subject node(Service service, RegionId region) {
        return new Subject(service, Where.in(service.runsIn(region) ? region : service.primaryRegion()), 0);
    }

    private static RegionId region(Dependency edge, Service callee, RegionId caller) {
        return edge.route() == Route.SAME_REGION && callee.runsIn(caller) ? caller : callee.primaryRegion();
    }

    private static String what(Service callee) {
        return switch (callee.kind()) {
            case DATABASE -> "query";
            case CACHE -> "get";
            case RESOLVER -> "look-up";
            case QUEUE -> "publish";
            case EDGE, SERVICE, THIRD_PARTY -> "request";
        };
    }
}
