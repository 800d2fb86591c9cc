package mayday.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mayday.compiler.Problem.Severity;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.debrief.Rubric;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/** Reads a folder of scenarios from the disk. */
final class FolderReader {

    /** A library larger than this is a wrong folder. */
    static final int MOST_SCENARIOS = 1_000;

    /** As many as a choice can show. */
    static final int MOST_RUBRICS = 50;

    private static final String MAIN = "scenario";

    private final FolderTexts texts;
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<Manuscript> known;
    private final KnownSystems systems = new KnownSystems();

    /** A scenario's texts before they are compiled. */
    private record Written(String folder, Sources sources, boolean isDraft) {}

    /**
     * @param known manuscripts that were compiled before: whose text is the same is not compiled again
     * @param instead texts by path that count in place of what is on the disk
     */
    FolderReader(Path folder, List<Manuscript> known, Map<String, String> instead) {
        this.texts = new FolderTexts(folder, instead, problems::add);
        this.known = List.copyOf(known);
    }

    /** The names of the folders in which scenarios may be. */
    List<String> folders() {
        return texts.folders(MOST_SCENARIOS);
    }

    Library read() {
        return read(folders());
    }

    /** Of the scenarios in the folder no others than those in the folders of these names. */
    Library read(List<String> folders) {
        var written = folders.stream().flatMap(name -> written(name).stream()).toList();
        // Most of the work, and each scenario is by itself: every core may have one.
        return library(written.parallelStream().map(this::manuscript).toList(), rubrics());
    }

    /** What these manuscripts and rubrics of the folder are together. */
    Library library(List<Manuscript> manuscripts, List<Rubric> rubrics) {
        return library(manuscripts, rubrics, problems);
    }

