package mayday.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Callers wait until what they gave is on the disk; whatever has gathered while the disk
 * was busy goes into the next transaction together, so that one wait for the disk serves many callers.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** Keeps a transaction, and with it everybody's wait, short. */
    static final int MOST_IN_A_TRANSACTION = 256;

    /** How often a work is tried before it is given up; between nodes that want the same rows, one wins each time. */
    private static final int MOST_ATTEMPTS = 4;

    private static final Append STOPPING = new Append.StoreFailure("The server is stopping.");

    private final Supplier<Jdbi> jdbi;
    private final Database database;
    private final InstantSource wallClock;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(Journal.MOST_WAITING);
    private final AtomicLong transactions = new AtomicLong();
    private final LongAdder stored = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("journal").unstarted(this::run);
    private boolean accepting = true;
    /** Of the writing thread alone. */
    private boolean ending = false;
    /** What comes before the queue. Of the writing thread alone. */
    private final Deque<Batch> again = new ArrayDeque<>();

    /** What the thread is to do next. */
    private sealed interface Item {
        /** What to do within a transaction, and whom to tell. */
        record Waiting(StreamKey stream, Work work, CompletableFuture<Append> outcome) implements Item {}

        record End() implements Item {}
    }

    /** What goes into one transaction, at the how-manieth attempt. */
    private record Batch(List<Item.Waiting> items, int attempt) {
        void complete(Append outcome) {
            items.forEach(waiting -> waiting.outcome().complete(outcome));
        }
    }

    /** Adds rows, or finds that it must not. May be done again if its transaction did not happen. */
    interface Work {
        Append in(Handle handle);
    }

    /**
     * @param jdbi asked when there is something to write
     * @param wallClock tells how long appends take, no more
     */
    Writer(Supplier<Jdbi> jdbi, Database database, InstantSource wallClock) {
        this.wallClock = wallClock;
        this.jdbi = new Late<>(jdbi);
        this.database = database;
    }

    void start() {
        thread.start();
    }

    /**
     * Does {@code work} in a transaction and returns when it is durable, or refused.
     *
     * @param stream no other node works on it meanwhile; who listens to it is told if something was appended
     */
    Append write(StreamKey stream, Work work) {
        var waiting = new Item.Waiting(stream, work, new CompletableFuture<>());
        synchronized (this) {
            if (!accepting) {
                return STOPPING;
            }
            if (!queue.offer(waiting)) {
                failed.increment();
                return new Append.Busy();
            }
        }
        var begun = wallClock.instant();
        var outcome = waiting.outcome().join();
        count(outcome, Duration.between(begun, wallClock.instant()));
        return outcome;
    }

    private void count(Append outcome, Duration took) {
        switch (outcome) {
            case Append.Appended _ -> {
                stored.increment();
                nanos.add(took.toNanos());
            }
            case Append.VersionConflict _ -> conflicts.increment();
            case Append.Busy _, Append.StoreFailure _, Append.Unknown _ -> failed.increment();
        }
    }

    Journal.Load load() {
        return new Journal.Load(
                stored.sum(),
                Duration.ofNanos(nanos.sum()),
                conflicts.sum(),
                failed.sum(),
                transactions.get(),
                queue.size());
    }

    /** How many transactions were committed. */
    long transactions() {
        return transactions.get();
    }

    /** How many appends wait for the next transaction. */
    int waiting() {
        return queue.size();
    }

    private void run() {
        try {
            while (!ending || !again.isEmpty()) {
                writeUntilTrouble();
            }
        } finally {
            // An Error would end this thread early: nobody may wait for it for ever.
            refuseWhatIsLeft();
        }
    }

    /** A failure may have spoilt the connection, so what comes after one gets another. */
    private void writeUntilTrouble() {
        var batch = nextBatch();
        Handle handle;
        try {
            handle = jdbi.get().open();
        } catch (JdbiException e) {
            fail(batch, e);
            return;
        }
        while (commit(handle, batch) && !ending) {
            batch = nextBatch();
        }
        try {
            handle.close();
        } catch (JdbiException e) {
            // Everybody knows how their transaction went; this connection is not used again.
            LOG.debug("A connection would not close", e);
        }
    }

    private synchronized void refuseWhatIsLeft() {
        accepting = false;
        again.forEach(batch -> batch.complete(STOPPING));
        for (var item : queue) {
            if (item instanceof Item.Waiting waiting) {
                waiting.outcome().complete(STOPPING);
            }
        }
        queue.clear();
    }

    /** What waits, at most a transaction's worth; empty only at the end. */
    private Batch nextBatch() {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        var items = new ArrayList<Item>();
        items.add(takeOne());
        queue.drainTo(items, MOST_IN_A_TRANSACTION - 1);
        var batch = new ArrayList<Item.Waiting>();
        for (var item : items) {
            switch (item) {
                case Item.Waiting waiting -> batch.add(waiting);
                case Item.End _ -> ending = true;
            }
        }
        // All of them wait, so none was first. Nodes that want several rows ask for them in the same order: none waits
        // for another.
        batch.sort(Comparator.comparing(Item.Waiting::stream));
        return new Batch(batch, 1);
    }

    private Item takeOne() {
        try {
            return queue.take();
        } catch (InterruptedException _) {
            // Nobody but close() ends this thread, and it does so through the queue.
            return takeOne();
        }
    }

    /** Whether the connection is still good; everybody in the batch knows how it went, or is tried again. */
    private boolean commit(Handle handle, Batch batch) {
        var items = batch.items();
        if (items.isEmpty()) {
            return true;
        }
        var outcomes = new ArrayList<Append>();
        var transaction =
                database.transaction(items.stream().map(Item.Waiting::stream).toList());
        try {
            handle.useTransaction(open -> {
                transaction.began(open);
                items.forEach(waiting -> outcomes.add(waiting.work().in(open)));
                transaction.ends(open, appended(items, outcomes));
            });
            stored(items, outcomes);
            return true;
        } catch (RuntimeException | SQLException e) {
            switch (transaction.fate()) {
                case STORED -> stored(items, outcomes);
                case NOTHING_STORED -> tryAgain(batch, e);
                case UNKNOWN -> unknown(batch, e);
            }
            return false;
        } catch (Error e) {
            // This thread ends; nobody is left waiting for ever.
            batch.complete(new Append.StoreFailure("The server failed."));
            throw e;
        }
    }

    private void stored(List<Item.Waiting> items, List<Append> outcomes) {
        transactions.incrementAndGet();
        for (var i = 0; i < items.size(); i++) {
            items.get(i).outcome().complete(outcomes.get(i));
        }
    }

    private static List<Transaction.Appended> appended(List<Item.Waiting> items, List<Append> outcomes) {
        var appended = new ArrayList<Transaction.Appended>();
        for (var i = 0; i < items.size(); i++) {
            if (outcomes.get(i) instanceof Append.Appended(var version)) {
                appended.add(new Transaction.Appended(items.get(i).stream(), version));
            }
        }
        return appended;
    }

    private void tryAgain(Batch batch, Exception failure) {
        var next = batch.attempt() + 1;
        var how = next > MOST_ATTEMPTS ? Database.Again.NOT : database.again(failure);
        switch (how) {
            case NOT -> fail(batch, failure);
            case TOGETHER -> again.addLast(new Batch(batch.items(), next));
            case EACH_ALONE -> batch.items().forEach(item -> again.addLast(new Batch(List.of(item), next)));
        }
    }

    private void fail(Batch batch, Exception failure) {
        var trouble = database.trouble(failure);
        LOG.error("{} appends were not stored. {}", batch.items().size(), trouble.words());
        if (trouble.reason() == DataUnusable.Reason.OTHER) {
            LOG.error("What failed:", failure);
        }
        batch.complete(new Append.StoreFailure(trouble.words()));
    }

    private void unknown(Batch batch, Exception failure) {
        var trouble = database.trouble(failure);
        LOG.error(
                "It is not known whether {} appends were stored. {}",
                batch.items().size(),
                trouble.words());
        batch.complete(new Append.Unknown(trouble.words()));
    }

    /** Writes what waits already, then ends; what comes later is refused. */
    @Override
    public void close() {
        synchronized (this) {
            accepting = false;
        }
        try {
            // Waits for room if need be: the thread is emptying the queue.
            queue.put(new Item.End());
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
