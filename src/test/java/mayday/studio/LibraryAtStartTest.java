package mayday.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.compiler.Blurb;
import mayday.compiler.Library;
import mayday.compiler.Listing;
import mayday.journal.DataUnusable;
import mayday.journal.Edition;
import mayday.journal.Edition.Standing;
import mayday.journal.Journal;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** From its start on a server lists what it remembers, and compiles at once what somebody wants to play. */
class LibraryAtStartTest {
    private static final ScenarioId ID = new ScenarioId("elevated-500s");
    private static final String STAMP = "this program";

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private final List<LiveLibrary> open = new ArrayList<>();
    private Journal journal;
    private Path file = Path.of("");
    private String original = "";

    @BeforeEach
    void open() throws DataUnusable {
        Folders.copy("elevated-500s", "storefront", folder);
        Folders.copy("elevated-500s-streaming", "streaming", folder);
        file = folder.resolve("elevated-500s/scenario.yaml");
        original = Folders.read(file);
        journal = Journal.open(data, () -> Instant.parse("2026-05-04T09:00:00Z"));
    }

    @AfterEach
    void close() {
        open.forEach(LiveLibrary::close);
        journal.close();
    }

    /** A library as it is just after a start of a program with that stamp. */
    private LiveLibrary started(String stamp) {
        var library = LiveLibrary.of(
                FolderAtStart.of(folder), journal, CatalogueMemory.in(data, stamp), Duration.ofMillis(20));
        open.add(library);
        return library;
    }

    private LiveLibrary restarted() {
        return started(STAMP);
    }

    private Listing read() {
        var library = restarted();
        library.read();
        return library.listing();
    }

    @Test
    void listsWhatItRemembersBeforeAnythingIsCompiled() {
        var before = read();

        var library = restarted();
        assertThat(library.listing()).isEqualTo(before);
        assertThat(library.listing().scenarios()).hasSize(2);
        assertThat(library.isWhole()).isFalse();
        assertThat(library.soFar().scenarios()).isEmpty();
        assertThatThrownBy(library::get).isInstanceOf(StillReading.class);

        library.read();
        assertThat(library.listing()).isEqualTo(before);
        assertThat(library.get().scenarios()).hasSize(2);
    }

    @Test
    void aFirstStartWaitsForAll() {
        var library = restarted();
        assertThatThrownBy(library::listing).isInstanceOf(StillReading.class);
        library.read();
        assertThat(library.listing().scenarios()).hasSize(2);
    }

    @Test
    void aScenarioIsThereBeforeTheOthersIfSomebodyWantsIt() {
        read();
        var library = restarted();

        var early = library.with(ID);
        assertThat(early.scenarios()).extracting(each -> each.id()).containsExactly(ID);
        assertThat(early.rubricIds()).isEqualTo(Library.read(folder).rubricIds());
        assertThat(library.soFar().source(ID).revision())
                .isEqualTo(early.scenarios().getFirst().revision());
        assertThat(library.isWhole()).isFalse();

        library.read();
        assertThat(library.with(ID).scenarios())
                .hasSize(2)
                .contains(early.scenarios().getFirst());
        assertThat(journal.editions().of(ID.value(), 10))
                .as("it is the same edition")
                .hasSize(1);
    }

    @Test
    void whatIsPlayedEarlyIsInTheJournalBefore() {
        restarted().with(ID);
        assertThat(journal.editions().of(ID.value(), 10))
                .extracting(Edition::standing)
                .containsExactly(Standing.PUBLISHED);
    }

    @Test
    void whoeverWantsWhatIsNotThereWaitsForAll() {
        read();
        var library = restarted();
        assertThatThrownBy(() -> library.with(new ScenarioId("nothing"))).isInstanceOf(StillReading.class);
    }

    @Test
    void aChangeThatWasMadeMeanwhileIsListed() {
        read();
        Folders.write(file, original.replaceFirst("(?m)^title: .*$", "title: Another title"));

        var library = restarted();
        assertThat(library.listing().scenarios())
                .extracting(Blurb::title)
                .contains("Another title")
                .hasSize(2);
        assertThat(library.isWhole()).isFalse();
        assertThat(library.soFar().scenarios()).extracting(each -> each.id()).containsExactly(ID);
    }

    @Test
    void aScenarioThatWasBrokenMeanwhileIsPlayedAsItWasLastWholeAndItsProblemsAreTold() {
        var whole = read();
        Folders.write(file, original.replace("\nlevel:", "\nlevle:"));

        var library = restarted();
        var early = library.listing();
        assertThat(early.scenarios()).isEqualTo(whole.scenarios());
        assertThat(early.problems()).extracting(each -> each.id()).contains("unknown-key");
        library.read();
        assertThat(library.listing()).isEqualTo(early);
    }

