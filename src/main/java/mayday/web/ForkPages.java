package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import mayday.debrief.Par;
import mayday.drill.Room;
import mayday.incident.ForkPoint;
import mayday.player.Expected;
import mayday.web.view.PublicStream;
import mayday.web.view.WhatIfBody;
import mayday.web.view.WhatIfView;

/** What if: how the expert would have gone on from a point of a run, and playing on from there. */
final class ForkPages {
    private static final String BEFORE = "beforeMove";
    private static final String MINUTE = "minute";
    private static final long MOST_MINUTES = 1_000_000;

    private final Site site;

    ForkPages(Site site) {
        this.site = site;
    }

    /** The page: the run, and the expert's from there on, side by side. */
    void show(Context ctx) {
        var room = over(ctx);
        var point = point(room, query(ctx, BEFORE), query(ctx, MINUTE));
        var view = WhatIfView.of(
                room.id(), room.incident(), site.debriefs.of(room), point, expert(room, point), query(ctx, BEFORE));
        ctx.html(site.templates.render("what-if.jte", Map.of("view", view, "visitor", site.visitor(ctx))));
    }

    /** Opens the fork. */
    void fork(Context ctx) {
        var room = over(ctx);
        var form = Form.of(ctx);
        var fork = forked(ctx, room, point(room, form.field(BEFORE), form.field(MINUTE)));
        ctx.redirect("/incidents/" + fork.id(), HttpStatus.SEE_OTHER);
    }

    void apiShow(Context ctx) {
        var room = over(ctx);
        var point = point(room, query(ctx, BEFORE), query(ctx, MINUTE));
        ctx.json(WhatIfBody.of(room.incident(), site.debriefs.of(room), point, expert(room, point)));
    }

    void apiFork(Context ctx) {
        var room = over(ctx);
        var body = Body.of(ctx, BEFORE, MINUTE);
        var before = body.optionalNumber(BEFORE);
        var minute = body.optionalNumber(MINUTE);
        body.check();
        var fork = forked(ctx, room, point(room, before, minute));
        ctx.header("Location", "/api/v1/incidents/" + fork.id());
        ctx.status(HttpStatus.CREATED).json(RoomPages.incident(fork));
    }

    private Room over(Context ctx) {
        var room = site.room(ctx);
        if (!room.incident().isOver()) {
            throw new Failure(Failure.Problem.of(
                    "incident-open", 409, "Not yet", "What would have been can be asked when the incident has ended."));
        }
        return room;
    }

    private static String query(Context ctx, String name) {
        var value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

    private Room forked(Context ctx, Room parent, ForkPoint point) {
        return site.rooms().fork(parent, point, site.mover(ctx, parent)).orElseThrow(() -> noSuchPoint(parent));
    }

    private static Par expert(Room room, ForkPoint point) {
        return room.read(incident -> Expected.goingOn(incident, room.id(), point))
                .orElseThrow(() -> noSuchPoint(room));
    }

    /** What the words say; that there is such a point in the incident is found out later. */
    private static ForkPoint point(Room room, String before, String minute) {
        if (before.isEmpty() == minute.isEmpty()) {
            throw Failure.badPoint("Say where: either `" + BEFORE + "`, the number of a move in the timeline, or `"
                    + MINUTE + "`, whole minutes after the page.");
        }
        var said = before.isEmpty() ? minute : before;
        if (!said.matches("[0-9]{1,7}") || Long.parseLong(said) > MOST_MINUTES) {
            throw noSuchPoint(room);
        }
        var number = Long.parseLong(said);
        return before.isEmpty()
                ? new ForkPoint.At(room.incident().scenario().pagedAt().plus(Duration.ofMinutes(number)))
                : new ForkPoint.BeforeMove(PublicStream.exact(room.incident(), number));
    }

    private static Failure noSuchPoint(Room room) {
        var incident = room.incident();
        var lasted = Duration.between(incident.scenario().pagedAt(), incident.now());
        var last = Math.max(0, Math.ceilDiv(lasted.toSeconds(), 60) - 1);
        return Failure.badPoint("There is no such point in this incident. A minute has to be from 0 to " + last
                + "; a move has to be one that you made, by its number in the timeline.");
    }
}
