package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.compiler.Blurb;
import mayday.compiler.Listing;
import mayday.drill.Rooms;
import mayday.incident.OpeningRequest;
import mayday.incident.Participant;
import mayday.scenario.Words;
import mayday.web.view.CatalogueView;
import mayday.web.view.Visitor;

/** The first page: what can be played, and what was begun. */
final class Catalogue {
    private static final int MOST_RUNS = 20;
    private static final int RUNS_SHOWN = 6;
    private static final int MOST_WORDS = 100;

    private final Site site;

    Catalogue(Site site) {
        this.site = site;
    }

    void show(Context ctx) {
        var runs = site.learners.known(ctx).map(this::runs).orElse(List.of());
        var listing = site.listing();
        var view = CatalogueView.of(
                listing,
                filter(ctx),
                runs.stream()
                        .filter(run -> !run.status().isOver())
                        .limit(1)
                        .flatMap(this::resume)
                        .toList(),
                runs.stream()
                        .filter(run -> run.status().isOver())
                        .limit(RUNS_SHOWN)
                        .map(run -> past(run, listing))
                        .toList(),
                CatalogueView.Best.of(site.learners
                        .known(ctx)
                        .map(learner -> site.rooms().played(learner, Results.MOST_RUNS))
                        .orElse(List.of())),
                site.first.scenario());
        ctx.html(site.templates.render("catalogue.jte", Map.of("view", view, "visitor", site.visitor(ctx))));
    }

    /** Makes the page of somebody who has not been here before. */
    void rehearse() {
        var view = CatalogueView.of(
                site.listing(),
                new CatalogueView.Filter("", List.of(), List.of()),
                List.of(),
                List.of(),
                Map.of(),
                site.first.scenario());
        site.templates.render("catalogue.jte", Map.of("view", view, "visitor", Visitor.NOBODY));
    }

    private List<Rooms.Summary> runs(Participant learner) {
        return site.rooms().of(learner, MOST_RUNS);
    }

    private Stream<CatalogueView.Resume> resume(Rooms.Summary run) {
        return site.rooms().findReadable(run.id()).stream()
                .filter(room -> !room.incident().isOver())
                .map(room -> CatalogueView.Resume.of(room.id(), room.incident(), room.now()));
    }

    private static CatalogueView.Past past(Rooms.Summary run, Listing listing) {
        var title = listing.find(run.scenario())
                .map(Blurb::title)
                .orElse(run.scenario().value());
        return new CatalogueView.Past(run.id().value(), title, Words.kebab(run.status()), run.openedAt());
    }

    private static CatalogueView.Filter filter(Context ctx) {
        var words = ctx.queryParam("q");
        var searched = words == null ? "" : words.strip();
        return new CatalogueView.Filter(
                searched.length() > MOST_WORDS ? searched.substring(0, MOST_WORDS) : searched,
                ctx.queryParams("level"),
                ctx.queryParams("system"));
    }

    /** Opens an incident. */
    void open(Context ctx) {
        var form = Form.of(ctx);
        var request = new OpeningRequest(
                form.field("scenario"), form.field("clock"), "", "", form.field("rubric"), help(form));
        switch (site.read(request)) {
            case OpeningRequest.Parsed what ->
                ctx.redirect("/incidents/" + site.open(ctx, what).id(), HttpStatus.SEE_OTHER);
            case OpeningRequest.Rejected(var mistakes) -> throw Failure.notFound(notOpened(mistakes));
        }
    }

    /** The choices stand beside both buttons and say that they are for practice. */
    private static OpeningRequest.Help help(Form form) {
        return form.field("clock").equals("practice") || form.field("scenario").isEmpty()
                ? new OpeningRequest.Help(form.field("hints"), form.field("coach"), false)
                : OpeningRequest.Help.USUAL;
    }

    /** The choice on the page has scenarios, clocks and coaches that there are; which rubrics there are may have changed meanwhile. */
    private static String notOpened(List<OpeningRequest.Mistake> mistakes) {
        var others = mistakes.stream()
                .filter(mistake -> !mistake.where().equals("rubric"))
                .toList();
        return others.isEmpty()
                ? "The rubric " + mistakes.getFirst().detail() + "."
                : "There is no such scenario here, or no such clock or coach.";
    }

    void me(Context ctx) {
        ctx.html(site.templates.render("me.jte", Map.of("visitor", site.visitor(ctx))));
    }

    void rename(Context ctx) {
        var name = Form.of(ctx).field("name").strip();
        var mistake = Texts.mistake(name, Learners.MOST_NAME_CHARACTERS);
        if (mistake.isEmpty()) {
            site.learners.rename(ctx, name);
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            ctx.html(site.templates.render(
                    "me.jte", Map.of("visitor", site.visitor(ctx), "error", "That name " + mistake + ".")));
        }
    }
}
