package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import mayday.compiler.Outline;
import mayday.compiler.Sketch;
import mayday.studio.Deleted;
import mayday.studio.Shelved;
import mayday.web.view.NewScenarioView;
import mayday.web.view.StudioView.Notice;

/** Scenarios are made, deleted and put back: by forms and by the JSON API. */
final class StudioShelf {
    private static final int MOST_NAME_CHARACTERS = 100;
    private static final int MOST_TITLE_CHARACTERS = 200;

    private final StudioDesk desk;
    private final StudioPages pages;
    private final StudioHistory history;

    StudioShelf(StudioDesk desk, StudioPages pages, StudioHistory history) {
        this.desk = desk;
        this.pages = pages;
        this.history = history;
    }

    /** The form on the list. */
    void make(Context ctx) {
        var fields = StudioBody.form(ctx);
        switch (desk.deeds().made(ctx, NewScenarioView.outline(fields))) {
            case Shelved.Done(var name) -> ctx.redirect("/studio/" + name + "?done=made", HttpStatus.SEE_OTHER);
            case Shelved.Exists(var what) -> {
                ctx.status(HttpStatus.CONFLICT);
                pages.list(ctx, Notice.bad("There is " + what + " already. Give this one another id."), fields);
            }
            case Shelved.Refused(var why) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                pages.list(ctx, Notice.bad(why + " Nothing was written."), fields);
            }
        }
    }

    void apiMake(Context ctx) {
        var body = StudioBody.json(ctx, "id", "title", "level", "system", "causes");
        var outline = new Outline(
                body.text("id", MOST_NAME_CHARACTERS),
                body.text("title", MOST_TITLE_CHARACTERS),
                body.text("level", MOST_NAME_CHARACTERS),
                body.text("system", MOST_NAME_CHARACTERS),
                body.texts("causes", Sketch.MOST_SUSPECTS));
        body.check();
        switch (desk.deeds().made(ctx, outline)) {
            case Shelved.Done(var name) -> {
                ctx.header("Location", "/api/v1/studio/scenarios/" + name);
                ctx.status(HttpStatus.CREATED).json(Map.of("id", name));
            }
            case Shelved.Exists(var what) -> throw exists("There is " + what + " already. Give this one another id.");
            case Shelved.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-made", 422, "Not made", why + " Nothing was written."));
        }
    }

    private static Failure exists(String why) {
        return new Failure(Failure.Problem.of("exists", 409, "Exists", why));
    }

    /** The form below the history: nothing is deleted before its name was typed. */
    void delete(Context ctx) {
        var name = desk.item(ctx).name();
        var typed = StudioBody.form(ctx).getOrDefault("name", "").strip();
        if (!typed.equals(name)) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            history.page(ctx, Notice.bad("Nothing was deleted: type the name, " + name + ", to say that you mean it."));
            return;
        }
        switch (desk.deeds().deleted(ctx, name)) {
            case Shelved.Done _ -> ctx.redirect("/studio?done=deleted", HttpStatus.SEE_OTHER);
            case Shelved.Exists(var why) -> told(ctx, HttpStatus.CONFLICT, why);
            case Shelved.Refused(var why) -> told(ctx, HttpStatus.CONFLICT, why);
        }
    }

    private void told(Context ctx, HttpStatus status, String why) {
        ctx.status(status);
        history.page(ctx, Notice.bad(why));
    }

    void apiDelete(Context ctx) {
        var name = desk.item(ctx).name();
        switch (desk.deeds().deleted(ctx, name)) {
            case Shelved.Done _ -> ctx.status(HttpStatus.NO_CONTENT);
            case Shelved.Exists(var why) -> throw exists(why);
            case Shelved.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-deleted", 409, "Not deleted", why));
        }
    }

    /** A deleted scenario, as the API lists it. */
    record DeletedBody(String id, String kept, String deletedAt) {
        static DeletedBody of(Deleted deleted) {
            return new DeletedBody(deleted.name(), deleted.kept(), deleted.at().toString());
        }
    }

    void apiDeleted(Context ctx) {
        ctx.json(desk.studio().shelf().deleted().stream().map(DeletedBody::of).toList());
    }

    /** The form beside a deleted scenario. */
    void putBack(Context ctx) {
        switch (desk.deeds().putBack(ctx, StudioBody.form(ctx).getOrDefault("kept", ""))) {
            case Shelved.Done(var name) -> ctx.redirect("/studio/" + name + "?done=back", HttpStatus.SEE_OTHER);
            case Shelved.Exists(var what) -> {
                ctx.status(HttpStatus.CONFLICT);
                pages.list(ctx, Notice.bad(inTheWay(what)));
            }
            case Shelved.Refused(var why) -> {
                ctx.status(HttpStatus.CONFLICT);
                pages.list(ctx, Notice.bad(why));
            }
        }
    }

    private static String inTheWay(String what) {
        return "Nothing was put back: there is " + what + " again. Delete or rename that one first.";
    }

    void apiPutBack(Context ctx) {
        var kept = ctx.pathParam("kept");
        if (desk.studio().shelf().deleted().stream()
                .noneMatch(each -> each.kept().equals(kept))) {
            throw Failure.notFound("There is no deleted scenario " + kept + ".");
        }
        switch (desk.deeds().putBack(ctx, kept)) {
            case Shelved.Done(var name) -> {
                ctx.header("Location", "/api/v1/studio/scenarios/" + name);
                ctx.json(Map.of("id", name));
            }
            case Shelved.Exists(var what) -> throw exists(inTheWay(what));
            case Shelved.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-put-back", 409, "Not put back", why));
        }
    }
}
