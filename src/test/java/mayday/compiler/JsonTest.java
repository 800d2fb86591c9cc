package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.debrief.Rubric;
import mayday.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** JSON is read by the same reader: a shipped scenario, written as JSON, is the same scenario. */
class JsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Shipped and of tests: what is written as JSON, with all that it refers to, is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"scenarios", "src/test/resources/features"})
    void aScenarioWrittenAsJsonIsTheSameScenario(String folder) {
        var all = AuthoredFiles.sources(Path.of(folder));
        assertThat(all).hasSizeGreaterThan(4);
        for (var yaml : all) {
            var scenario = scenario(yaml);
            var json = asJson(yaml);
            var compilation = ScenarioCompiler.compile(json);

            assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
            assertThat(withRevisionOf(scenario, ((Compilation.Compiled) compilation).scenario()))
                    .isEqualTo(scenario);
        }
    }

    private static Scenario scenario(Sources sources) {
        return ((Compilation.Compiled) ScenarioCompiler.compile(sources)).scenario();
    }

    @Test
    void aRubricOrAPlaythroughWrittenAsJsonIsTheSame() throws IOException {
        for (var rubric : List.of("default", "amazon", "netflix")) {
            var yaml = Files.readString(Path.of("scenarios/rubrics", rubric + ".yaml"));
            assertThat(rubric("rubrics/" + rubric + ".json", json(yaml)))
                    .isEqualTo(rubric("rubrics/" + rubric + ".yaml", yaml));
        }
        var library = Library.read(Path.of("scenarios"));
        for (var script : Playthroughs.read(Path.of("scenarios"), library).scripts()) {
            var sources = Objects.requireNonNull(library.sources().get(script.scenario()));
            var reader = new PlaythroughReader(
                    sources, library.find(script.scenario()).orElseThrow());
            var json = json(Files.readString(Path.of("scenarios").resolve(script.file())));
            var problems = new Problems(Map.of(script.file(), json));
            var again = reader.read(script.file(), json, problems);

            assertThat(problems.all()).extracting(Problem::rendered).isEmpty();
            assertThat(again.map(PlaythroughReadingTest::withoutLines))
                    .contains(PlaythroughReadingTest.withoutLines(script));
        }
    }

    private static Rubric rubric(String path, String text) {
        var problems = new Problems(Map.of(path, text));
        var rubric = RubricReader.read(path, text, problems);
        assertThat(problems.all()).extracting(Problem::rendered).isEmpty();
        return rubric.orElseThrow();
    }

    private static String json(String yaml) {
        return TreeReader.read("text.yaml", yaml, new Problems(Map.of()))
                .map(JsonTest::json)
                .orElseThrow();
    }

    /** JSON has no comments to say where its schema is, and has it in a key; YAML may have it there as well. */
    @Test
    void aFileMaySayWhereItsSchemaIs() {
        var texts = Texts.of("good");
        var named = texts.replace("id: good", "$schema: ../../docs/schema/scenario.json\nid: good");

        assertThat(withRevisionOf(texts.scenario(), named.scenario())).isEqualTo(texts.scenario());
        assertThat(texts.replace("title: The till", "$schema2: x\ntitle: The till")
                        .compile()
                        .problems())
                .extracting(Problem::message)
                .containsExactly("the scenario has no key `$schema2`");
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
                read.redHerrings(),
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
