package mayday.compiler;

import java.util.Optional;
import mayday.compiler.Value.Text;

/** The files beside a scenario in which evidence is kept. */
final class EvidenceFiles {
    private final Sources sources;
    private final Problems problems;

    EvidenceFiles(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** A file's path from the folder of all scenarios, and its text. */
    record Found(String path, String text) {}

    /** The file that an author names; a problem if it is not there, not in the scenario's folder, or no text. */
    Optional<Found> find(Text name) {
        if (Scalars.isUnusable(name)) {
            return Optional.empty();
        }
        var path = FilePath.beside(sources.main(), name.text());
        if (path.isEmpty()) {
            problems.error(
                    name.place(),
                    "outside-folder",
                    "`" + name.text() + "` is not a file in the scenario's own folder",
                    "write a relative path such as `evidence/flags.txt`, without `..`");
            return Optional.empty();
        }
        var text = sources.files().get(path.get());
        if (text == null) {
            problems.error(
                    name.place(),
                    "missing-file",
                    "there is no file `" + path.get() + "`, or it cannot be read",
                    Suggestions.nearest(path.get(), sources.files().keySet()));
            return Optional.empty();
        }
        return Optional.of(new Found(path.get(), text));
    }
}
