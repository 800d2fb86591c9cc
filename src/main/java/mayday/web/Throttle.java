package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Allows so many tries a minute for each key, counted from the key's first. Safe for use by several threads. */
final class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Beyond this the key that was first counted is forgotten: memory stays bounded whoever asks. */
    private static final int MOST_KEYS = 10_000;

    private final int most;
    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Count(Instant since, int tries) {}

    Throttle(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts a try; whether it is still within what is allowed. */
    synchronized boolean allows(String key) {
        var now = clock.instant();
        var before = counts.get(key);
        var count = before == null || isOver(before, now)
                ? new Count(now, 1)
                : new Count(before.since(), before.tries() + 1);
        counts.put(key, count);
        return count.tries() <= most;
    }

    /** How long until a try is allowed again; zero if it is now. */
    synchronized Duration wait(String key) {
        var before = counts.get(key);
        return before == null || wouldAllow(key)
                ? Duration.ZERO
                : Duration.between(clock.instant(), before.since().plus(WINDOW));
    }

    /** Whether a try would be allowed, without counting one. */
    synchronized boolean wouldAllow(String key) {
        var before = counts.get(key);
        return before == null || before.tries() < most || isOver(before, clock.instant());
    }

    /** Also when it would begin later than now: the machine's clock was set back, and nobody waits until it has caught up. */
    private static boolean isOver(Count count, Instant now) {
        return now.isBefore(count.since()) || !now.isBefore(count.since().plus(WINDOW));
    }
}
