package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mayday.scenario.ActionKind;
import mayday.scenario.AuthoredPostMortem;
import mayday.scenario.ChangeKind;
import mayday.scenario.Dimension;
import mayday.scenario.Effect;
import mayday.scenario.FaultClass;
import mayday.scenario.FollowUpKind;
import mayday.scenario.Level;
import mayday.scenario.Person;
import mayday.scenario.Platform;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;
import mayday.scenario.Words;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The format's documentation is true: its examples compile, and it names every word there is; problems have a document of their own. */
class ScenarioFormatDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/scenario-format.md");

    /** A fenced block that says which file it is, is complete. */
    private static final Pattern COMPLETE_FILE = Pattern.compile("```yaml\n# file: (\\S+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsCompleteScenariosCompileWithoutAProblem() throws IOException {
        var files = files();
        var scenarios = files.keySet().stream()
                .filter(path -> path.endsWith("/scenario.yaml"))
                .toList();

        assertThat(scenarios).contains("slow-search/scenario.yaml");
        for (var main : scenarios) {
            var compilation = ScenarioCompiler.compile(new Sources(main, files));
            assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        }
    }

    @Test
    void itsPlaythroughsAreOfItsScenarios() throws IOException {
        var files = files();
        var playthroughs = files.keySet().stream()
                .filter(path -> path.contains("/playthroughs/"))
                .toList();

        assertThat(playthroughs).isNotEmpty();
        for (var path : playthroughs) {
            var sources = new Sources(path.replaceFirst("/.*", "/scenario.yaml"), files);
            var scenario = ((Compilation.Compiled) ScenarioCompiler.compile(sources)).scenario();
            var problems = new Problems(files);
            new PlaythroughReader(sources, scenario).read(path, files.getOrDefault(path, ""), problems);
            assertThat(problems.all()).extracting(Problem::rendered).isEmpty();
        }
    }

    /** Every key that a playthrough may have stands in the document. */
    @Test
    void itHasEveryKeyOfPlaythroughs() throws IOException {
        var document = Files.readString(DOCUMENT);
        var schema = JsonMapper.shared().readTree(Schemas.of("playthrough"));
        var section = document.substring(document.indexOf("## Playthroughs"), document.indexOf("## Editors, and JSON"));
        for (var object : List.of("step", "then", "end", "hypothesis", "requested-action")) {
            for (var key : schema.at("/$defs/" + object + "/properties").propertyNames()) {
                assertThat(section).as("%s of %s", key, object).containsPattern("[`{ ]" + key + "[`:]");
            }
        }
    }

    @Test
    void itsCompleteSystemIsOneToPlayOn() throws IOException {
        var files = files();
        files.put("kiosk-fails/scenario.yaml", """
                id: kiosk-fails
                title: The kiosk fails
                summary: Nobody can buy a paper.
                level: foundation
                system: kiosk
                page: { alert: 5xx, when: counter.error-ratio > 2 % for 5m, at: "14:06" }
                mitigated: counter.error-ratio < 1 %
                causes:
                  release:
                    title: A release
                    explanation: It fails.
                    fault: { class: bad-release, target: till }
                    begins: 6m ago
                    undone-by: roll back till
                    states: { failing: { effects: [{ service: till, error-ratio: 30 % }] } }
                """);

        var compilation = ScenarioCompiler.compile(new Sources("kiosk-fails/scenario.yaml", files));

        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
    }

    /** Every example of these sections, put together into one scenario on the storefront. */
    @Test
    void itsExamplesOfPeopleAndToolsCompile() throws IOException {
        var document = Files.readString(DOCUMENT);
        var people = new StringBuilder();
        for (var section : List.of("People", "Approvals", "Tools and access", "Status pages")) {
            var from = document.indexOf("### " + section);
            EXAMPLE.matcher(document.substring(from, nextSection(document, from)))
                    .results()
                    .forEach(block -> people.append(block.group(1)));
        }
        var files = files();
        files.put(
                "everybody/scenario.yaml",
                """
                id: everybody
                title: Everybody
                summary: Everybody writes.
                level: expert
                system: storefront
                page: { alert: 5xx, when: edge.error-ratio > 2 % for 3m, at: "14:06" }
                mitigated: edge.error-ratio < 1 %
                causes:
                """ + cause("expired-certificate") + cause("retry-storm") + cause("card-outage") + people);

        var compilation = ScenarioCompiler.compile(new Sources("everybody/scenario.yaml", files));
        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        assertThat(((Compilation.Compiled) compilation).scenario().organisation())
                .satisfies(organisation -> {
                    assertThat(organisation.approvals()).hasSize(1);
                    assertThat(organisation.people()).hasSize(2);
                    assertThat(organisation.tools()).hasSize(3);
                    assertThat(organisation.access()).hasSize(1);
                    assertThat(organisation.vendors()).hasSize(1);
                });
    }

    @Test
    void itsExampleOfARedHerringIsOne() throws IOException {
        var document = Files.readString(DOCUMENT);
        var from = document.indexOf("### Red herrings");
        var example = EXAMPLE.matcher(document.substring(from, nextSection(document, from)));
        assertThat(example.find()).isTrue();
        var files = files();
        files.put("suspected/scenario.yaml", """
                id: suspected
                title: Suspected
                summary: Somebody suspects it.
                level: expert
                system: storefront
                page: { alert: 5xx, when: edge.error-ratio > 2 % for 3m, at: "14:06" }
                mitigated: edge.error-ratio < 1 %
                """ + example.group(1) + cause("release"));

        var compilation = ScenarioCompiler.compile(new Sources("suspected/scenario.yaml", files));

        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        var scenario = ((Compilation.Compiled) compilation).scenario();
        assertThat(scenario.causes()).extracting(cause -> cause.id().value()).containsExactly("release");
        assertThat(scenario.redHerrings())
                .extracting(cause -> cause.id().value())
                .containsExactly("shorter-trust-store");
    }

    @Test
    void itsExampleOfAPostMortemCompiles() throws IOException {
        var document = Files.readString(DOCUMENT);
        var from = document.indexOf("### Post-mortems");
        var example = EXAMPLE.matcher(document.substring(from, nextSection(document, from)));
        assertThat(example.find()).isTrue();
        var files = files();
        files.put("afterwards/scenario.yaml", """
                id: afterwards
                title: Afterwards
                summary: Somebody writes it down.
                level: expert
                system: storefront
                page: { alert: 5xx, when: edge.error-ratio > 2 % for 3m, at: "14:06" }
                mitigated: edge.error-ratio < 1 %
                causes:
                """ + cause("release") + example.group(1));

        var compilation = ScenarioCompiler.compile(new Sources("afterwards/scenario.yaml", files));

        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        assertThat(((Compilation.Compiled) compilation)
                        .scenario()
                        .causes()
                        .getFirst()
                        .postMortem())
                .singleElement()
                .satisfies(written -> {
                    assertThat(written.contributingFactors()).hasSize(2);
                    assertThat(written.actions())
                            .extracting(AuthoredPostMortem.FollowUp::owner)
                            .containsExactly(List.of(new TeamId("orders")), List.of());
                });
    }

    @Test
    void itsExampleOfRecordingsCompiles() throws IOException {
        var document = Files.readString(DOCUMENT);
        var from = document.indexOf("### Recordings");
        var example = EXAMPLE.matcher(document.substring(from, nextSection(document, from)));
        assertThat(example.find()).isTrue();
        var files = files();
        files.put(
                "recordings/scenario.yaml",
                """
                id: recordings
                title: Recordings
                summary: Somebody has an export.
                level: expert
                system: storefront
                page: { alert: 5xx, when: edge.error-ratio > 2 % for 3m, at: "14:06" }
                mitigated: edge.error-ratio < 1 %
                causes:
                """ + cause("stuck-exports").replace("failing:", "stuck:") + example.group(1));
        files.put("recordings/evidence/exports.json", """
                [{"metric":{"queue":"exports","instance":"a-1"},"values":[[1714554720,"4"]]},
                 {"metric":{"queue":"exports","instance":"a-2"},"values":[[1714554720,"5"]]},
                 {"metric":{"queue":"imports","instance":"a-1"},"values":[[1714554720,"6"]]}]
                """);
        files.put("recordings/evidence/exporter.log", "2024-05-01T09:12:00Z INFO stuck\n");

        var compilation = ScenarioCompiler.compile(new Sources("recordings/scenario.yaml", files));

        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
    }

    /** Every key and word of recordings stands in the document. */
    @Test
    void itHasEveryKeyOfRecordings() throws IOException {
        var document = Files.readString(DOCUMENT);
        var from = document.indexOf("### Recordings");
        var section = document.substring(from, nextSection(document, from));
        var keys = JsonMapper.shared()
                .readTree(Schemas.of("scenario"))
                .at("/$defs/recorded/properties")
                .propertyNames();
        assertThat(keys).hasSize(8).allSatisfy(key -> assertThat(section).contains("| `" + key + "` |"));
        assertThat(section)
                .contains(SchemaWords.of("recorded-unit").stream()
                        .map(word -> "`" + word + "`")
                        .toList());
        assertThat(section)
                .contains(SchemaWords.of("recording-format").stream()
                        .map(word -> "`" + word + "`")
                        .toList());
    }

    private static int nextSection(String document, int from) {
        var next = Pattern.compile("\n##").matcher(document);
        return next.find(from + 3) ? next.start() : document.length();
    }

    private static String cause(String id) {
        return """
                  %s:
                    title: It fails
                    explanation: It fails.
                    fault: { class: other, target: checkout }
                    begins: 6m ago
                    undone-by: restart checkout
                    states: { failing: { effects: [{ service: checkout, error-ratio: 30 %% }] } }
                """.formatted(id);
    }

    @Test
    void itNamesEveryWordThatAnAuthorMayChoose() throws IOException {
        var document = Files.readString(DOCUMENT);
        var words = new ArrayList<String>();
        for (var type : List.of(
                Signal.class,
                Dimension.class,
                FaultClass.class,
                FollowUpKind.class,
                ActionKind.class,
                ChangeKind.class,
                ServiceKind.class,
                Level.class,
                Platform.RunsOn.class,
                Platform.Metrics.class,
                Platform.Dns.class,
                Tool.class,
                Person.Kind.class,
                Person.Wanted.class,
                Effect.ServiceParameter.class,
                Effect.DependencyParameter.class)) {
            for (var constant : type.getEnumConstants()) {
                if (constant != ActionKind.OWN) {
                    words.add("`" + Words.kebab(constant) + "`");
                }
            }
        }
        assertThat(document).contains(words);
    }

    private static Map<String, String> files() throws IOException {
        var files = new HashMap<String, String>();
        files.put("systems/storefront.yaml", Files.readString(Path.of("scenarios/systems/storefront.yaml")));
        var block = COMPLETE_FILE.matcher(Files.readString(DOCUMENT));
        while (block.find()) {
            files.put(block.group(1), block.group(2));
        }
        return files;
    }
}
