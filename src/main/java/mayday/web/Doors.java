package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets moves in until the server is told to stop: then those inside finish, and whoever comes later is told to come again. */
final class Doors {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String INSIDE = "mayday.inside";

    /** By then a load balancer sends them elsewhere, or this server is back. */
    private static final String SECONDS_TO_WAIT = "2";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int inside = 0;
    private volatile boolean closing = false;

    /** Before a request is handled. */
    void enter(Context ctx) {
        if (READING.contains(ctx.method().name())) {
            return;
        }
        lock.lock();
        try {
            if (closing) {
                ctx.header("Retry-After", SECONDS_TO_WAIT);
                throw Failure.stopping();
            }
            inside++;
            ctx.attribute(INSIDE, true);
        } finally {
            lock.unlock();
        }
    }

    /** After a request was handled, however that went. */
    void leave(Context ctx) {
        if (ctx.attribute(INSIDE) == null) {
            return;
        }
        ctx.attribute(INSIDE, null);
        lock.lock();
        try {
            inside--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean areClosing() {
        return closing;
    }

    /** Lets nobody in any more, and waits until all have left, at most {@code most}; whether they have. */
    boolean close(Duration most) {
        lock.lock();
        try {
            closing = true;
            var rest = most.toNanos();
            while (inside > 0 && rest > 0) {
                rest = left.awaitNanos(rest);
            }
            return inside == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** How many moves are being made. */
    int inside() {
        lock.lock();
        try {
            return inside;
        } finally {
            lock.unlock();
        }
    }
}
