package mayday.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mayday.compiler.Library;
import mayday.incident.Participant;
import mayday.journal.DataUnusable;
import mayday.journal.Edition;
import mayday.journal.Edition.Standing;
import mayday.journal.Journal;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What learners play is the latest edition that is whole and no draft, whatever is written now. */
class LiveLibraryTest {
    private static final ScenarioId ID = new ScenarioId("elevated-500s");
    private static final Participant ANA = new Participant("p-ana", "Ana");

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Journal journal;
    private LiveLibrary library;
    private Path file = Path.of("");
    private String original = "";

    @BeforeEach
    void open() throws DataUnusable {
        Folders.copy("elevated-500s", "storefront", folder);
        file = folder.resolve("elevated-500s/scenario.yaml");
        original = Folders.read(file);
        start();
    }

    private void start() throws DataUnusable {
        journal = Journal.open(data, () -> Instant.parse("2026-05-04T09:00:00Z"));
        library = LiveLibrary.of(folder, journal, Library.read(folder));
    }

    @AfterEach
    void close() {
        library.close();
        journal.close();
    }

    private void restart() throws DataUnusable {
        close();
        start();
    }

    private Revision played() {
        return library.get().find(ID).orElseThrow().revision();
    }

    @Test
    void aChangeOnTheDiskIsPlayedFromThenOnAndBothTextsAreKept() {
        var before = played();
        Folders.write(file, original + "# Changed by hand.\n");
        library.reload();

        assertThat(played()).isNotEqualTo(before);
        assertThat(journal.editions().of("elevated-500s", 10))
                .extracting(Edition::number, Edition::revision, Edition::isOnDisk)
                .containsExactly(tuple(2L, played(), true), tuple(1L, before, true));
        assertThat(journal.sources(before).orElseThrow().files())
                .containsEntry("elevated-500s/scenario.yaml", original);
    }

    @Test
    void aBrokenOneIsPlayedAsItWasLastWhole() throws DataUnusable {
        var whole = played();
        Folders.write(file, original.replace("\nlevel:", "\nlevle:"));
        library.reload();

        assertThat(played()).isEqualTo(whole);
        assertThat(library.written().find(ID)).isEmpty();
        assertThat(library.get().problems()).extracting(problem -> problem.id()).contains("unknown-key");
        assertThat(journal.editions().of("elevated-500s", 1).getFirst().standing())
                .isEqualTo(Standing.BROKEN);

        restart();
        assertThat(played()).as("after a restart").isEqualTo(whole);
    }

    @Test
    void aDraftIsWrittenButNotPlayed() throws DataUnusable {
        var published = played();
        Folders.write(file, original + "draft: true\n");
        library.reload();

        assertThat(played()).isEqualTo(published);
        assertThat(library.written().find(ID)).isPresent();
        restart();
        assertThat(played()).isEqualTo(published);

        Folders.write(file, original + "# Now it is good.\n");
        library.reload();
        assertThat(played()).isNotEqualTo(published);
    }

    @Test
    void aDraftThatWasNeverPublishedIsNotPlayedAtAll() throws DataUnusable, IOException {
        close();
        try (var other = Journal.open(Files.createDirectories(data.resolve("other")), () -> Instant.EPOCH)) {
            Folders.write(file, original + "draft: true\n");
            try (var fresh = LiveLibrary.of(folder, other, Library.read(folder))) {
                assertThat(fresh.get().scenarios()).isEmpty();
                assertThat(fresh.written().find(ID)).isPresent();
            }
        }
        start();
    }

    @Test
    void aScenarioWhoseFolderIsGoneIsPlayedNoMore() throws IOException {
        try (var all = Files.walk(folder.resolve("elevated-500s"))) {
            for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        library.reload();
        assertThat(library.get().find(ID)).isEmpty();
        assertThat(journal.editions().of("elevated-500s", 10)).hasSize(1);
    }

    @Test
    void whoSavedItIsKept() {
        Folders.write(file, original + "# By Ana.\n");
        library.reload(Map.of("elevated-500s", ANA));
        assertThat(journal.editions().of("elevated-500s", 1).getFirst().by()).isEqualTo(ANA);

        library.reload();
        assertThat(journal.editions().of("elevated-500s", 10))
                .as("nothing changed")
                .hasSize(2);
    }

    @Test
    void theFolderIsWatched() throws InterruptedException {
        var told = new CountDownLatch(1);
        var before = played();
        library.onChange(changed -> {
            if (!changed.find(ID).orElseThrow().revision().equals(before)) {
                told.countDown();
            }
        });
        library.watch();
        Folders.write(file, original + "# Changed by hand.\n");
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
