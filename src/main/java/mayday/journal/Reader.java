package mayday.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Asks the database, on the thread of whoever wants to know, and tries once more on another connection if one broke. Safe for use by
 * several threads: each query has a connection to itself. Once it is closed nothing is asked any more: a connection made late, by a debrief
 * that is still worked out, would find the file locked by somebody else, or make an empty one where it is gone.
 */
final class Reader {
    /** The end does not wait longer for queries under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final Supplier<Jdbi> jdbi;

    /** Held for reading by each query. */
    private final ReadWriteLock asking = new ReentrantReadWriteLock();

    private volatile boolean closed;

    Reader(Database database) {
        this.database = database;
        this.jdbi = new Late<>(database::reading);
    }

    /** What is asked of an open connection. May be asked again if that one broke. */
    interface Query<T> {
        T in(Handle handle);
    }

    /** @throws JournalUnavailable if there is no answer to be had */
    <T> T query(Query<T> query) {
        asking.readLock().lock();
        try {
            if (closed) {
                throw new JournalUnavailable("The journal is closed.");
            }
            return jdbi.get().withHandle(query::in);
        } catch (JdbiException e) {
            if (database.isReadAgain(e)) {
                return queryAgain(query);
            }
            throw unavailable(e);
        } finally {
            asking.readLock().unlock();
        }
    }

    /** Lets queries under way come to their end, and no other begin. */
    void close() {
        closed = true;
        try {
            if (asking.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                asking.writeLock().unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it can be read just now. */
    boolean isReachable() {
        try {
            return query(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one())
                    == 1;
        } catch (JournalUnavailable e) {
            return false;
        }
    }

    /** What breaks a connection, such as a restart of the database, may be over when the next one is made. */
    private <T> T queryAgain(Query<T> query) {
        try {
            return jdbi.get().withHandle(query::in);
        } catch (JdbiException e) {
            throw unavailable(e);
        }
    }

    private JournalUnavailable unavailable(JdbiException e) {
        var trouble = database.trouble(e);
        return trouble.reason() == DataUnusable.Reason.DAMAGED
                ? JournalUnavailable.damaged(trouble.words(), e)
                : new JournalUnavailable(trouble.words(), e);
    }
}
