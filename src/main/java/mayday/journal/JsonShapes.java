package mayday.journal;

import static mayday.journal.JsonShapes.Unreadable.unless;

import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Id;
import mayday.scenario.Revision;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON under stored names: the keys of a record are listed in the order of its components, so that a renamed
 * class or component changes no byte.
 *
 * <p>Ids and revisions are their string; enum constants are kebab-case; instants are ISO 8601; durations are seconds,
 * whole or decimal; a number that is NaN is {@code null}, which no other number can be mistaken for. A member of a
 * sealed family says which it is in {@code kind}. Keys that are not listed are passed over when reading.
 */
final class JsonShapes {
    private static final String KIND = "kind";

    /** With buffers of each thread's own: those of one pool for all are what threads that store at once would fight for. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build())
            .build();

    private final Map<Class<?>, JsonShape> shapes = new HashMap<>();
    private final Map<Class<?>, Map<String, Object>> meanings = new HashMap<>();
    private final Map<Class<?>, Map<String, JsonShape>> families = new HashMap<>();

    /** A record that is an object with these keys. */
    JsonShapes record(Class<? extends Record> type, String... keys) {
        shapes.put(type, JsonShape.of(type, "", false, List.of(keys)));
        return this;
    }

    /** A record that is an array of its components; for what there is a lot of. */
    JsonShapes tuple(Class<? extends Record> type) {
        shapes.put(type, JsonShape.tupleOf(type));
        return this;
    }

    /** A member of a sealed family, told apart by its kind. */
    <T> JsonShapes member(Class<T> family, String kind, Class<? extends T> type, String... keys) {
        var shape = JsonShape.of(type, kind, false, List.of(keys));
        shapes.put(type, shape);
        var before = families.computeIfAbsent(family, _ -> new HashMap<>()).put(kind, shape);
        if (before != null) {
            throw new IllegalArgumentException("two kinds of " + family.getSimpleName() + " are called " + kind);
        }
        return this;
    }

    /** What a key is taken to say, a value of its component's type, in text that was stored before there was such a key. */
    JsonShapes absent(Class<? extends Record> type, String key, Object meaning) {
        meanings.computeIfAbsent(type, _ -> new HashMap<>()).put(key, meaning);
        return this;
    }

    /** A list that is taken to be empty in text that was stored before there was such a key, and left out while it is. */
    JsonShapes absentList(Class<? extends Record> type, String key) {
        return absent(type, key, List.of());
    }

    /** The kind of a member of a sealed family. */
    String kindOf(Object member) {
        return shapeOf(member.getClass()).kind();
    }

    /** The text of a record's object, its kind left out. */
    String write(Object record) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fill(json, shapeOf(record.getClass()), record);
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * The member of {@code family} that is called {@code kind}, from what {@link #write} gave.
     *
     * @throws Unreadable if the text is not such a member
     */
    <T> T read(Class<T> family, String kind, String text) {
        return family.cast(construct(memberOf(family, kind), tree(text)));
    }

    /**
     * A record, from what {@link #write} gave.
     *
     * @throws Unreadable if the text is not such a record
     */
    <T extends Record> T read(Class<T> type, String text) {
        return type.cast(construct(shapeOf(type), tree(text)));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Unreadable("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private JsonShape shapeOf(Class<?> type) {
        var shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type + " has no stored name");
        }
        return shape;
    }

    private JsonShape memberOf(Class<?> family, String kind) {
        var shape = families.getOrDefault(family, Map.of()).get(kind);
        if (shape == null) {
            throw new Unreadable("\"" + kind + "\" is no kind of " + family.getSimpleName());
        }
        return shape;
    }

    private void write(JsonGenerator json, Object value) {
        switch (value) {
            // Some ids and revisions are records; they are stored as their string.
            case Id id -> JsonScalars.write(json, id);
            case Revision revision -> JsonScalars.write(json, revision);
            case List<?> list -> array(json, list);
            case Record composite -> composite(json, composite);
            default -> JsonScalars.write(json, value);
        }
    }

    private void array(JsonGenerator json, List<?> values) {
        json.writeStartArray();
        values.forEach(each -> write(json, each));
        json.writeEndArray();
    }

    private void composite(JsonGenerator json, Record record) {
        var shape = shapeOf(record.getClass());
        if (shape.tuple()) {
            array(json, shape.valuesOf(record));
            return;
        }
        json.writeStartObject();
        if (!shape.kind().isEmpty()) {
            json.writeStringProperty(KIND, shape.kind());
        }
        fill(json, shape, record);
        json.writeEndObject();
    }

    private void fill(JsonGenerator json, JsonShape shape, Object record) {
        var values = shape.valuesOf(record);
        var meant = meanings.getOrDefault(shape.type(), Map.of());
        for (var i = 0; i < values.size(); i++) {
            var key = shape.keys().get(i);
            var value = values.get(i);
            // What is meant without it is left out, as it was before there was such a key.
            if (!value.equals(meant.get(key))) {
                json.writeName(key);
                write(json, value);
            }
        }
    }

    private Object read(Type type, JsonNode node) {
        return switch (type) {
            case ParameterizedType list -> {
                var elements = new ArrayList<>(node.size());
                unless(node.isArray(), "a list", node);
                node.forEach(each -> elements.add(read(list.getActualTypeArguments()[0], each)));
                yield elements;
            }
            case Class<?> plain -> readPlain(plain, node);
            default -> throw new IllegalArgumentException(type + " has no stored form");
        };
    }

    private Object readPlain(Class<?> type, JsonNode node) {
        if (families.containsKey(type)) {
            var kind = node.path(KIND);
            unless(kind.isString(), "an object with a kind", node);
            return construct(memberOf(type, kind.stringValue()), node);
        }
        return shapes.containsKey(type) ? construct(shapeOf(type), node) : JsonScalars.read(type, node);
    }

    private Object construct(JsonShape shape, JsonNode node) {
        unless(shape.tuple() ? node.isArray() : node.isObject(), shape.tuple() ? "a list" : "an object", node);
        var types = shape.types();
        var values = new Object[types.size()];
        for (var i = 0; i < values.length; i++) {
            var key = shape.keys().get(i);
            var part = shape.tuple() ? node.path(i) : node.path(key);
            values[i] = part.isMissingNode() ? meaning(shape, key) : read(types.get(i), part);
        }
        return shape.make(values);
    }

    private Object meaning(JsonShape shape, String key) {
        var meaning = meanings.getOrDefault(shape.type(), Map.of()).get(key);
        if (meaning == null) {
            throw new Unreadable("`" + key + "` is missing");
        }
        return meaning;
    }

    /** Stored JSON is not what was promised: it was damaged, or a newer Mayday wrote it. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        static void unless(boolean met, String what, JsonNode node) {
            if (!met) {
                throw new Unreadable("expected " + what + ", found " + node.getNodeType());
            }
        }
    }
}
