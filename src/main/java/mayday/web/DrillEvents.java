package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.drill.DrillRoom;
import mayday.web.view.PublicDrillEvent;

/**
 * The public events of a drill as they happen, for programs. The id of each counts public events alone; whoever comes back with
 * {@code Last-Event-ID} misses nothing.
 */
final class DrillEvents {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_A_HEARTBEAT = 10;

    private final DrillDesk desk;
    private final Clients clients;

    DrillEvents(DrillDesk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
    }

    void open(Context ctx) throws Exception {
        var visit = desk.visit(ctx);
        var room = visit.room();
        var since = Clients.since(ctx);
        clients.listen(
                ctx,
                "drill-" + room.id(),
                DrillRoom.MOST_SUBSCRIBERS,
                desk.stay(ctx, visit),
                line -> serve(line, room, since));
    }

    private static void serve(EventLine line, DrillRoom room, long since) throws InterruptedException {
        var news = new Semaphore(0);
        try (var _ = room.subscribe(news::release)) {
            line.comment("listening");
            var number = since;
            var version = -1L;
            var quiet = 0;
            while (line.isOpen()) {
                var drill = room.drill();
                if (drill.version() != version) {
                    version = drill.version();
                    var all = PublicDrillEvent.of(drill);
                    for (var event : all.subList((int) Math.min(number, all.size()), all.size())) {
                        line.event(event.type(), event, Long.toString(event.number()));
                    }
                    number = all.size();
                }
                if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                } else if (++quiet % LOOKS_A_HEARTBEAT == 0) {
                    line.comment("beat");
                }
            }
        }
    }
}
