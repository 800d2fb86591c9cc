package mayday.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final Append STOPPING = new Append.StoreFailure("The server is stopping.");

    private final Jdbi jdbi;
    private final Path file;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(Journal.MOST_WAITING);
    private final AtomicLong transactions = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("journal").unstarted(this::run);
    private boolean accepting = true;
    /** Of the writing thread alone. */
    private boolean ending = false;

    /** What the thread is to do next. */
    private sealed interface Item {
        /** What to do within a transaction, and whom to tell. */
        record Waiting(Work work, CompletableFuture<Append> outcome) implements Item {}

        record End() implements Item {}
    }

    /** Adds rows, or finds that it must not. */
    interface Work {
        Append in(Handle handle);
    }

    Writer(Jdbi jdbi, Path file) {
        this.jdbi = jdbi;
        this.file = file;
    }

    void start() {
        thread.start();
    }

    /** Does {@code work} in a transaction and returns when it is durable, or refused. */
    Append write(Work work) {
        var waiting = new Item.Waiting(work, new CompletableFuture<>());
        synchronized (this) {
            if (!accepting) {
                return STOPPING;
            }
            if (!queue.offer(waiting)) {
                return new Append.Busy();
            }
        }
        return waiting.outcome().join();
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
            while (!ending) {
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
            handle = jdbi.open();
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
        for (var item : queue) {
            if (item instanceof Item.Waiting waiting) {
                waiting.outcome().complete(STOPPING);
            }
        }
        queue.clear();
    }

    /** What waits, at most a transaction's worth; empty only at the end. */
    private List<Item.Waiting> nextBatch() {
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
        return batch;
    }

    private Item takeOne() {
        try {
            return queue.take();
        } catch (InterruptedException _) {
            // Nobody but close() ends this thread, and it does so through the queue.
            return takeOne();
        }
    }

    /** Whether the transaction went well; everybody in it knows how it went. */
    private boolean commit(Handle handle, List<Item.Waiting> batch) {
        try {
            if (batch.isEmpty()) {
                return true;
            }
            var outcomes = handle.inTransaction(open ->
                    batch.stream().map(waiting -> waiting.work().in(open)).toList());
            transactions.incrementAndGet();
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
            return true;
        } catch (RuntimeException e) {
            fail(batch, e);
            return false;
        } finally {
            // Does nothing to those that know already; after an Error nobody is left waiting for ever.
            batch.forEach(waiting -> waiting.outcome().complete(new Append.StoreFailure("The server failed.")));
        }
    }

    private void fail(List<Item.Waiting> batch, RuntimeException failure) {
        var trouble = Trouble.of(failure, file);
        LOG.error("{} appends were not stored. {}", batch.size(), trouble.words());
        if (trouble.reason() == DataUnusable.Reason.OTHER) {
            LOG.error("What failed:", failure);
        }
        batch.forEach(waiting -> waiting.outcome().complete(new Append.StoreFailure(trouble.words())));
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
