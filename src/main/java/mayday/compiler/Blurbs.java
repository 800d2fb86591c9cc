package mayday.compiler;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Listing.Label;

/**
 * What compiling some texts gave, as far as the catalogue says it: who meets the same texts again need not compile them to list them. It
 * knows texts, not folders: a file that was changed is one that it does not know. What is broken, or a draft, is never in it.
 *
 * @param mentions which files a scenario's own file mentions, whether or not they are there, by its key
 * @param scenarios by the key of all their texts
 * @param rubrics all of a folder, by the key of all their texts; of those without a problem
 */
public record Blurbs(
        Map<TextKey, List<String>> mentions, Map<TextKey, Blurb> scenarios, Map<TextKey, List<Label>> rubrics) {
    public static final Blurbs NONE = new Blurbs(Map.of(), Map.of(), Map.of());

    public Blurbs {
        mentions = Map.copyOf(mentions);
        scenarios = Map.copyOf(scenarios);
        rubrics = Map.copyOf(rubrics);
    }

    /** These, and those of {@code others}. */
    public Blurbs and(Blurbs others) {
        return new Blurbs(
                merged(mentions, others.mentions),
                merged(scenarios, others.scenarios),
                merged(rubrics, others.rubrics));
    }

    private static <T> Map<TextKey, T> merged(Map<TextKey, T> some, Map<TextKey, T> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Whether all of {@code others} is among these. */
    public boolean include(Blurbs others) {
        return mentions.keySet().containsAll(others.mentions.keySet())
                && scenarios.keySet().containsAll(others.scenarios.keySet())
                && rubrics.keySet().containsAll(others.rubrics.keySet());
    }

    /**
     * What can be listed of {@code folder} as it is now without compiling anything.
     *
     * @param scenarios the blurbs that are known
     * @param unknown names of the folders of the other scenarios
     * @param rubrics empty if they are not known
     * @param problems of the folder itself
     */
    public record Glance(
            List<Blurb> scenarios, List<String> unknown, Optional<List<Label>> rubrics, List<Problem> problems) {
        public Glance {
            scenarios = List.copyOf(scenarios);
            unknown = List.copyOf(unknown);
            problems = List.copyOf(problems);
        }

        /** Whether nothing is left to be compiled. */
        public boolean isComplete() {
            return unknown.isEmpty() && rubrics.isPresent();
        }
    }

    /** Looks at the texts of a folder, without compiling them. */
    public Glance glance(Path folder) {
        return new FolderGlance(folder, this).look();
    }

    /** The blurbs of a library, and of the rubrics in its folder as they are now; where these here know the texts, nothing is read again. */
    public Blurbs of(Path folder, Library library) {
        var files = new HashMap<TextKey, List<String>>();
        var listed = new HashMap<TextKey, Blurb>();
        for (var manuscript : library.manuscripts()) {
            if (manuscript.isPublished()
                    && manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _)) {
                var sources = manuscript.sources();
                var main = Map.of(sources.main(), sources.files().getOrDefault(sources.main(), ""));
                var key = TextKey.of(main);
                var mentioned = mentions.get(key);
                files.put(key, mentioned == null ? FolderReader.mentioned(sources) : mentioned);
                listed.put(TextKey.of(sources.files()), Blurb.of(scenario));
            }
        }
        return new Blurbs(files, listed, FolderGlance.rubrics(folder));
    }
}
