package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillId;
import mayday.exercise.Standing;
import mayday.web.view.StandingsView;

/** How the teams stand, for everybody in a drill as far as they may know: a page for a big screen, its stream, and JSON. */
final class StandingsPages {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final int MOST_KEPT = 64;

    private final Site site;
    private final DrillDesk desk;
    private final Clients clients;
    private final InstantSource wallClock;
    private final Map<DrillId, Made> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DrillId, Made> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Made(StandingsView view, String markup) {}

    StandingsPages(Site site, DrillDesk desk, Clients clients, InstantSource wallClock) {
        this.site = site;
        this.desk = desk;
        this.clients = clients;
        this.wallClock = wallClock;
    }

    /** What everybody may see; of an ended drill only what was worked out after its end. */
    static StandingsView forEverybody(DrillRoom room) {
        return StandingsView.forEverybody(room.drill(), standings(room));
    }

    static List<Standing> standings(DrillRoom room) {
        var drill = room.drill();
        return room.assessments().stream()
                .filter(each -> !drill.isOver()
                        || room.incident(each.team())
                                .filter(at -> at.incident().version() == each.version())
                                .isPresent())
                .map(each -> each.standing())
                .toList();
    }

    void show(Context ctx) {
        var visit = desk.visit(ctx);
        ctx.html(site.templates.render(
                "standings.jte",
                Map.of(
                        "view", forEverybody(visit.room()),
                        "leads", visit.isFacilitator(),
                        "over", visit.drill().isOver())));
    }

    void json(Context ctx) {
        ctx.json(forEverybody(desk.visit(ctx).room()));
    }

    void stream(Context ctx) throws Exception {
        var visit = desk.visit(ctx);
        var room = visit.room();
        clients.listen(ctx, "standings-" + room.id(), DrillRoom.MOST_SUBSCRIBERS, desk.stay(ctx, visit), line -> {
            var sent = "";
            while (line.isOpen()) {
                var markup = markup(room);
                if (!markup.equals(sent)) {
                    line.event("region", markup);
                    sent = markup;
                }
                line.event("beat", Long.toString(wallClock.instant().getEpochSecond()));
                Thread.sleep(BEAT);
            }
        });
    }

    /** Rendered once for all who look, until something in it changes. */
    private String markup(DrillRoom room) {
        var view = forEverybody(room);
        synchronized (made) {
            var before = made.get(room.id());
            if (before != null && before.view().equals(view)) {
                return before.markup();
            }
            var markup = site.templates.render("console/standings.jte", Map.of("view", view, "oob", true));
            made.put(room.id(), new Made(view, markup));
            return markup;
        }
    }
}
