package mayday.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import mayday.drill.Room;
import mayday.web.view.PublicStream;

/** What everybody who looks at one room sees, rendered once for all of them. Safe for use by several threads. */
final class SharedRoom implements Shelf.Shown {
    /** What grows old by itself, such as the map's colours, is looked at this often, in incident time. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** However many ask, the incident itself is not asked more often than this, unless something happened in it. */
    private static final Duration FRESH = Duration.ofMillis(900);

    private final Room room;
    private final KeptRooms kept;
    private final Regions regions;
    private final InstantSource wallClock;
    private final Room.Subscription subscription;
    private volatile boolean newsCame = true;
    private Instant askedAt = Instant.MIN;
    private Shown shown = new Shown(0, -1, Instant.MIN, "", Map.of());
    private Instant now = Instant.MIN;

    /**
     * A room as it was.
     *
     * @param edition differs from that of any other
     * @param version as learners see it
     * @param over how the incident ended; empty while it is open
     * @param regions markup by id
     */
    record Shown(long edition, long version, Instant at, String over, Map<String, String> regions) {}

    SharedRoom(Room room, KeptRooms kept, Regions regions, InstantSource wallClock) {
        this.room = room;
        this.kept = kept;
        this.regions = regions;
        this.wallClock = wallClock;
        this.subscription = room.subscribe(room.incident().version(), (_, _) -> hear());
    }

    /** Something happened in the room. It must not block: it is called by whoever made it happen. */
    private void hear() {
        newsCame = true;
    }

    /** The room as it is; the same object until something in it changes. */
    synchronized Shown current() {
        var at = wallClock.instant();
        if (!newsCame && !at.isBefore(askedAt) && at.isBefore(askedAt.plus(FRESH))) {
            return shown;
        }
        newsCame = false;
        askedAt = at;
        // On a live clock, looking makes happen what fell due.
        var version = PublicStream.version(room.incident());
        now = room.now();
        if (version != shown.version() || !now.isBefore(shown.at().plus(LOOK))) {
            var rendered = kept.of(room).rendered(room);
            var view = rendered.view();
            var over = view.incident().over() ? view.incident().status() : "";
            shown = new Shown(shown.edition() + 1, version, now, over, regions.of(rendered));
        }
        return shown;
    }

    /** Incident time when it was last asked. */
    synchronized Instant now() {
        return now;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
