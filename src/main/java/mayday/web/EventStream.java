package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mayday.drill.Room;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.web.view.PublicEvent;
import mayday.web.view.PublicStream;

/**
 * The public events of an incident as they happen, for programs. The id of each is the version that learners see, which counts public
 * events alone ({@link PublicStream}); whoever comes back with
 * {@code Last-Event-ID} misses nothing. A client that does not keep up is dropped.
 */
final class EventStream {
    private static final int OUTBOX_BATCHES = 256;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_A_HEARTBEAT = 10;

    private final Site site;
    private final Clients clients;

    EventStream(Site site, Clients clients) {
        this.site = site;
        this.clients = clients;
    }

    void open(Context ctx) throws Exception {
        var room = site.room(ctx);
        var since = Clients.since(ctx);
        clients.listen(ctx, room.id(), site.stay(ctx, room), line -> serve(line, room, since));
    }

    private static void serve(EventLine line, Room room, long since) throws InterruptedException {
        var outbox = new ArrayBlockingQueue<List<Recorded>>(OUTBOX_BATCHES);
        var behind = new AtomicBoolean();
        var incident = room.incident();
        var number = Math.min(since, PublicStream.version(incident));
        try (var _ = room.subscribe(PublicStream.sequence(incident, number), subscriber(outbox, behind))) {
            line.comment("listening");
            var quiet = 0;
            while (line.isOpen() && !behind.get()) {
                var events = outbox.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (events != null) {
                    number = send(line, events, number);
                } else if (++quiet % LOOKS_A_HEARTBEAT == 0) {
                    line.comment("beat");
                }
                // On a live clock, looking makes happen what fell due.
                room.incident();
            }
        }
    }

    private static Room.Subscriber subscriber(BlockingQueue<List<Recorded>> outbox, AtomicBoolean behind) {
        return new Room.Subscriber() {
            @Override
            public void happened(List<Recorded> events, Incident after) {
                if (!outbox.offer(events)) {
                    behind.set(true);
                }
            }

            @Override
            public void dropped() {
                behind.set(true);
            }
        };
    }

    /** Sends the public ones of {@code events}, numbered on from {@code number}; the number of the last. */
    private static long send(EventLine line, List<Recorded> events, long number) {
        var last = number;
        for (var recorded : events) {
            if (recorded.event() instanceof Event.Public happened) {
                last++;
                var event = PublicEvent.of(last, recorded.at(), happened);
                line.event(event.type(), event, Long.toString(last));
            }
        }
        return last;
    }
}
