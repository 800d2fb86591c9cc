package mayday.journal;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a database wants done around the works of one transaction. Used once. */
interface Transaction {
    /** A transaction of a database that one process has for itself: it is over when its connection is. */
    Transaction PLAIN = new Transaction() {
        @Override
        public void began(Handle handle) {}

        @Override
        public void ends(Handle handle, List<Appended> appended) {}

        @Override
        public Fate fate() {
            return Fate.NOTHING_STORED;
        }
    };

    /** Before the first work. */
    void began(Handle handle) throws SQLException;

    /** After the last work, before the commit. */
    void ends(Handle handle, List<Appended> appended) throws SQLException;

    /** After a failure: what became of it. May take a while, and never throws. */
    Fate fate();

    /** What was added to a stream. */
    record Appended(StreamKey stream, long version) {}

    /** What became of a transaction. */
    enum Fate {
        STORED,
        NOTHING_STORED,
        UNKNOWN
    }
}
