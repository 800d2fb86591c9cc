package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Optional;
import mayday.evidence.EvidenceId;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Limits;
import mayday.incident.Stance;
import mayday.incident.Verdict;
import mayday.scenario.FaultClass;
import mayday.scenario.Words;
import mayday.web.view.HypothesisView;

/** The JSON API: hypotheses. Each move on one is answered with how it stands then. */
final class ApiHypotheses {
    private static final int MOST_REASONS = 50;

    private final Site site;

    ApiHypotheses(Site site) {
        this.site = site;
    }

    void state(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "text", "faultClass", "target", "confidence");
        var text = body.optionalText("text", Limits.HYPOTHESIS_CHARACTERS);
        var faultClass = body.has("faultClass")
                ? body.oneOf("faultClass", Words.kebabs(FaultClass.class))
                : Words.kebab(FaultClass.OTHER);
        var target = body.optionalText("target", ApiMoves.MOST_WORD_CHARACTERS);
        var confidence = body.whole("confidence", 0, 100);
        if (!body.has("text") && !body.has("faultClass")) {
            body.wrong("text", "is missing; say a text, a faultClass or both");
        }
        body.check();
        var stated = new Command.StateHypothesis(
                site.mover(ctx, room),
                text.strip(),
                Words.parse(FaultClass.class, faultClass).orElseThrow(),
                target,
                confidence);
        var made = ApiMoves.accepted(room, stated);
        var id = ((Event.HypothesisStated) ApiMoves.last(made.recorded(), Event.HypothesisStated.class)
                        .event())
                .id();
        ctx.status(HttpStatus.CREATED);
        ctx.header("Location", "/api/v1/incidents/" + room.id() + "/hypotheses/" + id);
        answer(ctx, made.after(), id);
    }

    void change(Context ctx) {
        var room = site.room(ctx);
        var id = new HypothesisId(RoomPages.hypothesis(ctx, room).id());
        var body = Body.of(ctx, "confidence", "status", "because");
        var confidence = body.has("confidence") ? body.whole("confidence", 0, 100) : -1;
        var status = body.has("status") ? body.oneOf("status", Words.kebabs(Verdict.class)) : "";
        var because = body.texts("because", MOST_REASONS);
        if (body.has("because") && !body.has("status")) {
            body.wrong("because", "goes with a status");
        }
        body.check();
        var by = site.mover(ctx, room);
        var moves = new ArrayList<Command>();
        if (confidence >= 0) {
            moves.add(new Command.ReviseHypothesis(by, id, confidence));
        }
        Words.parse(Verdict.class, status)
                .ifPresent(verdict -> moves.add(new Command.JudgeHypothesis(
                        by, id, verdict, because.stream().map(EvidenceId::new).toList())));
        var after = Optional.<Incident>empty();
        for (var move : moves) {
            after = Optional.of(ApiMoves.accepted(room, move).after());
        }
        answer(ctx, after.orElseGet(room::incident), id);
    }

    void link(Context ctx) {
        var room = site.room(ctx);
        var id = new HypothesisId(RoomPages.hypothesis(ctx, room).id());
        var body = Body.of(ctx, "evidence", "stance");
        var evidence = body.text("evidence", ApiMoves.MOST_WORD_CHARACTERS);
        var stance = body.oneOf("stance", Words.kebabs(Stance.class));
        body.check();
        var made = ApiMoves.accepted(
                room,
                new Command.LinkEvidence(
                        site.mover(ctx, room),
                        id,
                        new EvidenceId(evidence),
                        Words.parse(Stance.class, stance).orElseThrow()));
        answer(ctx, made.after(), id);
    }

    private static void answer(Context ctx, Incident incident, HypothesisId id) {
        ctx.json(HypothesisView.of(incident.board().hypothesis(id).orElseThrow()));
    }
}
