package mayday.compiler;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;

/**
 * A mapping that is read key by key: missing keys are reported as they are asked for, unknown ones at {@link #end}.
 *
 * <p>Whoever reads a mapping asks for all its keys and then calls {@code end}; that is also where the list of known
 * keys comes from.
 */
final class Fields {

    /** Entries of one mapping or list. */
    static final int MOST_ENTRIES = 500;

    /** At the top of a file, where editors look for its schema; JSON has no comments to say it in. */
    private static final String SCHEMA = "$schema";

    private final Place owner;
    private final Place place;
    private final String what;
    private final Problems problems;
    private final Scalars scalars;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final boolean readable;

    private Fields(Value value, Place owner, String what, Problems problems) {
        this.owner = owner;
        this.place = value.place();
        this.what = what;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.readable = value instanceof Entries;
        if (value instanceof Entries entries) {
            entries.entries().forEach(entry -> byKey.put(entry.key().text(), entry));
        } else {
            scalars.wrongType(value, what, "a mapping of keys to values");
        }
    }

    /**
     * The fields of {@code value}, or none, with a problem, if it is not a mapping.
     *
     * @param what it describes, for problems: {@code cause}, {@code service}
     */
    static Fields of(Value value, String what, Problems problems) {
        return new Fields(value, value.place(), what, problems);
    }

    /** As above, of a whole file, which may say where its schema is. */
    static Fields ofFile(Value value, String what, Problems problems) {
        var fields = of(value, what, problems);
        fields.asked.add(SCHEMA);
        return fields;
    }

    /** The fields of a named thing; what is missing is reported at its name. */
    static Fields of(Entry entry, String what, Problems problems) {
        return new Fields(
                entry.value(), entry.key().place(), what + " `" + entry.key().text() + "`", problems);
    }

    Place place() {
        return owner;
    }

    /** Where a key is written, or where its mapping begins. */
    Place placeOf(String key) {
        var entry = byKey.get(key);
        return entry == null ? owner : entry.key().place();
    }

    boolean has(String key) {
        asked.add(key);
        return byKey.containsKey(key);
    }

    /** The value at an optional key. */
    Optional<Value> find(String key) {
        asked.add(key);
        return Optional.ofNullable(byKey.get(key)).map(Entry::value);
    }

    /** The value at a key that must be there. */
    Optional<Value> need(String key) {
        var value = find(key);
        if (value.isEmpty() && readable) {
            problems.error(owner, "missing-key", what + " has no `" + key + "`");
        }
        return value;
    }

    /** Whether every key that is written has been asked for: {@link #end} will report none. */
    boolean knowsAllKeys() {
        return readable && asked.containsAll(byKey.keySet());
    }

    /** Reports every key that nobody asked for. */
    void end() {
        problems.mayHave(place, asked);
        var suggested = new LinkedHashSet<>(asked);
        suggested.remove(SCHEMA);
        for (var entry : byKey.values()) {
            var key = entry.key();
            if (!asked.contains(key.text())) {
                problems.error(
                        key.place(),
                        "unknown-key",
                        what + " has no key `" + key.text() + "`",
                        Suggestions.nearest(key.text(), suggested));
            }
        }
    }

    Text name(String key) {
        return need(key).map(value -> scalars.line(value, key)).orElseGet(this::nothing);
    }

    /** A formula, which may be longer than a name and stand on several lines. */
    Text formula(String key) {
        return need(key).map(value -> scalars.prose(value, key)).orElseGet(this::nothing);
    }

    String line(String key) {
        return name(key).text();
    }

    String prose(String key) {
        return need(key).map(value -> scalars.prose(value, key).text()).orElse("");
    }

    /** As {@link #prose}, of what people are told: it may have figures in it. */
    String told(String key, WordingReader wordings) {
        return need(key)
                .map(value -> wordings.noted(scalars.prose(value, key)).text())
                .orElse("");
    }

    /** {@code true} or {@code false}. */
    boolean flagOr(String key, boolean otherwise) {
        return find(key).map(value -> scalars.flag(value, key)).orElse(otherwise);
    }

    double number(String key, Range range) {
        return need(key).map(value -> scalars.number(value, key, range)).orElse(range.least());
    }

    double numberOr(String key, Range range, double otherwise) {
        return find(key).map(value -> scalars.number(value, key, range)).orElse(otherwise);
    }

    int count(String key, Range range) {
        return (int) number(key, range);
    }

    int countOr(String key, Range range, int otherwise) {
        return (int) numberOr(key, range, otherwise);
    }

    Duration duration(String key, Range range) {
        return need(key).map(value -> scalars.duration(value, key, range)).orElse(Duration.ZERO);
    }

    Duration durationOr(String key, Range range, Duration otherwise) {
        return find(key).map(value -> scalars.duration(value, key, range)).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return need(key).map(value -> scalars.choice(value, key, type)).orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> E choiceOr(String key, E otherwise) {
        return find(key)
                .map(value -> scalars.choice(value, key, otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    /** A list of short texts; one alone may be written without brackets. Empty if the key is not there. */
    List<Text> lines(String key) {
        return find(key).map(value -> linesOf(value, key)).orElse(List.of());
    }

    /** As {@link #lines}, at least one. */
    List<Text> someLines(String key) {
        return need(key).map(value -> linesOf(value, key)).orElse(List.of());
    }

    /** As {@link #lines}, without their places. */
    List<String> words(String key) {
        return lines(key).stream().map(Text::text).toList();
    }

    private List<Text> linesOf(Value value, String key) {
        var values = value instanceof Items items ? bounded(items.items(), value, key) : List.of(value);
        return values.stream().map(each -> scalars.line(each, key)).toList();
    }

    /** A list; empty if the key is not there. */
    List<Value> items(String key) {
        return find(key).map(value -> itemsOf(value, key)).orElse(List.of());
    }

    private List<Value> itemsOf(Value value, String key) {
        if (value instanceof Items items) {
            return bounded(items.items(), value, key);
        }
        scalars.wrongType(value, "`" + key + "`", "a list");
        return List.of();
    }

    /** Things by name; none if the key is not there. The names are checked to be names. */
    List<Entry> named(String key) {
        var entries = find(key).map(value -> entriesOf(value, key)).orElse(List.of());
        entries.forEach(entry -> scalars.id(entry.key()));
        return entries;
    }

    /** As {@link #named}, at least one. */
    List<Entry> someNamed(String key) {
        if (need(key).isEmpty()) {
            return List.of();
        }
        var entries = named(key);
        if (entries.isEmpty() && find(key).filter(Entries.class::isInstance).isPresent()) {
            problems.error(placeOf(key), "empty", "`" + key + "` needs at least one entry");
        }
        return entries;
    }

    /** Values by key; none if the key is not there. */
    List<Entry> entries(String key) {
        return find(key).map(value -> entriesOf(value, key)).orElse(List.of());
    }

    private List<Entry> entriesOf(Value value, String key) {
        if (value instanceof Entries entries) {
            return bounded(entries.entries(), value, key);
        }
        scalars.wrongType(value, "`" + key + "`", "a mapping");
        return List.of();
    }

    private <T> List<T> bounded(List<T> list, Value value, String key) {
        if (list.size() <= MOST_ENTRIES) {
            return list;
        }
        problems.error(
                value.place(),
                "too-many",
                "`%s` has %,d entries, at most %d are read".formatted(key, list.size(), MOST_ENTRIES));
        return list.subList(0, MOST_ENTRIES);
    }

    private Text nothing() {
        return new Text(owner, "", Text.Style.PLAIN);
    }
}
