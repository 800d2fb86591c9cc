package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.scenario.Signal;

/**
 * A metric as a metrics product names it, read from the model's signals.
 *
 * @param signal what it is read from
 * @param times another signal that it is multiplied with, for errors a second; the same signal if there is none
 * @param factor to the metric's unit
 * @param counted whether a value is a number in a period rather than a level
 */
record Metric(String name, Signal signal, Signal times, double factor, boolean counted) {

    /** How finely the history is kept. */
    static final Duration STEP = Duration.ofSeconds(10);

    static Metric level(String name, Signal signal, double factor) {
        return new Metric(name, signal, signal, factor, false);
    }

    static Metric rate(String name, Signal signal) {
        return new Metric(name, signal, signal, 1, true);
    }

    /** So many requests a second of those that end like this. */
    static Metric failures(String name, Signal ratio) {
        return new Metric(name, Signal.REQUEST_RATE, ratio, 1, true);
    }

    /** What one reads behind a name of one's own choosing, such as {@code http_request_duration_seconds}. */
    static Optional<Metric> named(String name, double quantile) {
        var word = name.toLowerCase(Locale.ROOT);
        if (word.matches(".*(latency|duration|response.?time|resp_time).*")) {
            var signal =
                    quantile <= 0.5 ? Signal.LATENCY_P50 : quantile <= 0.95 ? Signal.LATENCY_P95 : Signal.LATENCY_P99;
            return Optional.of(level(name, signal, 1));
        }
        if (word.matches(".*(5xx|error|fail|exception).*")) {
            return Optional.of(failures(name, Signal.ERROR_RATIO));
        }
        if (word.matches(".*cpu.*")) {
            return Optional.of(level(name, Signal.CPU, word.contains("seconds") ? 1 : 100));
        }
        if (word.matches(".*(memory|heap|mem_).*")) {
            return Optional.of(level(name, Signal.MEMORY, 1_073_741_824));
        }
        if (word.matches(".*hit.*")) {
            return Optional.of(level(name, Signal.CACHE_HIT_RATIO, 1));
        }
        if (word.matches(".*retr(y|ies).*")) {
            return Optional.of(rate(name, Signal.RETRY_RATE));
        }
        if (word.matches(".*(queue|backlog|pending).*")) {
            return Optional.of(level(name, Signal.QUEUE_DEPTH, 1));
        }
        if (word.matches(".*(thread|worker|active|connection|in.?flight).*")) {
            return Optional.of(level(name, Signal.THREADS_BUSY, 1));
        }
        if (word.matches(".*(replica|instance|healthy|^up$|hosts).*")) {
            return Optional.of(level(name, Signal.REPLICAS_READY, 1));
        }
        if (word.matches(".*(disk|filesystem).*")) {
            return Optional.of(level(name, Signal.DISK_USED, 100));
        }
        if (word.matches(".*(servfail|resolv|dns).*")) {
            return Optional.of(level(name, Signal.RESOLVER_FAILURE_RATIO, 1));
        }
        return word.matches(".*(request|rps|query|queries|call|num|count|throughput).*")
                ? Optional.of(rate(name, Signal.REQUEST_RATE))
                : Optional.empty();
    }

    /** A mean a second of the last minute. */
    double now(Session session, Machine machine) {
        double other = times == signal ? 1 : session.instruments().lately(times, machine);
        return factor * session.instruments().lately(signal, machine) * other;
    }

    /** One value of a period, of the samples in it. */
    record Point(Instant begin, double average, double least, double most, double sum) {}

    /** Points of whole periods from {@code asked} on, or from where the history begins. */
    List<Point> points(Session session, Machine machine, Instant asked, Duration period, int most) {
        var begin = session.instruments().begin();
        var from = asked.isBefore(begin) ? begin : asked;
        int each = (int) Math.max(1, period.dividedBy(STEP));
        var values = session.instruments().means(signal, machine, from, STEP, each * most);
        var others = times == signal ? values : session.instruments().means(times, machine, from, STEP, each * most);
        var points = new ArrayList<Point>();
        for (int i = 0; i + each <= values.size(); i += each) {
            double sum = 0;
            double least = Double.MAX_VALUE;
            double highest = 0;
            for (int j = i; j < i + each; j++) {
                double value = factor * values.get(j) * (times == signal ? 1 : others.get(j));
                sum += value;
                least = Math.min(least, value);
                highest = Math.max(highest, value);
            }
            points.add(new Point(
                    from.plus(STEP.multipliedBy(i)),
                    sum / each,
                    least,
                    highest,
                    counted ? sum * STEP.toSeconds() : sum));
        }
        return points;
    }
}
