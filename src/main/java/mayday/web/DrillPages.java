package mayday.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.journal.DrillHeading;
import mayday.web.view.DrillsView;

/** The list of drills, and the lobby of one. */
final class DrillPages {
    static final int MOST_DRILLS = 50;

    private final Site site;
    private final DrillDesk desk;
    private final DrillStream stream;

    DrillPages(Site site, DrillDesk desk, DrillStream stream) {
        this.site = site;
        this.desk = desk;
        this.stream = stream;
    }

    void list(Context ctx) {
        ctx.html(site.templates.render("drill/list.jte", Map.of("view", view(ctx), "visitor", site.visitor(ctx))));
    }

    private DrillsView view(Context ctx) {
        var facilitates = site.facilitator.is(ctx);
        List<DrillHeading> mine = site.learners
                .known(ctx)
                .map(each -> site.drills().of(each, MOST_DRILLS))
                .orElse(List.of());
        List<DrillHeading> all = facilitates ? site.drills().all(MOST_DRILLS) : List.of();
        var listing = site.listing();
        return new DrillsView(
                mine.stream().map(each -> DrillsView.Entry.of(each, listing)).toList(),
                all.stream().map(each -> DrillsView.Entry.of(each, listing)).toList(),
                facilitates);
    }

    void lobby(Context ctx) {
        lobby(ctx, desk.visit(ctx), "");
    }

    /** The lobby, with what is wrong about something that was sent. */
    void lobby(Context ctx, DrillDesk.Visit visit, String error) {
        var drill = visit.drill();
        var parameters = new HashMap<String, Object>();
        parameters.put("lobby", desk.lobby(drill));
        parameters.put("mine", desk.mine(visit));
        parameters.put("error", error);
        parameters.put("link", origin(ctx) + "/join/" + drill.code());
        parameters.put("visitor", site.visitor(ctx));
        ctx.html(site.templates.render("drill/lobby.jte", parameters));
    }

    /** As people reach this server from elsewhere. */
    private static String origin(Context ctx) {
        var forwarded = ctx.header("X-Forwarded-Proto");
        var scheme = "https".equals(forwarded) ? forwarded : ctx.scheme();
        var host = ctx.header("Host");
        return scheme + "://" + (host == null ? "localhost" : host);
    }

    /** Answers a form of the lobby that was taken: with what changed, or with the page again. */
    void again(Context ctx, DrillDesk.Visit visit) {
        if (RoomPages.isFragment(ctx)) {
            ctx.html(stream.mistake("") + String.join("", stream.regions(visit).values()));
        } else {
            ctx.redirect("/drills/" + visit.room().id(), io.javalin.http.HttpStatus.SEE_OTHER);
        }
    }

    /** Answers a form of the lobby that was refused. */
    void refused(Context ctx, DrillDesk.Visit visit, Failure failure) {
        ctx.status(failure.problem().status());
        if (RoomPages.isFragment(ctx)) {
            ctx.html(stream.mistake(failure.problem().detail()));
        } else {
            lobby(ctx, visit, failure.problem().detail());
        }
    }
}
