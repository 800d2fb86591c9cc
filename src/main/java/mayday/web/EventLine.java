package mayday.web;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to one client that listens to server-sent events. What is sent waits until the client's machine has room for it, so a client
 * that reads nothing holds up the thread that sends to it, and that thread alone. What is held for it meanwhile is limited: what the socket
 * takes ({@link Connections#SEND_BUFFER_BYTES}), the one event that is under way, and what its stream keeps in a queue with a limit of its own.
 */
final class EventLine {
    private static final Logger LOG = LoggerFactory.getLogger(EventLine.class);

    private final SseClient client;
    private final EndPoint socket;
    private final InstantSource wallClock;
    /** The end of time while nothing is under way. */
    private volatile Instant sendingSince = Instant.MAX;

    EventLine(SseClient client, InstantSource wallClock) {
        this.client = client;
        this.wallClock = wallClock;
        this.socket = ServletContextRequest.getServletContextRequest(
                        client.ctx().req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    boolean isOpen() {
        return !client.terminated();
    }

    void event(String type, Object data, String id) {
        send(() -> client.sendEvent(type, data, id));
    }

    void event(String type, Object data) {
        send(() -> client.sendEvent(type, data));
    }

    void comment(String text) {
        send(() -> client.sendComment(text));
    }

    /** Tells a browser to come back by itself after so long, and a program that it should. */
    void comeBack(int millis) {
        send(() -> {
            try {
                var response = client.ctx().res();
                response.getOutputStream()
                        .print("retry: " + millis + "\nevent: reconnect\ndata: {\"afterMillis\":" + millis + "}\n\n");
                response.flushBuffer();
            } catch (IOException e) {
                LOG.debug("A client was gone before it was told", e);
            }
        });
    }

    private void send(Runnable sending) {
        if (!isOpen()) {
            return;
        }
        sendingSince = wallClock.instant();
        try {
            sending.run();
        } finally {
            sendingSince = Instant.MAX;
        }
    }

    /** Whether something has been under way for longer than {@code patience}. Any thread may ask. */
    boolean isStuck(Duration patience) {
        return sendingSince.isBefore(wallClock.instant().minus(patience));
    }

    /** Ends it at once, whatever is under way: the thread that sends is told that the client is gone. */
    void cut() {
        socket.close(new TimeoutException("The client takes nothing"));
    }

    void close() {
        client.close();
    }
}
