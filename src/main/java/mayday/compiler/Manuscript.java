package mayday.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario's folder as somebody wrote it, whether or not it can be played.
 *
 * @param folder name of its folder, which is the scenario's id if all is well
 * @param sources its text and that of everything that it refers to and that is there
 * @param compilation what compiling that gave, with the problems of its files themselves
 * @param draft whether it says of itself that learners are not to have it yet
 */
public record Manuscript(String folder, Sources sources, Compilation compilation, boolean draft) {

    /** Whether new incidents are to be played with this very text. */
    public boolean isPublished() {
        return !draft && compilation instanceof Compilation.Compiled;
    }

    public List<Problem> problems() {
        return compilation.problems();
    }

    public boolean refersTo(String path) {
        return sources.files().containsKey(path);
    }

    /**
     * Reads the scenario in {@code folder}/{@code name} as it would be if some files had other texts; empty if it has no file of its own
     * there.
     *
     * @param instead texts by path from {@code folder}, of files that are there or of new ones
     */
    public static Optional<Manuscript> read(Path folder, String name, Map<String, String> instead) {
        return new FolderReader(folder, List.of(), instead).manuscript(name);
    }
}
