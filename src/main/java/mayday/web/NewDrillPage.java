package mayday.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.exercise.DrillLimits;
import mayday.exercise.DrillRequest;
import mayday.exercise.Role;
import mayday.incident.OpeningRequest;
import mayday.scenario.Words;
import mayday.web.view.Choice;
import mayday.web.view.NewDrillView;

/** The form that makes a drill, for facilitators. Every mistake is told at its field, and nothing that was typed is lost. */
final class NewDrillPage {
    private static final String NOT_TYPED = "";

    private final Site site;
    private final DrillMaking making;

    NewDrillPage(Site site, DrillMaking making) {
        this.site = site;
        this.making = making;
    }

    void show(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        show(ctx, Map.of(), Map.of());
    }

    private void show(Context ctx, Map<String, String> typed, Map<String, String> mistakes) {
        ctx.html(site.templates.render(
                "drill/new.jte", Map.of("view", view(typed, mistakes), "visitor", site.visitor(ctx))));
    }

    private NewDrillView view(Map<String, String> typed, Map<String, String> mistakes) {
        return new NewDrillView(
                site.library().scenarios().stream()
                        .map(NewDrillView.ScenarioChoice::of)
                        .toList(),
                site.library().rubrics().stream()
                        .map(each -> new Choice(each.id(), each.title()))
                        .toList(),
                typed,
                mistakes);
    }

    void make(Context ctx) {
        var _ = site.facilitator.enter(ctx);
        var form = Form.of(ctx);
        switch (making.read(request(form))) {
            case DrillRequest.Parsed what ->
                ctx.redirect("/drills/" + making.make(ctx, what).id(), HttpStatus.SEE_OTHER);
            case DrillRequest.Rejected(var mistakes) -> {
                var byField = new LinkedHashMap<String, String>();
                for (var each : mistakes) {
                    byField.merge(each.where(), each.detail(), (first, _) -> first);
                }
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(ctx, form.draft("drill", NOT_TYPED).typed(), byField);
            }
        }
    }

    private static DrillRequest request(Form form) {
        var bySize = form.field("split").equals("size");
        var intel = new HashMap<String, String>();
        Arrays.stream(Role.values()).map(Words::kebab).forEach(role -> intel.put(role, form.field("intel-" + role)));
        return new DrillRequest(
                form.field("title"),
                new OpeningRequest(
                        form.field("scenario"),
                        "live",
                        form.field("seed").strip(),
                        form.field("cause").strip(),
                        form.field("rubric"),
                        new OpeningRequest.Help(
                                form.field("hints").isEmpty() ? "false" : "true", form.field("coach"), true)),
                new DrillRequest.Teams(
                        bySize
                                ? List.of()
                                : form.field("teams")
                                        .lines()
                                        .limit(DrillLimits.TEAMS * 2L)
                                        .toList(),
                        bySize ? form.field("people") : "",
                        bySize ? form.field("teamSize") : ""),
                form.field("minutes"),
                form.field("speed"),
                form.field("roles"),
                form.field("scoreboard"),
                form.field("freezesAfter"),
                intel);
    }
}
