package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mayday.incident.ActionMenu;
import mayday.incident.ApprovalGate;
import mayday.incident.OpeningRequest;
import mayday.web.view.CatalogueView;

/** The JSON API: reading, and opening an incident. */
final class Api {
    private static final int MOST_ID_CHARACTERS = 64;

    private final Site site;
    private final Judging judging;

    Api(Site site, Judging judging) {
        this.site = site;
        this.judging = judging;
    }

    void scenarios(Context ctx) {
        ctx.json(
                site.listing().scenarios().stream().map(CatalogueView.Entry::of).toList());
    }

    /** A rubric as everybody may know it. */
    record RubricBody(String id, String title, String summary) {}

    void rubrics(Context ctx) {
        ctx.json(site.library().rubrics().stream()
                .map(rubric -> new RubricBody(rubric.id(), rubric.title(), rubric.summary()))
                .toList());
    }

    void open(Context ctx) {
        var body = Body.of(ctx, "scenario", "clock", "seed", "cause", "rubric", "hints", "coach");
        var request = new OpeningRequest(
                body.optionalText("scenario", MOST_ID_CHARACTERS),
                body.optionalText("clock", MOST_ID_CHARACTERS),
                body.optionalNumber("seed"),
                body.optionalText("cause", MOST_ID_CHARACTERS),
                body.optionalText("rubric", MOST_ID_CHARACTERS),
                new OpeningRequest.Help(
                        body.has("hints") ? Boolean.toString(body.truth("hints")) : "",
                        body.optionalText("coach", MOST_ID_CHARACTERS),
                        site.facilitator.is(ctx)));
        if (!request.cause().isEmpty()) {
            // Before it is read: whether there is such a cause is not everybody's to know.
            site.facilitator.require(ctx, "Only a facilitator may choose the cause; leave it out to have one drawn.");
        }
        var reading = site.read(request);
        if (reading instanceof OpeningRequest.Rejected(var mistakes)) {
            mistakes.forEach(mistake -> body.wrong(mistake.where(), mistake.detail()));
        }
        body.check();
        var room = site.open(ctx, (OpeningRequest.Parsed) reading);
        ctx.header("Location", "/api/v1/incidents/" + room.id());
        ctx.status(HttpStatus.CREATED).json(RoomPages.incident(room));
    }

    void incident(Context ctx) {
        ctx.json(RoomPages.incident(site.room(ctx)));
    }

    void evidence(Context ctx) {
        ctx.json(RoomPages.evidence(ctx, site.room(ctx)));
    }

    /**
     * What can be done.
     *
     * @param needsApprovalOf teams whose consent it needs, on some target at least
     * @param approvals on which target, and whose
     */
    record ActionKindBody(
            String id,
            String name,
            List<String> targets,
            List<Map<String, Object>> arguments,
            long durationSeconds,
            long leastSeconds,
            long mostSeconds,
            String blastRadius,
            List<String> needsApprovalOf,
            List<GateBody> approvals) {}

    /**
     * An approval that is needed.
     *
     * @param target empty for any
     */
    record GateBody(String target, String team) {}

    void actions(Context ctx) {
        var scenario = site.room(ctx).incident().scenario();
        ctx.json(ActionMenu.of(scenario).items().stream()
                .map(item -> body(item, ApprovalGate.before(item.id(), scenario)))
                .toList());
    }

    private static ActionKindBody body(ActionMenu.Item item, List<ApprovalGate> gates) {
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
                gates.stream().map(gate -> gate.team().id().value()).distinct().toList(),
                gates.stream()
                        .map(gate ->
                                new GateBody(gate.target(), gate.team().id().value()))
                        .toList());
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
        ctx.json(judging.body(room, judging.of(ctx, room)));
    }
}
