package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import mayday.drill.Room;
import mayday.incident.Event;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;

/** The JSON API: hints. What the next one costs stands in the incident. */
final class ApiHints {
    private final Site site;

    ApiHints(Site site) {
        this.site = site;
    }

    /** A hint that was taken, and how many are left. */
    record HintBody(int step, String title, String text, long costSeconds, int points, int left) {}

    /** The step may be named, to be sure of the price; left out, it is the next one. */
    void take(Context ctx) {
        var room = site.room(ctx);
        var named = ctx.body().isBlank() ? nextStep(room) : namedStep(ctx).or(() -> nextStep(room));
        var recorded = ApiMoves.accepted(room.hint(site.mover(ctx, room), named.orElse(HintStep.WHERE)))
                .recorded();
        var taken =
                (Event.HintTaken) ApiMoves.last(recorded, Event.HintTaken.class).event();
        ctx.status(HttpStatus.CREATED)
                .json(new HintBody(
                        taken.step().number(),
                        taken.step().words(),
                        taken.text(),
                        taken.cost().toSeconds(),
                        taken.points(),
                        RoomPages.incident(room).help().hint().left()));
    }

    private static Optional<HintStep> namedStep(Context ctx) {
        var body = Body.of(ctx, "step");
        var step = body.has("step")
                ? HintStep.of(body.whole("step", 1, HintStep.values().length))
                : Optional.<HintStep>empty();
        body.check();
        return step;
    }

    private static Optional<HintStep> nextStep(Room room) {
        return HintOffer.of(room.incident()) instanceof HintOffer.Next next
                ? Optional.of(next.step())
                : Optional.empty();
    }
}
