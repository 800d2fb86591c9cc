package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import mayday.incident.Limits;
import mayday.studio.Item;
import mayday.studio.Saved;
import mayday.studio.Shelved;
import mayday.web.view.StudioView.Notice;

/** Scenarios that come and go as zip files, and wordings that are added to questions: by forms and by the JSON API. */
final class StudioFiles {
    private static final int MOST_ID_CHARACTERS = 100;
    private static final String ZIP = "application/zip";

    private final StudioDesk desk;
    private final StudioPages pages;
    private final QuestionBench bench;

    StudioFiles(StudioDesk desk, StudioPages pages, QuestionBench bench) {
        this.desk = desk;
        this.pages = pages;
        this.bench = bench;
    }

    void export(Context ctx) {
        var name = desk.item(ctx).name();
        var zip = desk.studio()
                .shelf()
                .exported(name)
                .orElseThrow(() -> Failure.notFound("The scenario " + name + " has vanished from the disk."));
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        ctx.contentType(ZIP).result(zip);
    }

    /** The form on the list. */
    void importForm(Context ctx) {
        StudioBody.require(ctx, "multipart/form-data", "Send this form as a browser does.");
        var file = ctx.uploadedFile("zip");
        if (file == null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            pages.list(ctx, Notice.bad("Choose a zip file first."));
            return;
        }
        byte[] bytes;
        try (var content = file.content()) {
            bytes = content.readNBytes(StudioBody.MOST_BYTES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        switch (desk.deeds().imported(ctx, bytes, "yes".equals(ctx.formParam("replace")))) {
            case Shelved.Done(var name) -> ctx.redirect("/studio/" + name + "?done=imported", HttpStatus.SEE_OTHER);
            case Shelved.Exists(var what) -> {
                ctx.status(HttpStatus.CONFLICT);
                pages.list(
                        ctx,
                        Notice.bad("Nothing was imported: " + what
                                + " is there already. Tick the box to overwrite it; its history is kept."));
            }
            case Shelved.Refused(var why) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                pages.list(ctx, Notice.bad(why));
            }
        }
    }

    void importZip(Context ctx) {
        StudioBody.require(ctx, ZIP, "Send a body of type application/zip.");
        var replace = "true".equals(ctx.queryParam("replace"));
        switch (desk.deeds().imported(ctx, StudioBody.bytes(ctx), replace)) {
            case Shelved.Done(var name) -> {
                ctx.header("Location", "/api/v1/studio/scenarios/" + name);
                ctx.status(HttpStatus.CREATED).json(Map.of("id", name));
            }
            case Shelved.Exists(var what) ->
                throw new Failure(Failure.Problem.of(
                        "exists",
                        409,
                        "Exists",
                        "Nothing was imported: " + what
                                + " is there already. Send it with ?replace=true to overwrite it."));
            case Shelved.Refused(var why) ->
                throw new Failure(Failure.Problem.of("bad-archive", 422, "Not imported", why));
        }
    }

    void addWording(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var words = fields.getOrDefault("words", "").strip();
        switch (added(ctx, item, fields.getOrDefault("question", ""), words)) {
            case Saved.Done _ -> ctx.redirect(StudioDesk.path(item) + "?done=wording", HttpStatus.SEE_OTHER);
            case Saved.Conflict _ ->
                pages.told(
                        ctx,
                        item,
                        HttpStatus.CONFLICT,
                        "Somebody else changed the file at the same moment. Try it again.");
            case Saved.Refused(var why) -> pages.told(ctx, item, HttpStatus.UNPROCESSABLE_CONTENT, why);
        }
    }

    void keep(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var words = fields.getOrDefault("words", "").strip();
        switch (bench.kept(ctx, item, fields.getOrDefault("cause", ""), words)) {
            case Saved.Done _ -> ctx.redirect(StudioDesk.path(item) + "?done=test", HttpStatus.SEE_OTHER);
            case Saved.Conflict _ ->
                pages.told(ctx, item, HttpStatus.CONFLICT, "Somebody else wrote that test at the same moment.");
            case Saved.Refused(var why) -> pages.told(ctx, item, HttpStatus.UNPROCESSABLE_CONTENT, why);
        }
    }

    void apiKeep(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "words", "cause");
        var words = body.text("words", Limits.QUESTION_CHARACTERS);
        var cause = body.optionalText("cause", MOST_ID_CHARACTERS);
        body.check();
        switch (bench.kept(ctx, item, cause, words.strip())) {
            case Saved.Done(var digest) -> ctx.status(HttpStatus.CREATED).json(Map.of("digest", digest));
            case Saved.Conflict _ ->
                throw new Failure(Failure.Problem.of(
                        "changed-meanwhile", 409, "Changed meanwhile", "Somebody else wrote that test. Look at it."));
            case Saved.Refused(var why) -> throw new Failure(Failure.Problem.of("not-kept", 422, "Not kept", why));
        }
    }

    void apiAddWording(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "question", "words");
        var question = body.text("question", MOST_ID_CHARACTERS);
        var words = body.text("words", Limits.QUESTION_CHARACTERS);
        body.check();
        switch (added(ctx, item, question, words)) {
            case Saved.Done(var digest) -> ctx.json(Map.of("digest", digest));
            case Saved.Conflict _ ->
                throw new Failure(Failure.Problem.of(
                        "changed-meanwhile",
                        409,
                        "Changed meanwhile",
                        "Somebody else changed the file. Try it again."));
            case Saved.Refused(var why) -> throw new Failure(Failure.Problem.of("not-added", 422, "Not added", why));
        }
    }

    private Saved added(Context ctx, Item item, String question, String words) {
        var mistake = Texts.mistake(words, Limits.QUESTION_CHARACTERS);
        return mistake.isEmpty()
                ? desk.deeds().addWording(ctx, item, desk.manuscript(item), question, words)
                : new Saved.Refused("The wording " + mistake + ".");
    }
}
