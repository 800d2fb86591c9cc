package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.exercise.DrillRefusal;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Plan;
import mayday.exercise.PreparedInject;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.Tool;
import mayday.scenario.Words;
import mayday.web.LeadingMoves.Made;
import mayday.web.view.Draft;

/** The facilitator's console and the forms on it. */
final class ConsolePages {
    private static final List<String> FORMS = List.of("hint", "inject", "extend", "end");
    private static final int USUAL_OUTAGE_MINUTES = 5;

    private final Site site;
    private final DrillDesk desk;
    private final LeadingMoves moves;

    ConsolePages(Site site, DrillDesk desk, LeadingMoves moves) {
        this.site = site;
        this.desk = desk;
        this.moves = moves;
    }

    void show(Context ctx) {
        show(ctx, desk.led(ctx), "");
    }

    private void show(Context ctx, DrillDesk.Visit visit, String mistake) {
        ctx.html(site.templates.render(
                "console.jte", Map.of("view", Console.view(site, visit.room()), "mistake", mistake)));
    }

    /** A form with nothing wrong in it yet. */
    void form(Context ctx) {
        var visit = desk.led(ctx);
        var form = ctx.pathParam("form");
        if (!FORMS.contains(form)) {
            throw Failure.notFound("There is no such form on the console.");
        }
        var team = ctx.queryParam("team");
        form(ctx, visit, form, Draft.filled(team == null ? Map.of() : Map.of("team", team)));
    }

    private void form(Context ctx, DrillDesk.Visit visit, String form, Draft draft) {
        var parameters = new HashMap<String, Object>();
        parameters.put("view", Console.view(site, visit.room()));
        parameters.put("draft", draft);
        var template = "console/form-" + form + ".jte";
        if (RoomPages.isFragment(ctx)) {
            ctx.html(site.templates.render(template, parameters));
        } else {
            ctx.html(site.templates.render(
                    "console/alone.jte",
                    Map.of(
                            "drill", visit.drill().id().value(),
                            "title", visit.drill().plan().title(),
                            "visitor", site.visitor(ctx),
                            "content", site.templates.content(template, parameters))));
        }
    }

    private Optional<Scenario> scenario(DrillDesk.Visit visit) {
        return site.scenario(visit.drill().plan().scenario());
    }

    /** What a form asks for. */
    private interface Attempt {
        Made make(DrillDesk.Visit visit, Participant by, Form form);
    }

