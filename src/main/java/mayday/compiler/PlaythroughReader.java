package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.incident.ClockMode;
import mayday.incident.Terms;
import mayday.incident.Terms.Coaching;
import mayday.playthrough.Script;
import mayday.playthrough.Step;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Reads the playthroughs of one scenario, checked against what that scenario has. */
final class PlaythroughReader {
    /** Folder of a scenario's playthroughs, within its own. */
    static final String FOLDER = "playthroughs";

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

    private final Scenario scenario;
    private final Optional<Value> tree;

    /** @param sources of {@code scenario}, which compiled without an error */
    PlaythroughReader(Sources sources, Scenario scenario) {
        this.scenario = scenario;
        var main = sources.files().getOrDefault(sources.main(), "");
        this.tree = TreeReader.read(sources.main(), main, new Problems(Map.of()));
    }

    /** The playthrough in a file's text; empty if there is an error in it. */
    Optional<Script> read(String path, String text, Problems problems) {
        var script = tree.flatMap(
                main -> TreeReader.read(path, text, problems).map(value -> script(path, main, value, problems)));
        return script.filter(_ -> !problems.anyErrors());
    }

    private Script script(String path, Value main, Value value, Problems problems) {
        var fields = Fields.ofFile(value, "the playthrough", problems);
        var cause = cause(fields.name("cause"), problems);
        var names = names(main, cause, problems);
        var clock = fields.choiceOr("clock", ClockMode.PRACTICE);
        var script = new Script(
                path,
                fields.line("title"),
                scenario.id(),
                cause,
                seed(fields, problems),
                clock,
                new Terms(
                        Terms.DEFAULT_RUBRIC,
                        fields.flagOr("hints", clock == ClockMode.PRACTICE),
                        fields.choiceOr("coach", Coaching.OFF)),
                steps(fields, names, problems),
                new EndReader(problems).read(fields));
        fields.end();
        return script;
    }

    private ScenarioNames names(Value main, CauseId truth, Problems problems) {
        var system = scenario.system();
        var topology = Topology.of(system, problems);
        var vocabulary = Vocabulary.of(main, system.changes(), system.jobs());
        return new ScenarioNames(scenario, truth, topology, vocabulary, problems);
    }

    private CauseId cause(Text text, Problems problems) {
        if (scenario.redHerrings().stream().anyMatch(each -> each.id().value().equals(text.text()))) {
            problems.error(
                    text.place(),
                    "unknown-cause",
                    "`" + text.text() + "` is a red herring: it is never drawn, and so never true",
                    "name a cause that can be drawn");
            return new CauseId(text.text());
        }
        var causes = scenario.causes().stream().map(cause -> cause.id().value()).toList();
        return new CauseId(Known.of("cause", causes).check(text, problems));
    }

    private static long seed(Fields fields, Problems problems) {
        if (!fields.has("seed")) {
            return 1;
        }
        var text = fields.name("seed");
        try {
            if (WHOLE.matcher(text.text()).matches()) {
                return Long.parseLong(text.text());
            }
        } catch (NumberFormatException tooLarge) {
            // Told below.
        }
        if (!Scalars.isUnusable(text)) {
            problems.error(
                    text.place(),
                    "bad-number",
                    "`seed` is a whole number of 64 bits, this is `" + text.text() + "`",
                    "`mayday play` prints the seed of each incident");
        }
        return 1;
    }

    private List<Step> steps(Fields fields, ScenarioNames names, Problems problems) {
        var value = fields.need("steps");
        if (value.isPresent()
                && value.get() instanceof Items items
                && items.items().isEmpty()) {
            problems.error(fields.placeOf("steps"), "empty", "`steps` needs at least one entry");
        }
        var all = fields.items("steps");
        if (all.size() > Script.MOST_STEPS) {
            problems.error(
                    fields.placeOf("steps"), "too-many", "a playthrough has at most " + Script.MOST_STEPS + " steps");
            all = all.subList(0, Script.MOST_STEPS);
        }
        var reader = new StepReader(names, problems);
        var steps = new ArrayList<Step>();
        all.forEach(each -> reader.read(each).ifPresent(steps::add));
        return steps;
    }
}
