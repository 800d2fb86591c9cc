package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mayday.incident.IncidentId;
import mayday.studio.StillReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browsers and programs that listen to server-sent events. Each has a virtual thread of its own, so that a slow one holds up
 * nobody else, and one that takes nothing any more is dropped.
 */
final class Clients {
    /** A drill team of fifty, some with a second window. */
    static final int MOST_PER_INCIDENT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

    /** When the server ends, its clients come back after a second, in steps of 50 ms over another two. */
    private static final int COME_BACK_MILLIS = 1_000;

    /** One that does not read cannot be told. */
    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private static final int COME_BACK_STEPS = 40;
    private static final int COME_BACK_STEP_MILLIS = 50;

    /** An event that a client's machine has not taken after this will not be read: browsers read at once, or their line is dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How soon a facilitator's session that has ended is noticed, and a client that is stuck. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final AtomicInteger told = new AtomicInteger();
    private final Map<String, Integer> listening = new HashMap<>();
    private final Map<Thread, EventLine> lines = new ConcurrentHashMap<>();
    private final InstantSource wallClock;
    private final Duration patience;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stuck-clients").daemon().factory());

    Clients(InstantSource wallClock) {
        this(wallClock, PATIENCE);
    }

    /** @param patience how long a client may take nothing before it is dropped */
    Clients(InstantSource wallClock, Duration patience) {
        this.wallClock = wallClock;
        this.patience = patience;
    }

    /** From now on, until all streams are ended, clients that are stuck are dropped. */
    void watch() {
        var _ = looking.scheduleWithFixedDelay(
                this::dropStuck, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void dropStuck() {
        for (var line : lines.values()) {
            if (line.isStuck(patience)) {
                LOG.debug("A client took nothing for {} s and is dropped", patience.toSeconds());
                line.cut();
            }
        }
    }

    /** Sends to one client until it is gone. */
    interface Sender {
        void send(EventLine line) throws InterruptedException;
    }

    /** Whether a client may go on listening: a facilitator may not any more once their session has ended. */
    interface Stay {
        Stay ALWAYS = () -> true;

        boolean holds();
    }

    /** Answers a request with events of an incident, for as long as the caller may listen. */
    void listen(Context ctx, IncidentId incident, Stay stay, Sender sender) throws Exception {
        listen(ctx, incident.value(), MOST_PER_INCIDENT, stay, sender);
    }

    /**
     * Answers a request with events, for as long as the caller may listen.
     *
     * @param subject what they are about
     * @param most how many may listen to it at once
     */
    void listen(Context ctx, String subject, int most, Stay stay, Sender sender) throws Exception {
        var accept = ctx.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw new Failure(Failure.Problem.of(
                    "not-acceptable", 406, "Only events here", "Ask with the header Accept: text/event-stream."));
        }
        enter(subject, most);
        new SseHandler(client -> {
                    client.keepAlive();
                    client.onClose(() -> {});
                    var line = new EventLine(client, wallClock);
                    var serving =
                            Thread.ofVirtual().name("events-" + subject).start(() -> serve(line, subject, sender));
                    if (!stay.equals(Stay.ALWAYS)) {
                        Thread.ofVirtual().name("stay-" + subject).start(() -> watch(serving, stay));
                    }
                })
                .handle(ctx);
    }

    private static void watch(Thread serving, Stay stay) {
        try {
            while (!serving.join(LOOK)) {
                if (!stay.holds()) {
                    serving.interrupt();
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(EventLine line, String subject, Sender sender) {
        lines.put(Thread.currentThread(), line);
        try {
            sender.send(line);
        } catch (InterruptedException stopping) {
            // Not all at once.
            comeBack(line);
        } catch (StillReading starting) {
            LOG.debug("A client is told to come back when the scenarios are read");
            comeBack(line);
        } finally {
            lines.remove(Thread.currentThread());
            leave(subject);
            line.close();
        }
    }

    private void comeBack(EventLine line) {
        line.comeBack(COME_BACK_MILLIS + told.getAndIncrement() % COME_BACK_STEPS * COME_BACK_STEP_MILLIS);
    }

    /** How many listen. */
    int count() {
        return lines.size();
    }

    private synchronized void enter(String subject, int most) {
        var count = listening.getOrDefault(subject, 0);
        if (count >= most) {
            throw Failure.tooMany("At most " + most + " listen to one incident or drill at once.");
        }
        listening.put(subject, count + 1);
    }

    private synchronized void leave(String subject) {
        listening.computeIfPresent(subject, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Ends all streams, each with a last word. */
    void close() {
        looking.shutdown();
        var ending = List.copyOf(lines.keySet());
        ending.forEach(Thread::interrupt);
        for (var thread : ending) {
            try {
                thread.join(LAST_WORD);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The public version after which a client wants to hear: what it heard last, or what its page was made from. */
    static long since(Context ctx) {
        var last = ctx.header("Last-Event-ID");
        var asked = last == null ? ctx.queryParam("since") : last;
        return asked != null && asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : 0;
    }
}
