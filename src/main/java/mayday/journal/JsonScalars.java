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
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Single values as JSON: texts and what is stored as one, numbers, durations, true and false. */
final class JsonScalars {
    private JsonScalars() {}

    static void write(JsonGenerator json, Object value) {
        switch (value) {
            case Id id -> json.writeString(id.value());
            case Revision revision -> json.writeString(revision.digest());
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number.intValue());
            case Long number -> json.writeNumber(number.longValue());
            case Double number -> number(json, number);
            case Instant instant -> json.writeString(instant.toString());
            case Duration duration -> seconds(json, duration);
            case Enum<?> constant -> json.writeString(Words.kebab(constant));
            default -> throw new IllegalArgumentException(value.getClass() + " has no stored form");
        }
    }

    private static void number(JsonGenerator json, double number) {
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("an infinite number cannot be stored");
        }
        if (Double.isNaN(number)) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private static void seconds(JsonGenerator json, Duration duration) {
        if (duration.toNanosPart() == 0) {
            json.writeNumber(duration.toSeconds());
        } else {
            var exact = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
            json.writeNumber(exact.stripTrailingZeros());
        }
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
