package mayday.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.compiler.Blurbs.Glance;
import mayday.compiler.Listing.Label;

/** Looks at a folder's texts and finds what is known of them. It reads the files as {@link FolderReader} does, and no YAML. */
final class FolderGlance {
    private final FolderTexts texts;
    private final Blurbs known;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Optional<String>> seen = new HashMap<>();

    FolderGlance(Path folder, Blurbs known) {
        this.texts = new FolderTexts(folder, Map.of(), problems::add);
        this.known = known;
    }

    Glance look() {
        var scenarios = new ArrayList<Blurb>();
        var unknown = new ArrayList<String>();
        for (var name : texts.folders(FolderReader.MOST_SCENARIOS)) {
            for (var main : FolderReader.mainFiles(texts, name)) {
                blurb(main).ifPresentOrElse(scenarios::add, () -> unknown.add(name));
                // Only the first of several counts.
                break;
            }
        }
        var rubrics = Optional.ofNullable(known.rubrics().get(TextKey.ofSums(sums(FolderReader.rubricPaths(texts)))));
        return new Glance(scenarios, unknown, rubrics, problems);
    }

    private Optional<Blurb> blurb(String main) {
        var own = sums(List.of(main));
        var mentioned = known.mentions().get(TextKey.ofSums(own));
        if (mentioned == null) {
            return Optional.empty();
        }
        own.putAll(sums(mentioned));
        return Optional.ofNullable(known.scenarios().get(TextKey.ofSums(own)));
    }

    /** The checksums of the texts at these paths, of those that are there. */
    private Map<String, String> sums(List<String> paths) {
        var found = new TreeMap<String, String>();
        for (var path : paths) {
            seen.computeIfAbsent(path, this::sum).ifPresent(sum -> found.put(path, sum));
        }
        return found;
    }

    /** Of the file's bytes: whether they are a text was found out when they were compiled. */
    private Optional<String> sum(String path) {
        return texts.bytes(path).map(TextKey::sums);
    }

    /** The rubrics of a folder by the key of their texts, if nothing is wrong with them. */
    static Map<TextKey, List<Label>> rubrics(Path folder) {
        var reader = new FolderReader(folder, List.of(), Map.of());
        var files = reader.rubricTexts();
        var rubrics = reader.rubrics(files);
        return reader.hasProblems() ? Map.of() : Map.of(TextKey.of(files), Label.of(rubrics));
    }
}
