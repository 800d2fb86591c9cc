package mayday.journal;

import static mayday.journal.JsonShapes.Unreadable.unless;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Id;
import mayday.scenario.Revision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<Class<?>, JsonShape> shapes = new HashMap<>();
    private final Map<Class<?>, Map<String, JsonNode>> defaults = new HashMap<>();
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

    /** What a key is taken to say in text that was stored before there was such a key. */
    JsonShapes absent(Class<? extends Record> type, String key, Object meaning) {
        defaults.computeIfAbsent(type, _ -> new HashMap<>()).put(key, write(meaning));
        return this;
    }

    /** A list that is taken to be empty in text that was stored before there was such a key, and left out while it is. */
    JsonShapes absentList(Class<? extends Record> type, String key) {
        defaults.computeIfAbsent(type, _ -> new HashMap<>()).put(key, JSON.arrayNode());
        return this;
    }

    /** The kind of a member of a sealed family. */
    String kindOf(Object member) {
        return shapeOf(member.getClass()).kind();
    }

    /** The object of a record, its kind left out. */
    ObjectNode writeBody(Object record) {
        var object = JSON.objectNode();
        fill(object, shapeOf(record.getClass()), record);
        return object;
    }

    /** The member of {@code family} that is called {@code kind}, from what {@link #writeBody} gave. */
    <T> T readBody(Class<T> family, String kind, JsonNode body) {
        return family.cast(construct(memberOf(family, kind), body));
    }

    /** A record, from what {@link #writeBody} gave. */
    <T extends Record> T read(Class<T> type, JsonNode body) {
        return type.cast(construct(shapeOf(type), body));
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

    private JsonNode write(Object value) {
        return switch (value) {
            // Some ids and revisions are records; they are stored as their string.
            case Id id -> JsonScalars.write(id);
            case Revision revision -> JsonScalars.write(revision);
            case List<?> list -> array(list);
            case Record composite -> composite(composite);
            default -> JsonScalars.write(value);
        };
    }

    private ArrayNode array(List<?> values) {
        var array = JSON.arrayNode(values.size());
        values.forEach(each -> array.add(write(each)));
        return array;
    }

    private JsonNode composite(Record record) {
        var shape = shapeOf(record.getClass());
        if (shape.tuple()) {
            return array(shape.valuesOf(record));
        }
        var object = JSON.objectNode();
        if (!shape.kind().isEmpty()) {
            object.put(KIND, shape.kind());
        }
        fill(object, shape, record);
        return object;
    }

    private void fill(ObjectNode object, JsonShape shape, Object record) {
        var values = shape.valuesOf(record);
        var meant = defaults.getOrDefault(shape.type(), Map.of());
        for (var i = 0; i < values.size(); i++) {
            var key = shape.keys().get(i);
            var value = write(values.get(i));
            // What is meant without it is left out, as it was before there was such a key.
            if (!value.equals(meant.get(key))) {
                object.set(key, value);
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
            if (part.isMissingNode()) {
                part = defaults.getOrDefault(shape.type(), Map.of()).getOrDefault(key, part);
            }
            if (part.isMissingNode()) {
                throw new Unreadable("`" + key + "` is missing");
            }
            values[i] = read(types.get(i), part);
        }
        return shape.make(values);
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
