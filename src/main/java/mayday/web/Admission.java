package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets a bounded number of requests be worked on at once, lets a bounded number wait a moment for it, and turns away the rest at once:
 * with more load than the machine can take, those who are let in are answered as fast as ever, and nobody waits for long to be told no.
 */
final class Admission {
    /** More at once only take the cores from each other; most of what is worked on waits for the disk. */
    static final int AT_WORK = 64;

    /** Together with those at work fewer than Jetty's 250 threads: some are always free to turn people away. */
    static final int WAITING = 128;

    /** Whoever has waited for so long would not wait for the answer either. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String ADMITTED = "mayday.admitted";

    private final Semaphore present;
    private final Semaphore working;
    private final Duration patience;
    private final LongAdder turnedAway = new LongAdder();

    Admission() {
        this(AT_WORK, WAITING, PATIENCE);
    }

    Admission(int atWork, int waiting, Duration patience) {
        this.present = new Semaphore(atWork + waiting);
        this.working = new Semaphore(atWork, true);
        this.patience = patience;
    }

    /** Before a request is handled. Streams wait elsewhere and have their own limits; what watches the server sees it under load as well. */
    void enter(Context ctx) throws InterruptedException {
        if (isFree(ctx.path())) {
            return;
        }
        if (!isAdmitted()) {
            turnedAway.increment();
            throw Failure.overloaded();
        }
        ctx.attribute(ADMITTED, true);
    }

    /** Whether there is not even a place to wait, and the path needs one; counts it. Nothing has to be given back. */
    boolean turnsAway(String path) {
        if (isFree(path) || present.availablePermits() > 0) {
            return false;
        }
        turnedAway.increment();
        return true;
    }

    /** Whether there was a place, perhaps after a moment; whoever has one gives it back by {@link #release}. */
    boolean isAdmitted() throws InterruptedException {
        if (!present.tryAcquire()) {
            return false;
        }
        var admitted = false;
        try {
            admitted = working.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            return admitted;
        } finally {
            if (!admitted) {
                present.release();
            }
        }
    }

    /** After a request was handled, however that went. */
    void leave(Context ctx) {
        if (ctx.attribute(ADMITTED) != null) {
            ctx.attribute(ADMITTED, null);
            release();
        }
    }

    void release() {
        working.release();
        present.release();
    }

    /** How many were turned away since the start. */
    long turnedAway() {
        return turnedAway.sum();
    }

    private static boolean isFree(String path) {
        return path.startsWith("/static/")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.endsWith("/events")
                || path.endsWith("/stream");
    }
}
