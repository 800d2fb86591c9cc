package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.compiler.Compilation;
import mayday.compiler.Manuscript;
import mayday.compiler.ScenarioCompiler;
import mayday.journal.Edition;
import mayday.scenario.Scenario;
import mayday.scenario.Words;
import mayday.studio.Checked;
import mayday.studio.FileContent;
import mayday.studio.Item;
import mayday.studio.LiveLibrary;
import mayday.studio.Studio;
import mayday.web.view.Choice;
import mayday.web.view.PreviewView;
import mayday.web.view.StudioListView;
import mayday.web.view.StudioView;
import mayday.web.view.TestsView;

/** Puts what is written onto an author's desk: what pages and API of the studio have in common. */
final class StudioDesk {
    private static final int MOST_MISREAD = 30;

    private final Site site;
    private final InstantSource wallClock;
    private final StudioDeeds deeds;

    StudioDesk(Site site, InstantSource wallClock) {
        this.site = site;
        this.wallClock = wallClock;
        this.deeds = new StudioDeeds(site, wallClock);
    }

    /** What can be done to what is written. */
    StudioDeeds deeds() {
        return deeds;
    }

    Studio studio() {
        return site.studio();
    }

    StudioListView list() {
        var now = wallClock.instant();
        var scenarios = studio().written().manuscripts().stream()
                .map(each -> StudioListView.Row.of(
                        each,
                        latest(each.folder()),
                        now,
                        Item.scenario(each.folder()).isPresent()))
                .toList();
        var systems = studio().systems().keySet().stream()
                .sorted()
                .map(name -> system(name, now))
                .toList();
        var deleted = studio().shelf().deleted().stream()
                .map(each -> StudioListView.Gone.of(each, now))
                .toList();
        return new StudioListView(scenarios, systems, deleted);
    }

    private StudioListView.Row system(String name, java.time.Instant now) {
        var item = new Item.OfSystem(name);
        var sources = studio().sources(item).orElseThrow();
        var problems =
                ScenarioCompiler.checkSystem(sources.main(), sources.files().getOrDefault(sources.main(), ""));
        var users = studio().written().manuscripts().stream()
                .filter(each -> each.refersTo(sources.main()))
                .count();
        var title = users == 1 ? "1 scenario" : users + " scenarios";
        return StudioListView.Row.ofSystem(name, title, problems, latest(item.key()), now);
    }

    private Optional<Edition> latest(String key) {
        return studio().latest(key);
    }

    /** The item that the path names; 404 if there is none. */
    Item item(Context ctx) {
        return find(ctx)
                .orElseThrow(() -> Failure.notFound("There is no such scenario or system in the folder of scenarios."
                        + " If it was there a moment ago, its folder has vanished from the disk."));
    }

    /** The item that the path names, if there is one. */
    Optional<Item> find(Context ctx) {
        var names = ctx.pathParamMap();
        var item = names.containsKey("system")
                ? Item.system(names.getOrDefault("system", ""))
                : Item.scenario(names.getOrDefault("scenario", ""));
        return item.filter(this::isThere);
    }

    boolean isThere(Item item) {
        return studio().sources(item).isPresent();
    }

    /** The scenario of an item as it is written now. */
    Manuscript manuscript(Item item) {
        return studio().manuscript(item.key())
                .orElseThrow(() -> Failure.notFound("That is a system: only scenarios can be played."));
    }

    /**
     * A text that somebody is typing.
     *
     * @param file its path within the folder of scenarios
     */
    record Edited(String file, String text) {}

    /** The scenario of an item as it is written now, or as it is being typed. */
    Manuscript manuscript(Item item, Optional<Edited> edited) {
        return edited.isEmpty()
                ? manuscript(item)
                : studio().drafted(item, edited.get().file(), edited.get().text())
                        .orElseThrow(() -> Failure.notFound("The file is no file of " + item.name() + "."));
    }

    /** What the scenario compiles to; 409 if it has errors. */
    Scenario scenario(Item item) {
        return scenario(manuscript(item));
    }

    Scenario scenario(Item item, Optional<Edited> edited) {
        return scenario(manuscript(item, edited));
    }

    /** What a form or a body says that is being typed; nothing if it does not. */
    Optional<Edited> edited(Item item, Map<String, String> fields) {
        return fields.containsKey("text")
                ? Optional.of(new Edited(
                        file(item, fields.getOrDefault("file", "")),
                        fields.getOrDefault("text", "").replace("\r\n", "\n")))
                : Optional.empty();
    }

    static Scenario scenario(Manuscript manuscript) {
        return switch (manuscript.compilation()) {
            case Compilation.Compiled(var scenario, var _) -> scenario;
            case Compilation.Failed _ ->
                throw new Failure(Failure.Problem.of(
                        "broken", 409, "It has errors", "The scenario has errors. Mend them first."));
        };
    }

