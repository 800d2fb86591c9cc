package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import mayday.studio.Item;
import mayday.web.StudioDesk.Edited;
import mayday.web.view.TestsView;

/** A scenario's playthroughs are played: by the form beside them, by a script while somebody types, and by the JSON API. */
final class StudioTests {
    private final Site site;
    private final StudioDesk desk;
    private final ApiStudio api;

    StudioTests(Site site, StudioDesk desk, ApiStudio api) {
        this.site = site;
        this.desk = desk;
        this.api = api;
    }

    /** Plays them; answers with a part of the page if the form asks for that, and otherwise leads back to the page. */
    void run(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var edited = desk.edited(item, fields);
        var tests = tested(item, edited);
        if (fields.containsKey("part")) {
            ctx.html(site.templates.render("studio/tests.jte", Map.of("tests", tests, "path", StudioDesk.path(item))));
        } else {
            ctx.redirect(StudioDesk.path(item) + "?done=tested#tests", HttpStatus.SEE_OTHER);
        }
    }

    void apiRun(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "path", "text");
        var edited = api.edited(item, body);
        body.check();
        ctx.json(tested(item, edited));
    }

    private TestsView tested(Item item, Optional<Edited> edited) {
        var manuscript = desk.manuscript(item, edited);
        var texts = edited.map(each -> Map.of(each.file(), each.text())).orElse(Map.of());
        return desk.studio()
                .test(manuscript, StudioDesk.scenario(manuscript), texts)
                .map(TestsView::of)
                .orElseThrow(() -> new Failure(Failure.Problem.of(
                        "busy",
                        503,
                        "Busy",
                        "The tests of other scenarios are being played. Try it again in a moment.")));
    }
}
