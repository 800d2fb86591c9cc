package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.recording.WishesInWords;
import mayday.studio.Item;
import mayday.studio.Receiving.Looked;
import mayday.studio.Receiving.Received;
import mayday.studio.Receiving.Sent;
import mayday.web.view.RecordingsView;
import mayday.web.view.RecordingsView.Look;
import mayday.web.view.StudioView.Notice;

/** Recordings of a real incident are sent, looked at, and written into a scenario: by forms and by the JSON API. */
final class StudioRecordings {
    /** Of one request: what is larger is taken in with {@code mayday import}, which reads files where they are. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_NAME_CHARACTERS = 200;
    private static final List<String> FIELDS = List.of("format", "at", "from", "until", "time", "domains", "uuids");

    private final Site site;
    private final StudioDesk desk;

    StudioRecordings(Site site, StudioDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    void page(Context ctx) {
        page(ctx, desk.item(ctx), Map.of(), List.of(), Notice.NONE);
    }

    private void page(Context ctx, Item item, Map<String, String> fields, List<Look> looked, Notice notice) {
        var view = RecordingsView.of(item.name(), StudioDesk.path(item), fields, looked);
        ctx.html(site.templates.render(
                "studio-recordings.jte", Map.of("view", view, "notice", notice, "visitor", site.visitor(ctx))));
    }

    void look(Context ctx) {
        var item = desk.item(ctx);
        var fields = fields(ctx);
        switch (looked(ctx, item, fields)) {
            case Looked.At look -> page(ctx, item, fields, List.of(Look.of(look)), Notice.NONE);
            case Looked.Refused(var why) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                page(ctx, item, fields, List.of(), Notice.bad(RecordingsView.onThePage(why)));
            }
        }
    }

    void apiLook(Context ctx) {
        switch (looked(ctx, desk.item(ctx), fields(ctx))) {
            case Looked.At look -> ctx.json(Look.of(look));
            case Looked.Refused(var why) ->
                throw new Failure(Failure.Problem.of("bad-recording", 422, "Not taken in", why));
        }
    }

    private static Map<String, String> fields(Context ctx) {
        StudioBody.require(ctx, "multipart/form-data", "Send the files as a browser does: multipart/form-data.");
        var fields = new HashMap<String, String>();
        for (var name : FIELDS) {
            var value = ctx.formParam(name);
            if (value != null) {
                fields.put(name, value.strip());
            }
        }
        return fields;
    }

    private Looked looked(Context ctx, Item item, Map<String, String> fields) {
        var wishes = new WishesInWords(
                fields.getOrDefault("format", ""),
                fields.getOrDefault("at", ""),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("until", ""),
                fields.getOrDefault("time", ""),
                Stream.of(fields.getOrDefault("domains", "").split("[\\s,]+"))
                        .filter(domain -> !domain.isEmpty())
                        .toList());
        // A form whose field was left empty sends a file without a name.
        var files = ctx.uploadedFiles("files").stream()
                .filter(file -> !file.filename().isEmpty())
                .map(StudioRecordings::sent)
                .toList();
        var sources = desk.manuscript(item).sources();
        return desk.studio()
                .receiving()
                .look(
                        item.name(),
                        sources,
                        files,
                        wishes,
                        fields.getOrDefault("uuids", "").equals("yes"));
    }

    private static Sent sent(UploadedFile file) {
        // Some browsers send the path; wherever it leads, only the last name of it is looked at.
        var name = file.filename().replaceFirst(".*[/\\\\]", "");
        var bounded = name.length() > MOST_NAME_CHARACTERS ? name.substring(0, MOST_NAME_CHARACTERS) : name;
        return new Sent(bounded, file.size(), file::content);
    }

    void write(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var append = "yes".equals(fields.get("append"));
        switch (desk.deeds().received(ctx, item, fields.getOrDefault("look", ""), append)) {
            case Received.Done(var paths) ->
                ctx.redirect(
                        StudioDesk.path(item) + (append ? "?done=recorded" : "?file=" + paths.getFirst()),
                        HttpStatus.SEE_OTHER);
            case Received.Refused(var why) -> {
                ctx.status(HttpStatus.CONFLICT);
                page(ctx, item, Map.of(), List.of(), Notice.bad(why));
            }
        }
    }

    void apiWrite(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "append");
        var append = body.has("append") && body.truth("append");
        body.check();
        switch (desk.deeds().received(ctx, item, ctx.pathParam("look"), append)) {
            case Received.Done(var paths) -> ctx.status(HttpStatus.CREATED).json(Map.of("files", paths));
            case Received.Refused(var why) ->
                throw new Failure(Failure.Problem.of("not-written", 409, "Not written", why));
        }
    }
}