    @Test
    void aBrokenScenarioThatWasNeverWholeIsNotListed() {
        Folders.write(file, original.replace("\nlevel:", "\nlevle:"));
        assertThat(read().scenarios()).hasSize(1);

        var library = restarted();
        assertThat(library.listing().scenarios()).hasSize(1);
        assertThat(library.listing().problems()).extracting(each -> each.id()).contains("unknown-key");
        assertThat(library.isWhole()).isFalse();
    }

    @Test
    void aFileThatIsDamagedIsAsGoodAsNone() throws IOException {
        var before = read();
        var index = data.resolve(CatalogueMemory.FILE);
        var bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);

        var library = restarted();
        assertThatThrownBy(library::listing).isInstanceOf(StillReading.class);
        library.read();
        assertThat(library.listing()).isEqualTo(before);
        assertThat(restarted().listing()).as("it was written anew").isEqualTo(before);
    }

    @Test
    void whatAnotherProgramRememberedIsNotBelieved() {
        read();
        assertThatThrownBy(started("another program")::listing).isInstanceOf(StillReading.class);
    }

    @Test
    void aFileThatCannotBeWrittenDoesNoHarm() throws IOException {
        Files.createDirectories(data.resolve(CatalogueMemory.FILE).resolve("a folder in its place"));
        assertThat(read().scenarios()).hasSize(2);
    }

    @Test
    void whatCannotBeRememberedDoesNoHarmHoweverItFails() throws IOException {
        LiveLibrary library;
        try (var gone = FileSystems.newFileSystem(data.resolve("data.zip"), Map.of("create", "true"))) {
            library = LiveLibrary.of(
                    FolderAtStart.of(folder),
                    journal,
                    CatalogueMemory.in(gone.getPath("/"), STAMP),
                    Duration.ofMillis(20));
        }
        open.add(library);
        library.read();
        assertThat(library.get().scenarios()).hasSize(2);
    }

    @Test
    void whoEndsTheServerBeforeAllIsReadIsNotWarnedOfAnything() throws DataUnusable {
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        ((Logger) LoggerFactory.getLogger(LiveLibrary.class)).addAppender(said);
        var other = Journal.open(data.resolve("other"), () -> Instant.parse("2026-05-04T09:00:00Z"));
        var library =
                LiveLibrary.of(FolderAtStart.of(folder), other, CatalogueMemory.in(data, STAMP), Duration.ofMillis(20));
        library.close();
        other.close();

        library.read();
        assertThat(said.list)
                .filteredOn(each -> each.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void aFolderThatLooksTheSameIsNotSummedUpAgain() {
        read();
        var memory = CatalogueMemory.in(data, STAMP);
        var first = memory.glance(folder);
        assertThat(memory.glance(folder)).isSameAs(first);
        Folders.write(file, original.replaceFirst("(?m)^title: .*$", "title: Another title"));
        assertThat(memory.glance(folder).unknown()).containsExactly(ID.value());
    }

    @Test
    void whatWasReadFirstIsNotHeldWhenItIsWritten() throws InterruptedException {
        var library = restarted();
        library.read();
        var first = new WeakReference<>(library.get().find(ID).orElseThrow());
        Folders.write(file, original.replaceFirst("(?m)^title: .*$", "title: Another title"));
        library.reload();
        for (var time = 0; first.get() != null && time < 100; time++) {
            System.gc();
            Thread.sleep(Duration.ofMillis(20));
        }
        assertThat(first.get()).isNull();
    }

    @Test
    void whatIsChangedWhileItIsReadIsFoundByTheWatch() throws InterruptedException {
        read();
        var library = restarted();
        library.with(ID);
        Folders.write(file, original.replaceFirst("(?m)^title: .*$", "title: Another title"));
        library.read();
        isToldByTheWatch(library);
    }

    @Test
    void whatIsChangedBetweenTheFirstLookAtTheFolderAndTheLibraryIsFoundToo() throws InterruptedException {
        var found = FolderAtStart.of(folder);
        found.read();
        Folders.write(file, original.replaceFirst("(?m)^title: .*$", "title: Another title"));
        var library = LiveLibrary.of(found, journal, CatalogueMemory.in(data, STAMP), Duration.ofMillis(20));
        open.add(library);
        library.read();
        assertThat(library.get().find(ID).orElseThrow().title()).isNotEqualTo("Another title");
        isToldByTheWatch(library);
    }

    private static void isToldByTheWatch(LiveLibrary library) throws InterruptedException {
        var told = new java.util.concurrent.CountDownLatch(1);
        library.onChange(_ -> told.countDown());
        library.watch();
        assertThat(told.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(library.get().find(ID).orElseThrow().title()).isEqualTo("Another title");
    }
}
