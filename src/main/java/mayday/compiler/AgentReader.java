package mayday.compiler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.scenario.Action;
import mayday.scenario.ActionKind.Takes;
import mayday.scenario.Agent;
import mayday.scenario.Agent.Start;
import mayday.scenario.AgentId;
import mayday.scenario.CauseId;
import mayday.scenario.OwnAction;
import mayday.scenario.OwnAction.Consequence;
import mayday.scenario.OwnActionId;
import mayday.scenario.Where;

/**
 * Reads automations and colleagues who act by themselves. What has effects of its own and is no action that a learner could take is
 * an action that the agent alone has.
 */
final class AgentReader {
    private static final int MOST = 12;
    private static final Range AFTER_PAGE = Range.seconds(0, 24 * 3_600);
    private static final Range AGAIN = Range.seconds(10, 24 * 3_600);
    private static final Range TIMES = Range.count(1, 20);
    private static final Duration USUAL_REST = Duration.ofMinutes(10);
    private static final Takes AT_ONCE = new Takes(Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final Instant pagedAt;
    private final Moments moments;
    private final EffectReader effects;
    private final ConditionReader conditions;
    private final ActionReader actions;
    private final WordingReader wordings;
    private final List<OwnAction> own;
    private final Known causes;
    private final Problems problems;
    private final Scalars scalars;
    private final List<OwnAction> ofAgents = new ArrayList<>();

    AgentReader(
            Instant pagedAt,
            EffectReader effects,
            ConditionReader conditions,
            ActionReader actions,
            WordingReader wordings,
            List<OwnAction> own,
            Known causes,
            Problems problems) {
        this.pagedAt = pagedAt;
        this.moments = Moments.before(pagedAt, problems);
        this.effects = effects;
        this.conditions = conditions;
        this.actions = actions;
        this.wordings = wordings;
        this.own = own;
        this.causes = causes;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    List<Agent> read(Fields scenario) {
        var entries = scenario.named("agents");
        if (entries.size() > MOST) {
            problems.error(scenario.placeOf("agents"), "too-many", "a scenario has at most " + MOST + " agents");
        }
        return entries.stream().map(this::agent).toList();
    }

    /** The actions that agents alone have. */
    List<OwnAction> ofAgents() {
        return ofAgents;
    }

    private Agent agent(Entry entry) {
        var fields = Fields.of(entry, "agent", problems);
        var agent = new Agent(
                new AgentId(entry.key().text()),
                fields.line("title"),
                fields.choiceOr("kind", Agent.Kind.AUTOMATION),
                start(fields),
                fields.lines("causes").stream()
                        .map(text -> new CauseId(causes.check(text, problems)))
                        .toList(),
                action(entry, fields),
                fields.find("says")
                        .map(value ->
                                wordings.noted(scalars.prose(value, "says")).text())
                        .orElse(""),
                fields.durationOr("again-after", AGAIN, USUAL_REST),
                fields.countOr("most", TIMES, 1),
                fields.numberOr("chance", Range.ratio(), 1));
        fields.end();
        return agent;
    }

    private Start start(Fields fields) {
        var ways = Stream.of("when", "after", "at").filter(fields::has).toList();
        if (ways.size() != 1) {
            problems.error(
                    fields.place(),
                    "agent-start",
                    ways.isEmpty() ? "the agent does not say what makes it act" : "one thing makes an agent act",
                    "write `when: CONDITION`, `after: 6m` (after the page) or `at: \"14:20\"`");
            return new Start.At(pagedAt);
        }
        return switch (ways.getFirst()) {
            case "when" -> new Start.When(conditions.read(fields.formula("when")));
            case "after" -> new Start.At(pagedAt.plus(fields.duration("after", AFTER_PAGE)));
            default -> new Start.At(pagedAt.minus(moments.ago(fields.name("at"))));
        };
    }

    private Action action(Entry entry, Fields fields) {
        if (fields.has("does") == fields.has("effects")) {
            problems.error(
                    fields.place(),
                    "agent-action",
                    "an agent has either an action that it `does` or `effects` of its own");
            return new Action.FlushDns(Where.everywhere());
        }
        if (fields.has("does")) {
            var text = fields.name("does");
            return actions.read(text)
                    .flatMap(pattern -> new ExactAction(own, problems).of(text, pattern))
                    .orElseGet(() -> new Action.FlushDns(Where.everywhere()));
        }
        var consequences = new ArrayList<Consequence>();
        fields.items("effects")
                .forEach(value ->
                        effects.read(value).forEach(effect -> consequences.add(new Consequence(effect, "", ""))));
        var id = new OwnActionId("agent-" + entry.key().text());
        var title = fields.line("title");
        ofAgents.add(new OwnAction(
                id,
                title,
                List.of(),
                List.of(),
                fields.has("takes") ? new TakesReader(problems).read(fields.name("takes")) : AT_ONCE,
                1,
                "",
                true,
                consequences,
                List.of(),
                fields.durationOr("lasts", AGAIN, Duration.ZERO),
                List.of(),
                ""));
        return new Action.Own(id, title, "", List.of());
    }
}
