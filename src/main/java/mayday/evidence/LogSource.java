package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import mayday.evidence.Circumstances.Passage;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.LogPattern;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/**
 * Which messages one service in one region logs, and how many of each: its failures by kind, the cause's patterns, and
 * the ordinary.
 */
final class LogSource {
    /** One ordinary request in so many is logged. */
    private static final double LOGGED_REQUESTS = 0.01;

    /** A weight for "none of the dependencies": it decides only where no dependency failed. */
    private static final double NEARLY_NONE = 1e-9;

    private final Inquiry inquiry;
    private final Subject node;
    private final RegionId region;
    private final Period.Covered period;
    private final LogPhrases phrases;
    private final Samples requests;
    private final List<Message> messages = new ArrayList<>();

    /**
     * A message and how many lines of it are expected in each step.
     *
     * @param text with places for a line's own details, see {@link LogPhrases#filled}
     */
    record Message(String level, String text, RegionId region, Samples expected) {}

    private LogSource(Inquiry inquiry, Service service, RegionId region, int host, Period.Covered period) {
        this.inquiry = inquiry;
        this.node = new Subject(service, Where.in(region), host);
        this.region = region;
        this.period = period;
        this.phrases = LogPhrases.of(service.kind());
        var rate = inquiry.sight().samples(Signal.REQUEST_RATE, node, period);
        this.requests = rate.map(perSecond -> perSecond * rate.stepSeconds());
    }

    /** Of one host or, with number 0, of all that the service has in the region. */
    static List<Message> messages(Inquiry inquiry, Service service, RegionId region, int host, Period.Covered period) {
        var source = new LogSource(inquiry, service, region, host, period);
        source.addPatterns();
        source.addFailures();
        source.addCalls();
        source.addOrdinary();
        return source.messages;
    }

    private void add(String level, String text, Samples expected) {
        messages.add(new Message(level, text, region, expected));
    }

    private Samples signal(Signal signal) {
        return inquiry.sight().samples(signal, node, period);
    }

    private Samples signal(DependencySignal signal, Dependency edge) {
        return inquiry.sight().samples(signal, edge, node.where(), period.from(), period.until());
    }

    /** How many replicas speak: one, or all that are ready. */
    private Samples replicas() {
        return signal(Signal.REPLICAS_READY).map(ready -> node.host() > 0 ? 1 : ready);
    }

    /** The part of a number that belongs to all replicas together. */
    private Samples part(Samples ofAll) {
        return node.host() > 0
                ? ofAll.with(signal(Signal.REPLICAS_READY), (value, ready) -> value / Math.max(1, ready))
                : ofAll;
    }

    private Samples failing(Signal kind) {
        return requests.with(signal(kind), (number, ratio) -> number * ratio);
    }

    /** What the cause logs in the state that held at each moment. */
    private void addPatterns() {
        var passages = inquiry.circumstances().passages();
        for (int i = 0; i < passages.size(); i++) {
            var entered = passages.get(i).enteredAt();
            var left = inquiry.circumstances().leftAt(i);
            for (var pattern : patterns(passages.get(i))) {
                var lines = perStep(pattern).map(count -> count * pattern.share());
                add(
                        pattern.level(),
                        inquiry.circumstances().wording().apply(pattern.text()),
                        during(lines, entered, left));
            }
        }
    }

    private List<LogPattern> patterns(Passage passage) {
        return passage.state().logs().stream()
                .filter(pattern ->
                        pattern.service().equals(node.id()) && pattern.where().covers(region))
                .toList();
    }

    private Samples perStep(LogPattern pattern) {
        return switch (pattern.per()) {
            case FAILURE -> failing(Signal.ERROR_RATIO);
            case REQUEST -> requests;
            case MINUTE -> replicas().map(each -> each * requests.stepSeconds() / 60);
        };
    }

    private static Samples during(Samples samples, Instant from, Instant until) {
        var values = new double[samples.size()];
        for (int i = 0; i < values.length; i++) {
            var at = samples.timeOf(i);
            values[i] = at.isAfter(from) && !at.isAfter(until) ? samples.value(i) : 0;
        }
        return Samples.of(samples.start(), samples.step(), values);
    }

    /** The share of failures, step by step, that no pattern of the cause speaks for. */
    private Samples unspoken() {
        var left = requests.map(_ -> 1.0);
        var passages = inquiry.circumstances().passages();
        for (int i = 0; i < passages.size(); i++) {
            var until = inquiry.circumstances().leftAt(i);
            for (var pattern : patterns(passages.get(i))) {
                if (pattern.per() == LogPattern.Per.FAILURE) {
                    var spoken = during(
                            requests.map(_ -> pattern.share()), passages.get(i).enteredAt(), until);
                    left = left.with(spoken, (share, taken) -> Math.max(0, share - taken));
                }
            }
        }
        return left;
    }

    private void addFailures() {
        var unspoken = unspoken();
        add(
                "ERROR",
                phrases.own(status(Signal.ERROR_OWN)),
                failing(Signal.ERROR_OWN).with(unspoken, (lines, share) -> lines * share));
        add(
                "ERROR",
                phrases.rejected(status(Signal.ERROR_REJECTED)),
                failing(Signal.ERROR_REJECTED).with(unspoken, (lines, share) -> lines * share));
        addByDependency(Signal.ERROR_TIMEOUT, CallFailure.TIMEOUT, unspoken);
        addByDependency(Signal.ERROR_TLS, CallFailure.TLS, unspoken);
        addByDependency(Signal.ERROR_NAME_RESOLUTION, CallFailure.NAME, unspoken);
        addByDependency(Signal.ERROR_DEPENDENCY, CallFailure.ANSWER, unspoken);
    }

