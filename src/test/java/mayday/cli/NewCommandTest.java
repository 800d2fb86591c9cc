package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few answers make a scenario that can be checked, tested and played. */
class NewCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copySystems() throws IOException {
        var systems = Files.createDirectories(folder.resolve("scenarios/systems"));
        for (var name : new String[] {"storefront.yaml", "streaming.yaml"}) {
            Files.copy(Path.of("scenarios/systems", name), systems.resolve(name));
        }
    }

    private String scenarios() {
        return folder.resolve("scenarios").toString();
    }

    @Test
    void whatIsTypedBecomesAScenarioThatIsCheckedAndTested() {
        var made = Terminal.typing("""
                slow-shop
                Nobody: finds "anything"

                storefront
                bad-release:search
                config-change catalog
                flag-change: web
                certificate:payments
                database:orders-db
                false-alarm:checkout

                """, "new", "--scenarios", scenarios());

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .contains(
                        "On which system: storefront, streaming [storefront]: ", "Cause 3, or nothing if that is all: ")
                .contains("Next: mayday check");
        var scenario = folder.resolve("scenarios/slow-shop").toString();
        assertThat(Terminal.run("check", scenario).out())
                .startsWith("slow-shop: solvable within 45:00")
                .endsWith("No problems. 1 scenario can be played, and judged by 1 rubric.%n".formatted());
        var tested = Terminal.run("test", scenario);
        assertThat(tested.out()).contains("right.yaml", "wrong.yaml").endsWith("2 passed, 0 failed.%n".formatted());
        assertThat(tested.code()).isZero();
    }

    @Test
    void anAnswerThatWillNotDoIsToldWhyAndAskedForAgain() throws IOException {
        Files.createDirectories(folder.resolve("scenarios/taken"));
        var made = Terminal.typing("""
                Slow Shop
                taken
                slow-shop

                Searching takes long
                hardish
                advanced
                shop
                storefront
                gremlins:web
                bad-release:search
                bad-release:search
                database:web

                config-change:catalog

                """, "new", "--scenarios", scenarios());

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .containsSubsequence(
                        "not \"Slow Shop\".",
                        "taken is there already",
                        "The title is one line",
                        "The level is one of foundation, intermediate, advanced, expert, not hardish.",
                        "There is no system shop without errors. There is storefront, streaming.",
                        "FAULT is one of bad-release",
                        "That is one of them already.",
                        "Web is no database.",
                        "A cause is written FAULT:SERVICE, not \"\".",
                        "Written: ");
        assertThat(Files.readString(folder.resolve("scenarios/slow-shop/scenario.yaml")))
                .contains("level: advanced", "title: Searching takes long");
    }

    @Test
    void somethingThatNeverAnswersIsNotAskedForEver() {
        var made = Terminal.typing("No id\n".repeat(1_000), "new", "--scenarios", scenarios());

        assertThat(made.code()).isEqualTo(2);
        assertThat(made.out().lines()).hasSizeLessThan(30);
        assertThat(made.err()).contains("The id is a name of small letters");
    }

    @Test
    void whatOptionsSayIsNotAskedAndNothingIsWrittenOver() throws IOException {
        String[] arguments = {
            "new",
            "slow-start",
            "--scenarios",
            scenarios(),
            "--title",
            "Titles do not start",
            "--level",
            "advanced",
            "--system",
            "streaming",
            "--cause",
            "bad-release:playback",
            "--cause",
            "config-change:api"
        };
        var made = Terminal.run(arguments);

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out()).startsWith("Trying it out ...").doesNotContain("?");
        var main = folder.resolve("scenarios/slow-start/scenario.yaml");
        var written = Files.readString(main);
        assertThat(written).contains("level: advanced", "service: playback, release: ", "service: api, config: limits");

        var again = Terminal.run(arguments);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already, and nothing is written over");
        assertThat(Files.readString(main)).isEqualTo(written);
    }

    @Test
    void whatCannotBeIsSaidAndNothingIsWritten() throws IOException {
        assertThat(refused("../outside", "bad-release:search", "bad-release:web"))
                .contains("The id is a name");
        assertThat(refused("one", "bad-release:search")).contains("It takes 2 to 8 causes");
        assertThat(refused("twice", "bad-release:search", "bad-release:search")).contains("Two causes are the same.");
        assertThat(refused("third-party", "bad-release:cardlink", "bad-release:web"))
                .contains("Cardlink is somebody else's, and nobody here can mend it.");
        assertThat(refused("no-service", "bad-release:serch", "bad-release:web"))
                .contains("has no service serch.");
        assertThat(refused("no-fault", "gremlins:web", "bad-release:web")).contains("FAULT is one of bad-release,");
        assertThat(refused("not-felt", "database:accounts-db", "database:web")).contains("Web is no database.");
        var ended = Terminal.typing("half\n", "new", "--scenarios", scenarios());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("The input has ended", "--title");
        assertThat(Terminal.run(
                                "new",
                                "x",
                                "--scenarios",
                                folder.resolve("nowhere").toString())
                        .err())
                .contains("There are no systems in");
        try (var files = Files.list(folder.resolve("scenarios"))) {
            assertThat(files).containsExactly(folder.resolve("scenarios/systems"));
        }
    }

    private String refused(String id, String... causes) {
        var arguments = new ArrayList<>(List.of(
                "new",
                id,
                "--scenarios",
                scenarios(),
                "--title",
                "A title",
                "--level",
                "foundation",
                "--system",
                "storefront"));
        for (var cause : causes) {
            arguments.add("--cause");
            arguments.add(cause);
        }
        var ran = Terminal.run(arguments.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(2);
        return ran.err();
    }
}
