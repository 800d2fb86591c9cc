package mayday.journal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** The one PostgreSQL of all tests of a JVM, started when the first of them wants it; each gets a schema of its own. */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    /** Started once; ends with the JVM. */
    private static final class Started {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class.getPackageName())).setLevel(Level.WARN);
            try {
                // What tests write need not survive: they want to be fast.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty schema, as if it were a database. */
    public static Place.Server fresh() {
        var schema = "test_" + SCHEMAS.incrementAndGet();
        execute("create schema " + schema);
        return new Place.Server(Started.SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
    }

    /** An empty database, for what looks at a whole one. */
    static Place.Server freshDatabase() {
        var name = "test_" + SCHEMAS.incrementAndGet();
        execute("create database " + name);
        return new Place.Server(Started.SERVER.getJdbcUrl("postgres", name));
    }

    static int port() {
        return Started.SERVER.getPort();
    }

    static void execute(String sql) {
        try (var connection = Started.SERVER.getPostgresDatabase().getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
