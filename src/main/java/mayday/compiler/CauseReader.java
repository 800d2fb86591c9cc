package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.Change;
import mayday.scenario.ChangeId;
import mayday.scenario.ChangeKind;
import mayday.scenario.Fault;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;

/** Reads the candidate causes of a scenario. */
final class CauseReader {
    private static final Range WEIGHT = Range.number(0, 1_000);
    private static final String TOGETHER = "together";

    /** Before this the simulated history has not begun: a cause that begins earlier would have no onset to be seen. */
    private static final Duration EARLIEST = Scenario.HISTORY.minusMinutes(10);

    private final Topology topology;
    private final Moments moments;
    private final ConditionReader conditions;
    private final ChangeReader changes;
    private final List<Change> shared;
    private final Vocabulary vocabulary;
    private final WordingReader wordings;
    private final Problems problems;
    private final PostMortemReader postMortems;
    private final List<CauseLint> lints = new ArrayList<>();

    /** @param shared changes of the system and of the scenario, which a cause may say carry it */
    CauseReader(
            Topology topology,
            Moments moments,
            ConditionReader conditions,
            ChangeReader changes,
            List<Change> shared,
            Vocabulary vocabulary,
            WordingReader wordings,
            Problems problems) {
        this.vocabulary = vocabulary;
        this.wordings = wordings;
        this.topology = topology;
        this.changes = changes;
        this.moments = moments;
        this.conditions = conditions;
        this.shared = List.copyOf(shared);
        this.problems = problems;
        this.postMortems = new PostMortemReader(topology, problems);
    }

    /** The causes in the order in which they are written; those that are several together refer to others. */
    List<Cause> read(List<Entry> entries) {
        var single = new HashMap<String, Cause>();
        for (var entry : entries) {
            if (!isTogether(entry)) {
                single.put(entry.key().text(), read(entry));
            }
        }
        var names = entries.stream().map(entry -> entry.key().text()).toList();
        var causes = entries.stream()
                .map(entry -> isTogether(entry)
                        ? together(entry, single, names)
                        : Objects.requireNonNull(single.get(entry.key().text())))
                .toList();
        var herrings = redHerrings(causes);
        lints.forEach(lint -> lint.check(herrings));
        return causes;
    }

    /** The causes that are only suspected: never drawn, though others are, and no part of another. */
    static List<Cause> redHerrings(List<Cause> causes) {
        return causes.stream().allMatch(CauseReader::isNeverDrawn)
                ? List.of()
                : causes.stream()
                        .filter(cause ->
                                isNeverDrawn(cause) && causes.stream().noneMatch(other -> isPart(cause, other)))
                        .toList();
    }

    private static boolean isNeverDrawn(Cause cause) {
        return cause.weight() <= 0;
    }

    private static boolean isPart(Cause cause, Cause of) {
        return of.parts().stream().anyMatch(part -> part.id().equals(cause.id()));
    }

    private static boolean isTogether(Entry entry) {
        return entry.value() instanceof Entries fields
                && fields.entries().stream().anyMatch(each -> each.key().text().equals(TOGETHER));
    }

    /** A cause that is several others at once: it has their changes, and begins with the first of them. */
    private Cause together(Entry entry, Map<String, Cause> single, List<String> names) {
        var fields = Fields.of(entry, "cause", problems);
        var parts = new ArrayList<Cause>();
        for (var text : fields.lines(TOGETHER)) {
            Known.of("cause", names).check(text, problems);
            var part = single.get(text.text());
            if (part == null && names.contains(text.text())) {
                problems.error(
                        text.place(),
                        "cycle",
                        "`" + text.text() + "` is itself several causes together",
                        "name single causes only");
            }
            if (part != null && !parts.contains(part)) {
                parts.add(part);
            }
        }
        if (parts.size() < 2) {
            problems.error(fields.placeOf(TOGETHER), "wrong-count", "`together` names two or more different causes");
        }
        var changes = new ArrayList<Change>();
        parts.forEach(part -> changes.addAll(part.changes()));
        var cause = new Cause(
                new CauseId(entry.key().text()),
                fields.line("title"),
                fields.prose("explanation"),
                parts.isEmpty()
                        ? new Fault(FaultClass.OTHER, new ServiceId(""))
                        : parts.getFirst().fault(),
                fields.numberOr("weight", WEIGHT, 1),
                parts.stream().map(Cause::beginsAgo).max(Duration::compareTo).orElse(Duration.ZERO),
                changes,
                List.of(),
                List.of(),
                List.of(),
                parts.isEmpty() ? List.of() : parts.getFirst().states(),
                parts,
                postMortems.read(fields));
        fields.end();
        return cause;
    }

