package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.scenario.Scenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** JSON is read by the same reader: a shipped scenario, written as JSON, is the same scenario. */
class JsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aScenarioWrittenAsJsonIsTheSameScenario() {
        var library = Library.read(Path.of("scenarios"));
        assertThat(library.scenarios()).isNotEmpty();
        for (var scenario : library.scenarios()) {
            var yaml = Objects.requireNonNull(library.sources().get(scenario.id()));
            var compilation = ScenarioCompiler.compile(asJson(yaml));

            assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
            assertThat(withRevisionOf(scenario, ((Compilation.Compiled) compilation).scenario()))
                    .isEqualTo(scenario);
        }
    }

    @Test
    void tabsAndEscapesOfJsonAreRead() {
        var texts = Texts.of("good")
                .with("good/scenario.json", "{\n\t\"id\": \"g\\u006fod\",\n\t\"title\": \"a\\/b \\ud83d\\ude00\"\n}\n");

        var problems = ScenarioCompiler.compile(
                        new Sources("good/scenario.json", texts.sources().files()))
                .problems();

        assertThat(problems).isNotEmpty().extracting(Problem::id).containsOnly("missing-key");
    }

    private static Sources asJson(Sources yaml) {
        var files = new TreeMap<String, String>();
        yaml.files().forEach((path, text) -> {
            var tree = path.endsWith(".yaml")
                    ? TreeReader.read(path, text, new Problems(Map.of()))
                            .map(JsonTest::json)
                            .orElseThrow()
                    : text;
            files.put(path.replace(".yaml", ".json"), tree);
        });
        return new Sources(yaml.main().replace(".yaml", ".json"), files);
    }

    private static String json(Value value) {
        return switch (value) {
            case Text text -> isJsonNumber(text) ? text.text() : JSON.writeValueAsString(text.text());
            case Items items -> items.items().stream().map(JsonTest::json).collect(Collectors.joining(", ", "[", "]"));
            case Entries entries ->
                entries.entries().stream()
                        .map(entry -> JSON.writeValueAsString(entry.key().text()) + ": " + json(entry.value()))
                        .collect(Collectors.joining(",\n", "{", "}"));
        };
    }

    private static boolean isJsonNumber(Text text) {
        return text.text().matches("0|[1-9]\\d*(\\.\\d*[1-9])?");
    }

    private static Scenario withRevisionOf(Scenario wanted, Scenario read) {
        return new Scenario(
                read.id(),
                wanted.revision(),
                read.title(),
                read.summary(),
                read.level(),
                read.tags(),
                read.system(),
                read.page(),
                read.pagedAt(),
                read.limit(),
                read.causes(),
                read.changes(),
                read.alerts(),
                read.messages(),
                read.replies(),
                read.questions(),
                read.mitigated(),
                read.durations(),
                read.organisation(),
                read.particulars());
    }
}
