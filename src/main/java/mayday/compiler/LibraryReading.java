package mayday.compiler;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import mayday.debrief.Rubric;

/**
 * A folder of scenarios that is being read: who needs one of them waits for that one alone. Whoever asks first does the work, each part
 * once. Safe for use by several threads.
 */
public final class LibraryReading {
    private final Map<String, FutureTask<Optional<Manuscript>>> manuscripts = new LinkedHashMap<>();
    private final FutureTask<List<Rubric>> rubrics;
    private final FutureTask<Library> whole;

    private LibraryReading(FolderReader reader) {
        for (var name : reader.folders()) {
            manuscripts.put(name, new FutureTask<>(() -> reader.manuscript(name)));
        }
        this.rubrics = new FutureTask<>(reader::rubrics);
        this.whole = new FutureTask<>(() -> reader.library(all(), rubrics()));
    }

    /** Which folders there are in {@code folder} is found out now, what is in them later. */
    public static LibraryReading of(Path folder) {
        return new LibraryReading(new FolderReader(folder, List.of(), Map.of()));
    }

    /** One that has been done: {@code read} is all of it. */
    public static LibraryReading done(Library read) {
        return new LibraryReading(read);
    }

    private LibraryReading(Library read) {
        for (var manuscript : read.manuscripts()) {
            manuscripts.put(manuscript.folder(), new FutureTask<>(() -> Optional.of(manuscript)));
        }
        this.rubrics = new FutureTask<>(read::rubrics);
        this.whole = new FutureTask<>(() -> read);
    }

    private List<Manuscript> all() {
        // Most of the work of a start, and each scenario is by itself: every core may have one.
        return manuscripts.keySet().parallelStream()
                .flatMap(name -> manuscript(name).stream())
                .toList();
    }

    /** The scenario in the folder {@code name}; empty if it has no file of its own there. */
    public Optional<Manuscript> manuscript(String name) {
        var task = manuscripts.get(name);
        return task == null ? Optional.empty() : done(task);
    }

    /** The rubrics that compiled, the default one first. */
    public List<Rubric> rubrics() {
        return done(rubrics);
    }

    /** The library that some of the manuscripts are by themselves. */
    public Library partly(List<Manuscript> some) {
        return FolderReader.library(some, rubrics(), List.of());
    }

    /** Everything, as {@link Library#read} has it. */
    public Library whole() {
        return done(whole);
    }

    private static <T> T done(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new CompletionException("the scenarios could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while scenarios were being read");
        }
    }
}