    /** The file that is asked for, or the item's own. */
    String file(Item item, String asked) {
        return asked.isEmpty() ? studio().sources(item).orElseThrow().main() : asked;
    }

    static String path(Item item) {
        return switch (item) {
            case Item.OfScenario(var name) -> "/studio/" + name;
            case Item.OfSystem(var name) -> "/studio/systems/" + name;
        };
    }

    static String api(Item item) {
        return switch (item) {
            case Item.OfScenario(var name) -> "/api/v1/studio/scenarios/" + name;
            case Item.OfSystem(var name) -> "/api/v1/studio/systems/" + name;
        };
    }

    /** What somebody typed that could not be saved. */
    record Typed(String text, String expected) {}

    StudioView view(Item item, String file, Optional<Typed> typed, PreviewView.Asked asked, StudioView.Notice notice) {
        var edition = latest(item.key());
        var desk = desk(item, file, typed);
        var checked = desk.unfit().isEmpty() ? studio().check(item, file, desk.text()) : studio().check(item);
        var compiled = item instanceof Item.OfScenario
                        && manuscript(item).compilation() instanceof Compilation.Compiled(var scenario, var _)
                ? Optional.of(scenario)
                : Optional.<Scenario>empty();
        return new StudioView(
                item.name(),
                path(item),
                api(item),
                item instanceof Item.OfScenario,
                standing(item, checked),
                studio().manuscript(item.key()).filter(Manuscript::draft).isPresent(),
                edition.map(Edition::number).orElse(0L),
                edition.map(each -> StudioListView.changed(each, wallClock.instant()))
                        .orElse(""),
                desk,
                StudioView.Findings.of(checked),
                compiled.map(each -> PreviewView.of(each, asked)).stream().toList(),
                compiled.map(each -> each.questions().stream()
                                .map(StudioView::choice)
                                .toList())
                        .orElse(List.of()),
                misread(item),
                studio().manuscript(item.key())
                        .map(each -> TestsView.of(studio().tested(each)))
                        .orElse(TestsView.NONE),
                notice);
    }

    private String standing(Item item, Checked checked) {
        return switch (item) {
            case Item.OfScenario _ -> Words.kebab(LiveLibrary.standing(manuscript(item)));
            case Item.OfSystem _ -> checked.errors() > 0 ? "broken" : "published";
        };
    }

    List<StudioView.Misread> misread(Item item) {
        return item instanceof Item.OfScenario(var name)
                ? studio().misunderstood(name).stream()
                        .limit(MOST_MISREAD)
                        .map(StudioView.Misread::of)
                        .toList()
                : List.of();
    }

    private StudioView.Desk desk(Item item, String file, Optional<Typed> typed) {
        var files = new ArrayList<>(studio().files(item));
        if (!files.contains(file)) {
            files.add(file);
        }
        var choices = files.stream()
                .map(each -> new Choice(each, each.substring(each.indexOf('/') + 1)))
                .toList();
        return switch (studio().open(item, file)) {
            case Studio.Opened.Text(var content) ->
                new StudioView.Desk(
                        file,
                        choices,
                        typed.map(Typed::text).orElse(content.text()),
                        typed.map(Typed::expected).orElse(content.digest()),
                        remark(content),
                        "",
                        typed.isEmpty() || typed.get().text().equals(content.text()));
            case Studio.Opened.Unfit(var why) ->
                new StudioView.Desk(file, choices, "", FileContent.NONE, "", why, true);
        };
    }

    static String remark(FileContent content) {
        var ways = Stream.of(
                        content.digest().equals(FileContent.NONE) ? "a new file" : "",
                        content.windowsLines() ? "lines end as on Windows (CRLF), which is kept" : "",
                        content.marked() ? "begins with a byte order mark, which is kept" : "")
                .filter(each -> !each.isEmpty())
                .toList();
        return String.join("; ", ways);
    }

    /** What somebody wants to see of a scenario. */
    static PreviewView.Asked asked(Map<String, String> fields) {
        var minute = fields.getOrDefault("minute", "");
        return new PreviewView.Asked(
                fields.getOrDefault("cause", ""),
                fields.getOrDefault("signal", ""),
                fields.getOrDefault("service", ""),
                fields.getOrDefault("action", ""),
                minute.matches("[0-9]{1,4}") ? Integer.parseInt(minute) : PreviewView.Asked.USUAL.minute());
    }

    /** The parameters of a query, the first of each name. */
    static Map<String, String> query(Context ctx) {
        var fields = new java.util.HashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!values.isEmpty()) {
                fields.put(name, values.getFirst());
            }
        });
        return fields;
    }
}
