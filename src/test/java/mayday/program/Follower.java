package mayday.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Follows a stream of server-sent events as a browser does: when it breaks off, it comes back by itself with the id of what it heard last,
 * to whatever address its server has by then.
 */
final class Follower implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int COME_BACK_MILLIS = 100;

    private final Supplier<ApiClient> client;
    private final String path;
    private final List<Heard> heard = new ArrayList<>();
    private final Thread thread;
    private String type = "";
    private String id = "";
    private String data = "";
    private int connections = 0;

    /** An event as it came. */
    record Heard(String type, long id, String data) {}

    Follower(Supplier<ApiClient> client, String path) {
        this.client = client;
        this.path = path;
        this.thread = Thread.ofVirtual().name("follower").start(this::follow);
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                connect();
                var _ = new CountDownLatch(1).await(COME_BACK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        try (var lines = client.get().events(path, last())) {
            begun();
            lines.forEach(this::line);
        } catch (IOException | UncheckedIOException gone) {
            // It is tried again in a moment.
        }
    }

    private synchronized String last() {
        return heard.isEmpty() ? "" : Long.toString(heard.getLast().id());
    }

    private synchronized void begun() {
        connections++;
        type = "";
        id = "";
        data = "";
    }

    private synchronized void line(String line) {
        if (line.isEmpty() && !type.isEmpty() && !id.isEmpty()) {
            heard.add(new Heard(type, Long.parseLong(id), data));
            type = "";
            notifyAll();
        } else if (line.startsWith("event:")) {
            type = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring("data:".length()).strip();
        }
    }

    /** The first event of which {@code wanted} is true, as soon as it came. */
    synchronized Heard await(String what, Predicate<Heard> wanted) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            var found = heard.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
        }
        throw new AssertionError(what + " did not come; " + heard.size() + " other events did");
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** How often it came: once, and once more for each time that it came back. */
    synchronized int connections() {
        return connections;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
