package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import mayday.incident.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail is told page by page, the newest first. */
class AuditTest {
    private static final Participant ADA = new Participant("a1", "Ada");
    private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

    @Test
    void entriesComeNewestFirstAndPageByPage(@TempDir Path folder) throws DataUnusable {
        try (var journal = Journal.open(folder, () -> NOW)) {
            for (var about : new String[] {"one", "two", "three"}) {
                journal.audit(new Audit.Note(ADA, Deed.SCENARIO_SAVED, about, "x"));
            }
            assertThat(journal.audits(Long.MAX_VALUE, 2))
                    .containsExactly(
                            new Audit(3, NOW, ADA, "scenario-saved", "three", "x"),
                            new Audit(2, NOW, ADA, "scenario-saved", "two", "x"));
            assertThat(journal.audits(2, 2)).extracting(Audit::about).containsExactly("one");
            assertThat(journal.audits(1, 2)).isEmpty();
        }
    }

    @Test
    void longTextsAreCutAndNotedAllTheSame() {
        var note = new Audit.Note(ADA, Deed.SCORE_OVERRIDDEN, "a".repeat(201), "d".repeat(500));
        assertThat(note.about()).hasSize(200).endsWith("a…");
        assertThat(note.detail()).hasSize(500).endsWith("d");
    }

    /** Stored names are promises. */
    @Test
    void deedsHaveTheseNames() {
        assertThat(java.util.Arrays.stream(Deed.values()).map(mayday.scenario.Words::kebab))
                .contains(
                        "logged-in",
                        "log-in-failed",
                        "logged-out",
                        "account-made",
                        "account-renamed",
                        "account-disabled",
                        "account-enabled",
                        "password-changed",
                        "password-hashed-anew",
                        "score-overridden",
                        "override-withdrawn",
                        "scenario-saved",
                        "scenario-published",
                        "scenario-imported",
                        "scenario-made",
                        "scenario-deleted",
                        "scenario-put-back");
    }
}