    void start(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.start(visit.room(), by));
    }

    void pause(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.pause(visit.room(), by, teams(form)));
    }

    void resume(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.resume(visit.room(), by, teams(form)));
    }

    void extend(Context ctx) {
        move(ctx, "extend", (visit, by, form) -> moves.extend(visit.room(), by, teams(form), form.whole("minutes")));
    }

    void hint(Context ctx) {
        move(
                ctx,
                "hint",
                (visit, by, form) -> moves.hint(
                        visit.room(),
                        by,
                        new DrillTeamId(form.field("team")),
                        form.field("text"),
                        form.whole("points")));
    }

    void answer(Context ctx) {
        move(
                ctx,
                "",
                (visit, by, form) -> moves.answer(
                        visit.room(),
                        by,
                        new DrillTeamId(form.field("team")),
                        new QuestionId(form.field("question")),
                        form.field("text")));
    }

    void inject(Context ctx) {
        move(ctx, "inject", (visit, by, form) -> {
            var inject = inject(visit, form);
            var minute = form.field("minute").strip();
            if (inject.isEmpty()) {
                return new Made.Refused(new DrillRefusal(
                        "unknown-choice", "Choose what is to happen, and fill in what belongs to it."));
            }
            if (!minute.isEmpty() && form.whole("minute") < 0) {
                return new Made.Refused(new DrillRefusal(
                        "out-of-range", "The minute is a whole number; leave it empty to send it now."));
            }
            return moves.inject(
                    visit.room(),
                    by,
                    teams(form),
                    inject.get(),
                    minute.isEmpty() ? Optional.empty() : Optional.of(form.whole("minute")));
        });
    }

    private Optional<Inject> inject(DrillDesk.Visit visit, Form form) {
        var prepared = form.field("prepared");
        if (!prepared.isEmpty()) {
            return scenario(visit)
                    .flatMap(each ->
                            PreparedInject.named(each, visit.drill().plan().cause(), prepared))
                    .map(PreparedInject::inject);
        }
        return switch (form.field("kind")) {
            case "message" -> {
                var within = form.whole("answer");
                yield Optional.of(new Inject.Message(
                        form.field("from").strip(),
                        form.field("text").strip(),
                        within > 0 ? List.of(Duration.ofMinutes(within)) : List.of()));
            }
            case "alert" -> Optional.of(new Inject.Alert(form.field("text").strip()));
            case "fault" ->
                form.field("cause").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Inject.Fault(new CauseId(form.field("cause"))));
            case "tool-outage" ->
                Words.parse(Tool.class, form.field("tool"))
                        .map(tool -> new Inject.ToolOutage(
                                tool,
                                Duration.ofMinutes(
                                        form.field("minutes").isBlank()
                                                ? USUAL_OUTAGE_MINUTES
                                                : form.whole("minutes"))));
            default -> Optional.empty();
        };
    }

    void withdraw(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.withdraw(visit.room(), by, form.whole("number")));
    }

    void probe(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.probe(visit.room(), by));
    }

    void board(Context ctx) {
        move(
                ctx,
                "",
                (visit, by, form) -> moves.show(
                        visit.room(),
                        by,
                        form.field("to").equals("everyone") ? Plan.Board.EVERYONE : Plan.Board.FACILITATOR));
    }

    void freeze(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.freeze(visit.room(), by));
    }

    void end(Context ctx) {
        move(ctx, "end", (visit, by, form) -> moves.end(visit.room(), by));
    }

    void reveal(Context ctx) {
        move(ctx, "", (visit, by, form) -> moves.reveal(visit.room(), by));
    }

    /** All teams if none is named. */
    private static List<DrillTeamId> teams(Form form) {
        return form.all("team").stream()
                .filter(each -> !each.isBlank())
                .map(DrillTeamId::new)
                .toList();
    }

    private void move(Context ctx, String shown, Attempt attempt) {
        var visit = desk.led(ctx);
        var by = desk.facilitator(ctx);
        var form = Form.of(ctx);
        var mistake = form.mistake().or(() -> switch (attempt.make(visit, by, form)) {
            case Made.Done _ -> Optional.empty();
            case Made.Refused(var why) -> Optional.of(why.reason());
        });
        if (mistake.isEmpty()) {
            done(ctx, visit);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            again(ctx, visit, shown, form, mistake.get());
        }
    }

    private void done(Context ctx, DrillDesk.Visit visit) {
        if (RoomPages.isFragment(ctx)) {
            ctx.header("HX-Trigger", "moved");
            ctx.html(mistake(""));
        } else {
            var to = Form.of(ctx).field("back").equals("standings") ? "standings" : "console";
            ctx.redirect("/drills/" + visit.drill().id() + "/" + to, HttpStatus.SEE_OTHER);
        }
    }

    private void again(Context ctx, DrillDesk.Visit visit, String shown, Form form, String mistake) {
        var inDialog = !shown.isEmpty() && form.field("alone").equals("yes");
        if (inDialog) {
            form(ctx, visit, shown, form.draft(shown, mistake));
        } else if (RoomPages.isFragment(ctx)) {
            ctx.html(mistake(mistake));
        } else {
            show(ctx, visit, mistake);
        }
    }

    private String mistake(String text) {
        return site.templates.render("room/mistake.jte", Map.of("id", "console-error", "text", text, "oob", true));
    }
}
