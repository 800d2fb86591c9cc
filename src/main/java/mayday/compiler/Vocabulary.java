package mayday.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.Job;

/**
 * The names that a scenario's formulas may use, collected before anything is read: a condition of the page may speak of the state of
 * a cause that stands further down. What is wrong with the names themselves is reported when they are read.
 *
 * @param states the states of each cause, {@code undone} included
 * @param flags those that any change sets, of the system and of all causes
 * @param actions of the scenario's own
 */
record Vocabulary(
        Map<String, Set<String>> states,
        Set<String> variables,
        Set<String> flags,
        Map<String, Own> actions,
        Set<String> automations,
        Set<String> clients,
        Set<String> jobs) {

    /** An action of the scenario's own: what it can be done to, and what it must be told. */
    record Own(Set<String> targets, Set<String> arguments) {}

    static Vocabulary of(Value scenario, List<Change> ofTheSystem, List<Job> jobs) {
        var states = new LinkedHashMap<String, Set<String>>();
        var flags = new TreeSet<String>();
        ofTheSystem.stream()
                .filter(change -> change.kind() == ChangeKind.FLAG)
                .forEach(change -> flags.add(change.subject()));
        values(at(scenario, "changes")).forEach(change -> flagOf(change, flags));
        for (var cause : entries(at(scenario, "causes"))) {
            var names = names(at(cause.value(), "states"));
            names.add(Cause.UNDONE.value());
            states.put(cause.key().text(), names);
            at(cause.value(), "change").forEach(change -> flagOf(change, flags));
            values(at(cause.value(), "changes")).forEach(change -> flagOf(change, flags));
        }
        return new Vocabulary(
                states,
                names(at(scenario, "variables")),
                flags,
                actions(scenario),
                automations(scenario),
                names(at(scenario, "clients")),
                jobs.stream().map(Job::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, Own> actions(Value scenario) {
        var actions = new LinkedHashMap<String, Own>();
        for (var action : entries(at(scenario, "actions"))) {
            if (ActionKind.GENERIC.stream()
                    .noneMatch(kind -> kind.id().equals(action.key().text()))) {
                var targets = new TreeSet<String>();
                texts(at(action.value(), "targets")).forEach(targets::add);
                actions.put(action.key().text(), new Own(targets, names(at(action.value(), "arguments"))));
            }
        }
        return actions;
    }

    /** Agents that can be frozen. */
    private static Set<String> automations(Value scenario) {
        var automations = new TreeSet<String>();
        for (var agent : entries(at(scenario, "agents"))) {
            if (!texts(at(agent.value(), "kind")).contains("person")) {
                automations.add(agent.key().text());
            }
        }
        return automations;
    }

    private static List<String> texts(List<Value> values) {
        var all = new ArrayList<>(values);
        all.addAll(values(values));
        return all.stream()
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text().strip())
                .toList();
    }

    private static void flagOf(Value change, Set<String> flags) {
        for (var flag : at(change, "flag")) {
            if (flag instanceof Text text) {
                flags.add(text.text().strip());
            }
        }
    }

    /** The value at a key, none or one. */
    private static List<Value> at(Value value, String key) {
        return entries(List.of(value)).stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .toList();
    }

    private static List<Entry> entries(List<Value> values) {
        return values.stream()
                .filter(Entries.class::isInstance)
                .flatMap(value -> ((Entries) value).entries().stream())
                .toList();
    }

    /** The values of a mapping or a list. */
    private static List<Value> values(List<Value> values) {
        var all = new ArrayList<>(entries(values).stream().map(Entry::value).toList());
        values.stream().filter(Items.class::isInstance).forEach(value -> all.addAll(((Items) value).items()));
        return all;
    }

    private static Set<String> names(List<Value> values) {
        var names = new TreeSet<String>();
        entries(values).forEach(entry -> names.add(entry.key().text()));
        return names;
    }
}
