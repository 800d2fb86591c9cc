package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.drill.Room;
import mayday.web.view.PublicStream;

/**
 * Keeps the page of a room up to date: each message is one region that changed, and a beat each second tells the browser that the
 * line is alive. Regions are whole, so a client that missed some misses nothing.
 */
final class PageStream {
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** What grows old by itself, such as the map's colours, is looked at this often. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Site site;
    private final Regions regions;
    private final Clients clients;

    PageStream(Site site, Regions regions, Clients clients) {
        this.site = site;
        this.regions = regions;
        this.clients = clients;
    }

    void open(Context ctx) throws Exception {
        var room = site.room(ctx);
        var since = Clients.since(ctx);
        clients.listen(ctx, room.id(), site.stay(ctx, room), client -> new Line(room, client).serve(since));
    }

    /** One browser. */
    private final class Line {
        private final Room room;
        private final SseClient client;
        private final Semaphore news = new Semaphore(0);
        private final Map<String, String> sent = new HashMap<>();
        private Instant lookedAt = Instant.EPOCH;

        Line(Room room, SseClient client) {
            this.room = room;
            this.client = client;
        }

        void serve(long since) throws InterruptedException {
            if (PublicStream.version(room.incident()) == since) {
                sent.putAll(regions.of(RoomPages.view(room)));
                lookedAt = room.now();
            }
            try (var _ = room.subscribe(room.incident().version(), (_, _) -> news.release())) {
                var version = since;
                while (!client.terminated()) {
                    // On a live clock, looking makes happen what fell due.
                    var incident = room.incident();
                    var current = PublicStream.version(incident);
                    if (current != version || !room.now().isBefore(lookedAt.plus(LOOK))) {
                        version = current;
                        lookedAt = room.now();
                        update(version);
                    }
                    client.sendEvent("beat", Long.toString(room.now().getEpochSecond()), Long.toString(version));
                    if (news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                }
            }
        }

        private void update(long version) {
            var view = RoomPages.view(room);
            if (view.incident().over()) {
                client.sendEvent("over", view.incident().status(), Long.toString(version));
            }
            regions.of(view).forEach((id, markup) -> {
                if (!markup.equals(sent.put(id, markup))) {
                    client.sendEvent("region", markup, Long.toString(version));
                }
            });
        }
    }
}
