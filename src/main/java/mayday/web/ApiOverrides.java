package mayday.web;

import io.javalin.http.Context;
import mayday.debrief.PartName;
import mayday.debrief.ScoreOverride;
import mayday.drill.Room;

/** The JSON API: a facilitator's score in place of a computed one. */
final class ApiOverrides {
    private static final String FACILITATORS = "Only a facilitator may override a score.";

    private final Site site;
    private final Judging judging;

    ApiOverrides(Site site, Judging judging) {
        this.site = site;
        this.judging = judging;
    }

    void put(Context ctx) {
        var room = site.room(ctx);
        var who = site.facilitator.require(ctx, FACILITATORS);
        requireEnded(room);
        var part = Judging.part(ctx);
        var body = Body.of(ctx, "score", "reason");
        var score = body.whole("score", 0, 100);
        var reason = body.text("reason", ScoreOverride.MOST_REASON_CHARACTERS).strip();
        body.check();
        answer(ctx, room, Overrides.write(site, who, room, part, score, reason));
    }

    void delete(Context ctx) {
        var room = site.room(ctx);
        var who = site.facilitator.require(ctx, FACILITATORS);
        requireEnded(room);
        var part = Judging.part(ctx);
        if (!isOverridden(room, part)) {
            throw Failure.notFound(
                    "The score of " + part.id() + " is the computed one: there is nothing to take back.");
        }
        answer(ctx, room, Overrides.withdraw(site, who, room, part));
    }

    static boolean isOverridden(Room room, PartName part) {
        return Overrides.of(room).stream().anyMatch(each -> each.part() == part);
    }

    private static void requireEnded(Room room) {
        if (!room.incident().isOver()) {
            throw new Failure(Failure.Problem.of(
                    "incident-open", 409, "Not yet", "There is no score to override before the incident has ended."));
        }
    }

    private void answer(Context ctx, Room room, Room.Written written) {
        switch (written) {
            case Room.Written.Stored _ -> {
                site.results.keep(room, site.debriefs.of(room));
                ctx.json(judging.body(room, judging.of(ctx, room)));
            }
            case Room.Written.Outdated _ ->
                throw new Failure(Failure.Problem.of(
                        "changed-meanwhile",
                        409,
                        "Changed meanwhile",
                        "Somebody else has just overridden this score. Nothing was stored: look at theirs first."));
            case Room.Written.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-stored", 503, "Not now", why));
        }
    }
}