    /** @param others problems that are none of the manuscripts' */
    static Library library(List<Manuscript> manuscripts, List<Rubric> rubrics, Collection<Problem> others) {
        var problems = new LinkedHashSet<>(others);
        var scenarios = new ArrayList<Scenario>();
        var sources = new HashMap<ScenarioId, Sources>();
        for (var manuscript : manuscripts) {
            problems.addAll(manuscript.problems());
            if (manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _)) {
                scenarios.add(scenario);
                sources.put(scenario.id(), manuscript.sources());
            }
        }
        scenarios.sort(Comparator.comparing(Scenario::level).thenComparing(Scenario::title));
        return new Library(scenarios, sources, rubrics, List.copyOf(problems), manuscripts);
    }

    /** The scenario in the folder {@code name}; empty if it has no file of its own there. */
    Optional<Manuscript> manuscript(String name) {
        return written(name).map(this::manuscript);
    }

    private Optional<Written> written(String name) {
        return mainFile(name).map(main -> written(name, main));
    }

    /** The rubrics that compiled, the default one first: the one that is built in, if the folder has none of that id. */
    List<Rubric> rubrics() {
        return rubrics(rubricTexts());
    }

    Map<String, String> rubricTexts() {
        return texts.of(rubricPaths(texts));
    }

    static List<String> rubricPaths(FolderTexts texts) {
        return texts.files(RubricReader.FOLDER, "rubrics", MOST_RUBRICS);
    }

    /** Whether anything was found that somebody should be told. */
    boolean hasProblems() {
        return !problems.isEmpty();
    }

    List<Rubric> rubrics(Map<String, String> files) {
        var rubrics = new TreeMap<String, Rubric>();
        files.forEach((path, text) -> rubric(path, text).ifPresent(each -> rubrics.putIfAbsent(each.id(), each)));
        rubrics.putIfAbsent(Rubric.DEFAULT.id(), Rubric.DEFAULT);
        return rubrics.values().stream()
                .sorted(Comparator.comparing((Rubric each) -> !each.id().equals(Rubric.DEFAULT.id()))
                        .thenComparing(Rubric::title))
                .toList();
    }

    private Optional<Rubric> rubric(String path, String text) {
        texts.flaw(path).ifPresent(problems::add);
        var found = new Problems(Map.of(path, text));
        var rubric = RubricReader.read(path, text, found);
        problems.addAll(found.all());
        return rubric.filter(_ -> !found.anyErrors() && texts.flaw(path).isEmpty());
    }

    /**
     * The scenario's own file in the folder {@code name}; a folder without one, such as that of the systems, is none of
     * ours.
     */
    private Optional<String> mainFile(String name) {
        var there = mainFiles(texts, name);
        if (there.size() > 1) {
            problem(
                    Severity.WARNING,
                    there.get(1),
                    "several-files",
                    "`" + there.getFirst() + "` is read instead of this",
                    "remove one of the two");
        }
        return there.stream().findFirst();
    }

    /** The files that may be the scenario's own in the folder {@code name}, the one that counts first. */
    static List<String> mainFiles(FolderTexts texts, String name) {
        return SystemFile.ENDINGS.stream()
                .map(ending -> name + "/" + MAIN + ending)
                .filter(texts::has)
                .toList();
    }

    private Written written(String name, String main) {
        var files = new TreeMap<String, String>();
        texts.add(main, files);
        if (!files.containsKey(main)) {
            return new Written(name, new Sources(main, files), false);
        }
        // Whatever is wrong with the text is reported when it is compiled.
        var root = TreeReader.read(main, files.get(main), new Problems(Map.of()));
        mentioned(main, root).forEach(path -> texts.add(path, files));
        return new Written(name, new Sources(main, files), isDraft(root));
    }

    private Manuscript manuscript(Written written) {
        var sources = written.sources();
        return new Manuscript(written.folder(), sources, compiled(written.folder(), sources), written.isDraft());
    }

    private Compilation compiled(String name, Sources written) {
        if (!written.files().containsKey(written.main())) {
            return new Compilation.Failed(List.of(problem(
                    written.main(), "unreadable-file", "the file cannot be read", "check that it may be read")));
        }
        var flawed = written.files().keySet().stream()
                .flatMap(path -> texts.flaw(path).stream())
                .toList();
        if (!flawed.isEmpty()) {
            var all = new LinkedHashSet<>(flawed);
            all.addAll(ScenarioCompiler.compile(written, systems).problems());
            return new Compilation.Failed(List.copyOf(all));
        }
        return known.stream()
                .filter(each -> each.folder().equals(name) && each.sources().equals(written))
                .map(Manuscript::compilation)
                .findFirst()
                .orElseGet(() -> ScenarioCompiler.compile(written, systems));
    }

    private static boolean isDraft(Optional<Value> root) {
        return root.isPresent()
                && root.get() instanceof Entries scenario
                && at(scenario, "draft").equals(Optional.of("true"));
    }

    /** The paths of the files that a scenario names, whether or not they are there: its system and its evidence. */
    static List<String> mentioned(Sources sources) {
        var text = sources.files().getOrDefault(sources.main(), "");
        return mentioned(sources.main(), TreeReader.read(sources.main(), text, new Problems(Map.of())));
    }

    private static List<String> mentioned(String main, Optional<Value> root) {
        var paths = new ArrayList<String>();
        if (root.isPresent() && root.get() instanceof Entries scenario) {
            at(scenario, "system").ifPresent(name -> paths.addAll(SystemFile.paths(name)));
            for (var entry : scenario.entries()) {
                if (entry.key().text().equals("evidence") && entry.value() instanceof Entries evidence) {
                    evidence.entries().stream()
                            .map(Entry::value)
                            .filter(Entries.class::isInstance)
                            .flatMap(piece -> files((Entries) piece))
                            .forEach(name -> FilePath.beside(main, name).ifPresent(paths::add));
                }
            }
        }
        return paths;
    }

    /** The files that a piece of evidence names: its text, or what was recorded. */
    private static Stream<String> files(Entries piece) {
        var recorded = piece.entries().stream()
                .filter(entry -> entry.key().text().equals("recorded"))
                .map(Entry::value)
                .filter(Entries.class::isInstance)
                .flatMap(value -> at((Entries) value, "file").stream());
        return Stream.concat(at(piece, "file").stream(), recorded);
    }

    private static Optional<String> at(Entries entries, String key) {
        return entries.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text().strip())
                .findFirst();
    }

    private void problem(Severity severity, String path, String id, String message, String suggestion) {
        problems.add(new Problem(severity, id, path, 1, 1, message, "", suggestion));
    }

    private static Problem problem(String path, String id, String message, String suggestion) {
        return new Problem(Severity.ERROR, id, path, 1, 1, message, "", suggestion);
    }
}
