package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mayday.incident.IncidentId;

/**
 * The browsers and programs that listen to server-sent events. Each has a virtual thread of its own, so that a slow one holds up
 * nobody else.
 */
final class Clients {
    /** A drill team of fifty, some with a second window. */
    static final int MOST_PER_INCIDENT = 100;

    private final Map<String, Integer> listening = new HashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Sends to one client until it is gone. */
    interface Sender {
        void send(SseClient client) throws InterruptedException;
    }

    /** Answers a request with events. */
    void listen(Context ctx, IncidentId incident, Sender sender) throws Exception {
        listen(ctx, incident.value(), MOST_PER_INCIDENT, sender);
    }

    /**
     * Answers a request with events.
     *
     * @param subject what they are about
     * @param most how many may listen to it at once
     */
    void listen(Context ctx, String subject, int most, Sender sender) throws Exception {
        var accept = ctx.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw new Failure(Failure.Problem.of(
                    "not-acceptable", 406, "Only events here", "Ask with the header Accept: text/event-stream."));
        }
        enter(subject, most);
        new SseHandler(client -> {
                    client.keepAlive();
                    client.onClose(() -> {});
                    Thread.ofVirtual().name("events-" + subject).start(() -> serve(client, subject, sender));
                })
                .handle(ctx);
    }

    private void serve(SseClient client, String subject, Sender sender) {
        threads.add(Thread.currentThread());
        try {
            sender.send(client);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            threads.remove(Thread.currentThread());
            leave(subject);
            client.close();
        }
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

    /** Ends all streams. */
    void close() {
        threads.forEach(Thread::interrupt);
    }

    /** The public version after which a client wants to hear: what it heard last, or what its page was made from. */
    static long since(Context ctx) {
        var last = ctx.header("Last-Event-ID");
        var asked = last == null ? ctx.queryParam("since") : last;
        return asked != null && asked.matches("[0-9]{1,9}") ? Long.parseLong(asked) : 0;
    }
}
