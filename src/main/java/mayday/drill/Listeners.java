package mayday.drill;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear that a drill changed. Safe for use by several threads. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Set<Listener> open = new LinkedHashSet<>();

    private final class Listener implements Room.Subscription {
        private final Runnable news;

        Listener(Runnable news) {
            this.news = news;
        }

        @Override
        public void close() {
            remove(this);
        }
    }

    synchronized Room.Subscription add(Runnable news) {
        if (open.size() >= DrillRoom.MOST_SUBSCRIBERS) {
            open.remove(open.iterator().next());
        }
        var listener = new Listener(news);
        open.add(listener);
        return listener;
    }

    private synchronized void remove(Listener listener) {
        open.remove(listener);
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    private synchronized List<Listener> all() {
        return List.copyOf(open);
    }

    void tell() {
        for (var listener : all()) {
            try {
                listener.news.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener failed and is dropped", e);
                remove(listener);
            }
        }
    }
}
