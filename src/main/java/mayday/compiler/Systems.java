package mayday.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Value.Text;
import mayday.scenario.SimulatedSystem;

/** The systems of a folder, on which scenarios can be played. */
public final class Systems {
    private final FolderTexts texts;

    private Systems(FolderTexts texts) {
        this.texts = texts;
    }

    /** Those of {@code folder}, which is the folder of all scenarios. */
    public static Systems in(Path folder) {
        return new Systems(new FolderTexts(folder, Map.of(), _ -> {}));
    }

    /** In order. */
    public List<String> names() {
        return texts.files(SystemFile.FOLDER, "systems", FolderReader.MOST_SCENARIOS).stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    /** The system called {@code name}; empty if there is none without errors. */
    public Optional<SimulatedSystem> find(String name) {
        var files = text(name);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var problems = new Problems(files);
        var text = new Text(Place.startOf(name), name, Text.Style.PLAIN);
        return SystemFile.read(text, new Sources("", files), SystemFile::anew, problems)
                .filter(_ -> !problems.anyErrors());
    }

    /** The text of a system by its path within the folder. */
    public Map<String, String> text(String name) {
        return Scalars.isId(name) ? texts.of(SystemFile.paths(name)) : Map.of();
    }
}
