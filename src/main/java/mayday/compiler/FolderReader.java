package mayday.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mayday.compiler.Problem.Severity;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.debrief.Rubric;
import mayday.playthrough.Script;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/** Reads a folder of scenarios from the disk. The only place of the compiler that touches files. */
final class FolderReader {

    /** A library larger than this is a wrong folder. */
    static final int MOST_SCENARIOS = 1_000;

    /** As many as a choice can show. */
    static final int MOST_RUBRICS = 50;

    /** Of one scenario; more would take longer than anybody waits for a test. */
    static final int MOST_PLAYTHROUGHS = 100;

    private static final String MAIN = "scenario";

    private final Path folder;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final Map<ScenarioId, Sources> sources = new HashMap<>();
    private final Map<String, Problem> notUtf8 = new HashMap<>();
    private final List<Manuscript> manuscripts = new ArrayList<>();
    private final List<Manuscript> known;
    private final Map<String, String> instead;
    private final List<Script> playthroughs = new ArrayList<>();

    /**
     * @param known manuscripts that were compiled before: whose text is the same is not compiled again
     * @param instead texts by path that count in place of what is on the disk
     */
    FolderReader(Path folder, List<Manuscript> known, Map<String, String> instead) {
        this.folder = folder;
        this.known = List.copyOf(known);
        this.instead = Map.copyOf(instead);
    }

    Library read() {
        for (var name : folders()) {
            manuscript(name).ifPresent(this::add);
        }
        scenarios.sort(Comparator.comparing(Scenario::level).thenComparing(Scenario::title));
        var rubrics = rubrics();
        return new Library(scenarios, sources, rubrics, playthroughs, List.copyOf(problems), manuscripts);
    }

