package mayday.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    private final List<Script> playthroughs = new ArrayList<>();
    private final Set<String> notUtf8 = new HashSet<>();

    FolderReader(Path folder) {
        this.folder = folder;
    }

    Library read() {
        for (var name : folders()) {
            mainFile(name).ifPresent(this::scenario);
        }
        scenarios.sort(Comparator.comparing(Scenario::level).thenComparing(Scenario::title));
        var rubrics = rubrics();
        return new Library(scenarios, sources, rubrics, playthroughs, List.copyOf(problems));
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
        var found = new Problems(Map.of(path, text));
        var rubric = RubricReader.read(path, text, found);
        problems.addAll(found.all());
        return rubric.filter(_ -> !found.anyErrors() && !notUtf8.contains(path));
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
            script.filter(_ -> !notUtf8.contains(path)).ifPresent(playthroughs::add);
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
                .filter(path -> Files.isRegularFile(folder.resolve(path)))
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

    private void scenario(String main) {
        var files = new TreeMap<String, String>();
        add(main, files);
        if (!files.containsKey(main)) {
            problem(Severity.ERROR, main, "unreadable-file", "the file cannot be read", "check that it may be read");
            return;
        }
        mentioned(main, files.get(main)).forEach(path -> add(path, files));
        var texts = new Sources(main, files);
        var compilation = ScenarioCompiler.compile(texts);
        problems.addAll(compilation.problems());
        if (compilation instanceof Compilation.Compiled(var scenario, var _)
                && Collections.disjoint(files.keySet(), notUtf8)) {
            scenarios.add(scenario);
            sources.put(scenario.id(), texts);
            playthroughs(texts, scenario);
        }
    }

    /** The paths of the files that a scenario names: its system and its evidence. */
    private static List<String> mentioned(String main, String text) {
        var paths = new ArrayList<String>();
        // Whatever is wrong with the text is reported when it is compiled.
        var root = TreeReader.read(main, text, new Problems(Map.of()));
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
        notUtf8.add(path);
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var column = lines.get(i).indexOf('\uFFFD');
            if (column >= 0) {
                problems.add(new Problem(
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
}
