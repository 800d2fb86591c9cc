package mayday.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas (2020-12) of the files that authors write, made from the list of keys {@code schema/keys.yaml} and the words of the
 * types themselves. They help while typing; what a file means, and whether its names exist, the compiler alone knows.
 */
public final class Schemas {
    /** The kinds of files that have a schema, in the order in which authors meet them. */
    public static final List<String> KINDS = List.of("scenario", "system", "rubric", "playthrough");

    private static final String KEYS = "/schema/keys.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Entries> objects = new LinkedHashMap<>();

    private Schemas(Entries keys) {
        keys.entries().forEach(each -> objects.put(each.key().text(), (Entries) each.value()));
    }

    /** The schema of files of a kind, as JSON text that ends with a line break. */
    public static String of(String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there is no schema of a " + kind);
        }
        return load().schema(kind).toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static Schemas load() {
        try (var stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(KEYS), KEYS)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var problems = new Problems(Map.of(KEYS, text));
            return TreeReader.read(KEYS, text, problems)
                    .filter(Entries.class::isInstance)
                    .map(value -> new Schemas((Entries) value))
                    .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode schema(String kind) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Mayday " + kind);
        var root = object(kind);
        var editors = JSON.createObjectNode().put("type", "string");
        editors.put("description", "Where editors find this schema; it means nothing to Mayday.");
        ((ObjectNode) root.get("properties")).set("$schema", editors);
        schema.setAll(root);
        var definitions = new LinkedHashMap<String, ObjectNode>();
        define(root, definitions);
        var sorted = schema.putObject("$defs");
        new TreeSet<>(definitions.keySet()).forEach(name -> sorted.set(name, definitions.get(name)));
        return schema;
    }

    /** Defines whatever {@code node} refers to, and what that refers to. */
    private void define(JsonNode node, Map<String, ObjectNode> definitions) {
        if (node.has("$ref")) {
            var name = node.get("$ref").stringValue().substring("#/$defs/".length());
            if (!definitions.containsKey(name)) {
                var definition = name.equals("way-out") ? SchemaTypes.wayOut() : object(name);
                definitions.put(name, definition);
                define(definition, definitions);
            }
        }
        node.forEach(each -> define(each, definitions));
    }

    private ObjectNode object(String name) {
        var node = JSON.createObjectNode();
        var properties = JSON.createObjectNode();
        var required = new ArrayList<String>();
        var only = new ArrayList<String>();
        node.put("description", text(written(name), "says"));
        collect(name, properties, required, only);
        node.put("type", "object");
        node.put("additionalProperties", false);
        if (!required.isEmpty()) {
            required.forEach(node.putArray("required")::add);
        }
        node.set("properties", properties);
        if (!only.isEmpty()) {
            var oneOf = node.putArray("oneOf");
            only.forEach(key -> oneOf.addObject().putArray("required").add(key));
        }
        return node;
    }

    private Entries written(String name) {
        var object = objects.get(name);
        if (object == null) {
            throw new IllegalStateException(KEYS + " has no `" + name + "`");
        }
        return object;
    }

    private void collect(String name, ObjectNode properties, List<String> required, List<String> only) {
        var object = written(name);
        for (var entry : object.entries()) {
            switch (entry.key().text()) {
                case "says" -> {
                    // The description, which stands already.
                }
                case "also" -> texts(entry.value()).forEach(each -> collect(each, properties, required, only));
                case "exactly-one" -> only.addAll(texts(entry.value()));
                case "words" -> ((Entries) entry.value()).entries().forEach(each -> words(each, properties));
                case "keys" -> ((Entries) entry.value()).entries().forEach(each -> key(each, properties, required));
                default ->
                    throw new IllegalStateException(KEYS + ": " + entry.key().text());
            }
        }
    }

    private static void key(Entry entry, ObjectNode properties, List<String> required) {
        var written = entry.key().text();
        var isRequired = written.endsWith("!");
        var name = isRequired ? written.substring(0, written.length() - 1) : written;
        var parts = texts(entry.value());
        var property = SchemaTypes.of(parts.get(0));
        property.put("description", parts.get(1));
        properties.set(name, property);
        if (isRequired) {
            required.add(name);
        }
    }

    private static void words(Entry entry, ObjectNode properties) {
        var type = ((Text) entry.value()).text();
        for (var word : SchemaWords.of(entry.key().text())) {
            var property = SchemaTypes.of(type);
            property.put("description", "The parameter `" + word + "`; docs/scenario-format.md says what it is.");
            properties.set(word, property);
        }
    }

    private static List<String> texts(Value value) {
        return ((Items) value)
                .items().stream().map(each -> ((Text) each).text()).toList();
    }

    private static String text(Entries object, String key) {
        return object.entries().stream()
                .filter(each -> each.key().text().equals(key))
                .map(each -> ((Text) each.value()).text())
                .findFirst()
                .orElse("");
    }
}