    /** Failures of a kind, told of the dependencies in proportion to how often calls to each fail in that way. */
    private void addByDependency(Signal kind, CallFailure failure, Samples unspoken) {
        var lines = failing(kind).with(unspoken, (count, share) -> count * share);
        if (lines.highest() <= 0) {
            return;
        }
        var edges = inquiry.system().dependenciesOf(node.id());
        var all = requests.map(_ -> NEARLY_NONE);
        for (var edge : edges) {
            all = all.with(weight(edge, failure), Double::sum);
        }
        for (var edge : edges) {
            var share = weight(edge, failure).with(all, (one, sum) -> one / sum);
            add(
                    "ERROR",
                    phrases.failed(failure, name(edge), details(kind, edge)),
                    lines.with(share, (n, part) -> n * part));
        }
        var rest = all.map(sum -> NEARLY_NONE / sum);
        add("ERROR", phrases.failed(failure, "", details(kind)), lines.with(rest, (n, part) -> n * part));
    }

    private Samples weight(Dependency edge, CallFailure failure) {
        double shown = 1 - inquiry.history().current(DependencyParameter.FALLBACK, edge, node.where(), period.until());
        var ratio = failure == CallFailure.ANSWER ? answered(edge) : signal(failure.signal(), edge);
        return signal(DependencySignal.CALL_RATE, edge)
                .with(ratio, (calls, share) -> Math.max(0, calls * share * shown));
    }

    /** Failures that are neither time-outs nor of TLS or names: the callee refused, or answered with an error. */
    private Samples answered(Dependency edge) {
        var left = signal(DependencySignal.FAILURE_RATIO, edge);
        for (var other :
                List.of(DependencySignal.TIMEOUT_RATIO, DependencySignal.TLS_RATIO, DependencySignal.NAME_RATIO)) {
            left = left.with(signal(other, edge), (all, part) -> Math.max(0, all - part));
        }
        return left;
    }

    /** Calls that failed and were tried again or hidden, and callers that wait for a connection. */
    private void addCalls() {
        for (var edge : inquiry.system().dependenciesOf(node.id())) {
            var failure = CallFailure.of(inquiry.sight(), edge, node.where(), period.until());
            var failed = part(signal(DependencySignal.CALL_RATE, edge))
                    .with(
                            signal(DependencySignal.FAILURE_RATIO, edge),
                            (calls, ratio) -> calls * ratio * requests.stepSeconds());
            double attempts = current(DependencyParameter.ATTEMPTS, edge);
            double hidden = current(DependencyParameter.FALLBACK, edge);
            if (attempts > 1 && failure != CallFailure.NONE) {
                add("WARN", phrases.retried(name(edge), failure), failed.map(times((attempts - 1) / attempts)));
            }
            if (hidden > 0 && failure != CallFailure.NONE) {
                add("WARN", phrases.hidden(name(edge), failure), failed.map(times(hidden / Math.max(1, attempts))));
            }
            var waiting = part(signal(DependencySignal.POOL_WAITING, edge));
            add("WARN", phrases.poolWaits(name(edge)), waiting.map(number -> Math.min(20, number) / 4));
        }
    }

    private double current(DependencyParameter parameter, Dependency edge) {
        return inquiry.history().current(parameter, edge, node.where(), period.until());
    }

    private static DoubleUnaryOperator times(double factor) {
        return value -> value * factor;
    }

    private void addOrdinary() {
        double p50 = inquiry.sight().lately(Signal.LATENCY_P50, node, period.until());
        double p99 = inquiry.sight().lately(Signal.LATENCY_P99, node, period.until());
        double usual = inquiry.sight().usual(Signal.LATENCY_P99, node, period.until());
        if (node.service().kind() == ServiceKind.RESOLVER) {
            var failed = requests.with(signal(Signal.RESOLVER_FAILURE_RATIO), (number, ratio) -> number * ratio);
            add("ERROR", "query {name}. A from {ip}: SERVFAIL", failed);
        }
        if (p99 > 2 * usual && p99 - usual > Judgement.NOTICED_SECONDS) {
            add("WARN", phrases.slow(p99), requests.map(times(LOGGED_REQUESTS)));
        }
        add("INFO", phrases.ordinary(p50), requests.map(times(LOGGED_REQUESTS)));
        add("INFO", phrases.housekeeping(), replicas().map(times(requests.stepSeconds() / 60)));
    }

    private static String name(Dependency edge) {
        return edge.to().value();
    }

    private LogPhrases.Details details(Signal kind, Dependency edge) {
        var certificate = inquiry.history()
                .samples(Signal.CERTIFICATE_DAYS, edge.to(), Where.everywhere(), period.until(), period.until());
        return new LogPhrases.Details(
                status(kind),
                current(DependencyParameter.TIMEOUT, edge),
                certificate.value(certificate.size() - 1) <= 0);
    }

    private LogPhrases.Details details(Signal kind) {
        return new LogPhrases.Details(status(kind), 0, false);
    }

    private int status(Signal kind) {
        return Statuses.of(inquiry, node, kind, period.until());
    }
}
