package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillId;

/** Keeps consoles up to date: as {@link PageStream} does for rooms, whole regions and a beat each second. */
final class ConsoleStream {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final DrillDesk desk;
    private final Clients clients;
    private final Site site;
    private final InstantSource wallClock;
    private final Shelf<DrillId, Console> shelf = new Shelf<>();

    ConsoleStream(DrillDesk desk, Site site, Clients clients, InstantSource wallClock) {
        this.desk = desk;
        this.clients = clients;
        this.site = site;
        this.wallClock = wallClock;
    }

    void open(Context ctx) throws Exception {
        var visit = desk.led(ctx);
        var drill = visit.room();
        clients.listen(ctx, "console-" + drill.id(), Clients.MOST_PER_INCIDENT, desk.stay(ctx, visit), line -> {
            var console = shelf.enter(drill.id(), () -> new Console(site, drill, wallClock));
            try {
                serve(drill, console, line);
            } finally {
                shelf.leave(drill.id());
            }
        });
    }

    private static void serve(DrillRoom drill, Console console, EventLine line) throws InterruptedException {
        var news = new Semaphore(0);
        var sent = Map.<String, String>of();
        var edition = 0L;
        try (var _ = drill.subscribe(news::release)) {
            while (line.isOpen()) {
                var shown = console.current();
                if (shown.edition() != edition) {
                    edition = shown.edition();
                    send(line, shown, sent);
                    sent = shown.regions();
                }
                line.event("beat", Long.toString(shown.now()));
                if (news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        }
    }

    private static void send(EventLine line, Console.Shown shown, Map<String, String> sent) {
        shown.regions().forEach((id, markup) -> {
            if (!markup.equals(sent.get(id))) {
                line.event("region", markup);
            }
        });
    }
}
