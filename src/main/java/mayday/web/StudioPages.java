package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.compiler.Compilation;
import mayday.compiler.Manuscript;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Terms;
import mayday.journal.Deed;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.studio.Item;
import mayday.studio.Saved;
import mayday.studio.Studio;
import mayday.web.StudioDesk.Typed;
import mayday.web.view.DiffLine;
import mayday.web.view.NewScenarioView;
import mayday.web.view.PreviewView;
import mayday.web.view.StudioView.Notice;

/** The studio's pages and the forms on them: scenarios and systems are listed, written and played. */
final class StudioPages {
    private static final Pattern DRAFT = Pattern.compile("(?m)^draft:[ \\t]*true[ \\t]*(#.*)?(\\r?\\n|\\z)");
    private static final Pattern SEED = Pattern.compile("-?[0-9]{1,18}");

    private final Site site;
    private final StudioDesk desk;
    private final QuestionBench bench;

    StudioPages(Site site, StudioDesk desk, QuestionBench bench) {
        this.site = site;
        this.desk = desk;
        this.bench = bench;
    }

    void list(Context ctx) {
        list(ctx, notice(StudioDesk.query(ctx).getOrDefault("done", "")));
    }

    void list(Context ctx, Notice notice) {
        list(ctx, notice, Map.of());
    }

    /** @param fields what was typed into the form for a new scenario */
    void list(Context ctx, Notice notice, Map<String, String> fields) {
        var made = NewScenarioView.of(desk.studio().shelf().systems(), fields);
        ctx.html(site.templates.render(
                "studio.jte",
                Map.of("view", desk.list(), "made", made, "notice", notice, "visitor", site.visitor(ctx))));
    }

    void show(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioDesk.query(ctx);
        var notice = notice(fields.getOrDefault("done", ""));
        page(ctx, item, desk.file(item, fields.getOrDefault("file", "")), Optional.empty(), fields, notice);
    }

    /** What a redirect says of the move before it. */
    private static Notice notice(String done) {
        return switch (done) {
            case "saved" -> Notice.good("Saved.");
            case "same" -> Notice.good("There was nothing to save.");
            case "published" -> Notice.good("Published: new incidents are played with it.");
            case "wording" -> Notice.good("The wording was added.");
            case "test" -> Notice.good("Kept as a test.");
            case "tested" -> Notice.good("The tests were played: see below the question bench.");
            case "imported" -> Notice.good("Imported.");
            case "made" -> Notice.good("Made, as a draft: learners have it once you publish it.");
            case "deleted" -> Notice.good("Deleted. It can be put back, below.");
            case "back" -> Notice.good("Put back.");
            case "recorded" -> Notice.good("The recordings were written, and what they need is in the text.");
            default -> Notice.NONE;
        };
    }

    private void page(
            Context ctx, Item item, String file, Optional<Typed> typed, Map<String, String> fields, Notice notice) {
        var view = desk.view(item, file, typed, StudioDesk.asked(fields), notice);
        var parameters = new HashMap<String, Object>(
                Map.of("view", view, "visitor", site.visitor(ctx), "ask", fields.getOrDefault("ask", "")));
        if (!fields.getOrDefault("ask", "").isBlank()
                && studied(item) instanceof Compilation.Compiled(var scenario, var _)) {
            parameters.put("trial", bench.trial(scenario, fields));
        }
        ctx.html(site.templates.render("studio-desk.jte", parameters));
    }

    /** What a scenario compiles to; a system, to nothing. */
    private Compilation studied(Item item) {
        return desk.studio()
                .manuscript(item.key())
                .map(Manuscript::compilation)
                .orElse(new Compilation.Failed(List.of()));
    }

    /** The curves and states of another cause, signal or action: a part of the page, for a script. */
    void preview(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var scenario = desk.scenario(item, desk.edited(item, fields));
        ctx.html(site.templates.render(
                "studio/preview.jte",
                Map.of("preview", PreviewView.of(scenario, StudioDesk.asked(fields)), "path", StudioDesk.path(item))));
    }

    void save(Context ctx) {
        var fields = StudioBody.form(ctx);
        var found = desk.find(ctx);
        if (found.isEmpty()) {
            lost(ctx, fields);
            return;
        }
        var item = found.get();
        switch (fields.getOrDefault("do", "save")) {
            case "check" -> again(ctx, item, fields, Notice.NONE);
            case "publish" -> publish(ctx, item, fields);
            case "play" -> play(ctx, item, fields);
            default -> saved(ctx, item, fields).ifPresent(how -> back(ctx, item, fields, how));
        }
    }

    private void back(Context ctx, Item item, Map<String, String> fields, String done) {
        var main = desk.file(item, "");
        var file = fields.getOrDefault("file", main);
        var query = "?done=" + done + (file.equals(main) ? "" : "&file=" + file);
        ctx.redirect(StudioDesk.path(item) + query, HttpStatus.SEE_OTHER);
    }

