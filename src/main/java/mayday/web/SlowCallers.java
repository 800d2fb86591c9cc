package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Connection;

/**
 * Notices who sends a request so slowly that it is meant to hold a connection: a byte now and then keeps Jetty's idle timeout from ever
 * ending it. A request has so long from its first byte to the end of its head, and of its body; a stream, to whose request nothing is
 * added any more, may last.
 */
final class SlowCallers {
    static final Duration LONGEST_HEAD = Duration.ofSeconds(15);

    /** A studio's text or archive, 4 MiB, at half a megabit a second; recordings, 64 MiB, at eight. */
    static final Duration LONGEST_BODY = Duration.ofSeconds(64);

    /** Connections as they were at the last look. */
    private Map<Connection, Seen> seen = new HashMap<>();

    /**
     * A connection at a look.
     *
     * @param request the number of the request that is being received or answered, or comes next
     * @param atRest bytes that had come before any of that request
     * @param bytes that have come
     * @param since when the first byte of that request was seen; until then, when it was looked last
     */
    private record Seen(long request, long atRest, long bytes, Instant since) {
        Seen after(long more, Instant now) {
            return new Seen(request, atRest, more, bytes == atRest ? now : since);
        }
    }

    /** Looks at the open connections once more; those that should be closed. */
    List<Connection> look(Collection<Connection> open, Instant now) {
        var then = seen;
        seen = new HashMap<>();
        var slow = new ArrayList<Connection>();
        for (var connection : open) {
            var received = connection.getMessagesIn();
            var isHead = received == connection.getMessagesOut();
            var request = isHead ? received + 1 : received;
            var bytes = connection.getBytesIn();
            var before = then.getOrDefault(connection, new Seen(1, 0, 0, now));
            var is = before.request() == request ? before.after(bytes, now) : new Seen(request, bytes, bytes, now);
            seen.put(connection, is);
            var limit = isHead ? LONGEST_HEAD : LONGEST_BODY;
            if (bytes != before.bytes() && now.isAfter(is.since().plus(limit))) {
                slow.add(connection);
            }
        }
        return slow;
    }
}
