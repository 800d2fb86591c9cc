package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.incident.Limits;
import mayday.journal.Deed;
import mayday.scenario.Revision;
import mayday.studio.FileContent;
import mayday.studio.Item;
import mayday.studio.Saved;
import mayday.studio.Studio;
import mayday.web.StudioDesk.Edited;
import mayday.web.view.DiffLine;
import mayday.web.view.PreviewView;
import mayday.web.view.StudioListView;
import mayday.web.view.StudioView;

/** The JSON API of the studio. */
final class ApiStudio {
    private static final int MOST_PATH_CHARACTERS = 300;
    private static final int MOST_ID_CHARACTERS = 100;

    private final StudioDesk desk;
    private final StudioPages pages;
    private final QuestionBench bench;

    ApiStudio(StudioDesk desk, StudioPages pages, QuestionBench bench) {
        this.desk = desk;
        this.pages = pages;
        this.bench = bench;
    }

    void scenarios(Context ctx) {
        ctx.json(desk.list().scenarios());
    }

    void systems(Context ctx) {
        ctx.json(desk.list().systems());
    }

    /** Which keys can be written where. */
    void keys(Context ctx) {
        ctx.json(desk.studio().keys());
    }

    /** An item, with its files and what is wrong with it. */
    record ItemBody(StudioListView.Row standing, List<String> files, StudioView.Findings findings) {}

    void item(Context ctx) {
        var item = desk.item(ctx);
        var list = item instanceof Item.OfScenario
                ? desk.list().scenarios()
                : desk.list().systems();
        var row = list.stream()
                .filter(each -> each.id().equals(item.name()))
                .findFirst()
                .orElseThrow(() -> Failure.notFound("It has vanished from the disk."));
        ctx.json(new ItemBody(
                row,
                desk.studio().files(item),
                StudioView.Findings.of(desk.studio().check(item))));
    }

    /** A file, as an editor needs it. */
    record FileBody(String path, String text, String digest, boolean windowsLines, boolean byteOrderMark) {
        static FileBody of(String path, FileContent content) {
            return new FileBody(path, content.text(), content.digest(), content.windowsLines(), content.marked());
        }
    }

    void file(Context ctx) {
        var item = desk.item(ctx);
        var asked = ctx.queryParam("path");
        var path = desk.file(item, asked == null ? "" : asked);
        switch (desk.studio().open(item, path)) {
            case Studio.Opened.Text(var content) -> {
                if (content.digest().equals(FileContent.NONE)) {
                    throw Failure.notFound("There is no file " + path + " here.");
                }
                ctx.json(FileBody.of(path, content));
            }
            case Studio.Opened.Unfit(var why) -> throw unfit(why);
        }
    }

    private static Failure unfit(String why) {
        return new Failure(Failure.Problem.of("cannot-be-edited", 422, "Cannot be edited", why));
    }

    /** What somebody else saved meanwhile. */
    record ConflictBody(
            String type, String title, int status, String detail, FileBody theirs, List<DiffLine> differences) {}

    void save(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "path", "text", "expected");
        var path = desk.file(item, body.optionalText("path", MOST_PATH_CHARACTERS));
        var text = body.anyText("text");
        var expected = body.text("expected", MOST_ID_CHARACTERS);
        body.check();
        switch (desk.deeds().save(ctx, item, path, text, expected, Deed.SCENARIO_SAVED)) {
            case Saved.Done _ -> {
                if (desk.studio().open(item, path) instanceof Studio.Opened.Text(var content)) {
                    ctx.json(FileBody.of(path, content));
                }
            }
            case Saved.Refused(var why) -> throw unfit(why);
            case Saved.Conflict(var theirs, var differences) ->
                ctx.status(HttpStatus.CONFLICT)
                        .json(new ConflictBody(
                                "/api#problem-changed-meanwhile",
                                "Changed meanwhile",
                                409,
                                "Somebody else changed this file. Nothing was saved: look at theirs, then save with its"
                                        + " digest as expected.",
                                FileBody.of(path, theirs),
                                DiffLine.of(differences)))
                        .contentType("application/problem+json");
        }
    }

    void check(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "path", "text");
        var path = desk.file(item, body.optionalText("path", MOST_PATH_CHARACTERS));
        var text = body.anyText("text");
        body.check();
        if (!desk.studio().belongs(item, path)) {
            throw unfit("A file of " + item.name() + " cannot be called " + path + ".");
        }
        ctx.json(StudioView.Findings.of(desk.studio().check(item, path, text)));
    }

    void proofs(Context ctx) {
        var _ = desk.item(ctx);
        var revision = ctx.pathParam("revision");
        ctx.json(StudioView.Findings.of(revision, desk.studio().proofs(new Revision(revision))));
    }

    void preview(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "cause", "signal", "service", "action", "minute", "path", "text");
        var asked = new PreviewView.Asked(
                body.optionalText("cause", MOST_ID_CHARACTERS),
                body.optionalText("signal", MOST_ID_CHARACTERS),
                body.optionalText("service", MOST_ID_CHARACTERS),
                body.optionalText("action", MOST_ID_CHARACTERS),
                body.has("minute") ? body.whole("minute", 0, mayday.studio.Preview.LAST_MINUTE) : 0);
        var edited = edited(item, body);
        body.check();
        ctx.json(PreviewBody.of(PreviewView.of(desk.scenario(item, edited), asked)));
    }

    /** A preview without its drawings. */
    record PreviewBody(
            PreviewView.Asked chosen,
            List<mayday.web.view.Choice> actions,
            List<State> states,
            List<Machine> machines,
            String told,
            List<List<Number>> points) {
        record State(String state, String since) {}

        record Machine(String fault, List<String> ways) {}

        static PreviewBody of(PreviewView view) {
            return new PreviewBody(
                    view.chosen(),
                    view.actions(),
                    view.bands().stream()
                            .map(band -> new State(band.state(), band.since()))
                            .toList(),
                    view.machines().stream()
                            .map(each -> new Machine(each.fault(), each.told()))
                            .toList(),
                    view.told(),
                    view.points());
        }
    }

    void trial(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "words", "cause", "path", "text");
        var words = body.text("words", Limits.QUESTION_CHARACTERS);
        var cause = body.optionalText("cause", MOST_ID_CHARACTERS);
        var edited = edited(item, body);
        body.check();
        ctx.json(bench.trial(desk.scenario(item, edited), cause, words));
    }

    /** The text that stands in for what is saved, if one is sent. */
    Optional<Edited> edited(Item item, Body body) {
        var path = body.optionalText("path", MOST_PATH_CHARACTERS);
        return body.has("text")
                ? Optional.of(new Edited(desk.file(item, path), body.anyText("text")))
                : Optional.empty();
    }

    void misunderstood(Context ctx) {
        ctx.json(desk.misread(desk.item(ctx)));
    }

    void publish(Context ctx) {
        var item = desk.item(ctx);
        var mistake = pages.published(ctx, item);
        if (!mistake.isEmpty()) {
            throw new Failure(Failure.Problem.of("not-published", 409, "Not published", mistake));
        }
        item(ctx);
    }

    void play(Context ctx) {
        var item = desk.item(ctx);
        var body = StudioBody.json(ctx, "cause", "seed");
        var cause = body.optionalText("cause", MOST_ID_CHARACTERS);
        var seed = body.optionalNumber("seed");
        body.check();
        var id = pages.played(ctx, item, cause, seed);
        ctx.header("Location", "/api/v1/incidents/" + id);
        ctx.status(HttpStatus.CREATED).json(Map.of("id", id));
    }
}
