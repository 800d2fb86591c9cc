package mayday.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import mayday.review.Played;
import mayday.review.Progress;
import mayday.web.view.ProgressBody;
import mayday.web.view.ProgressView;

/** How the caller comes on: a page and its JSON. */
final class ProgressPages {
    private final Site site;

    ProgressPages(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        var view = ProgressView.of(progress(ctx), site.library().scenarios());
        ctx.html(site.templates.render("progress.jte", Map.of("view", view, "visitor", site.visitor(ctx))));
    }

    void json(Context ctx) {
        ctx.json(ProgressBody.of(progress(ctx)));
    }

    /** Who has not been here before has played nothing, and gets no cookie for asking. */
    private Progress progress(Context ctx) {
        List<Played> played = site.learners
                .known(ctx)
                .map(learner -> site.results.of(learner))
                .orElse(List.of());
        return Progress.of(played, site.library().scenarios());
    }
}
