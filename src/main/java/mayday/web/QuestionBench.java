package mayday.web;

import io.javalin.http.Context;
import java.util.Map;
import mayday.incident.Limits;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
import mayday.studio.Item;
import mayday.studio.Saved;
import mayday.studio.Trial;
import mayday.web.view.StudioView;
import mayday.web.view.TrialView;

/** The studio's question bench: a wording is tried, to see how it is understood and what a learner is told, and may be kept as a test. */
final class QuestionBench {
    private final Site site;
    private final StudioDesk desk;

    QuestionBench(Site site, StudioDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    /** How a wording is understood: a part of the page, for a script. */
    void show(Context ctx) {
        var item = desk.item(ctx);
        var fields = StudioBody.form(ctx);
        var scenario = desk.scenario(item, desk.edited(item, fields));
        ctx.html(site.templates.render(
                "studio/trial.jte",
                Map.of(
                        "trial",
                        trial(scenario, fields),
                        "path",
                        StudioDesk.path(item),
                        "cause",
                        fields.getOrDefault("cause", ""),
                        "questions",
                        scenario.questions().stream().map(StudioView::choice).toList())));
    }

    /** The wording that a form tries. */
    TrialView trial(Scenario scenario, Map<String, String> fields) {
        var words = fields.getOrDefault("ask", "").strip();
        var mistake = mistake(words);
        if (!mistake.isEmpty()) {
            throw new Failure(
                    Failure.Problem.of("bad-question", 422, "Not a question", "The question " + mistake + "."));
        }
        return trial(scenario, fields.getOrDefault("cause", ""), words);
    }

    TrialView trial(Scenario scenario, String cause, String words) {
        return TrialView.of(tried(scenario, cause(scenario, cause), words));
    }

    /** Keeps a wording as a test. */
    Saved kept(Context ctx, Item item, String cause, String words) {
        var mistake = mistake(words);
        if (!mistake.isEmpty()) {
            return new Saved.Refused("The question " + mistake + ".");
        }
        var scenario = desk.scenario(item);
        var truth = cause(scenario, cause);
        if (scenario.redHerrings().contains(truth)) {
            return new Saved.Refused(
                    truth.id() + " is a red herring, which is never true: choose a cause for the test.");
        }
        return desk.deeds().keep(ctx, item, truth.id(), tried(scenario, truth, words));
    }

    /** Why it is no question, or nothing. */
    private static String mistake(String words) {
        return words.isBlank() ? "is empty" : Texts.mistake(words, Limits.QUESTION_CHARACTERS);
    }

    private Trial tried(Scenario scenario, Cause cause, String words) {
        return Trial.of(scenario, cause, desk.studio().interpreter(scenario), words);
    }

    /** The cause or red herring of that name, or the first cause. */
    private static Cause cause(Scenario scenario, String name) {
        return scenario.suspects().stream()
                .filter(each -> each.id().value().equals(name))
                .findFirst()
                .orElse(scenario.causes().getFirst());
    }
}
