package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import mayday.drill.Room;
import mayday.web.view.DebriefView;
import mayday.web.view.PostMortemView;

/** The debrief of an incident; there is none before its end. */
final class DebriefPages {
    private final Site site;
    private final DebriefShelf debriefs;
    private final PostMortems postMortems;

    DebriefPages(Site site, DebriefShelf debriefs, PostMortems postMortems) {
        this.site = site;
        this.debriefs = debriefs;
        this.postMortems = postMortems;
    }

    void show(Context ctx) {
        var room = site.room(ctx);
        if (!room.incident().isOver()) {
            ctx.redirect("/incidents/" + room.id(), HttpStatus.SEE_OTHER);
            return;
        }
        page(ctx, room, postMortems.view(room));
    }

    /** The page of an incident that is over, with a post-mortem as it was typed. */
    void page(Context ctx, Room room, PostMortemView postMortem) {
        var view = DebriefView.of(room.id(), room.incident(), debriefs.of(room));
        ctx.html(site.templates.render(
                "debrief.jte", Map.of("view", view, "postMortem", postMortem, "learner", site.learners.name(ctx))));
    }
}
