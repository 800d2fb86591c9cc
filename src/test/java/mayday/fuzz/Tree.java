package mayday.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mayday.compiler.YamlText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;

/** What stands in a YAML or JSON file, to be changed. */
sealed interface Tree {
    /**
     * A text, a word or a figure.
     *
     * @param quoted whether it was a text, as far as JSON makes a difference
     */
    record Word(String text, boolean quoted) implements Tree {
        static Word of(String text) {
            return new Word(text, true);
        }
    }

    record Items(List<Tree> all) implements Tree {}

    record Entries(List<Entry> all) implements Tree {}

    record Entry(String key, Tree value) {}

    static Tree ofYaml(String text) {
        return of(
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow());
    }

    private static Tree of(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Word.of(scalar.getValue());
            case SequenceNode list ->
                new Items(new ArrayList<>(list.getValue().stream().map(Tree::of).toList()));
            case MappingNode mapping ->
                new Entries(new ArrayList<>(mapping.getValue().stream()
                        .map(each -> new Entry(((ScalarNode) each.getKeyNode()).getValue(), of(each.getValueNode())))
                        .toList()));
            default -> throw new IllegalArgumentException("no such node in our files: " + node);
        };
    }

    static Tree ofJson(JsonNode node) {
        if (node.isArray()) {
            return new Items(
                    new ArrayList<>(node.valueStream().map(Tree::ofJson).toList()));
        }
        if (node.isObject()) {
            return new Entries(new ArrayList<>(node.propertyStream()
                    .map(each -> new Entry(each.getKey(), ofJson(each.getValue())))
                    .toList()));
        }
        return new Word(node.isString() ? node.stringValue() : node.toString(), node.isString());
    }

    default Tree copy() {
        return switch (this) {
            case Word word -> word;
            case Items(var all) ->
                new Items(new ArrayList<>(all.stream().map(Tree::copy).toList()));
            case Entries(var all) ->
                new Entries(new ArrayList<>(all.stream()
                        .map(each -> new Entry(each.key(), each.value().copy()))
                        .toList()));
        };
    }

    /** As YAML, each entry on a line of its own. */
    default String yaml() {
        return switch (this) {
            case Word(var text, var _) -> YamlText.scalar(text);
            case Items(var all) -> all.stream().map(Tree::yaml).collect(Collectors.joining(",\n", "[", "]"));
            case Entries(var all) ->
                all.stream()
                        .map(each -> YamlText.scalar(each.key()) + ": "
                                + each.value().yaml())
                        .collect(Collectors.joining(",\n", "{", "}"));
        };
    }

    default String json() {
        return switch (this) {
            case Word(var text, var quoted) -> quoted ? quoted(text) : text;
            case Items(var all) -> all.stream().map(Tree::json).collect(Collectors.joining(",", "[", "]"));
            case Entries(var all) ->
                all.stream()
                        .map(each -> quoted(each.key()) + ":" + each.value().json())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
