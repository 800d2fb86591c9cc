package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import mayday.drill.DrillRoom;
import mayday.exercise.DrillDecision;
import mayday.exercise.JoinCode;

/** Coming into a drill with its code and a display name. */
final class JoinPages {
    private final Site site;
    private final JoinDoor door;

    JoinPages(Site site, JoinDoor door) {
        this.site = site;
        this.door = door;
    }

    /** The form; with a code in the address it is filled in, and whether there is such a drill is told when it is sent. */
    void show(Context ctx) {
        var code = ctx.pathParamMap().getOrDefault("code", "");
        var spaced = JoinCode.parse(code).map(JoinCode::spaced).orElse(shortened(code));
        show(ctx, spaced, site.learners.name(ctx), Map.of());
    }

    private void show(Context ctx, String code, String name, Map<String, String> mistakes) {
        ctx.html(site.templates.render(
                "drill/join.jte",
                Map.of("code", code, "name", name, "mistakes", mistakes, "visitor", site.visitor(ctx))));
    }

    void join(Context ctx) {
        var form = Form.of(ctx);
        var code = form.field("code").strip();
        var name = form.field("name").strip();
        var mistakes = new HashMap<String, String>();
        var flaw = JoinDoor.mistakeOfName(name);
        if (!flaw.isEmpty()) {
            mistakes.put("name", "Your name " + flaw + ".");
        }
        try {
            var room = door.open(ctx, code);
            if (mistakes.isEmpty()) {
                enter(ctx, room, code, name);
                return;
            }
        } catch (Failure refused) {
            ctx.status(refused.problem().status());
            if (refused.retryAfterSeconds() > 0) {
                ctx.header("Retry-After", Long.toString(refused.retryAfterSeconds()));
            }
            mistakes.put("code", refused.problem().detail());
            show(ctx, shortened(code), shortened(name), mistakes);
            return;
        }
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, shortened(code), shortened(name), mistakes);
    }

    private void enter(Context ctx, DrillRoom room, String code, String name) {
        switch (door.enter(ctx, room, name, "", "")) {
            case DrillDecision.Accepted accepted -> {
                var drill = accepted.after();
                var incident = site.learners
                        .known(ctx)
                        .flatMap(person -> drill.seat(person.id()))
                        .flatMap(seat -> room.incident(seat.team()));
                // Whoever comes late goes to work at once.
                ctx.redirect(
                        incident.map(each -> "/incidents/" + each.id()).orElse("/drills/" + room.id()),
                        HttpStatus.SEE_OTHER);
            }
            case DrillDecision.Refused refused -> {
                ctx.status(DrillDesk.refused(refused.refusal()).problem().status());
                show(
                        ctx,
                        shortened(code),
                        name,
                        Map.of("code", refused.refusal().reason()));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
