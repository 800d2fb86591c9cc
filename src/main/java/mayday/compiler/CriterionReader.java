package mayday.compiler;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mayday.compiler.Value.Text;
import mayday.debrief.Criterion;
import mayday.debrief.Criterion.Step;
import mayday.debrief.FindingKind;
import mayday.debrief.FindingKind.Counts;
import mayday.debrief.PartName;
import mayday.scenario.Dimension;
import mayday.scenario.Words;

/** Reads what an aspect of a rubric is made of: a mapping with one key that says what is measured, and how it is asked for. */
final class CriterionReader {
    private static final Range WINDOW = Range.seconds(60, 8 * 3_600);
    private static final Range SHARE = Range.ratio(0.01, 1);
    private static final Range FAULTS = Range.count(1, 10);
    private static final Range LAYERS = Range.count(1, 7);
    private static final Range RADIUS = Range.count(1, 4);
    private static final String OR = " or ";

    private final Problems problems;
    private final Known parts;
    private final Known earning;
    private final Known costing;
    private final Known dimensions;
    private final Map<String, Function<Fields, Criterion>> byKey = new LinkedHashMap<>();

    CriterionReader(Problems problems) {
        this.problems = problems;
        this.parts = Known.of("part", PartName.ids());
        this.earning = findings(counts -> counts == Counts.ALWAYS || counts == Counts.IF_IT_CAME_UP);
        this.costing = findings(counts -> counts == Counts.AGAINST);
        this.dimensions = Known.of(
                "dimension", Stream.of(Dimension.values()).map(Dimension::id).toList());
        byKey.put("part", fields -> new Criterion.PartScore(name(fields, "part", parts, PartName.class)));
        byKey.put("finding", fields -> new Criterion.Earned(finding(fields, "finding", earning, "without")));
        byKey.put("without", fields -> new Criterion.Without(finding(fields, "without", costing, "finding")));
        byKey.put("asked-in-order", this::order);
        byKey.put("escalated-within", fields -> new Criterion.EscalatedWithin(window(fields, "escalated-within")));
        byKey.put("updated-within", fields -> new Criterion.UpdatedWithin(window(fields, "updated-within")));
        byKey.put("mitigated-within", fields -> new Criterion.MitigatedWithin(window(fields, "mitigated-within")));
        byKey.put(
                "failures-avoided", fields -> new Criterion.FailuresAvoided(fields.number("failures-avoided", SHARE)));
        byKey.put("fault-classes", fields -> new Criterion.FaultClasses(fields.count("fault-classes", FAULTS)));
        byKey.put("layers", fields -> new Criterion.Layers(fields.count("layers", LAYERS)));
        byKey.put("blast-radius", fields -> new Criterion.BlastRadius(fields.count("blast-radius", RADIUS)));
    }

    private static Known findings(Predicate<Counts> sort) {
        return Known.of(
                "finding",
                Stream.of(FindingKind.values())
                        .filter(kind -> sort.test(kind.counts()))
                        .map(FindingKind::id)
                        .toList());
    }

    /** All that can be measured, for problems. */
    String known() {
        return "there is " + Suggestions.oneOf(byKey.keySet());
    }

    /** The criterion that the mapping names; empty if it names none or several, which is a problem. */
    Optional<Criterion> read(Fields fields) {
        var named = byKey.keySet().stream().filter(fields::has).toList();
        if (named.size() > 1) {
            problems.error(
                    fields.placeOf(named.get(1)),
                    "several-criteria",
                    "a criterion measures one thing, this both `" + named.get(0) + "` and `" + named.get(1) + "`",
                    "begin a new entry of the list with `- " + named.get(1) + ":`");
        }
        if (named.isEmpty() && fields.knowsAllKeys()) {
            problems.error(fields.place(), "no-criterion", "this does not say what is measured", known());
        }
        var read = byKey.entrySet().stream()
                .filter(each -> named.contains(each.getKey()))
                .map(each -> each.getValue().apply(fields))
                .toList();
        return read.size() == 1 ? Optional.of(read.getFirst()) : Optional.empty();
    }

    private <E extends Enum<E>> E name(Fields fields, String key, Known known, Class<E> type) {
        var name = known.check(fields.name(key), problems);
        return Words.parse(type, name).orElse(type.getEnumConstants()[0]);
    }

    /** Those that earn points and those that count against somebody are asked for under keys of their own. */
    private FindingKind finding(Fields fields, String key, Known known, String other) {
        var name = fields.name(key);
        var kind = Words.parse(FindingKind.class, name.text());
        var elsewhere = key.equals("finding") ? costing : earning;
        if (elsewhere.names().contains(name.text())) {
            problems.error(
                    name.place(),
                    "wrong-way-round",
                    "`" + name.text() + "` " + (key.equals("finding") ? "counts against somebody" : "earns points"),
                    "write `" + other + ": " + name.text() + "`");
        } else {
            known.check(name, problems);
        }
        return kind.orElse(FindingKind.WHICH_SERVICE);
    }

    private Duration window(Fields fields, String key) {
        return fields.duration(key, WINDOW);
    }

    private Criterion order(Fields fields) {
        var steps = fields.someLines("asked-in-order").stream().map(this::step).toList();
        if (steps.size() < 2) {
            problems.error(
                    fields.placeOf("asked-in-order"),
                    "too-few",
                    "an order has at least two steps",
                    "write them as a list, such as `[dependency-status, recent-deploys]`");
        }
        return new Criterion.AskedInOrder(steps);
    }

    private Step step(Text text) {
        Set<Dimension> taken = EnumSet.noneOf(Dimension.class);
        var offset = 0;
        for (var name : Arrays.asList(text.text().split(OR, -1))) {
            dimensions.check(text, name, offset, problems);
            Words.parse(Dimension.class, name).ifPresent(taken::add);
            offset += name.length() + OR.length();
        }
        return new Step(taken);
    }
}
