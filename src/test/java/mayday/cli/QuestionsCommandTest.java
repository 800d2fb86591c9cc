package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** An author reads what was asked and not understood, after it was played in a terminal. */
class QuestionsCommandTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z"));

    private record Ran(int code, String out, String err) {}

    @Test
    void listsWhatWasNotUnderstoodReadyToBePasted(@TempDir Path data) {
        play(data, "cpu?", "kafka lag?", "since when?", "CPU ?", "/quit");

        var told = run("", "questions", "elevated-500s", "--data", data.toString());

        assertThat(told.code()).isZero();
        assertThat(told.out()).isEqualToNormalizingNewlines("""
                2 questions about elevated-500s that were not understood, the most frequent first.

                   2 x  cpu?
                        ask-back: Of which service?
                        offered: edge
                        then asked: since when?

                   1 x  kafka lag?
                        absent: There is no Kafka here. Ask about something that this system has.
                        then asked: since when?

                Those that one of the scenario's own questions should answer go under its `asks`:
                asks:
                  - "cpu?"
                  - "kafka lag?"
                """);
    }

    @Test
    void tellsMachinesTheSame(@TempDir Path data) {
        play(data, "cpu?", "/quit");

        var told = JsonMapper.shared()
                .readTree(run("", "questions", "elevated-500s", "--data", data.toString(), "--json")
                        .out());

        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("words").stringValue()).isEqualTo("cpu?");
        assertThat(told.get(0).get("outcome").stringValue()).isEqualTo("ask-back");
        assertThat(told.get(0).get("times").intValue()).isEqualTo(1);
        assertThat(told.toString()).doesNotContain("terminal").doesNotContain("You");
    }

    @Test
    void saysSoWhereThereIsNothing(@TempDir Path data) {
        assertThat(run("", "questions", "elevated-500s", "--data", data.toString())
                        .out())
                .isEqualToNormalizingNewlines("Every question about elevated-500s in this journal was understood.\n");

        var nowhere = run(
                "",
                "questions",
                "elevated-500s",
                "--data",
                data.resolve("nowhere").toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("There is no folder").contains("--data");
    }

    private static void play(Path data, String... lines) {
        var played =
                run(String.join("\n", lines) + "\n", "play", "elevated-500s", "--data", data.toString(), "--seed", "7");
        assertThat(played.code()).as(played.err()).isZero();
    }

    private static Ran run(String typed, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var surroundings = new Surroundings(
                NOON,
                new Random(1),
                Map.of(),
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Ran(Mayday.run(surroundings, List.of(arguments)), out.toString(), err.toString());
    }
}
