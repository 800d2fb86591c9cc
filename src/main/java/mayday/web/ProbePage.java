package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.exercise.DrillCommand;
import mayday.exercise.Probe;
import mayday.web.view.ProbeView;

/** The questions of a probe on a page of their own, and the answers from there and from the room's dialog. */
final class ProbePage {
    private final Site site;
    private final DrillDesk desk;

    ProbePage(Site site, DrillDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    void show(Context ctx) {
        show(ctx, desk.visit(ctx), "");
    }

    private void show(Context ctx, DrillDesk.Visit visit, String error) {
        var drill = visit.drill();
        var person = visit.seat().map(seat -> seat.person().id()).orElse("");
        ctx.html(site.templates.render(
                "drill/probePage.jte",
                Map.of(
                        "probe",
                        ProbeView.of(drill, person, visit.room().now()),
                        "mine",
                        desk.mine(visit),
                        "error",
                        error,
                        "visitor",
                        site.visitor(ctx))));
    }

    void answer(Context ctx) {
        var visit = desk.visit(ctx);
        var form = Form.of(ctx);
        var asked = visit.drill().conduct().openProbe().map(Probe::questions).orElse(List.of());
        var choices = new ArrayList<Integer>();
        for (var i = 0; i < asked.size(); i++) {
            choices.add(form.field("q" + i).equals("none") ? Probe.DO_NOT_KNOW : chosen(form.field("q" + i)));
        }
        try {
            DrillDesk.make(visit.room(), new DrillCommand.AnswerProbe(visit.person(), choices));
        } catch (Failure refused) {
            ctx.status(refused.problem().status());
            if (RoomPages.isFragment(ctx)) {
                ctx.html(site.templates.render(
                        "room/mistake.jte",
                        Map.of("id", "probe-error", "text", refused.problem().detail(), "oob", true)));
            } else {
                show(ctx, visit, refused.problem().detail());
            }
            return;
        }
        if (RoomPages.isFragment(ctx)) {
            ctx.html(site.templates.render(
                    "drill/probe.jte",
                    Map.of(
                            "probe",
                            ProbeView.of(
                                    visit.drill(),
                                    visit.person().id(),
                                    visit.room().now()),
                            "oob",
                            true)));
        } else {
            ctx.redirect("/drills/" + visit.room().id() + "/probe", HttpStatus.SEE_OTHER);
        }
    }

    /** One that is no choice of any question if it is not there: the refusal says what to do. */
    private static int chosen(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
    }
}