    /** Saves what was typed if it is new; empty if it could not be, and the page that says why was sent. */
    private Optional<String> saved(Context ctx, Item item, Map<String, String> fields) {
        var file = desk.file(item, fields.getOrDefault("file", ""));
        var text = text(fields);
        if (desk.studio().open(item, file) instanceof Studio.Opened.Text(var content)
                && content.text().equals(text)) {
            return Optional.of("same");
        }
        var expected = fields.getOrDefault("expected", "");
        return switch (desk.deeds().save(ctx, item, file, text, expected, Deed.SCENARIO_SAVED)) {
            case Saved.Done _ -> Optional.of("saved");
            case Saved.Refused(var why) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                again(ctx, item, fields, Notice.bad(why));
                yield Optional.empty();
            }
            case Saved.Conflict(var theirs, var differences) -> {
                ctx.status(HttpStatus.CONFLICT);
                again(
                        ctx,
                        item,
                        fields,
                        new Notice(
                                "bad",
                                "Somebody else changed this file since you opened it. Nothing was saved and nothing is lost:"
                                        + " your text is below. Look at what differs, then save again to put yours in place"
                                        + " of theirs, or take over what they did first.",
                                theirs.digest(),
                                DiffLine.of(differences)));
                yield Optional.empty();
            }
        };
    }

    /** The page as it is on the disk, with what went wrong. */
    void told(Context ctx, Item item, HttpStatus status, String why) {
        ctx.status(status);
        page(ctx, item, desk.file(item, ""), Optional.empty(), Map.of(), Notice.bad(why));
    }

    private static String text(Map<String, String> fields) {
        return fields.getOrDefault("text", "").replace("\r\n", "\n");
    }

    /** Its folder has vanished from the disk, but nobody should lose what they wrote. */
    private void lost(Context ctx, Map<String, String> fields) {
        ctx.status(HttpStatus.CONFLICT);
        ctx.html(site.templates.render(
                "studio-lost.jte",
                Map.of("file", fields.getOrDefault("file", ""), "text", text(fields), "visitor", site.visitor(ctx))));
    }

    private void again(Context ctx, Item item, Map<String, String> fields, Notice notice) {
        if (!desk.isThere(item)) {
            lost(ctx, fields);
            return;
        }
        // Who has been told what the others did may save over it: the next save knows theirs.
        var expected = notice.theirs().isEmpty() ? fields.getOrDefault("expected", "") : notice.theirs();
        var file = desk.file(item, fields.getOrDefault("file", ""));
        page(ctx, item, file, Optional.of(new Typed(text(fields), expected)), fields, notice);
    }

    private void publish(Context ctx, Item item, Map<String, String> fields) {
        if (saved(ctx, item, fields).isEmpty()) {
            return;
        }
        var mistake = published(ctx, item);
        if (mistake.isEmpty()) {
            back(ctx, item, Map.of(), "published");
        } else {
            ctx.status(HttpStatus.CONFLICT);
            page(ctx, item, desk.file(item, ""), Optional.empty(), fields, Notice.bad(mistake));
        }
    }

    /** Takes the mark of a draft off; why that cannot be done, or nothing. */
    String published(Context ctx, Item item) {
        var manuscript = desk.manuscript(item);
        if (manuscript.compilation() instanceof Compilation.Failed) {
            return "It has errors. Mend them, then publish it.";
        }
        if (!manuscript.draft()) {
            return "";
        }
        var file = manuscript.sources().main();
        if (!(desk.studio().open(item, file) instanceof Studio.Opened.Text(var content))) {
            return "Its file cannot be edited here.";
        }
        var text = DRAFT.matcher(content.text()).replaceFirst("");
        if (text.equals(content.text())) {
            return "Take draft: true out of the file by hand: it stands where it is not looked for.";
        }
        return switch (desk.deeds().save(ctx, item, file, text, content.digest(), Deed.SCENARIO_PUBLISHED)) {
            case Saved.Done _ -> "";
            case Saved.Conflict _ -> "Somebody else changed the file at the same moment. Look at it, then publish it.";
            case Saved.Refused(var why) -> why;
        };
    }

    private void play(Context ctx, Item item, Map<String, String> fields) {
        if (saved(ctx, item, fields).isEmpty()) {
            return;
        }
        if (desk.manuscript(item).compilation() instanceof Compilation.Failed) {
            ctx.status(HttpStatus.CONFLICT);
            page(
                    ctx,
                    item,
                    desk.file(item, fields.getOrDefault("file", "")),
                    Optional.empty(),
                    fields,
                    Notice.bad("It was saved, but it has errors. Mend them, then play it."));
            return;
        }
        ctx.redirect(
                "/incidents/" + played(ctx, item, fields.getOrDefault("cause", ""), fields.getOrDefault("seed", "")),
                HttpStatus.SEE_OTHER);
    }

    /** Opens an incident of the scenario as it is written now: its id. */
    String played(Context ctx, Item item, String cause, String seed) {
        var scenario = desk.scenario(item);
        if (!seed.isEmpty() && !SEED.matcher(seed).matches()) {
            throw new Failure(Failure.Problem.of("bad-seed", 422, "Not a seed", "The seed must be a whole number."));
        }
        var number = seed.isEmpty() ? 1L : Long.parseLong(seed);
        var truth = scenario.causes().stream()
                .map(each -> each.id())
                .filter(each -> each.value().equals(cause))
                .findFirst()
                .orElseGet(() -> drawn(scenario, cause, number));
        var terms = new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF);
        return site.rooms()
                .open(scenario, number, truth, ClockMode.PRACTICE, terms, site.learners.of(ctx))
                .id()
                .value();
    }

    private static CauseId drawn(Scenario scenario, String cause, long seed) {
        if (!cause.isEmpty()) {
            var isHerring = scenario.redHerrings().stream()
                    .anyMatch(each -> each.id().value().equals(cause));
            throw new Failure(Failure.Problem.of(
                    "unknown-cause",
                    422,
                    "No such cause",
                    isHerring
                            ? cause + " is a red herring, which is never true: choose a cause to play."
                            : "The scenario has no cause " + cause + "."));
        }
        return Decider.drawCause(scenario, seed);
    }
}
