package mayday.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Compilation;
import mayday.compiler.Manuscript;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;

/** Finds what is wrong with scenarios and systems, as they are or as somebody would have them. */
final class Checking {
    /** Scenarios that are compiled with a system that somebody edits; the others show their problems once it is saved. */
    private static final int MOST_WITH_A_SYSTEM = 8;

    private final LiveLibrary library;
    private final Proving proving;

    Checking(LiveLibrary library, Proving proving) {
        this.library = library;
        this.proving = proving;
    }

    /**
     * What would be wrong with an item if a file of it had the text {@code text}.
     *
     * @param path of a file that belongs to the item
     */
    Checked of(Item item, String path, String text) {
        return switch (item) {
            case Item.OfScenario(var name) ->
                drafted(name, path, text)
                        .map(this::of)
                        .orElseGet(() -> Checked.compiled(new Sources(path, Map.of()), List.of()));
            case Item.OfSystem _ -> system(path, stored(path, text));
        };
    }

    /** The scenario as it would be if a file of it had the text {@code text}; empty if it has vanished. */
    Optional<Manuscript> drafted(String name, String path, String text) {
        return Manuscript.read(folder(), name, Map.of(path, stored(path, text)));
    }

    /** What would be on the disk, with the file's line ends. */
    String stored(String path, String text) {
        return library.files().read(path) instanceof ScenarioFolder.Found.Text(var content)
                ? content.stored(text)
                : text;
    }

    /**
     * What is wrong with an item as it is on the disk.
     *
     * @param sources its texts; empty if it has vanished
     */
    Checked of(Item item, Optional<Sources> sources) {
        var nothing = Checked.compiled(new Sources(item.name(), Map.of()), List.of());
        return switch (item) {
            case Item.OfScenario(var name) ->
                library.written().manuscript(name).map(this::of).orElse(nothing);
            case Item.OfSystem _ ->
                sources.map(each -> system(each.main(), each.files().getOrDefault(each.main(), "")))
                        .orElse(nothing);
        };
    }

    /** What is wrong with a scenario as it is written. */
    Checked of(Manuscript manuscript) {
        var problems = manuscript.problems();
        return switch (manuscript.compilation()) {
            case Compilation.Compiled(var scenario, var _) ->
                Checked.proving(
                        scenario,
                        manuscript.sources(),
                        problems,
                        ProofsSoFar.of(proving.of(manuscript.folder(), manuscript.sources(), scenario)));
            case Compilation.Failed _ -> Checked.compiled(manuscript.sources(), problems);
        };
    }

    /** The system's own problems, and those that scenarios built on it would have. */
    private Checked system(String path, String text) {
        var problems = new ArrayList<>(ScenarioCompiler.checkSystem(path, text));
        library.written().manuscripts().stream()
                .filter(manuscript -> manuscript.refersTo(path))
                .limit(MOST_WITH_A_SYSTEM)
                .flatMap(manuscript -> Manuscript.read(folder(), manuscript.folder(), Map.of(path, text)).stream())
                .flatMap(manuscript -> manuscript.problems().stream())
                .forEach(problems::add);
        return Checked.compiled(Item.ofSystem(path, text), problems);
    }

    private Path folder() {
        return library.files().root();
    }
}
