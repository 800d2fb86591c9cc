package mayday.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a room's subscribers what happened, in order and outside the room's lock.
 *
 * <p>Who holds the room's lock puts news into the outbox; after letting go of that lock, one thread at a time empties
 * the outbox. So a subscriber may call the room, and a slow one delays other subscribers but no command. The outbox
 * needs no limit of its own: an incident has at most {@link mayday.incident.Limits#EVENTS} events.
 */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final Queue<News> outbox = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    /** Of the thread whose turn it is. */
    private final List<Listener> listeners = new ArrayList<>();

    private final Set<Listener> open = ConcurrentHashMap.newKeySet();

    private sealed interface News {
        record Happened(List<Recorded> events, Incident after) implements News {}

        /** Somebody new, who has missed something. */
        record Joined(Listener listener, List<Recorded> missed, Incident after) implements News {}

        record Left(Listener listener) implements News {}
    }

    /** A subscriber that is told until it closes its subscription or is dropped. */
    private final class Listener implements Room.Subscription {
        private final Room.Subscriber subscriber;
        private volatile boolean closed = false;

        Listener(Room.Subscriber subscriber) {
            this.subscriber = subscriber;
        }

        private void end() {
            closed = true;
            open.remove(this);
        }

        @Override
        public void close() {
            end();
            outbox.add(new News.Left(this));
            tell();
        }
    }

    /** To be called under the room's lock, so that news are in the order of what happened. */
    void happened(List<Recorded> events, Incident after) {
        outbox.add(new News.Happened(events, after));
    }

    /** To be called under the room's lock, so that nothing is missed and nothing comes twice. */
    Room.Subscription joined(Room.Subscriber subscriber, List<Recorded> missed, Incident after) {
        var listener = new Listener(subscriber);
        open.add(listener);
        outbox.add(new News.Joined(listener, missed, after));
        return listener;
    }

    /** Whether somebody listens. */
    boolean isHeard() {
        return !open.isEmpty();
    }

    /**
     * Empties the outbox, unless another thread is at it, which then tells this news too. To be called without the
     * room's lock.
     */
    void tell() {
        // The holder looks into the outbox again after giving the turn back, so news that came meanwhile is not left
        // lying.
        while (!outbox.isEmpty() && !turn.isHeldByCurrentThread() && turn.tryLock()) {
            try {
                for (var news = outbox.poll(); news != null; news = outbox.poll()) {
                    tell(news);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private void tell(News news) {
        switch (news) {
            case News.Happened(var events, var after) ->
                List.copyOf(listeners).forEach(each -> tell(each, events, after));
            case News.Left(var listener) -> listeners.remove(listener);
            case News.Joined(var listener, var missed, var after) -> {
                if (listeners.size() == Room.MOST_SUBSCRIBERS) {
                    drop(listeners.getFirst());
                }
                listeners.add(listener);
                if (!missed.isEmpty()) {
                    tell(listener, missed, after);
                }
            }
        }
    }

    private void tell(Listener listener, List<Recorded> events, Incident after) {
        if (listener.closed) {
            return;
        }
        try {
            listener.subscriber.happened(events, after);
        } catch (RuntimeException e) {
            LOG.warn("A subscriber failed and is dropped", e);
            drop(listener);
        }
    }

    private void drop(Listener listener) {
        listener.end();
        listeners.remove(listener);
        try {
            listener.subscriber.dropped();
        } catch (RuntimeException e) {
            LOG.warn("A subscriber failed when it was dropped", e);
        }
    }
}
