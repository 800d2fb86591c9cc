package mayday.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON body of a request, read field by field. What is wrong is collected, so that one answer names all of it: {@link #check()}
 * tells it.
 */
final class Body {
    /** Each thread has buffers of its own: those of one pool for all are what threads that read at once would fight for. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.threadLocalPool())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode fields;
    private final List<Failure.Place> mistakes;

    /** Where in the body these fields stand; empty at the top. */
    private final String place;

    private Body(ObjectNode fields, String place, List<Failure.Place> mistakes) {
        this.fields = fields;
        this.place = place;
        this.mistakes = mistakes;
    }

    /** Reads the body, which may have {@code allowed} fields only. */
    static Body of(Context ctx, String... allowed) {
        var type = ctx.contentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Failure(Failure.Problem.of(
                    "unsupported-media-type", 415, "Wrong content type", "Send a body of type application/json."));
        }
        return of(ctx.bodyAsBytes(), allowed);
    }

    /** As {@link #of(Context, String...)}, of a body that was read already. */
    static Body of(byte[] bytes, String... allowed) {
        var body = new Body(parse(bytes), "", new ArrayList<>());
        body.checkNames(List.of(allowed));
        return body;
    }

    private void checkNames(List<String> known) {
        for (var name : fields.propertyNames()) {
            if (!known.contains(name)) {
                wrong(name, "is not a field here; there are " + String.join(", ", known));
            }
        }
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            var where = malformed.getLocation();
            var place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw malformed("The body is not JSON" + place + ": " + firstLine(malformed.getOriginalMessage()));
        }
        throw malformed("The body must be a JSON object.");
    }

    private static Failure malformed(String detail) {
        return new Failure(Failure.Problem.of("malformed-json", 400, "Malformed JSON", detail));
    }

    private static String firstLine(String message) {
        var line = message.lines().findFirst().orElse("unreadable");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    /** A text that must be there and say something. */
    String text(String name, int most) {
        var text = optionalText(name, most);
        if (text.isBlank()) {
            wrong(name, has(name) ? "is empty" : "is missing");
        }
        return text;
    }

    /** A text; empty if it is not there. */
    String optionalText(String name, int most) {
        if (!has(name)) {
            return "";
        }
        if (!fields.get(name).isString()) {
            wrong(name, "must be a text");
            return "";
        }
        var text = fields.get(name).stringValue();
        var mistake = Texts.mistake(text, most);
        if (!mistake.isEmpty()) {
            wrong(name, mistake);
            return "";
        }
        return text;
    }

    /** A text that must be there, whatever is in it. */
    String anyText(String name) {
        if (!has(name) || !fields.get(name).isString()) {
            wrong(name, "must be a text");
            return "";
        }
        return fields.get(name).stringValue();
    }

    /** A whole number that must be there. */
    int whole(String name, int least, int most) {
        var range = "must be a whole number from " + least + " to " + most;
        if (!has(name)) {
            wrong(name, "is missing; it " + range);
            return least;
        }
        var node = fields.get(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            wrong(name, range);
            return least;
        }
        return node.intValue();
    }

    /** A length that must be there, in seconds that make whole minutes: how many minutes. */
    int wholeMinutes(String name, int least, int most) {
        var range = "must be whole minutes, in seconds: " + 60 * least + " to " + 60 * most + " in steps of 60";
        if (!has(name)) {
            wrong(name, "is missing; it " + range);
            return least;
        }
        var node = fields.get(name);
        var seconds = node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : -1;
        if (seconds % 60 != 0 || seconds < 60 * least || seconds > 60 * most) {
            wrong(name, range);
            return least;
        }
        return seconds / 60;
    }

    /** True or false, which must be there. */
    boolean truth(String name) {
        if (!has(name) || !fields.get(name).isBoolean()) {
            wrong(name, "must be true or false");
            return false;
        }
        return fields.get(name).booleanValue();
    }

    /** A whole number of at most 64 bits as it is written; empty if it is not there. */
    String optionalNumber(String name) {
        if (!has(name)) {
            return "";
        }
        if (!fields.get(name).isIntegralNumber() || !fields.get(name).canConvertToLong()) {
            wrong(name, "must be a whole number of 64 bits");
            return "";
        }
        return fields.get(name).asString();
    }

    /** A number as it is written; empty if it is not there. */
    String optionalDecimal(String name) {
        if (!has(name)) {
            return "";
        }
        if (!fields.get(name).isNumber()) {
            wrong(name, "must be a number");
            return "";
        }
        return fields.get(name).decimalValue().toPlainString();
    }

    /** A list of whole numbers; empty if it is not there. */
    List<Integer> wholes(String name, int most, int least, int largest) {
        var node = fields.path(name);
        var sound = node.isArray()
                && node.size() <= most
                && node.valueStream()
                        .allMatch(each -> each.isIntegralNumber()
                                && each.canConvertToInt()
                                && each.intValue() >= least
                                && each.intValue() <= largest);
        if (!sound) {
            wrong(name, "must be a list of at most " + most + " whole numbers from " + least + " to " + largest);
            return List.of();
        }
        return node.valueStream().map(JsonNode::intValue).toList();
    }

    /** A list of texts; empty if it is not there. */
    List<String> texts(String name, int most) {
        if (!has(name)) {
            return List.of();
        }
        var node = fields.get(name);
        if (!node.isArray() || node.size() > most || node.valueStream().anyMatch(each -> !each.isString())) {
            wrong(name, "must be a list of at most " + most + " texts");
            return List.of();
        }
        return node.valueStream().map(JsonNode::stringValue).toList();
    }

    /** A list of objects, which may have {@code allowed} fields only; empty if it is not there. Their mistakes are this body's. */
    List<Body> objects(String name, int most, String... allowed) {
        if (!has(name)) {
            return List.of();
        }
        var node = fields.get(name);
        if (!node.isArray() || node.size() > most || node.valueStream().anyMatch(each -> !each.isObject())) {
            wrong(name, "must be a list of at most " + most + " objects");
            return List.of();
        }
        var objects = new ArrayList<Body>();
        for (var each : node.values()) {
            var object = new Body((ObjectNode) each, place + name + "/" + objects.size() + "/", mistakes);
            object.checkNames(List.of(allowed));
            objects.add(object);
        }
        return objects;
    }

    /** An object's texts, numbers and truth values as texts by name; empty if it is not there. */
    Map<String, String> words(String name) {
        if (!has(name)) {
            return Map.of();
        }
        if (!(fields.get(name) instanceof ObjectNode object)) {
            wrong(name, "must be an object");
            return Map.of();
        }
        var words = new HashMap<String, String>();
        for (var entry : object.properties()) {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                words.put(entry.getKey(), entry.getValue().asString());
            } else {
                wrong(name + "/" + entry.getKey(), "must be a text, a number, true or false");
            }
        }
        return words;
    }

    /** One of a few words, or nothing; empty if something is wrong with it. */
    String optionalWord(String name, List<String> words) {
        var word = optionalText(name, 100);
        if (!word.isEmpty() && !words.contains(word)) {
            wrong(name, "must be one of " + String.join(", ", words) + ", or empty");
            return "";
        }
        return word;
    }

    /** One of a few words that must be there; empty if something is wrong with it. */
    String oneOf(String name, List<String> words) {
        var word = text(name, 100);
        if (!word.isEmpty() && !words.contains(word)) {
            wrong(name, "must be one of " + String.join(", ", words));
            return "";
        }
        return word;
    }

    /** Notes a mistake; of several about the same field the first one counts. */
    void wrong(String name, String detail) {
        var pointer = "/" + place + name;
        if (mistakes.stream().noneMatch(each -> each.pointer().equals(pointer))) {
            mistakes.add(new Failure.Place(pointer, detail));
        }
    }

    /** Ends the request with all mistakes, if there are any. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw Failure.invalid(mistakes);
        }
    }
}
