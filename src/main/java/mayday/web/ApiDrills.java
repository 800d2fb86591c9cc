package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillLimits;
import mayday.exercise.DrillRequest;
import mayday.exercise.Probe;
import mayday.exercise.Role;
import mayday.incident.OpeningRequest;
import mayday.incident.OpeningRequest.Mistake;
import mayday.scenario.Words;
import mayday.web.view.DrillBody;
import mayday.web.view.DrillsView;
import mayday.web.view.ProbeView;

/** The JSON API of drills, as far as the people in them need it. */
final class ApiDrills {
    private static final int MOST_WORD_CHARACTERS = 64;
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Words::kebab).toList();

    private final Site site;
    private final DrillDesk desk;
    private final DrillMaking making;
    private final JoinDoor door;

    ApiDrills(Site site, DrillDesk desk, DrillMaking making, JoinDoor door) {
        this.site = site;
        this.desk = desk;
        this.making = making;
        this.door = door;
    }

    /** Facilitators get all drills, everybody else those in which they had a seat. */
    void list(Context ctx) {
        var headings = site.facilitator.is(ctx)
                ? site.drills().all(DrillPages.MOST_DRILLS)
                : site.learners
                        .known(ctx)
                        .map(each -> site.drills().of(each, DrillPages.MOST_DRILLS))
                        .orElse(List.of());
        var listing = site.listing();
        ctx.json(headings.stream()
                .map(each -> DrillsView.Entry.of(each, listing))
                .toList());
    }

    void make(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        var body = Body.of(
                ctx,
                "title",
                "scenario",
                "seed",
                "cause",
                "limitSeconds",
                "speed",
                "teams",
                "people",
                "teamSize",
                "roles",
                "scoreboard",
                "freezesAfterSeconds",
                "hints",
                "coach",
                "rubric",
                "intel");
        var reading = making.read(request(body));
        if (reading instanceof DrillRequest.Rejected(var mistakes)) {
            mistakes.forEach(each -> wrong(body, each));
        }
        body.check();
        var room = making.make(ctx, (DrillRequest.Parsed) reading);
        ctx.header("Location", "/api/v1/drills/" + room.id());
        ctx.status(HttpStatus.CREATED).json(body(new DrillDesk.Visit(room, java.util.Optional.empty(), true)));
    }

    /** Pages count in minutes. */
    private static void wrong(Body body, Mistake mistake) {
        if (mistake.where().equals("freezesAfter")) {
            body.wrong("freezesAfterSeconds", "must be before the time is up");
        } else {
            body.wrong(mistake.where(), mistake.detail());
        }
    }

    private static String minutes(Body body, String name, Duration least) {
        return body.has(name)
                ? Integer.toString(
                        body.wholeMinutes(name, (int) least.toMinutes(), (int) DrillLimits.LONGEST.toMinutes()))
                : "";
    }

    private static DrillRequest request(Body body) {
        return new DrillRequest(
                body.optionalText("title", 10 * DrillLimits.TITLE_CHARACTERS),
                new OpeningRequest(
                        body.optionalText("scenario", MOST_WORD_CHARACTERS),
                        "live",
                        body.optionalNumber("seed"),
                        body.optionalText("cause", MOST_WORD_CHARACTERS),
                        body.optionalText("rubric", MOST_WORD_CHARACTERS),
                        new OpeningRequest.Help(
                                body.has("hints") ? Boolean.toString(body.truth("hints")) : "false",
                                body.optionalText("coach", MOST_WORD_CHARACTERS),
                                true)),
                new DrillRequest.Teams(
                        body.texts("teams", 2 * DrillLimits.TEAMS),
                        body.optionalNumber("people"),
                        body.optionalNumber("teamSize")),
                minutes(body, "limitSeconds", DrillLimits.SHORTEST),
                body.optionalDecimal("speed"),
                body.optionalText("roles", MOST_WORD_CHARACTERS),
                body.optionalText("scoreboard", MOST_WORD_CHARACTERS),
                minutes(body, "freezesAfterSeconds", Duration.ZERO),
                body.words("intel"));
    }

    void join(Context ctx) {
        var body = Body.of(ctx, "code", "name", "team", "role");
        var code = body.text("code", MOST_WORD_CHARACTERS);
        var name = body.text("name", Learners.MOST_NAME_CHARACTERS);
        var team = body.optionalText("team", MOST_WORD_CHARACTERS);
        var role = body.optionalWord("role", ROLES);
        body.check();
        var room = door.open(ctx, code);
        switch (door.enter(ctx, room, name, team, role)) {
            case DrillDecision.Accepted _ -> {
                ctx.header("Location", "/api/v1/drills/" + room.id());
                var seat = site.learners.known(ctx).flatMap(each -> room.drill().seat(each.id()));
                ctx.json(body(new DrillDesk.Visit(room, seat, site.facilitator.is(ctx))));
            }
            case DrillDecision.Refused refused -> throw DrillDesk.refused(refused.refusal());
        }
    }

    void drill(Context ctx) {
        ctx.json(body(desk.visit(ctx)));
    }

    private DrillBody body(DrillDesk.Visit visit) {
        desk.mine(visit);
        return DrillBody.of(visit.drill(), desk.lobby(visit.drill()), visit.seat(), visit.isFacilitator());
    }

    private void make(Context ctx, DrillDesk.Visit visit, DrillCommand command) {
        DrillDesk.make(visit.room(), command);
        ctx.json(body(visit));
    }

    void takeSeat(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "team", "role");
        var team = body.optionalText("team", MOST_WORD_CHARACTERS);
        var role = body.optionalWord("role", ROLES);
        body.check();
        make(ctx, visit, new DrillCommand.TakeSeat(visit.person(), team, role));
    }

    void ready(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "ready");
        var ready = body.truth("ready");
        body.check();
        make(ctx, visit, new DrillCommand.BeReady(visit.person(), ready));
    }

    void say(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "text");
        var text = body.text("text", DrillLimits.SAID_CHARACTERS);
        body.check();
        var by = visit.seat().isPresent() ? visit.person() : desk.facilitator(ctx);
        make(ctx, visit, new DrillCommand.Say(by, text));
    }

    void leave(Context ctx) {
        var visit = desk.visit(ctx);
        DrillDesk.make(visit.room(), new DrillCommand.Leave(visit.person()));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    void handOver(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "to");
        var to = body.optionalText("to", MOST_WORD_CHARACTERS);
        body.check();
        var by = visit.person();
        make(ctx, visit, new DrillCommand.HandOver(by, to.isEmpty() ? by.id() : to));
    }

    void probe(Context ctx) {
        ctx.json(probe(desk.visit(ctx)));
    }

    private static ProbeView probe(DrillDesk.Visit visit) {
        var person = visit.seat().map(seat -> seat.person().id()).orElse("");
        return ProbeView.of(visit.drill(), person, visit.room().now());
    }

    void answerProbe(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "choices");
        var choices = body.wholes("choices", 20, Probe.DO_NOT_KNOW, 100);
        body.check();
        DrillDesk.make(visit.room(), new DrillCommand.AnswerProbe(visit.person(), choices));
        ctx.json(probe(visit));
    }
}
