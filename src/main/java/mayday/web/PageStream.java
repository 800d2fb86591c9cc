package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.drill.Room;
import mayday.incident.IncidentId;

/**
 * Keeps the page of a room up to date: each message is one region that changed, and a beat each second tells the browser that the
 * line is alive. Regions are whole, so a client that missed some misses nothing.
 */
final class PageStream {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Site site;
    private final Regions regions;
    private final InstantSource wallClock;
    private final Shelf<IncidentId, SharedRoom> shelf = new Shelf<>();
    private final Clients clients;
    private final TeamStrips strips;

    PageStream(Site site, Regions regions, Clients clients, TeamStrips strips, InstantSource wallClock) {
        this.strips = strips;
        this.site = site;
        this.regions = regions;
        this.wallClock = wallClock;
        this.clients = clients;
    }

    void open(Context ctx) throws Exception {
        var room = site.room(ctx);
        var since = Clients.since(ctx);
        clients.listen(ctx, room.id(), site.stay(ctx, room), line -> {
            var shared = enter(room);
            try {
                new Line(room, shared, line).serve(since);
            } finally {
                shelf.leave(room.id());
            }
        });
    }

    private SharedRoom enter(Room room) {
        return shelf.enter(room.id(), () -> new SharedRoom(room, site.kept, regions, wallClock));
    }

    /**
     * What changed since a version, for a browser that has no connection to spare: all of the room's regions or none of them, and always
     * those of the team, which change without the room.
     */
    void changes(Context ctx) {
        var room = site.room(ctx);
        var shared = enter(room);
        try {
            var shown = shared.current();
            ctx.header("Mayday-Version", Long.toString(shown.version()));
            ctx.header("Mayday-Now", Long.toString(shared.now().getEpochSecond()));
            if (!shown.over().isEmpty()) {
                ctx.header("Mayday-Over", shown.over());
            }
            var changed = new ArrayList<>(strips.regions(room));
            if (shown.version() != Clients.since(ctx)) {
                changed.addAll(shown.regions().values());
            }
            if (changed.isEmpty()) {
                ctx.status(HttpStatus.NO_CONTENT);
            } else {
                ctx.html(String.join("\n", changed));
            }
        } finally {
            shelf.leave(room.id());
        }
    }

    /** One browser. */
    private final class Line {
        private final Room room;
        private final SharedRoom shared;
        private final EventLine line;
        private final Semaphore news = new Semaphore(0);
        private Map<String, String> sent = Map.of();
        private Map<String, String> sentOfTeam = Map.of();
        private long edition = 0;
        private long version = 0;

        Line(Room room, SharedRoom shared, EventLine line) {
            this.room = room;
            this.shared = shared;
            this.line = line;
        }

        void serve(long since) throws InterruptedException {
            version = since;
            var shown = shared.current();
            if (shown.version() == since) {
                sent = shown.regions();
                edition = shown.edition();
            }
            // The shared room hears of what happened first: it subscribed first.
            var team = strips.enter(room, news::release);
            try (var _ = room.subscribe(room.incident().version(), (_, _) -> news.release())) {
                while (line.isOpen()) {
                    send(shared.current());
                    team.ifPresent(window -> sendOfTeam(window.regions()));
                    line.event("beat", Long.toString(shared.now().getEpochSecond()), Long.toString(version));
                    if (news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                }
            } finally {
                team.ifPresent(TeamStrips.Window::close);
            }
        }

        private void sendOfTeam(Map<String, String> regions) {
            regions.forEach((id, markup) -> {
                if (!markup.equals(sentOfTeam.get(id))) {
                    line.event("region", markup, Long.toString(version));
                }
            });
            sentOfTeam = regions;
        }

        private void send(SharedRoom.Shown shown) {
            if (shown.edition() == edition) {
                return;
            }
            edition = shown.edition();
            version = shown.version();
            if (!shown.over().isEmpty()) {
                line.event("over", shown.over(), Long.toString(version));
            }
            shown.regions().forEach((id, markup) -> {
                if (!markup.equals(sent.get(id))) {
                    line.event("region", markup, Long.toString(version));
                }
            });
            sent = shown.regions();
        }
    }
}
