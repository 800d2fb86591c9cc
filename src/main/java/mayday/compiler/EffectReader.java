package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Where;
import mayday.scenario.Words;

/**
 * Reads an effect: on a service, {@code { service: checkout, error-ratio: 30 % }}, on a dependency, {@code { edge: web
 * -> catalog, set: { timeout: 5s } }}, or on the traffic from outside, {@code { traffic: { times: 2 } }}. One entry may
 * change several parameters in several regions, each of which is an {@link Effect} of its own.
 */
final class EffectReader {
    private static final Range RAMP = Range.seconds(0, 24 * 3_600);
    private static final Range RETURNS = Range.seconds(1, 24 * 3_600);
    private static final Range FACTOR = Range.number(0, 1_000);

    /** A share of the usual demand. */
    private static final Range DEMAND = Range.ratio(0, 100);

    private static final Pattern PROCESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final Topology topology;
    private final Problems problems;
    private final Scalars scalars;

    EffectReader(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /**
     * The effects of one entry of an action.
     *
     * @param ifTarget the target for which alone it has them, none or one
     * @param by the argument that scales them, none or one
     */
    record OfAction(List<Effect> effects, List<Text> ifTarget, List<Text> by) {}

    OfAction readOfAction(Value value) {
        var fields = Fields.of(value, "effect", problems);
        var ifTarget = fields.lines("if-target");
        var by = fields.lines("by");
        return new OfAction(read(fields), ifTarget, by);
    }

    /**
     * The effects of one entry of a state.
     *
     * @param until actions that end them; may be none
     * @param returns so long after that they come back; zero for never
     * @param sparesCustomers whether they are the requests of somebody else, which no customer feels
     */
    record OfState(List<Effect> effects, List<Text> until, Duration returns, boolean sparesCustomers) {}

    OfState readOfState(Value value) {
        var fields = Fields.of(value, "effect", problems);
        var until = fields.lines("until");
        var returns = fields.durationOr("returns", RETURNS, Duration.ZERO);
        var spares = fields.flagOr("spares-customers", false);
        var effects = read(fields);
        if (spares && !(until.isEmpty() && effects.stream().allMatch(this::canSpareCustomers))) {
            problems.error(
                    fields.placeOf("spares-customers"),
                    "spares-nobody",
                    "only more traffic (`times`) and a new `error-ratio` of the entry, everywhere and without `until`, can be"
                            + " somebody else's requests",
                    "remove `spares-customers`, or make it an effect of its own");
        }
        return new OfState(effects, until, returns, spares);
    }

    /** What can be taken out again of what is measured in front: the demand of others, and the share of it that fails. */
    private boolean canSpareCustomers(Effect effect) {
        return effect.where().equals(Where.everywhere())
                && switch (effect) {
                    case Effect.OnTraffic(var _, var adjustment, var _) ->
                        adjustment instanceof Adjustment.Times(var factor) && factor >= 1;
                    case Effect.OnService on ->
                        on.parameter() == ServiceParameter.ERROR_RATIO
                                && on.adjustment() instanceof Adjustment.To
                                && topology.isEntry(on.service());
                    case Effect.OnDependency _ -> false;
                };
    }

    List<Effect> read(Value value) {
        return read(Fields.of(value, "effect", problems));
    }

    private List<Effect> read(Fields fields) {
        var onService = fields.has("service");
        var onDependency = fields.has("edge");
        var onTraffic = fields.has("traffic");
        if ((onService ? 1 : 0) + (onDependency ? 1 : 0) + (onTraffic ? 1 : 0) != 1) {
            problems.error(
                    fields.place(), "effect-target", "an effect has one of the keys `service`, `edge` and `traffic`");
            return List.of();
        }
        var effects = onService ? onService(fields) : onDependency ? onDependency(fields) : onTraffic(fields);
        fields.end();
        if (effects.isEmpty() && Stream.of(How.values()).noneMatch(how -> fields.has(Words.kebab(how)))) {
            problems.error(fields.place(), "empty-effect", "the effect changes nothing");
        }
        return effects;
    }

    private List<Effect> onService(Fields fields) {
        var service = topology.service(fields.name("service"));
        var wheres = topology.where(fields, service);
        var ramp = ramp(fields);
        var process = process(fields);
        var effects = adjusted(
                fields,
                ServiceParameter.class,
                Parameters::rangeOf,
                wheres,
                (parameter, change) -> new Effect.OnService(
                        service,
                        change.where,
                        parameter,
                        change.adjustment,
                        ramp,
                        takesCores(parameter) ? process : ""));
        if (!process.isEmpty() && effects.stream().noneMatch(EffectReader::isOfProcess)) {
            problems.error(
                    fields.placeOf("process"),
                    "process-without-cores",
                    "a `process` takes `stolen-cores` or `outlier-stolen-cores`, and this effect has neither");
        }
        return effects;
    }

    /** What takes the cores, as {@code top} names it; empty if it is no process of ours. */
    private String process(Fields fields) {
        var named = fields.lines("process");
        named.stream()
                .filter(each -> !Scalars.isUnusable(each)
                        && !PROCESS.matcher(each.text()).matches())
                .forEach(each -> problems.error(
                        each.place(),
                        "bad-process",
                        "`" + each.text() + "` is not how a process is called",
                        "letters, digits and `.-_`, such as `zstd` or `backup-agent`"));
        return named.stream().map(Text::text).findFirst().orElse("");
    }

    private static boolean takesCores(ServiceParameter parameter) {
        return parameter == ServiceParameter.STOLEN_CORES || parameter == ServiceParameter.OUTLIER_STOLEN_CORES;
    }

    private static boolean isOfProcess(Effect effect) {
        return effect instanceof Effect.OnService on && !on.process().isEmpty();
    }

    private List<Effect> onDependency(Fields fields) {
        var ends = topology.dependency(fields.name("edge"));
        var wheres = topology.where(fields, ends.from());
        var ramp = ramp(fields);
        return adjusted(
                fields,
                DependencyParameter.class,
                Parameters::rangeOf,
                wheres,
                (parameter, change) -> new Effect.OnDependency(
                        ends.from(), ends.to(), change.where, parameter, change.adjustment, ramp));
    }

    private List<Effect> onTraffic(Fields fields) {
        var wheres = topology.where(fields);
        var ramp = ramp(fields);
        var traffic = Fields.of(fields.find("traffic").orElseThrow(), "traffic", problems);
        var adjustments = new ArrayList<Adjustment>();
        traffic.find("set")
                .ifPresent(value -> adjustments.add(new Adjustment.To(scalars.number(value, "set", DEMAND))));
        traffic.find("times").ifPresent(value -> adjustments.add(times(value)));
        traffic.end();
        var effects = new ArrayList<Effect>();
        for (var adjustment : adjustments) {
            wheres.forEach(where -> effects.add(new Effect.OnTraffic(where, adjustment, ramp)));
        }
        return effects;
    }

    private Duration ramp(Fields fields) {
        return fields.durationOr("ramp", RAMP, Duration.ZERO);
    }

    /**
     * A parameter's new value stands at the parameter's own key or under {@code set}; {@code times} and {@code plus}
     * change the old one.
     */
    private <P extends Enum<P>> List<Effect> adjusted(
            Fields fields,
            Class<P> parameters,
            Function<P, Range> rangeOf,
            List<Where> wheres,
            BiFunction<P, Changed, Effect> effect) {
        var effects = new ArrayList<Effect>();
        for (var parameter : parameters.getEnumConstants()) {
            var key = Words.kebab(parameter);
            fields.find(key)
                    .map(value -> new Adjustment.To(scalars.number(value, key, rangeOf.apply(parameter))))
                    .ifPresent(to ->
                            wheres.forEach(where -> effects.add(effect.apply(parameter, new Changed(where, to)))));
        }
        for (var how : How.values()) {
            for (var entry : fields.entries(Words.kebab(how))) {
                var parameter = Words.parse(parameters, entry.key().text());
                if (parameter.isEmpty()) {
                    unknownParameter(entry, parameters);
                } else {
                    var adjustment = how(how, entry, rangeOf.apply(parameter.get()));
                    wheres.forEach(where -> effects.add(effect.apply(parameter.get(), new Changed(where, adjustment))));
                }
            }
        }
        return effects;
    }

    private <P extends Enum<P>> void unknownParameter(Entry entry, Class<P> parameters) {
        var names = List.of(parameters.getEnumConstants()).stream()
                .map(Words::kebab)
                .toList();
        Known.of("parameter", names).check(entry.key(), problems);
    }

    private Adjustment how(How how, Entry entry, Range range) {
        var key = entry.key().text();
        return switch (how) {
            case SET -> new Adjustment.To(scalars.number(entry.value(), key, range));
            case TIMES -> times(entry.value());
            case PLUS ->
                new Adjustment.Plus(
                        scalars.number(entry.value(), key, new Range(range.measure(), -range.most(), range.most())));
        };
    }

    private Adjustment times(Value value) {
        return new Adjustment.Times(scalars.number(value, "times", FACTOR));
    }

    /** How a parameter is changed; the constants are the keys. */
    private enum How {
        SET,
        TIMES,
        PLUS
    }

    /** An adjustment and where it holds. */
    private record Changed(Where where, Adjustment adjustment) {}
}
