package mayday.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mayday.exercise.Drill;
import mayday.exercise.DrillEvent;
import mayday.exercise.DrillLimits;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.incident.Inject;
import mayday.incident.Limits;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.scenario.CauseId;
import mayday.scenario.Tool;
import mayday.scenario.Words;
import mayday.web.LeadingMoves.Made;
import mayday.web.view.ConsoleBody;

/** The JSON API: leading a drill. Facilitators only. */
final class ApiConsole {
    private static final int MOST_WORD_CHARACTERS = 100;
    private static final List<String> KINDS = List.of("message", "alert", "fault", "tool-outage");

    private final Site site;
    private final DrillDesk desk;
    private final LeadingMoves moves;

    ApiConsole(Site site, DrillDesk desk, LeadingMoves moves) {
        this.site = site;
        this.desk = desk;
        this.moves = moves;
    }

    void show(Context ctx) {
        ctx.json(ConsoleBody.of(Console.view(site, desk.led(ctx).room())));
    }

    /**
     * A drill after a move.
     *
     * @param number of what was made: an inject, a hint or a probe; 0 where nothing is numbered
     */
    record LedBody(String id, String stage, long version, int number) {}

    /** What a request asks for. */
    private interface Attempt {
        Made make(DrillDesk.Visit visit, Participant by);
    }

    void start(Context ctx) {
        move(ctx, (visit, by) -> moves.start(visit.room(), by));
    }

    void pause(Context ctx) {
        move(ctx, (visit, by) -> moves.pause(visit.room(), by, teams(ctx)));
    }

    void resume(Context ctx) {
        move(ctx, (visit, by) -> moves.resume(visit.room(), by, teams(ctx)));
    }

    /** Teams may be left out, and so may the body. */
    private static List<DrillTeamId> teams(Context ctx) {
        if (ctx.body().isBlank()) {
            return List.of();
        }
        var body = Body.of(ctx, "teams");
        var teams = teams(body);
        body.check();
        return teams;
    }

    private static List<DrillTeamId> teams(Body body) {
        return body.texts("teams", DrillLimits.TEAMS).stream()
                .map(DrillTeamId::new)
                .toList();
    }

    void extend(Context ctx) {
        move(ctx, (visit, by) -> {
            var body = Body.of(ctx, "teams", "seconds");
            var teams = teams(body);
            var minutes = body.wholeMinutes("seconds", 1, (int) DrillLimits.MOST_EXTENSION.toMinutes());
            body.check();
            return moves.extend(visit.room(), by, teams, minutes);
        });
    }

    void hint(Context ctx) {
        move(ctx, (visit, by) -> {
            var body = Body.of(ctx, "team", "text", "points");
            var team = body.text("team", MOST_WORD_CHARACTERS);
            var text = body.text("text", DrillLimits.HINT_CHARACTERS);
            var points = body.has("points") ? body.whole("points", 0, DrillLimits.MOST_HINT_POINTS) : 0;
            body.check();
            return moves.hint(visit.room(), by, new DrillTeamId(team), text, points);
        });
    }

    void answer(Context ctx) {
        move(ctx, (visit, by) -> {
            var body = Body.of(ctx, "team", "question", "text");
            var team = body.text("team", MOST_WORD_CHARACTERS);
            var question = body.text("question", MOST_WORD_CHARACTERS);
            var text = body.text("text", DrillLimits.HINT_CHARACTERS);
            body.check();
            return moves.answer(visit.room(), by, new DrillTeamId(team), new QuestionId(question), text);
        });
    }

    void inject(Context ctx) {
        move(ctx, (visit, by) -> {
            var body = Body.of(
                    ctx, "teams", "kind", "from", "text", "answerSeconds", "cause", "tool", "seconds", "atSeconds");
            var teams = teams(body);
            var kind = body.oneOf("kind", KINDS);
            var inject = inject(body, kind);
            var at = body.has("atSeconds")
                    ? Optional.of(body.wholeMinutes("atSeconds", 0, (int) DrillLimits.LONGEST.toMinutes() * 2))
                    : Optional.<Integer>empty();
            body.check();
            return moves.inject(visit.room(), by, teams, inject, at);
        });
    }

    private static Inject inject(Body body, String kind) {
        var longest = (int) Limits.LONGEST_INJECT.toMinutes();
        return switch (kind) {
            case "message" ->
                new Inject.Message(
                        body.text("from", Limits.NAME_CHARACTERS).strip(),
                        body.text("text", Limits.INJECT_CHARACTERS).strip(),
                        body.has("answerSeconds")
                                ? List.of(Duration.ofMinutes(body.wholeMinutes("answerSeconds", 1, longest)))
                                : List.of());
            case "fault" -> new Inject.Fault(new CauseId(body.text("cause", MOST_WORD_CHARACTERS)));
            case "tool-outage" -> {
                var tools =
                        java.util.Arrays.stream(Tool.values()).map(Words::kebab).toList();
                var tool = Words.parse(Tool.class, body.oneOf("tool", tools)).orElse(Tool.METRICS);
                yield new Inject.ToolOutage(tool, Duration.ofMinutes(body.wholeMinutes("seconds", 1, longest)));
            }
            default ->
                new Inject.Alert(body.text("text", Limits.INJECT_CHARACTERS).strip());
        };
    }

    void withdraw(Context ctx) {
        var number = ctx.pathParam("number");
        move(
                ctx,
                (visit, by) ->
                        moves.withdraw(visit.room(), by, number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0));
    }

    void probe(Context ctx) {
        move(ctx, (visit, by) -> moves.probe(visit.room(), by));
    }

    void board(Context ctx) {
        move(ctx, (visit, by) -> {
            var body = Body.of(ctx, "to", "frozen");
            var to = body.has("to") ? body.oneOf("to", List.of("facilitator", "everyone")) : "";
            var frozen = body.has("frozen") && body.truth("frozen");
            if (!body.has("to") && !frozen) {
                body.wrong("to", "is missing; say to whom it is shown, or frozen true");
            }
            body.check();
            var shown = Words.parse(Plan.Board.class, to).map(each -> moves.show(visit.room(), by, each));
            return frozen ? moves.freeze(visit.room(), by) : shown.orElseThrow();
        });
    }

    void end(Context ctx) {
        move(ctx, (visit, by) -> moves.end(visit.room(), by));
    }

    void reveal(Context ctx) {
        move(ctx, (visit, by) -> moves.reveal(visit.room(), by));
    }

    private void move(Context ctx, Attempt attempt) {
        var visit = desk.led(ctx);
        switch (attempt.make(visit, desk.facilitator(ctx))) {
            case Made.Done(var after) -> ctx.json(led(after));
            case Made.Refused(var why) -> throw DrillDesk.refused(why);
        }
    }

    private static LedBody led(Drill after) {
        var last = after.history().getLast().event();
        var number = 0;
        if (last instanceof DrillEvent.Injected injected) {
            number = injected.number();
        } else if (last instanceof DrillEvent.HintSent hint) {
            number = hint.number();
        } else if (last instanceof DrillEvent.ProbeStarted probe) {
            number = probe.number();
        }
        return new LedBody(after.id().value(), ConsoleBody.stage(after), after.version(), number);
    }
}
