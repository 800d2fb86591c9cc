package mayday.studio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mayday.compiler.Blurb;
import mayday.compiler.Blurbs;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.LibraryReading;
import mayday.compiler.Listing;
import mayday.compiler.Manuscript;
import mayday.compiler.Sources;
import mayday.drill.Playable;
import mayday.incident.Participant;
import mayday.journal.Append;
import mayday.journal.Edition.Standing;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.scenario.ScenarioId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios of a folder as they are now. What learners play of each is its latest edition that had no errors and was no draft; every
 * edition is in the journal before it can be played. Safe for use by several threads.
 */
public final class LiveLibrary implements Playable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLibrary.class);

    /** Whoever wants all of it right after a start waits no longer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Scenarios that were changed while the server was down and are compiled for a list of all; of more, the list waits like others. */
    private static final int MOST_READ_FOR_A_LIST = 4;

    private static final LibraryReading NOTHING = LibraryReading.done(FolderState.NONE.written());

    private final Path folder;
    private final Journal journal;
    private final ScenarioFolder files;
    private final FolderWatch watch;
    private final List<Consumer<Library>> listeners = new CopyOnWriteArrayList<>();
    private final PlayableEditions editions;
    /** Of use until all of it has been read; afterwards it holds nothing. */
    private volatile LibraryReading reading;

    private final CatalogueMemory memory;
    private final Duration patience;
    private final CountDownLatch whole = new CountDownLatch(1);
    private volatile FolderState state;
    private volatile boolean closed = false;

    private LiveLibrary(FolderAtStart found, Journal journal, CatalogueMemory memory, Duration patience) {
        this.folder = found.folder();
        this.journal = journal;
        this.files = new ScenarioFolder(folder);
        this.watch = new FolderWatch(folder, found.looks(), this::reload);
        this.editions = new PlayableEditions(journal);
        this.reading = found.reading();
        this.memory = memory;
        this.patience = patience;
        this.state = FolderState.NONE;
    }

    /**
     * The library of a folder, read by {@link #read} or by whoever needs a part of it first; it is not watched yet.
     *
     * @param memory lists what is not read yet
     * @param patience how long somebody waits for all of it
     */
    public static LiveLibrary of(FolderAtStart found, Journal journal, CatalogueMemory memory, Duration patience) {
        return new LiveLibrary(found, journal, memory, patience);
    }

    /**
     * The library of {@code folder}, which is not watched yet.
     *
     * @param read what was read of it just now
     */
    public static LiveLibrary of(Path folder, Journal journal, Library read) {
        var library =
                new LiveLibrary(FolderAtStart.of(folder, read), journal, CatalogueMemory.of(Blurbs.NONE), PATIENCE);
        library.read();
        return library;
    }

    /** Reads and compiles what has not been yet, and remembers it for the next start. */
    public void read() {
        var read = reading.whole();
        synchronized (this) {
            if (!isWhole()) {
                begin(read, SystemTexts.in(files));
                whole.countDown();
                // What was read first would stay in memory as long as the server runs, however often it is changed.
                reading = NOTHING;
            }
        }
        memory.keep(folder, state.playable());
    }

    /** Whether all of it has been read. */
    public boolean isWhole() {
        return whole.getCount() == 0;
    }

    private void begin(Library read, Map<String, Sources> systems) {
        try {
            take(read, systems, Map.of());
        } catch (JournalUnavailable full) {
            // Incidents keep the text of their scenario themselves: who can read it may play it.
            if (closed) {
                LOG.debug("Reading the scenarios had not come to its end when the server did");
            } else {
                LOG.warn("The history of the scenarios is not kept for now. {}", full.getMessage());
            }
            this.state = new FolderState(read, PlayableEditions.withoutEarlier(read), Map.of());
        }
    }

    /** Takes the scenario in the folder {@code name} before the others; whether learners may play it. */
    private boolean isTakenEarly(String name) {
        var going = reading;
        var manuscript = going.manuscript(name);
        if (manuscript.isEmpty()) {
            return false;
        }
        synchronized (this) {
            if (!isWhole() && state.written().manuscript(name).isEmpty()) {
                var taken = new ArrayList<>(state.written().manuscripts());
                taken.add(manuscript.get());
                begin(going.partly(taken), Map.of());
            }
            return state.playable().find(new ScenarioId(name)).isPresent();
        }
    }

    private FolderState whole() {
        if (!isWholeWithin(patience)) {
            throw new StillReading();
        }
        return state;
    }

    /** Waits until all of it has been read, at most {@code most}; whether it has. */
    private boolean isWholeWithin(Duration most) {
        try {
            return whole.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What learners find in the catalogue. While the library is being read that is what is remembered of texts that are as they were; others are
     * waited for.
     */
    public Listing listing() {
        if (isWhole()) {
            return Listing.of(state.playable());
        }
        var glance = memory.glance(folder);
        if (glance.rubrics().isEmpty() || glance.unknown().size() > MOST_READ_FOR_A_LIST) {
            return Listing.of(get());
        }
        var blurbs = new ArrayList<>(glance.scenarios());
        var problems = new ArrayList<>(glance.problems());
        for (var name : glance.unknown()) {
            reading.manuscript(name).map(Manuscript::problems).ifPresent(problems::addAll);
            if (isTakenEarly(name)) {
                state.playable().find(new ScenarioId(name)).map(Blurb::of).ifPresent(blurbs::add);
            }
        }
        // If all has been read meanwhile, what was asked for one by one may have been gone already.
        return isWhole()
                ? Listing.of(state.playable())
                : new Listing(blurbs, glance.rubrics().get(), problems);
    }

    /** A library in which the scenario {@code id} is, if there is one: while it is being read, perhaps with few others. */
    public Library with(ScenarioId id) {
        return isWhole() || isTakenEarly(id.value()) ? state.playable() : get();
    }

    /** What can be played as far as it has been read. */
    @Override
    public Library soFar() {
        return state.playable();
    }

    /** Begins to watch the folder: from now on a change there is noticed within a second. */
    public void watch() {
        watch.start();
    }

    /**
     * What can be played, with the problems of all files.
     *
     * @throws StillReading if it is still being read after a while
     */
    @Override
    public Library get() {
        return whole().playable();
    }

    /** Everything that is written, drafts and broken scenarios too. */
    public Library written() {
        return whole().written();
    }

    /** The texts of the systems, by name, in order. */
    public Map<String, Sources> systems() {
        return whole().systems();
    }

    ScenarioFolder files() {
        return files;
    }

    /** Is told what can be played after each change, in the thread that found it; must be quick. */
    public void onChange(Consumer<Library> listener) {
        listeners.add(listener);
    }

    /** Reads what changed. */
    void reload() {
        reload(Map.of());
    }

    /** Reads what changed, some of it by the hand of {@code savers}: authors by {@link Item#key}. */
    void reload(Map<String, Participant> savers) {
        changing(() -> savers, savers);
    }

    /** Changes files and reads what came of it, while nobody else does. */
    <T> T changing(Supplier<T> change, Map<String, Participant> savers) {
        whole();
        synchronized (this) {
            var done = change.get();
            take(state.written().again(folder), SystemTexts.in(files), savers);
            listeners.forEach(listener -> listener.accept(state.playable()));
            return done;
        }
    }

    private void take(Library read, Map<String, Sources> systems, Map<String, Participant> savers) {
        note(read, systems, savers);
        state = new FolderState(read, editions.of(read, state.playable()), systems);
    }

    private void note(Library read, Map<String, Sources> systems, Map<String, Participant> savers) {
        var changed = state.changes(read, systems, savers);
        if (!changed.isEmpty() && !(journal.editions().note(changed) instanceof Append.Appended)) {
            throw new JournalUnavailable("What the scenarios have become could not be stored. The last ones stay.");
        }
    }

    /** Whether learners play a scenario as it is written now. */
    public static Standing standing(Manuscript manuscript) {
        return switch (manuscript.compilation()) {
            case Compilation.Failed _ -> Standing.BROKEN;
            case Compilation.Compiled _ -> manuscript.draft() ? Standing.DRAFT : Standing.PUBLISHED;
        };
    }

    /** Whether a scenario of this name was ever learners' to play: a draft of it is played as it was then. */
    boolean wasPublished(String name) {
        return journal.editions().published(name).isPresent();
    }

    @Override
    public void close() {
        closed = true;
        watch.close();
    }
}
