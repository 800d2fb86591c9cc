package mayday.journal;

import static mayday.journal.JsonShapes.Unreadable.unless;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import mayday.journal.JsonShapes.Unreadable;
import mayday.scenario.Id;
import mayday.scenario.Revision;
import mayday.scenario.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Single values as JSON: texts and what is stored as one, numbers, durations, true and false. */
final class JsonScalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonScalars() {}

    static JsonNode write(Object value) {
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

    static Object read(Class<?> type, JsonNode node) {
        if (type == double.class && node.isNull()) {
            return Double.NaN;
        }
        if (type == boolean.class) {
            unless(node.isBoolean(), "true or false", node);
            return node.booleanValue();
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == double.class
                || type == Duration.class) {
            unless(node.isNumber(), "a number", node);
            return number(type, node);
        }
        unless(node.isString(), "a text", node);
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
        unless(node.canConvertToExactIntegral(), "a whole number", node);
        return type == int.class || type == Integer.class ? (Object) node.intValue() : (Object) node.longValue();
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
            return JsonShape.make(type.getDeclaredConstructors()[0], text);
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
}
