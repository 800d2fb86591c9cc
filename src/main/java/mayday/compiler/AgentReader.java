package mayday.compiler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.Action;
import mayday.scenario.ActionKind.Takes;
import mayday.scenario.ActionPattern;
import mayday.scenario.ActionPattern.Relation;
import mayday.scenario.Agent;
import mayday.scenario.Agent.Start;
import mayday.scenario.AgentId;
import mayday.scenario.CauseId;
import mayday.scenario.ClientId;
import mayday.scenario.Given;
import mayday.scenario.OwnAction;
import mayday.scenario.OwnAction.Consequence;
import mayday.scenario.OwnActionId;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
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
                    .flatMap(pattern -> concrete(text, pattern))
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

    /** One action of those that the words mean: with the figure it says, and in the region it says. */
    private Optional<Action> concrete(Text text, ActionPattern pattern) {
        var service = new ServiceId(pattern.target());
        var where = pattern.in().isEmpty()
                ? Where.everywhere()
                : Where.in(pattern.in().getFirst());
        var region = pattern.in().stream().findFirst();
        var figure = pattern.bounds().stream()
                .filter(bound -> bound.relation() == Relation.EXACTLY)
                .map(ActionPattern.Bound::value)
                .findFirst();
        return switch (pattern.kind()) {
            case ROLL_BACK -> Optional.of(new Action.RollBack(service, where));
            case REVERT_CONFIG -> Optional.of(new Action.RevertConfig(service));
            case SET_FLAG -> {
                var way = pattern.target().lastIndexOf(' ');
                yield Optional.of(new Action.SetFlag(
                        pattern.target().substring(0, Math.max(0, way)),
                        pattern.target().endsWith(" on")));
            }
            case SCALE -> needed(text, figure, "= 6").map(replicas -> new Action.Scale(service, where, replicas));
            case RESTART -> Optional.of(new Action.Restart(service, where));
            case DRAIN_REGION -> Optional.of(new Action.DrainRegion(new RegionId(pattern.target())));
            case RETURN_REGION -> Optional.of(new Action.ReturnRegion(new RegionId(pattern.target())));
            case SHED_LOAD -> needed(text, figure, "= 40 %").map(percent -> new Action.ShedLoad(percent, where));
            case FAIL_OVER -> Optional.of(new Action.FailOver(service));
            case FLUSH_CACHE -> Optional.of(new Action.FlushCache(service, where));
            case FLUSH_DNS -> Optional.of(new Action.FlushDns(where));
            case RENEW_CERTIFICATE -> Optional.of(new Action.RenewCertificate(service));
            case STOP_JOB -> Optional.of(new Action.StopJob(pattern.target()));
            case KILL_QUERY -> Optional.of(new Action.KillQuery(service));
            case BLOCK_CLIENT -> Optional.of(new Action.BlockClient(new ClientId(pattern.target())));
            case UNBLOCK_CLIENT -> Optional.of(new Action.UnblockClient(new ClientId(pattern.target())));
            case FREEZE_AUTOMATION -> Optional.of(new Action.FreezeAutomation(new AgentId(pattern.target())));
            case UNFREEZE_AUTOMATION -> Optional.of(new Action.UnfreezeAutomation(new AgentId(pattern.target())));
            case TAKE_OUT_HOST ->
                needed(text, region, "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.TakeOutHost(service, in, host)));
            case RETURN_HOST ->
                needed(text, region, "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.ReturnHost(service, in, host)));
            case RESTART_HOST ->
                needed(text, region, "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.RestartHost(service, in, host)));
            case USE_RESOLVER -> {
                problems.error(text.place(), "bad-action", "nobody does this by themselves here");
                yield Optional.empty();
            }
            case OWN -> own(pattern);
        };
    }

    private <T> Optional<T> needed(Text text, Optional<T> value, String example) {
        if (value.isEmpty()) {
            problems.error(
                    text.place(),
                    "bad-action",
                    "this says not exactly what is done",
                    "write `" + text.text() + " " + example + "`");
        }
        return value;
    }

    private Optional<Action> own(ActionPattern pattern) {
        return own.stream()
                .filter(action -> action.id().value().equals(pattern.own()))
                .findFirst()
                .map(action -> new Action.Own(
                        action.id(),
                        action.title(),
                        pattern.target().isEmpty() && !action.targets().isEmpty()
                                ? action.targets().getFirst()
                                : pattern.target(),
                        action.arguments().stream()
                                .map(argument -> new Given(
                                        argument.name(),
                                        pattern.bounds().stream()
                                                .filter(bound ->
                                                        bound.argument().equals(argument.name()))
                                                .mapToInt(ActionPattern.Bound::value)
                                                .findFirst()
                                                .orElse(argument.usual())))
                                .toList()));
    }
}
