package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import mayday.drill.Room;
import mayday.web.view.DebriefView;
import mayday.web.view.Draft;

/** The debrief of an incident; there is none before its end. */
final class DebriefPages {
    private final Site site;
    private final DebriefShelf debriefs;
    private final ReviewerDesk reviewer;

    DebriefPages(Site site, DebriefShelf debriefs, ReviewerDesk reviewer) {
        this.site = site;
        this.debriefs = debriefs;
        this.reviewer = reviewer;
    }

    void show(Context ctx) {
        var room = site.room(ctx);
        var incident = room.incident();
        if (!incident.isOver()) {
            ctx.redirect("/incidents/" + room.id(), HttpStatus.SEE_OTHER);
            return;
        }
        render(ctx, room, Draft.NONE);
    }

    /** The debrief with a form that could not be taken, if there is one. */
    void render(Context ctx, Room room, Draft draft) {
        var parameters = new HashMap<String, Object>();
        parameters.put("view", DebriefView.of(room.id(), room.incident(), debriefs.of(room)));
        parameters.put("learner", site.learners.name(ctx));
        parameters.put("reviewer", reviewer.view(ctx, room, draft));
        ctx.html(site.templates.render("debrief.jte", parameters));
    }
}
