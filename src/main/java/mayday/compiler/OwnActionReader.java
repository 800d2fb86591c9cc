package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionKind.Takes;
import mayday.scenario.ActionRule;
import mayday.scenario.Condition;
import mayday.scenario.Effect;
import mayday.scenario.OwnAction;
import mayday.scenario.OwnAction.Argument;
import mayday.scenario.OwnAction.Consequence;
import mayday.scenario.OwnActionId;

/**
 * Reads the actions that a scenario adds, and what it says about generic ones: how long they take, what they require, what is
 * told of them.
 */
final class OwnActionReader {
    private static final int MOST = 20;
    private static final int MOST_ARGUMENTS = 4;
    private static final Range ARGUMENT = Range.count(0, 1_000_000);
    private static final Range BLAST = Range.count(1, 4);
    private static final Range LASTS = Range.seconds(1, 24 * 3_600);
    private static final Takes USUAL = new Takes(Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final EffectReader effects;
    private final ConditionReader conditions;
    private final WordingReader wordings;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Scalars scalars;
    private final Map<String, ActionRule> rules = new HashMap<>();
    private final Map<ActionKind, Takes> durations = new HashMap<>();

    OwnActionReader(
            EffectReader effects,
            ConditionReader conditions,
            WordingReader wordings,
            Vocabulary vocabulary,
            Problems problems) {
        this.effects = effects;
        this.conditions = conditions;
        this.wordings = wordings;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    List<OwnAction> read(Fields scenario) {
        var entries = scenario.named("actions");
        if (entries.size() > MOST) {
            problems.error(scenario.placeOf("actions"), "too-many", "a scenario adds at most " + MOST + " actions");
        }
        var actions = new ArrayList<OwnAction>();
        for (var entry : entries) {
            var fields = Fields.of(entry, "action", problems);
            var generic = ActionKind.GENERIC.stream()
                    .filter(kind -> kind.id().equals(entry.key().text()))
                    .toList();
            if (generic.isEmpty()) {
                actions.add(own(entry, fields));
            } else if (fields.has("takes")) {
                durations.put(generic.getFirst(), takes(fields));
            }
            rules.put(entry.key().text(), rule(fields));
            fields.end();
        }
        return actions;
    }

    /** What was read about actions beside what they do. */
    Map<String, ActionRule> rules() {
        return rules;
    }

    /** How long generic actions take here. */
    Map<ActionKind, Takes> durations() {
        return durations;
    }

    private OwnAction own(Entry entry, Fields fields) {
        var targets = fields.lines("targets").stream().map(Text::text).toList();
        var arguments = arguments(fields);
        return new OwnAction(
                new OwnActionId(entry.key().text()),
                fields.line("title"),
                targets,
                arguments,
                fields.has("takes") ? takes(fields) : USUAL,
                fields.countOr("blast", BLAST, 2),
                fields.has("reaches") ? fields.line("reaches") : "as the scenario says",
                !fields.flagOr("irreversible", false),
                consequences(fields, "effects", targets, arguments),
                consequences(fields, "meanwhile", targets, arguments),
                fields.durationOr("lasts", LASTS, Duration.ZERO),
                undoes(fields),
                "");
    }

    private List<OwnActionId> undoes(Fields fields) {
        var known = Known.of("action", vocabulary.actions().keySet());
        return fields.lines("undoes").stream()
                .map(text -> new OwnActionId(known.check(text, problems)))
                .toList();
    }

    private Takes takes(Fields fields) {
        return new TakesReader(problems).read(fields.name("takes"));
    }

    private ActionRule rule(Fields fields) {
        var requires = new ArrayList<Condition>();
        if (fields.has("requires")) {
            requires.add(conditions.read(fields.formula("requires")));
        }
        return new ActionRule(requires, prose(fields, "otherwise"), prose(fields, "report"));
    }

    private String prose(Fields fields, String key) {
        return fields.find(key)
                .map(value -> wordings.noted(scalars.prose(value, key)).text())
                .orElse("");
    }

    private List<Argument> arguments(Fields fields) {
        var arguments = new ArrayList<Argument>();
        var entries = fields.named("arguments");
        if (entries.size() > MOST_ARGUMENTS) {
            problems.error(
                    fields.placeOf("arguments"), "too-many", "an action has at most " + MOST_ARGUMENTS + " arguments");
        }
        for (var entry : entries) {
            var argument = Fields.of(entry, "argument", problems);
            var least = argument.countOr("from", ARGUMENT, 0);
            var most = argument.count("to", ARGUMENT);
            var usual = argument.countOr("usual", ARGUMENT, most);
            if (least > most || usual < least || usual > most || most == 0) {
                problems.error(
                        entry.key().place(),
                        "out-of-range",
                        "an argument goes from a smaller to a greater figure, with the usual one between them");
            }
            argument.end();
            arguments.add(new Argument(entry.key().text(), least, most, usual));
        }
        return arguments;
    }

    private List<Consequence> consequences(Fields fields, String key, List<String> targets, List<Argument> arguments) {
        var consequences = new ArrayList<Consequence>();
        for (var value : fields.items(key)) {
            var read = effects.readOfAction(value);
            var target = known("target", targets, read.ifTarget());
            var by = known("argument", arguments.stream().map(Argument::name).toList(), read.by());
            for (var effect : read.effects()) {
                scalable(effect, read.by());
                consequences.add(new Consequence(effect, target, by));
            }
        }
        return consequences;
    }

    private String known(String noun, List<String> names, List<Text> written) {
        return written.stream()
                .map(text -> Known.of(noun, names).check(text, problems))
                .findFirst()
                .orElse("");
    }

    /** A new value is counted from nothing, which is right only where nothing is the ordinary. */
    private void scalable(Effect effect, List<Text> by) {
        var isNew = effect.adjustment() instanceof Effect.Adjustment.To;
        var fromNothing = switch (effect) {
            case Effect.OnService(var _, var _, var parameter, var _, var _, var _) ->
                parameter == Effect.ServiceParameter.SHED
                        || parameter == Effect.ServiceParameter.STOLEN_CORES
                        || parameter == Effect.ServiceParameter.LEAK;
            case Effect.OnDependency(var _, var _, var _, var parameter, var _, var _) ->
                parameter == Effect.DependencyParameter.FAILURE
                        || parameter == Effect.DependencyParameter.TLS_FAILURE
                        || parameter == Effect.DependencyParameter.NAME_FAILURE
                        || parameter == Effect.DependencyParameter.LATENCY
                        || parameter == Effect.DependencyParameter.LOSS;
            case Effect.OnTraffic _ -> false;
        };
        if (isNew && !fromNothing && !by.isEmpty()) {
            problems.error(
                    by.getFirst().place(),
                    "cannot-scale",
                    "a new value cannot be scaled by an argument",
                    "write it under `times` or `plus`, which are nothing when the argument is 0");
        }
    }
}
