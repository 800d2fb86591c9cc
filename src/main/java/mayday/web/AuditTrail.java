package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import mayday.journal.Audit;
import mayday.web.view.AuditView;

/** What facilitators did, and who tried to be one: a page and its JSON, the newest first. */
final class AuditTrail {
    private static final int ON_A_PAGE = 100;

    private final Site site;
    private final InstantSource wallClock;

    AuditTrail(Site site, InstantSource wallClock) {
        this.site = site;
        this.wallClock = wallClock;
    }

    /** @param older the number before which the next page begins; 0 if there is none */
    private record Page(List<Audit> entries, long older, boolean newest) {}

    private Page page(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        var asked = ctx.queryParam("before");
        var before = asked != null && asked.matches("[0-9]{1,18}") ? Long.parseLong(asked) : Long.MAX_VALUE;
        // One more than is shown tells whether there is a next page.
        var found = site.accounts().audits(before, ON_A_PAGE + 1);
        var shown = found.size() > ON_A_PAGE ? found.subList(0, ON_A_PAGE) : found;
        return new Page(shown, found.size() > ON_A_PAGE ? shown.getLast().number() : 0, before == Long.MAX_VALUE);
    }

    void show(Context ctx) {
        var page = page(ctx);
        var view = AuditView.of(page.entries(), page.older(), page.newest(), wallClock.instant());
        ctx.html(site.templates.render("audit.jte", Map.of("view", view, "visitor", site.visitor(ctx))));
    }

    void json(Context ctx) {
        var page = page(ctx);
        ctx.json(new Body(page.entries().stream().map(Entry::of).toList(), page.older()));
    }

    /** @param before asks for the next page; 0 if there is none */
    record Body(List<Entry> entries, long before) {}

    /** An entry as the API sends it. */
    record Entry(long number, String at, By by, String what, String about, String detail) {
        static Entry of(Audit audit) {
            return new Entry(
                    audit.number(),
                    audit.at().toString(),
                    new By(audit.by().id(), audit.by().name()),
                    audit.what(),
                    audit.about(),
                    audit.detail());
        }
    }

    /** @param id empty if nobody proved to be anybody */
    record By(String id, String name) {}
}
