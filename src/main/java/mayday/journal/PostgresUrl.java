package mayday.journal;

import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import mayday.journal.DataUnusable.Reason;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to connect to a PostgreSQL database.
 *
 * @param name host, port and database: what may be shown and logged
 * @param url may hold a password
 * @param given what the URL says
 */
record PostgresUrl(String name, String url, Properties given) {
    /** The driver's own log goes elsewhere than ours, and may quote the URL; what matters comes as an exception. Held, lest it be forgotten. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private static final String PREFIX = "jdbc:postgresql:";

    /** Seconds. A server that does not answer is not waited for longer, unless the URL says so. */
    private static final String CONNECT_TIMEOUT = "5";

    /** Seconds. No statement of ours takes as long; a connection that is silent for so long is given up. */
    private static final String SOCKET_TIMEOUT = "10";

    /**
     * What the server is told for each connection. A node that is cut off in the middle of a transaction must not hold up the others,
     * so the server ends its transaction; and a commit always waits for the disk.
     */
    private static final String SESSION = "-c idle_in_transaction_session_timeout=5s -c lock_timeout=6s"
            + " -c statement_timeout=8s -c synchronous_commit=on";

    /** Reads the URL; what is wrong with it is said without it, since it may hold a password. */
    static PostgresUrl of(Place.Server server) throws DataUnusable {
        var url = server.url();
        if (!url.startsWith(PREFIX)) {
            throw unusable("It must begin with " + PREFIX + "//, as in " + PREFIX
                    + "//HOST:5432/DATABASE?user=USER&password=PASSWORD.");
        }
        if (url.matches("[^?]*@.*")) {
            throw unusable(
                    "User and password go behind the database's name: ?user=USER&password=PASSWORD, not before an @.");
        }
        var given = Driver.parseURL(url, new Properties());
        if (given == null) {
            throw unusable(
                    "It is not a valid URL. Characters such as & and % in a password are written as %26 and %25.");
        }
        var name = given.getProperty("PGHOST", "localhost") + ":" + given.getProperty("PGPORT", "5432") + "/"
                + given.getProperty("PGDBNAME", "");
        return new PostgresUrl(name, url, given);
    }

    /** One more source of connections, since a pool sets time-outs of its own on the one that it gets. */
    PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        setUnlessGiven(source, PGProperty.CONNECT_TIMEOUT, CONNECT_TIMEOUT);
        setUnlessGiven(source, PGProperty.SOCKET_TIMEOUT, SOCKET_TIMEOUT);
        setUnlessGiven(source, PGProperty.TCP_KEEP_ALIVE, "true");
        setUnlessGiven(source, PGProperty.APPLICATION_NAME, "mayday");
        setUnlessGiven(source, PGProperty.REWRITE_BATCHED_INSERTS, "true");
        source.setOptions((SESSION + " " + given.getProperty(PGProperty.OPTIONS.getName(), "")).strip());
        return source;
    }

    private void setUnlessGiven(PGSimpleDataSource source, PGProperty property, String value) {
        if (given.getProperty(property.getName()) == null) {
            source.setProperty(property, value);
        }
    }

    /** Without what it is made of, which is nobody's business. */
    @Override
    public String toString() {
        return name;
    }

    private static DataUnusable unusable(String why) {
        return new DataUnusable(Reason.OTHER, Place.DATABASE_URL + " cannot be used. " + why);
    }
}
