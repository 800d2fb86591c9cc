package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.exercise.DrillCommand;
import mayday.exercise.DrillDecision;
import mayday.exercise.DrillLimits;
import mayday.web.view.DrillDebriefBody;
import mayday.web.view.DrillDebriefView;
import mayday.web.view.DrillExport;
import mayday.web.view.StandingsView;
import mayday.web.view.TeamRecord;

/** The debrief of all teams of a drill, side by side, and what can be taken away from it. After the end, for whoever was there. */
final class DrillDebriefPages {
    private static final String NOT_YET = "The debrief of all teams comes when the drill is over.";

    private final Site site;
    private final DrillDesk desk;

    DrillDebriefPages(Site site, DrillDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    void show(Context ctx) {
        show(ctx, "");
    }

    private void show(Context ctx, String mistake) {
        var visit = desk.visit(ctx);
        if (!visit.drill().isOver()) {
            throw notYet();
        }
        ctx.html(site.templates.render(
                "drill-debrief.jte", Map.of("view", view(visit), "mistake", mistake, "visitor", site.visitor(ctx))));
    }

    private static Failure notYet() {
        return new Failure(Failure.Problem.of("drill-open", 409, "Not yet", NOT_YET));
    }

    private DrillDebriefView view(DrillDesk.Visit visit) {
        var room = visit.room();
        var drill = visit.drill();
        if (!drill.isOver()) {
            throw notYet();
        }
        var records = new ArrayList<TeamRecord>();
        for (var team : drill.teams()) {
            room.incident(team.id())
                    .ifPresent(at -> records.add(at.read(as -> TeamRecord.of(drill, team, at.id(), as))));
        }
        var standings = visit.isFacilitator()
                ? StandingsView.forFacilitators(drill, StandingsPages.standings(room))
                : StandingsPages.forEverybody(room);
        return DrillDebriefView.of(drill, records, standings, visit.seat(), visit.isFacilitator());
    }

    void name(Context ctx) {
        var visit = desk.visit(ctx);
        var form = Form.of(ctx);
        var text = form.field("text");
        var mistake = form.mistake()
                .or(() -> visit.room().submit(new DrillCommand.NameAction(visit.person(), text))
                                instanceof DrillDecision.Refused refused
                        ? java.util.Optional.of(refused.refusal().reason())
                        : java.util.Optional.empty());
        if (mistake.isEmpty()) {
            ctx.redirect("/drills/" + visit.drill().id() + "/debrief#h-act", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, mistake.get());
        }
    }

    void apiName(Context ctx) {
        var visit = desk.visit(ctx);
        var body = Body.of(ctx, "text");
        var text = body.text("text", DrillLimits.NAMED_ACTION_CHARACTERS);
        body.check();
        DrillDesk.make(visit.room(), new DrillCommand.NameAction(visit.person(), text));
        ctx.json(DrillDebriefBody.of(view(desk.visit(ctx))));
    }

    void json(Context ctx) {
        ctx.json(DrillDebriefBody.of(view(desk.visit(ctx))));
    }

    void export(Context ctx) {
        var visit = desk.visit(ctx);
        var view = view(visit);
        var format = ctx.pathParam("format");
        var types = Map.of(
                "json", "application/json", "csv", "text/csv; charset=utf-8", "md", "text/markdown; charset=utf-8");
        if (!types.containsKey(format)) {
            throw Failure.notFound("A drill is exported as " + String.join(", ", List.of("csv", "json", "md")) + ".");
        }
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"drill-" + visit.drill().id() + "." + format + "\"");
        switch (format) {
            case "csv" -> ctx.result(DrillExport.csv(view).getBytes(UTF_8));
            case "md" -> ctx.result(DrillExport.markdown(view).getBytes(UTF_8));
            default -> ctx.json(DrillDebriefBody.of(view));
        }
        ctx.contentType(types.getOrDefault(format, "application/json"));
    }
}
