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
    private final Interpreters interpreters;

    private Assembly(Path scenarios, Library read, Journal journal, Surroundings surroundings) {
        this.library = LiveLibrary.of(scenarios, journal, read);
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
     * Begins to read the scenarios and to open the journal, side by side.
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
                beside("scenarios", () -> Library.read(scenarios)),
                beside("journal-opening", () -> Journal.open(journal, surroundings.wallClock())),
                scenarios,
                surroundings);
    }

    /** Everything, put together in one go, with the journal in a folder. */
    static Assembly of(Path scenarios, Path data, Surroundings surroundings) throws Unfit {
        return begin(scenarios, new Place.Folder(data), surroundings).finish();
    }

    private static <T> Future<T> beside(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().name(name).daemon().start(task);
        return task;
    }

    /** What is being read and opened; the caller may do something else before it waits for the end of that. */
    record Begun(Future<Library> library, Future<Journal> journal, Path scenarios, Surroundings surroundings) {
        Assembly finish() throws Unfit {
            var read = ended(library);
            read.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .forEach(problem -> LOG.warn("{}", problem.rendered()));
            return new Assembly(scenarios, read, ended(journal), surroundings);
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
     * Starts to load the question model, beside whatever else goes on, and to train every scenario's interpreter with it. Loading takes
     * all cores for a second: whoever has something to do first does it before. Until this is called, questions wait.
     */
    void loadModel() {
        loading.set(true);
        Thread.ofPlatform().name("question-model").daemon().start(model);
        Thread.ofPlatform().name("interpreter-training").daemon().start(this::train);
    }

    private void train() {
        train(library.get());
        library.onChange(changed ->
                Thread.ofPlatform().name("interpreter-training").daemon().start(() -> train(changed)));
    }

    private void train(Library playable) {
        try {
            playable.scenarios().forEach(interpreters::of);
            LOG.debug("Questions about all scenarios are answered at once from now on");
        } catch (CompletionException failed) {
            LOG.error("Questions cannot be answered", failed);
        }
    }

    /** From now on a change in the folder of scenarios is noticed within a second. */
    void watch() {
        library.watch();
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
        studio.close();
        drills.close();
        rooms.close();
        journal.close();
        letModelLoad();
    }

    /** The native library crashes where the process ends while it still reads the model, which takes a second or two at most. */
    private void letModelLoad() {
        if (!loading.get()) {
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
