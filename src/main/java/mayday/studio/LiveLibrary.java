package mayday.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.Manuscript;
import mayday.compiler.Problem;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.journal.Append;
import mayday.journal.Edition;
import mayday.journal.Edition.Standing;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios of a folder as they are now. What learners play of each is its latest edition that had no errors and was no draft; every
 * edition is in the journal before it can be played. Safe for use by several threads.
 */
public final class LiveLibrary implements Supplier<Library>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLibrary.class);

    private final Path folder;
    private final Journal journal;
    private final ScenarioFolder files;
    private final FolderWatch watch;
    private final List<Consumer<Library>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;

    /**
     * What was found at one time.
     *
     * @param written everything that compiles, drafts too
     * @param playable what learners may play
     * @param systems texts of the systems by name
     */
    private record State(Library written, Library playable, Map<String, Sources> systems) {
        private static final State NONE = new State(EMPTY, EMPTY, Map.of());
    }

    private static final Library EMPTY = new Library(List.of(), Map.of(), List.of());

    private LiveLibrary(Path folder, Journal journal, Library read) {
        this.folder = folder;
        this.journal = journal;
        this.files = new ScenarioFolder(folder);
        this.watch = new FolderWatch(folder, this::reload);
        this.state = State.NONE;
        try {
            take(read, Map.of());
        } catch (JournalUnavailable full) {
            // Incidents keep the text of their scenario themselves: who can read it may play it.
            LOG.warn("The history of the scenarios is not kept for now. {}", full.getMessage());
            this.state = new State(read, published(read), Map.of());
        }
    }

    private static Library published(Library read) {
        var drafts = read.manuscripts().stream()
                .filter(Manuscript::draft)
                .map(each -> new ScenarioId(each.folder()))
                .toList();
        var scenarios = read.scenarios().stream()
                .filter(each -> !drafts.contains(each.id()))
                .toList();
        return new Library(scenarios, read.sources(), read.rubrics(), read.problems(), read.manuscripts());
    }

    /**
     * The library of {@code folder}, which is not watched yet.
     *
     * @param read what was read of it just now
     */
    public static LiveLibrary of(Path folder, Journal journal, Library read) {
        return new LiveLibrary(folder, journal, read);
    }

    /** Begins to watch the folder: from now on a change there is noticed within a second. */
    public void watch() {
        watch.start();
    }

    /** What can be played, with the problems of all files. */
    @Override
    public Library get() {
        return state.playable();
    }

    /** Everything that is written, drafts and broken scenarios too. */
    public Library written() {
        return state.written();
    }

    /** The texts of the systems, by name, in order. */
    public Map<String, Sources> systems() {
        return state.systems();
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
    synchronized void reload(Map<String, Participant> savers) {
        take(state.written().again(folder), savers);
        listeners.forEach(listener -> listener.accept(state.playable()));
    }

    /** Changes files and reads what came of it, while nobody else does. */
    synchronized <T> T changing(Supplier<T> change, Map<String, Participant> savers) {
        var done = change.get();
        reload(savers);
        return done;
    }

    private synchronized void take(Library read, Map<String, Participant> savers) {
        var systems = readSystems();
        note(read, systems, savers);
        state = new State(read, playable(read), systems);
    }

    private Map<String, Sources> readSystems() {
        var systems = new TreeMap<String, Sources>();
        for (var path : files.files(Item.SYSTEMS)) {
            var name = path.substring(Item.SYSTEMS.length() + 1).replaceFirst("\\.(yaml|yml|json)$", "");
            if (!path.endsWith(name) && Item.NAME.matcher(name).matches()) {
                switch (files.read(path)) {
                    case ScenarioFolder.Found.Text(var content) ->
                        systems.putIfAbsent(name, Item.ofSystem(path, content.stored(content.text())));
                    case ScenarioFolder.Found.Missing _, ScenarioFolder.Found.Unfit _ -> {
                        // Whoever opens it reads why.
                    }
                }
            }
        }
        return Map.copyOf(systems);
    }

    private void note(Library read, Map<String, Sources> systems, Map<String, Participant> savers) {
        var changed = new ArrayList<Edition.Text>();
        for (var manuscript : read.manuscripts()) {
            var known = state.written().manuscript(manuscript.folder());
            if (known.isEmpty() || !known.get().sources().equals(manuscript.sources())) {
                changed.add(text(manuscript, savers));
            }
        }
        systems.forEach((name, sources) -> {
            if (!sources.equals(state.systems().get(name))) {
                var text = sources.files().get(sources.main());
                var broken = ScenarioCompiler.checkSystem(sources.main(), String.valueOf(text)).stream()
                        .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
                var key = new Item.OfSystem(name).key();
                changed.add(new Edition.Text(
                        key,
                        sources,
                        broken ? Standing.BROKEN : Standing.PUBLISHED,
                        savers.getOrDefault(key, Edition.ON_DISK)));
            }
        });
        if (!changed.isEmpty() && !(journal.editions().note(changed) instanceof Append.Appended)) {
            throw new JournalUnavailable("What the scenarios have become could not be stored. The last ones stay.");
        }
    }

    private static Edition.Text text(Manuscript manuscript, Map<String, Participant> savers) {
        return new Edition.Text(
                manuscript.folder(),
                manuscript.sources(),
                standing(manuscript),
                savers.getOrDefault(manuscript.folder(), Edition.ON_DISK));
    }

    /** Whether learners play a scenario as it is written now. */
    public static Standing standing(Manuscript manuscript) {
        return switch (manuscript.compilation()) {
            case Compilation.Failed _ -> Standing.BROKEN;
            case Compilation.Compiled _ -> manuscript.draft() ? Standing.DRAFT : Standing.PUBLISHED;
        };
    }

    /** Of each scenario that is there the latest edition that is for learners. */
    private Library playable(Library read) {
        var scenarios = new ArrayList<Scenario>();
        var sources = new HashMap<ScenarioId, Sources>();
        for (var manuscript : read.manuscripts()) {
            if (manuscript.isPublished()
                    && manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _)) {
                scenarios.add(scenario);
                sources.put(scenario.id(), manuscript.sources());
            } else {
                lastPublished(manuscript.folder()).ifPresent(earlier -> {
                    scenarios.add(earlier.scenario());
                    sources.put(earlier.scenario().id(), earlier.sources());
                });
            }
        }
        scenarios.sort(java.util.Comparator.comparing(Scenario::level).thenComparing(Scenario::title));
        return new Library(scenarios, sources, read.rubrics(), read.problems(), read.manuscripts());
    }

    /** Whether a scenario of this name was ever learners' to play: a draft of it is played as it was then. */
    boolean wasPublished(String name) {
        return journal.editions().published(name).isPresent();
    }

    private record Published(Scenario scenario, Sources sources) {}

    private Optional<Published> lastPublished(String name) {
        var id = new ScenarioId(name);
        var before = state.playable()
                .find(id)
                .flatMap(scenario -> Optional.ofNullable(
                                state.playable().sources().get(id))
                        .map(sources -> new Published(scenario, sources)));
        return before.or(() -> journal.editions()
                .published(name)
                .flatMap(edition -> journal.sources(edition.revision()))
                .flatMap(LiveLibrary::compiled));
    }

    private static Optional<Published> compiled(Sources sources) {
        return switch (ScenarioCompiler.compile(sources)) {
            case Compilation.Compiled(var scenario, var _) -> Optional.of(new Published(scenario, sources));
            case Compilation.Failed _ -> {
                LOG.warn("The last good edition of {} is not understood by this version of Mayday", sources.main());
                yield Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        watch.close();
    }
}
