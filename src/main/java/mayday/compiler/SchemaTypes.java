package mayday.compiler;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of values, as JSON Schema has them. YAML reads {@code 3.10} and {@code true} as a number and a truth value, and to an author
 * they may be texts all the same; so may figures be texts, since JSON has no other way to write {@code 30 %}.
 */
final class SchemaTypes {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIGURE = "\\d+(?:\\.\\d+)?";
    private static final String TIME = "(?:" + FIGURE + "\\s*(?:ms|s|m|min|h|d)\\s*)+";

    /** What stands for each type; the same for all that are read by the same rules. */
    private static final Map<String, String> SIMPLE = new TreeMap<>();

    static {
        var text = "{\"type\": [\"string\", \"number\", \"boolean\"]}";
        for (var name :
                List.of("text", "prose", "long-text", "condition", "action", "moment", "clock", "date", "figure")) {
            SIMPLE.put(name, text);
        }
        SIMPLE.put(
                "line", "{\"type\": [\"string\", \"number\", \"boolean\"], \"maxLength\": " + Scalars.LINE_CHARS + "}");
        SIMPLE.put("name", "{\"type\": [\"string\", \"number\"]}");
        SIMPLE.put("flag", "{\"enum\": [true, false, \"true\", \"false\"]}");
        SIMPLE.put("whole", figure("[+-]?\\d+", true));
        SIMPLE.put("number", figure("[+-]?\\s*" + FIGURE, true));
        SIMPLE.put("share", figure("[+-]?\\s*" + FIGURE + "\\s*%?", true));
        SIMPLE.put("time", figure("[+-]?\\s*" + TIME, false));
        SIMPLE.put("takes", figure("never|" + TIME + "(?:(?:\\s+to\\s+|\\s*\\.\\.\\s*)" + TIME + ")?", false));
        SIMPLE.put("rate", figure("[+-]?\\s*" + FIGURE + "\\s*/(?:s|min)", false));
        SIMPLE.put("size", figure(FIGURE + "\\s*(?:MiB|GiB|TiB)", false));
        SIMPLE.put("points", figure("\\d{1,3}(?:\\s+to\\s+\\d{1,3})?", true));
        SIMPLE.put("dependency-name", figure("\\S+\\s*->\\s*\\S+", false));
        SIMPLE.put("step-word", "{\"enum\": [\"acknowledge\", \"hint\"]}");
    }

    private SchemaTypes() {}

    private static String figure(String pattern, boolean mayBeNumber) {
        var string = JSON.createObjectNode().put("type", "string").put("pattern", "^\\s*(?:" + pattern + ")\\s*$");
        if (!mayBeNumber) {
            return string.toString();
        }
        var either = JSON.createObjectNode();
        either.putArray("anyOf")
                .add(JSON.createObjectNode().put("type", "number"))
                .add(string);
        return either.toString();
    }

    /** Names of objects and of choices between them; {@code effect} is one of three, {@code way-out} a name, a drawing or a condition. */
    private static final Map<String, String> CHOICES = Map.of(
            "effect", "service-effect or edge-effect or traffic-effect",
            "state-effect", "service-state-effect or edge-state-effect or traffic-state-effect",
            "action-effect", "service-action-effect or edge-action-effect or traffic-action-effect",
            "way-out", "name or guarded-way-out or map of share");

    /** The schema of a type as the list of keys writes it; objects are referred to. */
    static ObjectNode of(String type) {
        var either = type.split(" or ");
        if (either.length > 1 && !type.startsWith("map ") && !type.startsWith("list ")) {
            return choice(List.of(either));
        }
        if (type.startsWith("some ")) {
            var one = of(type.substring("some ".length()));
            var node = JSON.createObjectNode();
            node.putArray("anyOf").add(one).add(list(one.deepCopy()));
            return node;
        }
        if (type.startsWith("list of ")) {
            return list(of(type.substring("list of ".length())));
        }
        if (type.startsWith("map of ")) {
            return map(of(type.substring("map of ".length())));
        }
        if (type.startsWith("map by ")) {
            var parts = type.substring("map by ".length()).split(" of ", 2);
            var node = map(of(parts[1]));
            node.putObject("propertyNames").set("enum", words(parts[0]));
            return node;
        }
        if (type.startsWith("words ")) {
            var node = JSON.createObjectNode();
            node.set("enum", words(type.substring("words ".length())));
            return node;
        }
        return single(type);
    }

    private static ObjectNode single(String type) {
        var choice = CHOICES.get(type);
        if (choice != null && !choice.startsWith("name ")) {
            return of(choice);
        }
        var simple = SIMPLE.get(type);
        return simple == null
                ? JSON.createObjectNode().put("$ref", "#/$defs/" + type)
                : (ObjectNode) JSON.readTree(simple);
    }

    /** A way out refers to ways out, and so is a definition of its own. */
    static ObjectNode wayOut() {
        return choice(List.of(CHOICES.getOrDefault("way-out", "").split(" or ")));
    }

    private static ObjectNode choice(List<String> types) {
        var node = JSON.createObjectNode();
        var anyOf = node.putArray("anyOf");
        types.forEach(each -> anyOf.add(of(each)));
        return node;
    }

    private static ObjectNode list(ObjectNode of) {
        var node = JSON.createObjectNode().put("type", "array");
        node.set("items", of);
        return node;
    }

    private static ObjectNode map(ObjectNode of) {
        var node = JSON.createObjectNode().put("type", "object");
        node.set("additionalProperties", of);
        return node;
    }

    private static ArrayNode words(String name) {
        var words = JSON.createArrayNode();
        SchemaWords.of(name).forEach(words::add);
        return words;
    }
}
