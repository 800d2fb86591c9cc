package mayday.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.drill.JournaledRooms;
import mayday.drill.Rooms;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.question.Interpreters;
import mayday.question.QuestionModel;
import mayday.question.TrainedInterpreters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What serving and playing have in common: the scenarios, the journal and its rooms, and the question model, which loads beside. */
final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final Library library;
    private final Journal journal;
    private final JournaledRooms rooms;

    private final FutureTask<QuestionModel> model;
    private final Interpreters interpreters;

    private Assembly(
            Library library,
            Journal journal,
            JournaledRooms rooms,
            FutureTask<QuestionModel> model,
            Interpreters interpreters) {
        this.library = library;
        this.journal = journal;
        this.rooms = rooms;
        this.model = model;
        this.interpreters = interpreters;
    }

    /** Why it could not be put together, in a sentence for the one who started it. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }

    /**
     * Puts everything together.
     *
     * @param scenarios folder of the scenarios
     * @param data folder of the journal; made if it is not there
     */
    static Assembly of(Path scenarios, Path data, Surroundings surroundings) throws Unfit {
        if (!Files.isDirectory(scenarios)) {
            throw new Unfit(
                    "There is no folder " + scenarios + ". Name the folder of your scenarios with --scenarios.");
        }
        var model = new FutureTask<>(QuestionModel::load);
        var library = Library.read(scenarios);
        library.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .forEach(problem -> LOG.warn("{}", problem.rendered()));
        try {
            var journal = Journal.open(data, surroundings.wallClock());
            var interpreters = new TrainedInterpreters(model);
            var rooms = JournaledRooms.start(
                    journal, library, interpreters, surroundings.wallClock(), surroundings.entropy()::nextBytes);
            return new Assembly(library, journal, rooms, model, interpreters);
        } catch (DataUnusable unusable) {
            throw new Unfit(Objects.toString(unusable.getMessage()));
        }
    }

    /**
     * Starts to load the question model, beside whatever else goes on, and to train every scenario's interpreter with it. Loading takes
     * all cores for seconds: whoever has something to do first does it before. Until this is called, questions wait.
     */
    void loadModel() {
        Thread.ofPlatform().name("question-model").daemon().start(model);
        Thread.ofPlatform()
                .name("interpreter-training")
                .daemon()
                .start(() -> library.scenarios().forEach(interpreters::of));
    }

    Library library() {
        return library;
    }

    Rooms rooms() {
        return rooms;
    }

    @Override
    public void close() {
        rooms.close();
        journal.close();
    }
}
