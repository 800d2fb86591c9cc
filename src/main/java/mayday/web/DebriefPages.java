package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief;
import mayday.drill.Room;
import mayday.incident.Beginning;
import mayday.incident.Incident;
import mayday.web.view.DebriefView;
import mayday.web.view.Draft;
import mayday.web.view.ForkView;
import mayday.web.view.JudgedView;
import mayday.web.view.PostMortemView;

/** The debrief of an incident, with what follows it; there is none before its end. */
final class DebriefPages {
    private final Site site;
    private final Judging judging;
    private final PostMortems postMortems;
    private final ReviewerDesk reviewer;

    DebriefPages(Site site, Judging judging, PostMortems postMortems, ReviewerDesk reviewer) {
        this.site = site;
        this.judging = judging;
        this.postMortems = postMortems;
        this.reviewer = reviewer;
    }

    void show(Context ctx) {
        ended(ctx).ifPresent(room -> page(ctx, room, Draft.NONE));
    }

    /** The room, if its incident is over; else the caller is on the way to where it goes on. */
    Optional<Room> ended(Context ctx) {
        var room = site.room(ctx);
        if (room.incident().isOver()) {
            return Optional.of(room);
        }
        ctx.redirect("/incidents/" + room.id(), HttpStatus.SEE_OTHER);
        return Optional.empty();
    }

    /** The page of an incident that is over, with a post-mortem as it was typed. */
    void page(Context ctx, Room room, PostMortemView postMortem) {
        page(ctx, room, postMortem, Draft.NONE);
    }

    /** The page of an incident that is over, with a form that could not be taken, if there is one. */
    void page(Context ctx, Room room, Draft draft) {
        page(ctx, room, postMortems.view(room), draft);
    }

    private void page(Context ctx, Room room, PostMortemView postMortem, Draft draft) {
        var incident = room.incident();
        var judged = judging.of(ctx, room);
        var debrief = judged.appraisal().debrief();
        var view = DebriefView.of(room.id(), incident, debrief);
        var seen = new JudgedView.Seen(judging.choices(), judged.note(), site.facilitator.is(ctx), draft);
        var parameters = new HashMap<String, Object>();
        parameters.put("view", view);
        parameters.put("judged", JudgedView.of(incident, judged.appraisal(), view.rows(), seen));
        parameters.put("forks", forked(ctx, incident, debrief));
        parameters.put("reviewer", reviewer.view(ctx, room, draft));
        parameters.put("postMortem", postMortem);
        parameters.put("visitor", site.visitor(ctx));
        ctx.html(site.templates.render("debrief.jte", parameters));
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
