package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mayday.journal.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program told to do what it cannot: one clear line, the right exit code, no stack trace. */
class CommandLineIT {
    /** JDK 25 warns that protobuf, under CEL, uses sun.misc.Unsafe; a jar's manifest cannot say that it may. */
    private static final Pattern OF_THE_JVM =
            Pattern.compile("(?m)^WARNING: .*(sun\\.misc\\.Unsafe|com\\.google\\.protobuf).*\\R");

    private static final String ONE = OneScenario.folder().toString();

    private record Outcome(int code, String said) {}

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anUnknownOptionIsWrongUsage() {
        var outcome = run("serve", "--prot", "8080");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("Unknown option").contains("--prot");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        var outcome = run("sevre");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("sevre");
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var port = Integer.toString(taken.getLocalPort());
            var outcome = run("serve", "--port", port, "--data", folder.toString());

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.said()).contains("Port " + port + " is in use").contains("--port");
        }
    }

    @Test
    void aDataFolderThatIsAFileIsSaid() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "not a folder");
        var outcome = run("serve", "--port", "0", "--data", file.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).startsWith("mayday serve: ").contains(file.toString());
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aDamagedDatabaseIsSaidAndLeftAsItIs() throws IOException {
        var database = folder.resolve("mayday.db");
        Files.writeString(database, "this is no database, whatever its name says\n".repeat(200));
        var outcome = run("serve", "--port", "0", "--data", folder.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).startsWith("mayday serve: ").contains(database.toString());
        assertThat(Files.readString(database)).startsWith("this is no database");
    }

    /** Not even root writes into /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDataFolderThatCannotBeWrittenToIsSaid() {
        var outcome = run("serve", "--port", "0", "--data", "/proc/self");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).startsWith("mayday serve: The data folder /proc/self cannot be written to.");
    }

    @Test
    void aFullDataFolderIsSaid() {
        try (var disk = SmallDisk.at(folder, 1)) {
            disk.fill();
            for (var command :
                    List.of(List.of("serve", "--port", "0"), List.of("play", "elevated-500s", "--scenarios", ONE))) {
                var words = new ArrayList<>(command);
                words.addAll(List.of("--data", disk.path().toString()));
                var outcome = run(words.toArray(String[]::new));

                assertThat(outcome.code()).isEqualTo(1);
                assertThat(outcome.said())
                        .startsWith("mayday " + command.getFirst() + ": The disk that holds " + disk.path())
                        .contains("is full. Free some space; nothing else is needed.");
            }
        }
    }

    /** As where the folder for temporary files is mounted so that no library can be loaded from it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceWhereLibrariesCannotBeUnpackedIsSaid() {
        var command = new ArrayList<>(ServerProcess.java());
        command.add(1, "-Djava.io.tmpdir=/proc/self");
        command.addAll(List.of("serve", "--port", "0", "--data", folder.toString()));
        var outcome = ended(command);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .startsWith("mayday serve: SQLite's library cannot be unpacked to the folder for temporary files")
                .contains("(/proc/self/")
                .contains("-Djava.io.tmpdir=FOLDER names another one.");
    }

    @Test
    void missingScenariosAreSaid() {
        var outcome = run("serve", "--port", "0", "--data", folder.toString(), "--scenarios", "no-such-folder");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("There is no folder no-such-folder").contains("--scenarios");
    }

    /** All that we ship is checked without a process around it elsewhere. */
    @Test
    void aShippedScenarioHasNoProblems() {
        var outcome = run("check", "--quick", "scenarios/elevated-500s");

        assertThat(outcome.said()).contains("No problems.");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aScenarioWithMistakesHasExitCodeOne() throws IOException {
        var broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("scenario.yaml"), "id: broken\ntitle: 7\nlimt: 45m\n");
        var outcome = run("check", folder.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("broken/scenario.yaml:3:1").contains("limt");
    }

    @Test
    void allThirtyMistakesOfAScenarioAreSaid() throws IOException {
        var problems = Path.of("src/test/resources/problems");
        var scenario = Files.createDirectories(folder.resolve("thirty-mistakes"));
        Files.copy(problems.resolve("thirty-mistakes.yaml"), scenario.resolve("scenario.yaml"));
        var systems = Files.createDirectories(folder.resolve("systems"));
        Files.copy(problems.resolve("systems/corner-shop.yaml"), systems.resolve("corner-shop.yaml"));
        var outcome = run("check", folder.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said().lines().filter(line -> line.contains("scenario.yaml:") && line.contains(": error [")))
                .hasSize(30);
    }

    @Test
    void openingOptionsThatAreWrongAreAllSaid() {
        var outcome = run("play", "elevated-600s", "--clock", "sun", "--seed", "x", "--scenarios", ONE);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said())
                .contains("SCENARIO must be one of ", "elevated-500s")
                .contains("--clock must be one of practice, live, not sun.")
                .contains("--seed must be a whole number of 64 bits, not x.");
    }

    @Test
    void anUnknownScenarioCannotBePlayed() {
        var outcome = run("play", "elevated-600s", "--scenarios", ONE);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("elevated-600s").contains("elevated-500s");
    }

    private static Outcome run(String... arguments) {
        var command = new ArrayList<>(ServerProcess.java());
        command.addAll(List.of(arguments));
        return ended(command);
    }

    private static Outcome ended(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var said = OF_THE_JVM.matcher(all).replaceAll("");
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
            return new Outcome(process.exitValue(), said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