    private void add(Manuscript manuscript) {
        manuscripts.add(manuscript);
        problems.addAll(manuscript.problems());
        if (manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _)) {
            scenarios.add(scenario);
            sources.put(scenario.id(), manuscript.sources());
            playthroughs(manuscript.sources(), scenario);
        }
    }

    /** The scenario in the folder {@code name}; empty if it has no file of its own there. */
    Optional<Manuscript> manuscript(String name) {
        return mainFile(name).map(main -> manuscript(name, main));
    }

    /** The names of the systems, in order. */
    List<String> systemNames() {
        return files(SystemFile.FOLDER, "systems", MOST_SCENARIOS).stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    /** The text of a system by its path; nothing if it cannot be read. */
    Map<String, String> systemText(String name) {
        var files = new TreeMap<String, String>();
        if (Scalars.isId(name)) {
            SystemFile.paths(name).forEach(path -> add(path, files));
        }
        return files;
    }

    /** The rubrics that compiled, the default one first: the one that is built in, if the folder has none of that id. */
    private List<Rubric> rubrics() {
        var files = new TreeMap<String, String>();
        rubricFiles().forEach(path -> add(path, files));
        var rubrics = new TreeMap<String, Rubric>();
        files.forEach((path, text) -> rubric(path, text).ifPresent(each -> rubrics.putIfAbsent(each.id(), each)));
        rubrics.putIfAbsent(Rubric.DEFAULT.id(), Rubric.DEFAULT);
        return rubrics.values().stream()
                .sorted(Comparator.comparing((Rubric each) -> !each.id().equals(Rubric.DEFAULT.id()))
                        .thenComparing(Rubric::title))
                .toList();
    }

    private Optional<Rubric> rubric(String path, String text) {
        Optional.ofNullable(notUtf8.get(path)).ifPresent(problems::add);
        var found = new Problems(Map.of(path, text));
        var rubric = RubricReader.read(path, text, found);
        problems.addAll(found.all());
        return rubric.filter(_ -> !found.anyErrors() && !notUtf8.containsKey(path));
    }

    private List<String> rubricFiles() {
        return files(RubricReader.FOLDER, "rubrics", MOST_RUBRICS);
    }

    /** A playthrough is read apart from the scenario's texts: a test that is changed makes no new revision of what it tests. */
    private void playthroughs(Sources texts, Scenario scenario) {
        var within = scenario.id() + "/" + PlaythroughReader.FOLDER;
        var paths = files(within, "playthroughs", MOST_PLAYTHROUGHS);
        if (paths.isEmpty()) {
            return;
        }
        var reader = new PlaythroughReader(texts, scenario);
        for (var path : paths) {
            var files = new TreeMap<String, String>();
            add(path, files);
            var text = files.get(path);
            if (text == null) {
                problem(
                        Severity.ERROR,
                        path,
                        "unreadable-file",
                        "the file cannot be read, or is a link that leads out of the folder",
                        "check that it may be read");
                continue;
            }
            var found = new Problems(files);
            var script = reader.read(path, text, found);
            problems.addAll(found.all());
            Optional.ofNullable(notUtf8.get(path)).ifPresent(problems::add);
            script.filter(_ -> !notUtf8.containsKey(path)).ifPresent(playthroughs::add);
        }
    }

    /** The paths of the YAML and JSON files of a folder, in order; none if there is no such folder. */
    private List<String> files(String within, String plural, int most) {
        if (!Files.isDirectory(folder.resolve(within))) {
            return List.of();
        }
        try (var children = Files.list(folder.resolve(within))) {
            var paths = children.map(child -> String.valueOf(child.getFileName()))
                    .filter(name ->
                            !name.startsWith(".") && SystemFile.ENDINGS.stream().anyMatch(name::endsWith))
                    .map(name -> within + "/" + name)
                    .sorted()
                    .limit(most + 1L)
                    .toList();
            if (paths.size() <= most) {
                return paths;
            }
            problem(Severity.ERROR, within, "too-many", "more than " + most + " " + plural, "");
            return paths.subList(0, most);
        } catch (IOException e) {
            problem(
                    Severity.ERROR,
                    within,
                    "unreadable-folder",
                    "the folder of " + plural + " cannot be read",
                    "check that it may be read");
            return List.of();
        }
    }

    private List<String> folders() {
        try (var children = Files.list(folder)) {
            var names = children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(MOST_SCENARIOS + 1L)
                    .toList();
            if (names.size() <= MOST_SCENARIOS) {
                return names;
            }
            problem(Severity.ERROR, ".", "too-many", "more than " + MOST_SCENARIOS + " folders", "");
            return names.subList(0, MOST_SCENARIOS);
        } catch (IOException e) {
            problem(
                    Severity.ERROR,
                    ".",
                    "unreadable-folder",
                    "the folder of scenarios `" + folder + "` cannot be read",
                    "check that it exists and may be read");
            return List.of();
        }
    }

    /**
     * The scenario's own file in the folder {@code name}; a folder without one, such as that of the systems, is none of
     * ours.
     */
    private Optional<String> mainFile(String name) {
        var there = SystemFile.ENDINGS.stream()
                .map(ending -> name + "/" + MAIN + ending)
                .filter(path -> instead.containsKey(path) || Files.isRegularFile(folder.resolve(path)))
                .toList();
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

    private Manuscript manuscript(String name, String main) {
        var files = new TreeMap<String, String>();
        add(main, files);
        if (!files.containsKey(main)) {
            var unreadable = problem(main, "unreadable-file", "the file cannot be read", "check that it may be read");
            return new Manuscript(name, new Sources(main, files), new Compilation.Failed(List.of(unreadable)), false);
        }
        // Whatever is wrong with the text is reported when it is compiled.
        var root = TreeReader.read(main, files.get(main), new Problems(Map.of()));
        mentioned(main, root).forEach(path -> add(path, files));
        var texts = new Sources(main, files);
        return new Manuscript(name, texts, compiled(name, texts), isDraft(root));
    }

    private Compilation compiled(String name, Sources texts) {
        var flawed = texts.files().keySet().stream()
                .filter(notUtf8::containsKey)
                .map(notUtf8::get)
                .toList();
        if (!flawed.isEmpty()) {
            var all = new LinkedHashSet<>(flawed);
            all.addAll(ScenarioCompiler.compile(texts).problems());
            return new Compilation.Failed(List.copyOf(all));
        }
        return known.stream()
                .filter(each -> each.folder().equals(name) && each.sources().equals(texts))
                .map(Manuscript::compilation)
                .findFirst()
                .orElseGet(() -> ScenarioCompiler.compile(texts));
    }

    private static boolean isDraft(Optional<Value> root) {
        return root.isPresent()
                && root.get() instanceof Entries scenario
                && at(scenario, "draft").equals(Optional.of("true"));
    }

    /** The paths of the files that a scenario names: its system and its evidence. */
    private static List<String> mentioned(String main, Optional<Value> root) {
        var paths = new ArrayList<String>();
        if (root.isPresent() && root.get() instanceof Entries scenario) {
            at(scenario, "system").ifPresent(name -> paths.addAll(SystemFile.paths(name)));
            for (var entry : scenario.entries()) {
                if (entry.key().text().equals("evidence") && entry.value() instanceof Entries evidence) {
                    evidence.entries().stream()
                            .map(Entry::value)
                            .filter(Entries.class::isInstance)
                            .forEach(piece -> at((Entries) piece, "file")
                                    .flatMap(name -> FilePath.beside(main, name))
                                    .ifPresent(paths::add));
                }
            }
        }
        return paths;
    }

    private static Optional<String> at(Entries entries, String key) {
        return entries.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).text().strip())
                .findFirst();
    }

    /**
     * Adds the text of a file if it is there and inside the folder; the compiler reports what is missing where it is
     * named.
     */
    private void add(String path, Map<String, String> files) {
        var other = instead.get(path);
        if (other != null) {
            files.put(path, other);
            return;
        }
        try {
            var file = folder.resolve(path);
            // A link may lead out of the folder although its name does not.
            if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
                files.put(path, text(path, file));
            }
        } catch (IOException | InvalidPathException e) {
            files.remove(path);
        }
    }

    private String text(String path, Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            // One byte more than is allowed: enough for the compiler to see that it is too large.
            var bytes = input.readNBytes(FileText.MOST_BYTES + 1);
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (bytes.length <= FileText.MOST_BYTES && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                notUtf8(path, text);
            }
            return text;
        }
    }

    private void notUtf8(String path, String text) {
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var column = lines.get(i).indexOf('\uFFFD');
            if (column >= 0) {
                notUtf8.put(
                        path,
                        new Problem(
                                Severity.ERROR,
                                "not-utf-8",
                                path,
                                i + 1,
                                lines.get(i).codePointCount(0, column) + 1,
                                "the file is not UTF-8 text",
                                lines.get(i),
                                "save it as UTF-8"));
                return;
            }
        }
    }

    private void problem(Severity severity, String path, String id, String message, String suggestion) {
        problems.add(new Problem(severity, id, path, 1, 1, message, "", suggestion));
    }

    private static Problem problem(String path, String id, String message, String suggestion) {
        return new Problem(Severity.ERROR, id, path, 1, 1, message, "", suggestion);
    }
}
