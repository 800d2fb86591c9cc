package mayday.program;

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
import java.util.regex.Pattern;
import mayday.cli.Mayday;
import mayday.cli.Surroundings;
import mayday.incident.IncidentId;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input in the terminal: each line is answered with what is wrong, nothing happens, and the incident goes on. */
class TerminalIT {
    private static final InstantSource EPOCH = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void badInputIsSaidAndChangesNothing() throws DataUnusable {
        var said = play(String.join(
                "\n",
                "x".repeat(100_000),
                "x".repeat(401),
                "error\u0007rate",
                "/update channel look\u001b[2J",
                "/jump",
                "/out H9 E9",
                "/show E9",
                "/do pray",
                "/do roll-back moon",
                "/sev SEV9",
                "/wait soon",
                "/think magic moon 50",
                ""));

        assertThat(said)
                .contains("longer than 4096 characters")
                .contains("at most 400 characters")
                .contains("The question must be plain text; it has a control character at position 6.")
                .contains("The update must be plain text; it has a control character at position 5.")
                .contains("/jump")
                .contains("no hypothesis called \"H9\"")
                .contains("There is no E9 on the board")
                .contains("no action called \"pray\"")
                .contains("one of edge")
                .contains("SEV1, SEV2, SEV3, SEV4")
                .contains("/wait wants a length")
                .contains("The input has ended; the incident stays open.")
                .doesNotContain("Exception");
        var id = Pattern.compile("Incident (\\S+),").matcher(said);
        assertThat(id.find()).isTrue();
        try (var journal = Journal.open(folder, EPOCH)) {
            assertThat(journal.read(new IncidentId(id.group(1)), 0))
                    .extracting(recorded -> recorded.event().getClass().getSimpleName())
                    .containsOnly("IncidentOpened", "CauseAdvanced", "AlertFired");
        }
    }

    private String play(String script) {
        var out = new StringWriter();
        var surroundings = new Surroundings(
                EPOCH,
                new Random(1),
                Map.of(),
                new BufferedReader(new StringReader(script)),
                new PrintWriter(out, true),
                new PrintWriter(out, true));
        var code =
                Mayday.run(surroundings, List.of("play", "elevated-500s", "--seed", "5", "--data", folder.toString()));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
