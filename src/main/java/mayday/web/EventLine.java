package mayday.web;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to one client that listens to server-sent events. What is sent waits until the client's machine has room for it, so a client
 * that reads nothing holds up the thread that sends to it, and that thread alone. What is held for it meanwhile is limited: what the socket
 * takes ({@link Web#SEND_BUFFER_BYTES}), the one event that is under way, and what its stream keeps in a queue with a limit of its own.
 */
final class EventLine {
    private static final Logger LOG = LoggerFactory.getLogger(EventLine.class);
    private static final long NOTHING_UNDER_WAY = Long.MIN_VALUE;

    private final SseClient client;
    private final EndPoint socket;
    private final AtomicLong sendingSince = new AtomicLong(NOTHING_UNDER_WAY);

    EventLine(SseClient client) {
        this.client = client;
        this.socket = ServletContextRequest.getServletContextRequest(client.ctx().req())
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
        sendingSince.set(System.nanoTime());
        try {
            sending.run();
        } finally {
            sendingSince.set(NOTHING_UNDER_WAY);
        }
    }

    /** Whether something has been under way for longer than {@code patience}. Any thread may ask. */
    boolean isStuck(Duration patience) {
        var since = sendingSince.get();
        return since != NOTHING_UNDER_WAY && System.nanoTime() - since > patience.toNanos();
    }

    /** Ends it at once, whatever is under way: the thread that sends is told that the client is gone. */
    void cut() {
        socket.close(new TimeoutException("The client takes nothing"));
    }

    void close() {
        client.close();
    }
}