    private Cause read(Entry entry) {
        var fields = Fields.of(entry, "cause", problems);
        var carrier =
                fields.find("change").map(changes::readWithin).map(List::of).orElse(List.of());
        var own = new ArrayList<>(carrier);
        fields.named("changes").forEach(each -> own.add(changes.read(each)));
        var cause = new Cause(
                new CauseId(entry.key().text()),
                fields.line("title"),
                fields.prose("explanation"),
                fault(fields),
                fields.numberOr("weight", WEIGHT, 1),
                begins(fields),
                own,
                carriedBy(fields, carrier, own),
                named("blames", fields, own),
                undoneBy(fields, own),
                states(fields, own, conditions.within(new CauseId(entry.key().text()))),
                List.of(),
                postMortems.read(fields));
        fields.end();
        lints.add(new CauseLint(cause, shared, fields, problems));
        return cause;
    }

    private Fault fault(Fields fields) {
        var value = fields.need("fault");
        if (value.isEmpty()) {
            return new Fault(FaultClass.OTHER, new ServiceId(""));
        }
        var fault = Fields.of(value.get(), "fault", problems);
        var read = new Fault(fault.choice("class", FaultClass.class), topology.service(fault.name("target")));
        fault.end();
        return read;
    }

    private Duration begins(Fields fields) {
        var text = fields.name("begins");
        var ago = moments.ago(text);
        if (ago.isNegative()) {
            problems.error(text.place(), "out-of-range", "a cause begins before the page, this is after it");
        } else if (ago.compareTo(EARLIEST) > 0) {
            problems.error(
                    text.place(),
                    "out-of-range",
                    "a cause begins at most " + EARLIEST.toMinutes()
                            + "m before the page: what comes earlier is not simulated");
        }
        return ago;
    }

    private List<ChangeId> carriedBy(Fields fields, List<Change> carrier, List<Change> own) {
        var ids = new ArrayList<>(carrier.stream().map(Change::id).toList());
        ids.addAll(named("carried-by", fields, own));
        return ids;
    }

    private List<ChangeId> named(String key, Fields fields, List<Change> own) {
        var known = new TreeSet<String>();
        shared.forEach(change -> known.add(change.id().value()));
        own.forEach(change -> known.add(change.id().value()));
        return fields.lines(key).stream()
                .map(text -> new ChangeId(Known.of("change", known).check(text, problems)))
                .toList();
    }

    private List<ActionPattern> undoneBy(Fields fields, List<Change> own) {
        var actions = actions(own);
        var patterns = new ArrayList<ActionPattern>();
        fields.lines("undone-by").forEach(text -> actions.read(text).ifPresent(patterns::add));
        return patterns;
    }

    private List<CauseState> states(Fields fields, List<Change> own, ConditionReader within) {
        return new StateReader(topology, within, actions(own), wordings, problems).read(fields.someNamed("states"));
    }

    private ActionReader actions(List<Change> own) {
        var all = new ArrayList<>(shared);
        all.addAll(own);
        return new ActionReader(topology, vocabulary, flags(all), problems);
    }

    private static Set<String> flags(List<Change> changes) {
        var flags = new TreeSet<String>();
        changes.stream()
                .filter(change -> change.kind() == ChangeKind.FLAG)
                .forEach(change -> flags.add(change.subject()));
        return flags;
    }
}
