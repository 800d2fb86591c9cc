package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import mayday.web.view.DebriefView;

/** The debrief of an incident; there is none before its end. */
final class DebriefPages {
    private final Site site;

    DebriefPages(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        var room = site.room(ctx);
        var incident = room.incident();
        if (!incident.isOver()) {
            ctx.redirect("/incidents/" + room.id(), HttpStatus.SEE_OTHER);
            return;
        }
        var view = DebriefView.of(room.id(), incident, site.debriefs.of(room));
        ctx.html(site.templates.render("debrief.jte", Map.of("view", view, "learner", site.learners.name(ctx))));
    }
}
