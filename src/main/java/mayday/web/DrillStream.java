package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.drill.DrillRoom;
import mayday.exercise.Drill;
import mayday.exercise.DrillId;
import mayday.web.view.LobbyView;

/**
 * Keeps lobbies up to date. What is the same for all is rendered once for each change, whoever looks; what is one person's own is small
 * and rendered for each. Regions are whole, so that a client that missed some misses nothing.
 */
final class DrillStream {
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** While a hundred people come at once, nobody is told more often than this. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final int MOST_KEPT = 64;

    private final DrillDesk desk;
    private final Clients clients;
    private final Map<DrillId, Shown> shown = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DrillId, Shown> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Shown(long version, Map<String, String> regions) {}

    DrillStream(DrillDesk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
    }

    void open(Context ctx) throws Exception {
        var visit = desk.visit(ctx);
        clients.listen(
                ctx,
                "drill-" + visit.room().id(),
                DrillRoom.MOST_SUBSCRIBERS,
                desk.stay(ctx, visit),
                line -> new Line(visit, line).serve());
    }

    /** All of a lobby, if anything changed since a version, for a browser that has no connection to spare. */
    void changes(Context ctx) {
        var visit = desk.visit(ctx);
        var version = visit.drill().version();
        ctx.header("Mayday-Version", Long.toString(version));
        ctx.header("Mayday-Now", "0");
        if (version == Clients.since(ctx)) {
            ctx.status(HttpStatus.NO_CONTENT);
        } else {
            ctx.html(String.join("\n", regions(visit).values()));
        }
    }

    /** Every region of a lobby as {@code visit} sees it, by id. */
    Map<String, String> regions(DrillDesk.Visit visit) {
        var drill = visit.drill();
        // Before anything is locked: right after a start its scenario is waited for.
        var lobby = desk.lobby(drill);
        var all = new LinkedHashMap<>(shared(drill, lobby));
        all.put("lob-mine", render("lobbyMine", Map.of("mine", desk.mine(visit), "lobby", lobby)));
        return all;
    }

    private synchronized Map<String, String> shared(Drill drill, LobbyView lobby) {
        var before = shown.get(drill.id());
        if (before != null && before.version() == drill.version()) {
            return before.regions();
        }
        var regions = new LinkedHashMap<String, String>();
        regions.put("lob-head", render("lobbyHead", Map.of("lobby", lobby)));
        regions.put("lob-teams", render("lobbyTeams", Map.of("lobby", lobby)));
        regions.put("lob-news", render("lobbyNews", Map.of("lobby", lobby)));
        shown.put(drill.id(), new Shown(drill.version(), regions));
        return regions;
    }

    private String render(String part, Map<String, Object> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("oob", true);
        return desk.templates().render("drill/" + part + ".jte", all);
    }

    /** What is wrong with something in the lobby, in its place. */
    String mistake(String text) {
        return desk.templates().render("room/mistake.jte", Map.of("id", "lob-error", "text", text, "oob", true));
    }

    /** One browser. */
    private final class Line {
        private final DrillDesk.Visit visit;
        private final EventLine line;
        private final Semaphore news = new Semaphore(0);
        private Map<String, String> sent = Map.of();
        private long version = 0;

        Line(DrillDesk.Visit visit, EventLine line) {
            this.visit = visit;
            this.line = line;
        }

        void serve() throws InterruptedException {
            try (var _ = visit.room().subscribe(news::release)) {
                while (line.isOpen()) {
                    var drill = visit.drill();
                    if (drill.version() != version) {
                        send(drill);
                    }
                    line.event("beat", "0", Long.toString(version));
                    if (news.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                        Thread.sleep(BREATH);
                        news.drainPermits();
                    }
                }
            }
        }

        private void send(Drill drill) {
            version = drill.version();
            var now = regions(visit);
            now.forEach((id, markup) -> {
                if (!markup.equals(sent.get(id))) {
                    line.event("region", markup, Long.toString(version));
                }
            });
            sent = now;
        }
    }
}
