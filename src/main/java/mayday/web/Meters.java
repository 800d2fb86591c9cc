package mayday.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import mayday.drill.Load;

/** What is counted, under the names that {@code docs/operations.md} lists. */
final class Meters {
    /** Upper ends of what an answer may take; between them, a learner feels the difference. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * Where figures come from that are kept anyway.
     *
     * @param load of the rooms and the journal
     * @param streams how many listen to server-sent events
     * @param moves how many are being made
     * @param turnedAway how many requests were, because there was too much to do
     */
    record Sources(
            Supplier<Load> load, Supplier<Integer> streams, Supplier<Integer> moves, Supplier<Long> turnedAway) {}

    @SuppressWarnings("resource") // The collector of GC figures lives as long as the server.
    Meters(Sources sources) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        rooms(sources);
        journal(sources.load());
    }

    private void rooms(Sources sources) {
        var load = sources.load();
        gauge("mayday.streams", "Browsers and programs that listen to events", sources.streams()::get);
        gauge("mayday.moves.active", "Requests that change something and are being answered", sources.moves()::get);
        FunctionCounter.builder(
                        "mayday.requests.shed",
                        sources,
                        each -> each.turnedAway().get())
                .description("Requests that were turned away because there was too much to do")
                .register(registry);
        gauge("mayday.rooms", "Incidents in memory", () -> load.get().rooms());
        gauge(
                "mayday.rooms.heard",
                "Incidents that somebody listens to",
                () -> load.get().heard());
        counter("mayday.moves", "Commands that were accepted", load, each -> each.moves());
        FunctionTimer.builder(
                        "mayday.questions",
                        load,
                        each -> each.get().questions(),
                        each -> (double) each.get().understanding().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Questions, and the seconds that it took to understand them")
                .register(registry);
    }

    private void journal(Supplier<Load> load) {
        FunctionTimer.builder(
                        "mayday.appends",
                        load,
                        each -> each.get().journal().stored(),
                        each -> (double) each.get().journal().storing().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Appends that were stored, and the seconds from their asking until they were on the disk")
                .register(registry);
        counter(
                "mayday.appends.conflicts",
                "Appends that came too late",
                load,
                each -> each.journal().conflicts());
        counter(
                "mayday.appends.failed",
                "Appends that could not be stored",
                load,
                each -> each.journal().failed());
        counter(
                "mayday.transactions",
                "Transactions",
                load,
                each -> each.journal().transactions());
        gauge(
                "mayday.appends.waiting",
                "Appends that wait for the disk",
                () -> load.get().journal().waiting());
    }

    private void counter(String name, String what, Supplier<Load> load, ToDoubleFunction<Load> count) {
        FunctionCounter.builder(name, load, each -> count.applyAsDouble(each.get()))
                .description(what)
                .register(registry);
    }

    private void gauge(String name, String what, Supplier<Number> value) {
        Gauge.builder(name, value).description(what).register(registry);
    }

    /** A request was answered. */
    void answered(String method, String path, int status, Duration took) {
        timer(registry, method, path, status).record(took);
    }

    private static Timer timer(MeterRegistry registry, String method, String path, int status) {
        return Timer.builder("http.server.requests")
                .description("Requests by route, except streams of events")
                .tag("method", method)
                .tag("route", path)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** In Prometheus' text format. */
    String text() {
        return registry.scrape();
    }
}
