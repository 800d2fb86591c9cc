package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import mayday.debrief.Debrief;
import mayday.incident.Beginning;
import mayday.incident.Incident;
import mayday.web.view.DebriefView;
import mayday.web.view.ForkView;

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
        var debrief = site.debriefs.of(room);
        var view = DebriefView.of(room.id(), incident, debrief);
        ctx.html(site.templates.render(
                "debrief.jte",
                Map.of("view", view, "forks", forked(ctx, incident, debrief), "learner", site.learners.name(ctx))));
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
