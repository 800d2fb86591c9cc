package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.Beginning;
import mayday.incident.Incident;
import mayday.web.view.DebriefView;
import mayday.web.view.ForkView;
import mayday.web.view.PostMortemView;

/** The debrief of an incident; there is none before its end. */
final class DebriefPages {
    private final Site site;
    private final PostMortems postMortems;

    DebriefPages(Site site, PostMortems postMortems) {
        this.site = site;
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
        var incident = room.incident();
        var debrief = site.debriefs.of(room);
        ctx.html(site.templates.render(
                "debrief.jte",
                Map.of(
                        "view",
                        DebriefView.of(room.id(), incident, debrief),
                        "forks",
                        forked(ctx, incident, debrief),
                        "postMortem",
                        postMortem,
                        "learner",
                        site.learners.name(ctx))));
    }

    /** The run that this one was forked from, if the caller may see it still. */
    private List<ForkView> forked(Context ctx, Incident incident, Debrief debrief) {
        return switch (incident.opened().beginning()) {
            case Beginning.Fresh() -> List.of();
            case Beginning.Forked from ->
                site.visible(ctx, from.incident()).stream()
                        .map(parent ->
                                ForkView.of(from, parent.incident(), incident, site.debriefs.of(parent), debrief))
                        .toList();
        };
    }
}
