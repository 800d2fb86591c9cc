package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes: whatever it had acknowledged is there, and the next process goes on at once. */
@Timeout(120)
class JournalSurvivesKillIT {
    private static final int ROUNDS = 2;
    private static final int ENOUGH = 2_000;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterKill9() throws Exception {
        var acknowledged = new HashMap<IncidentId, Long>();
        for (var round = 0; round < ROUNDS; round++) {
            acknowledged.putAll(writeAndKill("round-" + round + "-"));
        }
        assertThat(acknowledged).hasSize(ROUNDS * KilledWriter.WRITERS);
        try (var journal = Journal.open(folder, InstantSource.fixed(JournalTest.NOON))) {
            acknowledged.forEach((id, version) -> {
                var stream = journal.read(id, 0);
                assertThat(stream).as(id.value()).hasSizeGreaterThanOrEqualTo(version.intValue());
                assertThat(journal.find(id).orElseThrow().version()).isEqualTo(stream.size());
                assertThat(stream).last().extracting(Recorded::sequence).isEqualTo((long) stream.size());
            });
        }
    }

    /** The highest version of each incident that the process had acknowledged before it was killed. */
    private Map<IncidentId, Long> writeAndKill(String prefix) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        prefix)
                .redirectError(Redirect.INHERIT)
                .start();
        var acknowledged = new HashMap<IncidentId, Long>();
        try (var lines = process.inputReader()) {
            for (var count = 0; count < ENOUGH; count++) {
                note(lines, acknowledged);
            }
            // By its handle: Process.destroyForcibly() would throw away what is still in the pipe.
            process.toHandle().destroyForcibly();
            // What it wrote into the pipe before it died was acknowledged as well; only the last line may be torn.
            while (note(lines, acknowledged)) {
                assertThat(acknowledged).isNotEmpty();
            }
        } finally {
            process.destroyForcibly();
        }
        // 128 + 9, the signal that cannot be caught.
        assertThat(process.waitFor()).isEqualTo(137);
        return acknowledged;
    }

    /** Whether there was a whole line. */
    private static boolean note(BufferedReader lines, Map<IncidentId, Long> acknowledged) throws IOException {
        var line = lines.readLine();
        if (line == null || !line.endsWith(" .")) {
            return false;
        }
        var parts = line.split(" ");
        acknowledged.merge(new IncidentId(parts[0]), Long.valueOf(parts[1]), Math::max);
        return true;
    }
}
