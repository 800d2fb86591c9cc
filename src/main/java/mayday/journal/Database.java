package mayday.journal;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A database that holds the journal, with its tables as this version of Mayday wants them. */
interface Database extends AutoCloseable {
    /** For the one thread that writes; asked for once, when there is something to write. */
    Jdbi writing();

    /** For all who read; asked for once, when the first does. */
    Jdbi reading();

    /** Whether other processes write to it as well. */
    boolean isShared();

    /** What a failure means to the people who run it. */
    Trouble trouble(Throwable failure);

    /** What to do with works whose transaction failed, and is known not to have happened. */
    Again again(Throwable failure);

    /** Whether a query that failed may go well on another connection. */
    boolean isReadAgain(Throwable failure);

    /** A transaction that is about to begin. */
    Transaction transaction(List<StreamKey> streams);

    /** Tells {@code listener} of what is appended to streams of {@code kind}. */
    void listen(String kind, Journal.Listener listener);

    /** The key that cookies are signed with, made from {@code source} if there is none. */
    SigningKey signingKey(RandomBytes source) throws DataUnusable;

    @Override
    void close();

    /** Whether works are tried again. */
    enum Again {
        NOT,
        /** On another connection, all in one transaction. */
        TOGETHER,
        /** Each in a transaction of its own: one of them spoilt it for the others, or another process was faster. */
        EACH_ALONE
    }
}
