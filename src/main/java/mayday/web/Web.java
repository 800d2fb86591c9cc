package mayday.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mayday's web server: pages, JSON API and server-sent events. */
public final class Web implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Web.class);

    /** No form and no call of ours needs more. */
    static final int MOST_BODY_BYTES = 64 * 1024;

    private static final long STOPPING_MILLIS = 5_000;

    /** How long moves that are under way may take to finish when the server stops; a question takes the longest. */
    private static final Duration FINISHING = Duration.ofSeconds(10);

    private final Clients clients;
    final Admission admission = new Admission();
    private final Doors doors;
    private final Catalogue catalogue;
    private final Supplier<Premises> premises;
    private final Metrics metrics;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Javalin server;

    /**
     * Builds the server; {@link #start} makes it listen.
     *
     * @param premises asked for with each request, not before: they may still be opened while this is built
     * @param randomness for seeds, learners' ids and sessions; must be unguessable
     * @param behindProxy whether all requests come through a proxy, which says in {@code X-Forwarded-For} whose they are
     * @param metricsToken who shows it gets figures at {@code /metrics}; empty: nobody
     */
    public Web(
            Supplier<Premises> premises,
            RandomGenerator randomness,
            InstantSource wallClock,
            boolean behindProxy,
            String metricsToken) {
        this(premises, randomness, wallClock, behindProxy, metricsToken, new Clients(wallClock));
    }

    Web(
            Supplier<Premises> premises,
            RandomGenerator randomness,
            InstantSource wallClock,
            boolean behindProxy,
            String metricsToken,
            Clients clients) {
        this.clients = clients;
        this.premises = premises;
        this.metrics = new Metrics(metricsToken);
        var site = new Site(premises, randomness, wallClock, behindProxy);
        this.doors = site.doors;
        this.catalogue = new Catalogue(site);
        this.server = Javalin.create(config -> configure(config, site, wallClock));
    }

    private void configure(JavalinConfig config, Site site, InstantSource wallClock) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        compress(config);
        config.http.maxRequestSize = MOST_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxTotalRequestSize(StudioRecordings.MOST_BYTES, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(StudioBody.MOST_BYTES, SizeUnit.BYTES);
        config.jetty.modifyServer(jetty -> jetty.setStopTimeout(STOPPING_MILLIS));
        config.jetty.modifyServer(jetty -> Connections.prepare(jetty, wallClock, admission));
        config.jetty.modifyHttpConfiguration(Connections::configure);
        config.jsonMapper(new LateJson());
        config.routes.before(Guard::headers);
        config.routes.before(admission::enter);
        config.routes.after(admission::leave);
        config.routes.before(doors::enter);
        config.routes.after(doors::leave);
        config.routes.after(Guard::comeAgain);
        config.routes.after(_ -> answered.countDown());
        metrics.register(config);
        config.routes.before(Guard::sameOrigin);
        config.routes.before(Guard::alphabet);
        config.routes.before(Guard::size);
        new StaticFiles().register(config);
        new Errors(site).register(config.routes);
        var routes = new Routes(site, clients, wallClock);
        routes.inOrder().forEach(route -> add(config, route));
    }

    /**
     * Texts go out by gzip; streams of events do not, for an event would wait in the block that is being filled. Guessing a secret by
     * the size of compressed answers (BREACH) needs an answer that holds a secret beside words that another site chose. Cookies are
     * {@code SameSite}, so another site gets such an answer by opening the page at most, and no page that repeats words of its address
     * (searches, the name of a node) holds more than ids, which open nothing by themselves. The one page with a token repeats it to who
     * has it in the address already.
     */
    private static void compress(JavalinConfig config) {
        var gzip = new CompressionStrategy(null, new Gzip());
        var never = new ArrayList<>(gzip.getExcludedMimeTypes());
        never.addAll(List.of("text/event-stream", "font/"));
        gzip.setExcludedMimeTypes(never);
        config.http.compressionStrategy = gzip;
    }

    private static void add(JavalinConfig config, Routes.Route route) {
        config.routes.addEndpoint(new Endpoint(route.method(), route.path(), route.handler()));
    }

    /**
     * Makes the first page once, for nobody. What it takes is loaded then: whoever starts the server may let this be done beside, so that
     * the first caller need not wait for it.
     */
    public void rehearse() {
        try {
            catalogue.rehearse();
        } catch (RuntimeException failure) {
            LOG.debug("The first page was not rehearsed", failure);
        }
    }

    /** Listens; a port of 0 takes any free one. */
    public void start(String host, int port) {
        server.start(host, port);
        clients.watch();
        metrics.load(new Meters.Sources(
                () -> premises.get().rooms().load(), clients::count, doors::inside, admission::turnedAway));
    }

    /** Returns when somebody has been answered, or after {@code most}: whoever has other work for all cores lets the first caller go first. */
    public void awaitFirstAnswer(Duration most) throws InterruptedException {
        var _ = answered.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Moves that are under way finish, streams are told to come back, then the server ends. */
    @Override
    public void close() {
        if (!doors.close(FINISHING)) {
            LOG.warn("Moves are still being made after {} s; their answers are lost", FINISHING.toSeconds());
        }
        clients.close();
        stop();
    }

    /** What is busy beyond its time is cut off by Jetty, which then throws although it has stopped. */
    private void stop() {
        try {
            server.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            LOG.warn("Connections that were still busy after {} s were cut", STOPPING_MILLIS / 1_000);
        }
    }
}
