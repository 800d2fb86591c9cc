package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Load;
import mayday.scenario.LogPattern;
import mayday.scenario.StateId;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;

/** Reads a state of a cause: its effects, what is logged meanwhile, and the ways out of it. */
final class StateReader {

    /** {@code UNDONE} is the way out that every cause has. */
    private static final String UNDONE = Cause.UNDONE.value();

    private static final Range DELAY = Range.seconds(1, 24 * 3_600);
    private static final Range SHARE = Range.ratio();

    /** Of a failed request. */
    private static final Range STATUS = Range.count(400, 599);

    private static final int LOG_CHARS = 1_000;

    private final Topology topology;
    private final EffectReader effects;
    private final ConditionReader conditions;
    private final ActionReader actions;
    private final WordingReader wordings;
    private final Problems problems;
    private final Scalars scalars;

    StateReader(
            Topology topology,
            ConditionReader conditions,
            ActionReader actions,
            WordingReader wordings,
            Problems problems) {
        this.wordings = wordings;
        this.topology = topology;
        this.effects = new EffectReader(topology, problems);
        this.conditions = conditions;
        this.actions = actions;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The states of one cause, in the order in which they are written; the first is the initial one. */
    List<CauseState> read(List<Entry> entries) {
        var names = new ArrayList<>(
                entries.stream().map(entry -> entry.key().text()).toList());
        for (var entry : entries) {
            if (TargetReader.WORDS.contains(entry.key().text())) {
                problems.error(
                        entry.key().place(),
                        "reserved-name",
                        "`" + entry.key().text() + "` has a meaning where a state is named",
                        "call the state otherwise");
            }
        }
        if (names.contains(UNDONE)) {
            entries.stream()
                    .filter(entry -> entry.key().text().equals(UNDONE))
                    .forEach(entry -> problems.error(
                            entry.key().place(),
                            "reserved-name",
                            "every cause has the state `undone` already; it has no effects"));
        }
        names.add(UNDONE);
        var known = Known.of("state", names);
        return entries.stream().map(entry -> state(entry, known)).toList();
    }

    /** An entry under {@code effects}, and whether customers do not feel it. */
    private record Read(Load load, boolean spares) {}

    private CauseState state(Entry entry, Known states) {
        var fields = Fields.of(entry, "state", problems);
        var entries = effects(fields);
        var read = entries.stream().map(Read::load).toList();
        var state = new CauseState(
                new StateId(entry.key().text()),
                read.stream().flatMap(each -> each.effects().stream()).toList(),
                read.stream().filter(each -> !each.endedBy().isEmpty()).toList(),
                entries.stream()
                        .filter(Read::spares)
                        .flatMap(each -> each.load().effects().stream())
                        .toList(),
                logs(fields),
                transitions(fields, states),
                fields.flagOr("terminal", false));
        if (state.terminal() && !state.transitions().isEmpty()) {
            problems.error(
                    fields.placeOf("terminal"),
                    "terminal-with-exit",
                    "a terminal state has no way out, this has one",
                    "remove `terminal`, or the way out");
        }
        fields.end();
        return state;
    }

    /** The entries under {@code effects}; those that no action ends have none. */
    private List<Read> effects(Fields fields) {
        return fields.items("effects").stream().map(this::load).toList();
    }

    private Read load(Value value) {
        var read = effects.readOfState(value);
        if (read.returns().isPositive() && read.until().isEmpty()) {
            problems.error(
                    value.place(),
                    "returns-without-until",
                    "only what an action ends, with `until`, `returns` by itself");
        }
        var endedBy = read.until().stream()
                .flatMap(each -> actions.read(each).stream())
                .toList();
        return new Read(new Load(read.effects(), endedBy, read.returns()), read.sparesCustomers());
    }

    private List<LogPattern> logs(Fields fields) {
        var all = new ArrayList<LogPattern>();
        fields.items("logs").forEach(value -> all.addAll(log(value)));
        return all;
    }

    private List<LogPattern> log(Value value) {
        var fields = Fields.of(value, "log", problems);
        var service = topology.service(fields.name("service"));
        var wheres = topology.where(fields, service);
        var level = fields.choiceOr("level", LogLevel.ERROR).name().toUpperCase(Locale.ROOT);
        var text = fields.need("text")
                .map(each -> scalars.text(each, "text", LOG_CHARS))
                .map(each -> wordings.noted(new Text(each.place(), each.text().strip(), each.style()))
                        .text())
                .orElse("");
        var per = fields.choiceOr("per", LogPattern.Per.FAILURE);
        var share = fields.numberOr("share", SHARE, 1);
        var status = fields.countOr("status", STATUS, 0);
        if (status > 0 && per != LogPattern.Per.FAILURE) {
            problems.error(
                    fields.placeOf("status"),
                    "status-without-failure",
                    "only what is logged per failure has a `status`");
        }
        fields.end();
        return wheres.stream()
                .map(where -> new LogPattern(service, where, level, text, per, share, status))
                .toList();
    }

    private List<Transition> transitions(Fields fields, Known states) {
        var transitions = new ArrayList<Transition>();
        var targets = new TargetReader(states, conditions, problems);
        for (var entry : fields.entries("after")) {
            var seconds = scalars.figure(entry.key(), "`after`", DELAY);
            transitions.add(new Transition(
                    new Trigger.After(Duration.ofMillis(Math.round(seconds * 1000))), targets.read(entry.value())));
        }
        for (var entry : fields.entries("when")) {
            var condition = conditions.read(entry.key());
            transitions.add(new Transition(new Trigger.When(condition), targets.read(entry.value())));
        }
        for (var entry : fields.entries("on")) {
            var pattern = actions.read(entry.key());
            var target = targets.read(entry.value());
            pattern.ifPresent(on -> transitions.add(new Transition(new Trigger.On(on), target)));
        }
        return transitions;
    }

    /** How grave a log line is. */
    enum LogLevel {
        ERROR,
        WARN,
        INFO
    }
}
