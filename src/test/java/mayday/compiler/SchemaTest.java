package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mayday.compiler.AuthoredFiles.Compiled;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of the format is what the compiler reads: the same keys, and nothing that it takes is called wrong. */
class SchemaTest {
    private static final List<Compiled> FILES = AuthoredFiles.all();
    private static final Set<String> SEEN_BY_A_SCHEMA = Set.of("unknown-key", "missing-key", "bad-choice");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void theFilesInTheRepositoryAreUpToDate() throws IOException {
        for (var kind : Schemas.KINDS) {
            var file = Path.of("docs/schema", kind + ".json");
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, Schemas.of(kind), UTF_8);
            }
            assertThat(Schemas.of(kind)).isEqualTo(Files.readString(file, UTF_8));
        }
    }

    /** Over all mappings of all files: the keys that the compiler looks for, and those that the schema has. */
    @Test
    void theCompilerAndTheSchemasKnowTheSameKeys() {
        var ofCompiler = new TreeMap<String, Set<String>>();
        var ofSchemas = new TreeMap<String, Set<String>>();
        for (var kind : Schemas.KINDS) {
            var walk = new Walk(JSON.readTree(Schemas.of(kind)), kind, ofCompiler, ofSchemas);
            FILES.stream()
                    .filter(file -> file.kind().equals(kind))
                    .forEach(file -> walk.through(file.value(), walk.root, kind, file.keys()));
            walk.allDefinitions();
        }

        assertThat(onlyIn(ofCompiler, ofSchemas))
                .as("known to the compiler alone")
                .isEmpty();
        assertThat(onlyIn(ofSchemas, ofCompiler))
                .as("known to the schemas alone")
                .isEmpty();
    }

    private static List<String> onlyIn(Map<String, Set<String>> here, Map<String, Set<String>> there) {
        return here.entrySet().stream()
                .flatMap(object -> object.getValue().stream()
                        .filter(key ->
                                !there.getOrDefault(object.getKey(), Set.of()).contains(key))
                        .map(key -> object.getKey() + ": " + key))
                .toList();
    }

    @Test
    void whatTheCompilerTakesIsValid() {
        var schemas = schemas();
        var complaints = new ArrayList<String>();
        for (var file : FILES) {
            if (!file.hasErrors()) {
                errors(schemas, file).forEach(error -> complaints.add(file + " " + error));
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(FILES).filteredOn(file -> !file.hasErrors()).hasSizeGreaterThan(60);
    }

    @Test
    void whatTheCompilerCallsAWrongKeyOrWordIsInvalid() {
        var schemas = schemas();
        var wrong = FILES.stream()
                .filter(file -> file.own().stream().anyMatch(each -> SEEN_BY_A_SCHEMA.contains(each.id())))
                .toList();

        assertThat(wrong).hasSizeGreaterThan(11);
        assertThat(wrong)
                .allSatisfy(
                        file -> assertThat(errors(schemas, file)).as("%s", file).isNotEmpty());
    }

    @Test
    void everyKeyIsExplained() {
        for (var kind : Schemas.KINDS) {
            var schema = JSON.readTree(Schemas.of(kind));
            Stream.concat(Stream.of(schema), schema.get("$defs").valueStream())
                    .filter(object -> object.has("properties"))
                    .flatMap(object -> object.get("properties").propertyStream())
                    .forEach(property -> assertThat(
                                    property.getValue().path("description").stringValue(""))
                            .as("%s of %s", property.getKey(), kind)
                            .endsWith("."));
        }
    }

    private static Map<String, Schema> schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schemas = new HashMap<String, Schema>();
        Schemas.KINDS.forEach(kind -> schemas.put(kind, registry.getSchema(JSON.readTree(Schemas.of(kind)))));
        return schemas;
    }

    private static List<Error> errors(Map<String, Schema> schemas, Compiled file) {
        return java.util.Objects.requireNonNull(schemas.get(file.kind())).validate(json(file.value()));
    }

    /** As an editor's parser has it: with numbers and truth values. */
    private static JsonNode json(Value value) {
        return switch (value) {
            case Text text
            when text.style() == Text.Style.PLAIN && text.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?") ->
                JSON.readTree(text.text());
            case Text text
            when text.style() == Text.Style.PLAIN && text.text().matches("true|false") ->
                JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text.text()));
            case Text text -> JSON.getNodeFactory().stringNode(text.text());
            case Items items -> {
                var list = JSON.createArrayNode();
                items.items().forEach(each -> list.add(json(each)));
                yield list;
            }
            case Entries entries -> {
                var object = JSON.createObjectNode();
                entries.entries().forEach(each -> object.set(each.key().text(), json(each.value())));
                yield object;
            }
        };
    }

    /** Goes through a file and its schema side by side. */
    private record Walk(
            JsonNode root, String kind, Map<String, Set<String>> ofCompiler, Map<String, Set<String>> ofSchemas) {

        void through(Value value, JsonNode schema, String name, KeysByPlace keys) {
            switch (value) {
                case Text _ -> {
                    // Whether it is a word that there is, validation tells.
                }
                case Items items -> {
                    var of = parts(schema).filter(each -> each.has("items")).toList();
                    of.forEach(list -> items.items().forEach(each -> through(each, list.get("items"), name, keys)));
                }
                case Entries entries -> entries(entries, schema, keys);
            }
        }

        private void entries(Entries entries, JsonNode schema, KeysByPlace keys) {
            var known = keys.at(entries.place());
            if (!known.isEmpty()) {
                ofCompiler.computeIfAbsent(nameOf(schema), _ -> new TreeSet<>()).addAll(known);
            }
            for (var entry : entries.entries()) {
                var next = parts(schema)
                        .flatMap(part -> Stream.ofNullable(
                                known.isEmpty()
                                        ? part.get("additionalProperties")
                                        : part.path("properties")
                                                .get(entry.key().text())))
                        .filter(JsonNode::isObject)
                        .toList();
                // The same key of several kinds of effects has the same sort of value.
                next.stream().limit(1).forEach(each -> through(entry.value(), each, "", keys));
            }
        }

        /** All that a value may be, references followed and choices opened. */
        private Stream<JsonNode> parts(JsonNode schema) {
            if (schema.has("$ref")) {
                return parts(referred(schema));
            }
            return schema.has("anyOf") ? schema.get("anyOf").valueStream().flatMap(this::parts) : Stream.of(schema);
        }

        private JsonNode referred(JsonNode schema) {
            return root.get("$defs").get(definition(schema));
        }

        private static String definition(JsonNode schema) {
            return schema.get("$ref").stringValue().substring("#/$defs/".length());
        }

        /** The definitions that an object may be of. */
        private String nameOf(JsonNode schema) {
            if (schema.equals(root)) {
                return kind;
            }
            if (schema.has("anyOf")) {
                var names = schema.get("anyOf").valueStream().map(this::nameOf).filter(name -> !name.isEmpty());
                return String.join(" or ", names.toList());
            }
            return schema.has("$ref")
                    ? referred(schema).has("properties") ? definition(schema) : nameOf(referred(schema))
                    : "";
        }

        /** What the schemas have, by the names under which the compiler's keys were found. */
        void allDefinitions() {
            put(kind, Stream.of(root));
            for (var name : Set.copyOf(ofCompiler.keySet())) {
                put(
                        name,
                        Stream.of(name.split(" or "))
                                .flatMap(each ->
                                        Stream.ofNullable(root.get("$defs").get(each))));
            }
            root.get("$defs").propertyStream().forEach(definition -> {
                var named = ofCompiler.keySet().stream()
                        .anyMatch(each -> List.of(each.split(" or ")).contains(definition.getKey()));
                if (!named && definition.getValue().has("properties")) {
                    put(definition.getKey(), Stream.of(definition.getValue()));
                }
            });
        }

        private void put(String name, Stream<JsonNode> objects) {
            var keys = new TreeSet<String>();
            objects.forEach(object -> keys.addAll(object.path("properties").propertyNames()));
            if (!keys.isEmpty()) {
                ofSchemas.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(keys);
            }
        }
    }
}
