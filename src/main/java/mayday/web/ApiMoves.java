package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.drill.Room;
import mayday.evidence.EvidenceId;
import mayday.incident.ActionId;
import mayday.incident.ActionRequest;
import mayday.incident.Claim;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Limits;
import mayday.incident.MessageId;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.scenario.Audience;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;
import mayday.scenario.Words;
import mayday.web.view.IncidentView.ActionView;
import mayday.web.view.IncidentView.Update;
import mayday.web.view.QuestionBody;

/** The JSON API: moves, those on hypotheses and hints apart. */
final class ApiMoves {
    static final int MOST_WORD_CHARACTERS = 100;

    private final Site site;

    ApiMoves(Site site) {
        this.site = site;
    }

    void acknowledge(Context ctx) {
        var room = site.room(ctx);
        make(room, new Command.Acknowledge(site.mover(ctx, room)));
        ctx.json(RoomPages.incident(room));
    }

    void ask(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "text");
        var words = body.text("text", Limits.QUESTION_CHARACTERS);
        body.check();
        var recorded = accepted(room.ask(site.mover(ctx, room), words.strip())).recorded();
        ctx.json(QuestionBody.of(recorded));
    }

    /** A started action. */
    record StartedBody(String id, String action, String target, Instant startedAt, Instant completesAt) {}

    void act(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "action", "target", "arguments", "expectation");
        var kind = body.text("action", MOST_WORD_CHARACTERS);
        var target = body.optionalText("target", MOST_WORD_CHARACTERS);
        var arguments = body.words("arguments");
        var expectation = body.optionalText("expectation", Limits.EXPECTATION_CHARACTERS);
        body.check();
        var reading = ActionRequest.parse(room.incident().scenario(), kind, target, arguments);
        if (reading instanceof ActionRequest.Rejected(var where, var refusal)) {
            var known = where.equals("action") || where.equals("target");
            throw Failure.invalid(List.of(new Failure.Place((known ? "/" : "/arguments/") + where, refusal.reason())));
        }
        var action = ((ActionRequest.Parsed) reading).action();
        var recorded = make(room, new Command.Act(site.mover(ctx, room), action, expectation));
        site.debriefs.expect(room);
        ctx.status(HttpStatus.ACCEPTED);
        var awaited = recorded.reversed().stream()
                .filter(each -> each.event() instanceof Event.ApprovalRequested)
                .findFirst();
        if (awaited.isPresent()) {
            var asked = (Event.ApprovalRequested) awaited.get().event();
            ctx.json(new AwaitedBody(
                    asked.id().value(),
                    kind,
                    target,
                    awaited.get().at(),
                    List.of(asked.team().value())));
        } else {
            var started = last(recorded, Event.ActionStarted.class);
            var event = (Event.ActionStarted) started.event();
            ctx.json(new StartedBody(event.id().value(), kind, target, started.at(), event.completesAt()));
        }
    }

    /** An action that waits for somebody's approval. */
    record AwaitedBody(
            String approval, String action, String target, Instant requestedAt, List<String> needsApprovalOf) {}

    void cancel(Context ctx) {
        var room = site.room(ctx);
        var id = new ActionId(ctx.pathParam("aid"));
        if (room.incident().action(id).isEmpty()) {
            throw Failure.notFound("No such action was started in this incident.");
        }
        make(room, new Command.CancelAction(site.mover(ctx, room), id));
        ctx.json(ActionView.of(room.incident().action(id).orElseThrow(), room.now()));
    }

    void pin(Context ctx) {
        var room = site.room(ctx);
        var evidence = RoomPages.evidence(ctx, room);
        var body = Body.of(ctx, "pinned");
        var pinned = body.truth("pinned");
        body.check();
        make(room, new Command.PinEvidence(site.mover(ctx, room), new EvidenceId(evidence.id()), pinned));
        ctx.json(RoomPages.evidence(ctx, room));
    }

    void severity(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "severity");
        var word = body.oneOf(
                "severity",
                List.of(Severity.values()).stream().map(Severity::name).toList());
        body.check();
        make(
                room,
                new Command.DeclareSeverity(
                        site.mover(ctx, room), Severity.parse(word).orElseThrow()));
        ctx.json(RoomPages.incident(room));
    }

    void update(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "audience", "text", "claims");
        var audience = body.oneOf("audience", Words.kebabs(Audience.class));
        var text = body.text("text", Limits.UPDATE_CHARACTERS);
        var claims = claims(body, room);
        body.check();
        var recorded = make(
                room,
                new Command.PostUpdate(
                        site.mover(ctx, room),
                        Words.parse(Audience.class, audience).orElseThrow(),
                        text,
                        claims));
        ctx.status(HttpStatus.CREATED).json(Update.of(last(recorded, Event.UpdatePosted.class)));
    }

    private static List<Claim> claims(Body body, Room room) {
        if (!body.has("claims")) {
            return List.of();
        }
        var chosen = ChosenClaims.of(body.words("claims"), room.now());
        chosen.mistakes().forEach(each -> body.wrong("claims/" + each.pointer(), each.detail()));
        return chosen.claims();
    }

    void reply(Context ctx) {
        var room = site.room(ctx);
        var message = RoomPages.request(ctx, room);
        var body = Body.of(ctx, "text", "claims");
        var text = body.text("text", Limits.UPDATE_CHARACTERS);
        var claims = claims(body, room);
        body.check();
        make(room, new Command.Reply(site.mover(ctx, room), new MessageId(message.id()), text, claims));
        ctx.status(HttpStatus.CREATED).json(RoomPages.request(ctx, room));
    }

    /** Answers with the question as it is asked again. */
    void takeFallback(Context ctx) {
        var room = site.room(ctx);
        var question = new QuestionId(ctx.pathParam("qid"));
        ctx.json(QuestionBody.of(make(room, new Command.TakeFallback(site.mover(ctx, room), question))));
    }

    void escalate(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "team", "text");
        var team = body.text("team", MOST_WORD_CHARACTERS);
        var text = body.optionalText("text", Limits.UPDATE_CHARACTERS);
        body.check();
        make(room, new Command.Escalate(site.mover(ctx, room), new TeamId(team), text));
        ctx.status(HttpStatus.ACCEPTED).json(RoomPages.incident(room));
    }

    void waitOn(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "seconds");
        var seconds = body.whole("seconds", 1, (int)
                Limits.longestWait(room.incident().scenario()).toSeconds());
        body.check();
        make(room, new Command.Wait(site.mover(ctx, room), Duration.ofSeconds(seconds)));
        ctx.json(RoomPages.incident(room));
    }

    void close(Context ctx) {
        var room = site.room(ctx);
        var body = Body.of(ctx, "statement");
        var statement = body.text("statement", Limits.STATEMENT_CHARACTERS);
        body.check();
        make(room, new Command.Close(site.mover(ctx, room), statement));
        site.debriefs.prepare(room);
        ctx.json(RoomPages.incident(room));
    }

    static Recorded last(List<Recorded> recorded, Class<? extends Event> kind) {
        return recorded.reversed().stream()
                .filter(each -> kind.isInstance(each.event()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Recorded> make(Room room, Command command) {
        return accepted(room, command).recorded();
    }

    static Decision.Accepted accepted(Room room, Command command) {
        return accepted(room.submit(command));
    }

    /** An accepted move; a refusal ends the request. */
    static Decision.Accepted accepted(Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Failure.refused(refused.refusal());
        };
    }
}
