package mayday.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Id;
import mayday.scenario.Revision;
import mayday.scenario.Words;
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

    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<Class<?>, Map<String, JsonNode>> defaults = new HashMap<>();
    private final Map<Class<?>, Map<String, Shape>> families = new HashMap<>();

    /** How one record is stored. */
    private record Shape(
            Class<?> type,
            String kind,
            boolean tuple,
            List<String> keys,
            List<Method> getters,
            Constructor<?> constructor) {
        List<RecordComponent> components() {
            return List.of(type.getRecordComponents());
        }
    }

    /** A record that is an object with these keys. */
    JsonShapes record(Class<? extends Record> type, String... keys) {
        shapes.put(type, shape(type, "", false, List.of(keys)));
        return this;
    }

    /** A record that is an array of its components; for what there is a lot of. */
    JsonShapes tuple(Class<? extends Record> type) {
        var names = List.of(type.getRecordComponents()).stream()
                .map(RecordComponent::getName)
                .toList();
        shapes.put(type, shape(type, "", true, names));
        return this;
    }

    /** A member of a sealed family, told apart by its kind. */
    <T> JsonShapes member(Class<T> family, String kind, Class<? extends T> type, String... keys) {
        var shape = shape(type, kind, false, List.of(keys));
        shapes.put(type, shape);
        var before = families.computeIfAbsent(family, _ -> new HashMap<>()).put(kind, shape);
        if (before != null) {
            throw new IllegalArgumentException("two kinds of " + family.getSimpleName() + " are called " + kind);
        }
        return this;
    }

    /** What a key is taken to say in text that was stored before there was such a key. */
    JsonShapes absent(Class<? extends Record> type, String key, String meaning) {
        defaults.computeIfAbsent(type, _ -> new HashMap<>()).put(key, JSON.stringNode(meaning));
        return this;
    }

    /** A list that is taken to be empty in text that was stored before there was such a key, and left out while it is. */
    JsonShapes absentList(Class<? extends Record> type, String key) {
        defaults.computeIfAbsent(type, _ -> new HashMap<>()).put(key, JSON.arrayNode());
        return this;
    }

    private static Shape shape(Class<?> type, String kind, boolean tuple, List<String> keys) {
        var components = List.of(type.getRecordComponents());
        if (components.size() != keys.size()) {
            throw new IllegalArgumentException(type + " has " + components.size() + " components, not " + keys);
        }
        var getters = components.stream().map(RecordComponent::getAccessor).toList();
        return new Shape(type, kind, tuple, keys, getters, canonical(type, components));
    }

    private static Constructor<?> canonical(Class<?> type, List<RecordComponent> components) {
        try {
            return type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no record", e);
        }
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

    private Shape shapeOf(Class<?> type) {
        var shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type + " has no stored name");
        }
        return shape;
    }

    private Shape memberOf(Class<?> family, String kind) {
        var shape = families.getOrDefault(family, Map.of()).get(kind);
        if (shape == null) {
            throw new Unreadable("\"" + kind + "\" is no kind of " + family.getSimpleName());
        }
        return shape;
    }

    private JsonNode write(Object value) {
        return switch (value) {
            case Id id -> JSON.stringNode(id.value());
            case Revision revision -> JSON.stringNode(revision.digest());
            case String text -> JSON.stringNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> number(number);
            case Instant instant -> JSON.stringNode(instant.toString());
            case Duration duration -> seconds(duration);
            case Enum<?> constant -> JSON.stringNode(Words.kebab(constant));
            case List<?> list -> array(list);
            case Record composite -> composite(composite);
            default -> throw new IllegalArgumentException(value.getClass() + " has no stored form");
        };
    }

    private static JsonNode number(double number) {
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("an infinite number cannot be stored");
        }
        return Double.isNaN(number) ? JSON.nullNode() : JSON.numberNode(number);
    }

    private static JsonNode seconds(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return JSON.numberNode(duration.toSeconds());
        }
        var exact = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
        return JSON.numberNode(exact.stripTrailingZeros());
    }

    private ArrayNode array(List<?> values) {
        var array = JSON.arrayNode(values.size());
        values.forEach(each -> array.add(write(each)));
        return array;
    }

    private JsonNode composite(Record record) {
        var shape = shapeOf(record.getClass());
        if (shape.tuple()) {
            return array(
                    shape.getters().stream().map(getter -> get(getter, record)).toList());
        }
        var object = JSON.objectNode();
        if (!shape.kind().isEmpty()) {
            object.put(KIND, shape.kind());
        }
        fill(object, shape, record);
        return object;
    }

    private void fill(ObjectNode object, Shape shape, Object record) {
        for (var i = 0; i < shape.keys().size(); i++) {
            var key = shape.keys().get(i);
            var value = write(get(shape.getters().get(i), record));
            // What is meant without it is left out, as it was before there was such a key.
            if (!value.equals(defaults.getOrDefault(shape.type(), Map.of()).get(key))) {
                object.set(key, value);
            }
        }
    }

    private static Object get(Method getter, Object record) {
        try {
            return getter.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + getter, e);
        }
    }

    private Object read(Type type, JsonNode node) {
        return switch (type) {
            case ParameterizedType list -> {
                var elements = new ArrayList<>(node.size());
                expect(node.isArray(), "a list", node);
                node.forEach(each -> elements.add(read(list.getActualTypeArguments()[0], each)));
                yield elements;
            }
            case Class<?> plain -> readPlain(plain, node);
            default -> throw new IllegalArgumentException(type + " has no stored form");
        };
    }

    private Object readPlain(Class<?> type, JsonNode node) {
        if (type == double.class && node.isNull()) {
            return Double.NaN;
        }
        if (type == boolean.class) {
            expect(node.isBoolean(), "true or false", node);
            return node.booleanValue();
        }
        if (type == int.class || type == long.class || type == double.class || type == Duration.class) {
            expect(node.isNumber(), "a number", node);
            return number(type, node);
        }
        if (families.containsKey(type)) {
            var kind = node.path(KIND);
            expect(kind.isString(), "an object with a kind", node);
            return construct(memberOf(type, kind.stringValue()), node);
        }
        if (shapes.containsKey(type)) {
            return construct(shapeOf(type), node);
        }
        expect(node.isString(), "a text", node);
        return text(type, node.stringValue());
    }

    private static Object number(Class<?> type, JsonNode node) {
        if (type == Duration.class) {
            var exact = node.decimalValue();
            var whole = exact.longValue();
            var nanos = exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9);
            return Duration.ofSeconds(whole, nanos.longValueExact());
        }
        if (type == double.class) {
            return node.doubleValue();
        }
        expect(node.canConvertToExactIntegral(), "a whole number", node);
        return type == int.class ? (Object) node.intValue() : (Object) node.longValue();
    }

    private static Object text(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Instant.class) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new Unreadable("\"" + text + "\" is no instant", e);
            }
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        if (Id.class.isAssignableFrom(type) || type == Revision.class) {
            return make(type.getDeclaredConstructors()[0], text);
        }
        throw new IllegalArgumentException(type + " has no stored form");
    }

    private static Object constant(Class<?> type, String word) {
        for (var constant : type.getEnumConstants()) {
            if (Words.kebab((Enum<?>) constant).equals(word)) {
                return constant;
            }
        }
        throw new Unreadable("\"" + word + "\" is no " + type.getSimpleName());
    }

    private Object construct(Shape shape, JsonNode node) {
        expect(shape.tuple() ? node.isArray() : node.isObject(), shape.tuple() ? "a list" : "an object", node);
        var components = shape.components();
        var values = new Object[components.size()];
        for (var i = 0; i < values.length; i++) {
            var key = shape.keys().get(i);
            var part = shape.tuple() ? node.path(i) : node.path(key);
            if (part.isMissingNode()) {
                part = defaults.getOrDefault(shape.type(), Map.of()).getOrDefault(key, part);
            }
            if (part.isMissingNode()) {
                throw new Unreadable("`" + key + "` is missing");
            }
            values[i] = read(components.get(i).getGenericType(), part);
        }
        return make(shape.constructor(), values);
    }

    private static Object make(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new Unreadable(
                    "what is stored makes no " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    private static void expect(boolean met, String what, JsonNode node) {
        if (!met) {
            throw new Unreadable("expected " + what + ", found " + node.getNodeType());
        }
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
    }
}
