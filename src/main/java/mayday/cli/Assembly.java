package mayday.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.drill.Drills;
import mayday.drill.JournaledDrills;
import mayday.drill.JournaledRooms;
import mayday.drill.Rooms;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.Place;
import mayday.journal.SigningKey;
import mayday.question.Interpreters;
import mayday.question.QuestionModel;
import mayday.question.ScenarioInterpreters;
import mayday.studio.CatalogueMemory;
import mayday.studio.FolderAtStart;
import mayday.studio.LiveLibrary;
import mayday.studio.Studio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What serving and playing have in common: the scenarios, the journal and its rooms, and the question model, which loads beside. */
final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final LiveLibrary library;
    private final Studio studio;
    private final Journal journal;
    private final JournaledRooms rooms;
    private final JournaledDrills drills;

    private final FutureTask<QuestionModel> model;
    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile boolean closing = false;
    private final Interpreters interpreters;

    private Assembly(LiveLibrary library, Journal journal, Surroundings surroundings) {
        this.library = library;
        this.journal = journal;
        this.model = new FutureTask<>(QuestionModel::load);
        this.interpreters = new ScenarioInterpreters(model);
        this.studio = new Studio(library, journal, new ScenarioInterpreters(model));
        this.rooms = JournaledRooms.start(
                journal, library, interpreters, surroundings.wallClock(), surroundings.entropy()::nextBytes);
        this.drills = JournaledDrills.start(journal.drills(), rooms, surroundings.wallClock(), surroundings.entropy());
    }

    /** Why it could not be put together, in a sentence for the one who started it. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }

    /**
     * Begins to open the journal and to look at the scenarios, side by side.
     *
     * @param scenarios folder of the scenarios
     * @param journal where the journal is; a folder is made if it is not there
     */
    static Begun begin(Path scenarios, Place journal, Surroundings surroundings) throws Unfit {
        if (!Files.isDirectory(scenarios)) {
            throw new Unfit(
                    "There is no folder " + scenarios + ". Name the folder of your scenarios with --scenarios.");
        }
        return new Begun(
                beside("journal-opening", () -> Journal.open(journal, surroundings.wallClock())),
                beside("scenarios", () -> Shelves.in(scenarios, journal)),
                surroundings);
    }

    /** Everything, put together in one go, with the journal in a folder. */
    static Assembly of(Path scenarios, Path data, Surroundings surroundings) throws Unfit {
        var assembly = begin(scenarios, new Place.Folder(data), surroundings).finish();
        assembly.readScenarios();
        return assembly;
    }

    /** The scenarios before they are read, and what is remembered of them. */
    private record Shelves(FolderAtStart found, CatalogueMemory memory) {
        static Shelves in(Path scenarios, Place journal) {
            var found = FolderAtStart.of(scenarios);
            var memory = switch (journal) {
                case Place.Folder(var data) -> CatalogueMemory.in(data);
                case Place.Server _ -> CatalogueMemory.shippedOnly();
            };
            if (!memory.glance(scenarios).isComplete()) {
                // The first page will need some that have to be compiled: no time is to be lost.
                Thread.ofPlatform().name("scenarios-read").daemon().start(found::read);
            }
            return new Shelves(found, memory);
        }
    }

    private static <T> Future<T> beside(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().name(name).daemon().start(task);
        return task;
    }

    /** What is being opened; the caller may do something else before it waits for the end of that. */
    record Begun(Future<Journal> journal, Future<Shelves> shelves, Surroundings surroundings) {
        Assembly finish() throws Unfit {
            var opened = ended(journal);
            var found = ended(shelves);
            return new Assembly(
                    LiveLibrary.of(found.found(), opened, found.memory(), LiveLibrary.PATIENCE), opened, surroundings);
        }

        private static <T> T ended(Future<T> work) throws Unfit {
            try {
                return work.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof DataUnusable unusable) {
                    throw new Unfit(Objects.toString(unusable.getMessage()));
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new Unfit("It was interrupted while it started.");
            }
        }
    }

    /**
     * Reads the scenarios and loads the question model, beside whatever else goes on; then trains every scenario's interpreter, and notices
     * within a second whatever changes in the folder. It takes all cores for seconds: whoever has something to do first does it before. Until
     * it is called, questions wait, and so does who needs all scenarios.
     *
     * @param unfit what to do if the scenarios cannot be read, which is no matter of what is in them
     */
    void open(Runnable unfit) {
        if (closing) {
            // It was told to end in its first moment.
            return;
        }
        Thread.ofPlatform().name("scenarios").daemon().start(() -> {
            try {
                readScenarios();
            } catch (RuntimeException mistake) {
                if (closing) {
                    LOG.debug("Reading the scenarios had not come to its end when the server did", mistake);
                } else {
                    LOG.error("The scenarios cannot be read, so that nothing could be played", mistake);
                    unfit.run();
                }
                return;
            }
            library.watch();
            keepTrained();
            SmallHeap.keep();
            prepare(library.get());
        });
        // Half of the time each of them needs one core only.
        Thread.ofPlatform().name("question-model").daemon().start(this::load);
    }

    /** Loads the question model, beside whatever else goes on, and trains every scenario's interpreter with it. */
    void loadModel() {
        Thread.ofPlatform().name("question-model").daemon().start(this::load);
        Thread.ofPlatform().name("interpreter-training").daemon().start(() -> {
            keepTrained();
            prepare(library.get());
        });
    }

    private void load() {
        if (loading.compareAndSet(false, true)) {
            model.run();
        }
    }

    private void readScenarios() {
        library.read();
        library.get().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .forEach(problem -> LOG.warn("{}", problem.rendered()));
    }

    private void keepTrained() {
        library.onChange(changed -> Thread.ofPlatform()
                .name("interpreter-training")
                .daemon()
                .start(() -> {
                    train(changed);
                    prepare(changed);
                }));
        train(library.get());
    }

    private void train(Library playable) {
        try {
            // The first one waits for the model, which the threads of the common pool shall not.
            playable.scenarios().stream().limit(1).forEach(interpreters::of);
            playable.scenarios().parallelStream().forEach(interpreters::of);
            LOG.debug("Questions about all scenarios are answered at once from now on");
        } catch (CompletionException failed) {
            LOG.error("Questions cannot be answered", failed);
        }
    }

    /** Does before the first question to each scenario what it would have to wait for otherwise. */
    private void prepare(Library playable) {
        try {
            playable.scenarios().forEach(scenario -> interpreters.of(scenario).prepare());
        } catch (CompletionException failed) {
            LOG.debug("Without a question model there is nothing to prepare", failed);
        }
    }

    Library library() {
        return library.get();
    }

    Studio studio() {
        return studio;
    }

    Interpreters interpreters() {
        return interpreters;
    }

    /** What cookies are signed with. */
    SigningKey signingKey(Surroundings surroundings) throws DataUnusable {
        return journal.signingKey(surroundings.entropy()::nextBytes);
    }

    Rooms rooms() {
        return rooms;
    }

    Drills drills() {
        return drills;
    }

    Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        closing = true;
        studio.close();
        drills.close();
        rooms.close();
        journal.close();
        letModelLoad();
    }

    /** The native library crashes where the process ends while it still reads the model, which takes a second or two at most. */
    private void letModelLoad() {
        if (loading.compareAndSet(false, true)) {
            // It has not begun, and does not any more.
            return;
        }
        try {
            model.get();
        } catch (ExecutionException failed) {
            LOG.debug("The question model could not be loaded", failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
