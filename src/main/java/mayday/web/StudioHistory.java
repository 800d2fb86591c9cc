package mayday.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import mayday.compiler.Sources;
import mayday.journal.Edition;
import mayday.scenario.Words;
import mayday.studio.Differences;
import mayday.studio.Item;
import mayday.web.view.DiffLine;
import mayday.web.view.EditionsView;
import mayday.web.view.StudioView.Notice;

/** What scenarios and systems were before: a page and its JSON. */
final class StudioHistory {
    private final Site site;
    private final StudioDesk desk;
    private final InstantSource wallClock;

    StudioHistory(Site site, StudioDesk desk, InstantSource wallClock) {
        this.site = site;
        this.desk = desk;
        this.wallClock = wallClock;
    }

    void page(Context ctx) {
        page(ctx, Notice.NONE);
    }

    void page(Context ctx, Notice notice) {
        var item = desk.item(ctx);
        var chosen = ctx.queryParam("edition");
        var view = EditionsView.of(
                item.name(),
                StudioDesk.path(item),
                rows(item),
                chosen == null ? List.of() : List.of(chosen(item, chosen)),
                wallClock.instant());
        ctx.html(site.templates.render(
                "studio-history.jte",
                Map.of(
                        "view",
                        view,
                        "isScenario",
                        item instanceof Item.OfScenario,
                        "notice",
                        notice,
                        "visitor",
                        site.visitor(ctx))));
    }

    void list(Context ctx) {
        ctx.json(rows(desk.item(ctx)).stream().map(EditionBody::of).toList());
    }

    void show(Context ctx) {
        ctx.json(chosen(desk.item(ctx), ctx.pathParam("number")));
    }

    /** An edition as the API lists it. */
    record EditionBody(long number, String revision, String standing, String by, String notedAt) {
        static EditionBody of(Edition edition) {
            return new EditionBody(
                    edition.number(),
                    edition.revision().digest(),
                    Words.kebab(edition.standing()),
                    edition.isOnDisk() ? "on the disk" : edition.by().name(),
                    edition.notedAt().toString());
        }
    }

    private List<Edition> rows(Item item) {
        return desk.studio().editions(item);
    }

    /** An edition, with what it changed of the one before and what has changed since. */
    private EditionsView.Chosen chosen(Item item, String number) {
        var edition = number.matches("[0-9]{1,9}")
                ? desk.studio().edition(item, Long.parseLong(number))
                : java.util.Optional.<Edition>empty();
        var found = edition.orElseThrow(() -> Failure.notFound(
                "There is no edition " + number + " of " + item.name() + ", or it is so old that it was given up."));
        var text = text(found);
        var before = rows(item).stream()
                .filter(each -> each.number() < found.number())
                .findFirst()
                .map(this::text)
                .orElse(new Sources(text.main(), Map.of()));
        var now = desk.studio().sources(item).orElse(text);
        return new EditionsView.Chosen(
                found.number(),
                DiffLine.ofFiles(Differences.between(before, text)),
                DiffLine.ofFiles(Differences.between(text, now)),
                text.main(),
                text.files());
    }

    private Sources text(Edition edition) {
        return desk.studio()
                .text(edition)
                .orElseThrow(
                        () -> Failure.notFound("The text of edition " + edition.number() + " is not kept any more."));
    }
}
