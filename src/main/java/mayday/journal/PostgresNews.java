package mayday.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears, on a connection of its own, which streams have grown. Notifications are not kept for who is away: after each new connection
 * listeners are told that they may have missed some.
 */
final class PostgresNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresNews.class);

    private static final int WAIT_MILLIS = 500;

    /** After so many waits in which nothing came, the server is asked for a sign of life. */
    private static final int QUIET_WAITS = 4;

    private static final int VALIDATION_SECONDS = 2;
    private static final int PAUSE_MILLIS = 250;

    private final PostgresUrl url;
    private final String channel;
    private final Map<String, List<Journal.Listener>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("journal-news").daemon().unstarted(this::run);

    PostgresNews(PostgresUrl url, String channel) {
        this.url = url;
        this.channel = channel;
    }

    synchronized void listen(String kind, Journal.Listener listener) {
        listeners.computeIfAbsent(kind, _ -> new CopyOnWriteArrayList<>()).add(listener);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void run() {
        var deaf = false;
        while (closed.getCount() > 0) {
            try (var connection = url.source().getConnection()) {
                listen(connection);
                if (deaf) {
                    LOG.info("What other nodes store is heard again");
                    deaf = false;
                }
                hear(connection);
            } catch (SQLException e) {
                if (!deaf && closed.getCount() > 0) {
                    LOG.warn(
                            "What other nodes store is not heard just now. {}",
                            PostgresTrouble.of(e, url.name()).words());
                }
                deaf = true;
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
        listeners.values().forEach(each -> each.forEach(listener -> tell(listener::missed)));
    }

    private void hear(Connection connection) throws SQLException {
        var hearing = connection.unwrap(PGConnection.class);
        var quiet = 0;
        while (closed.getCount() > 0) {
            var heard = hearing.getNotifications(WAIT_MILLIS);
            if (heard != null && heard.length > 0) {
                quiet = 0;
                for (var each : heard) {
                    tell(each.getParameter());
                }
            } else if (++quiet >= QUIET_WAITS) {
                quiet = 0;
                if (!connection.isValid(VALIDATION_SECONDS)) {
                    throw new SQLException("The server is silent.", "08006");
                }
            }
        }
    }

    /** @param payload kind, version and id, as {@link PostgresTransaction} writes them */
    private void tell(String payload) {
        var parts = payload.split(" ", 3);
        if (parts.length == 3 && parts[1].matches("[0-9]{1,18}")) {
            var version = Long.parseLong(parts[1]);
            listeners.getOrDefault(parts[0], List.of()).forEach(each -> tell(() -> each.appended(parts[2], version)));
        } else {
            LOG.warn("A notification of another kind of program came on channel {}", channel);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener of the journal failed", e);
        }
    }

    private void pause() {
        try {
            var _ = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Nobody but close() ends this thread, and it does so through the latch.
            LOG.debug("Interrupted");
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
