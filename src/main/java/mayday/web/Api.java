package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mayday.drill.Room;
import mayday.incident.ActionMenu;
import mayday.incident.ClockMode;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import mayday.web.view.CatalogueView;
import mayday.web.view.DebriefBody;

/** The JSON API: reading, and opening an incident. */
final class Api {
    private static final int MOST_ID_CHARACTERS = 64;

    private final Site site;
    private final DebriefShelf debriefs;

    Api(Site site, DebriefShelf debriefs) {
        this.site = site;
        this.debriefs = debriefs;
    }

    void scenarios(Context ctx) {
        ctx.json(site.library.scenarios().stream().map(CatalogueView.Entry::of).toList());
    }

    void open(Context ctx) {
        var body = Body.of(ctx, "scenario", "clock", "seed", "cause");
        var id = body.text("scenario", MOST_ID_CHARACTERS);
        var clock = body.oneOf("clock", List.of(Words.kebab(ClockMode.PRACTICE), Words.kebab(ClockMode.LIVE)));
        var seed = body.optionalLong("seed");
        var cause = body.optionalText("cause", MOST_ID_CHARACTERS);
        var scenario = site.library.find(new ScenarioId(id));
        if (!id.isBlank() && scenario.isEmpty()) {
            body.wrong("scenario", "names no scenario of this server");
        }
        body.check();
        var mode = Words.parse(ClockMode.class, clock).orElseThrow();
        var room = open(ctx, scenario.orElseThrow(), mode, seed.orElseGet(site::anySeed), cause);
        ctx.header("Location", "/api/v1/incidents/" + room.id());
        ctx.status(HttpStatus.CREATED).json(RoomPages.incident(room));
    }

    private Room open(Context ctx, Scenario scenario, ClockMode mode, long seed, String cause) {
        if (cause.isEmpty()) {
            return site.open(ctx, scenario, mode, seed);
        }
        site.facilitator.require(ctx, "Only a facilitator may choose the cause; leave it out to have one drawn.");
        var chosen = scenario.causes().stream()
                .map(Cause::id)
                .filter(each -> each.value().equals(cause))
                .findFirst()
                .orElseThrow(
                        () -> Failure.invalid(List.of(new Failure.Place("/cause", "names no cause of this scenario"))));
        return site.open(ctx, scenario, mode, seed, chosen);
    }

    void incident(Context ctx) {
        ctx.json(RoomPages.incident(site.room(ctx)));
    }

    void evidence(Context ctx) {
        ctx.json(RoomPages.evidence(ctx, site.room(ctx)));
    }

    /** What can be done. Nothing here needs anybody's approval yet. */
    record ActionKindBody(
            String id,
            String name,
            List<String> targets,
            List<Map<String, Object>> arguments,
            long durationSeconds,
            long leastSeconds,
            long mostSeconds,
            String blastRadius,
            List<String> needsApprovalOf) {}

    void actions(Context ctx) {
        var scenario = site.room(ctx).incident().scenario();
        ctx.json(ActionMenu.of(scenario).items().stream().map(Api::body).toList());
    }

    private static ActionKindBody body(ActionMenu.Item item) {
        var least = item.takes().least().toSeconds();
        var most = item.takes().most().toSeconds();
        return new ActionKindBody(
                item.id(),
                item.title(),
                item.targets(),
                item.arguments().stream().map(Api::body).toList(),
                (least + most) / 2,
                least,
                most,
                item.blastWords(),
                List.of());
    }

    private static Map<String, Object> body(ActionMenu.Argument argument) {
        var body = new TreeMap<String, Object>();
        body.put("name", argument.name());
        body.put("usual", argument.usual());
        switch (argument) {
            case ActionMenu.Argument.Choice choice -> body.put("choices", choice.choices());
            case ActionMenu.Argument.Whole whole -> {
                body.put("least", whole.least());
                body.put("most", whole.most());
            }
        }
        return body;
    }

    void debrief(Context ctx) {
        var room = site.room(ctx);
        if (!room.incident().isOver()) {
            throw new Failure(Failure.Problem.of(
                    "incident-open", 409, "Not yet", "There is a debrief when the incident has ended."));
        }
        ctx.json(DebriefBody.of(debriefs.of(room)));
    }
}
