package mayday.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every file that authors could have written and that we have: shipped, of tests, and with mistakes; each compiled. */
final class AuthoredFiles {
    private static final Path TESTS = Path.of("src/test/resources");
    private static final Path SHIPPED = Path.of("scenarios");
    private static final Path MISTAKES = TESTS.resolve("problems");

    /**
     * A file after compiling.
     *
     * @param kind of schema
     * @param problems of this file and others that were compiled with it
     * @param keys that its mappings may have
     */
    record Compiled(String kind, String path, Value value, Problems problems, KeysByPlace keys) {
        List<Problem> own() {
            return problems.all().stream()
                    .filter(each -> each.file().equals(path))
                    .toList();
        }

        boolean hasErrors() {
            return own().stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
        }

        @Override
        public String toString() {
            return kind + " " + path;
        }
    }

    private AuthoredFiles() {}

    static List<Compiled> all() {
        var all = new ArrayList<Compiled>();
        for (var folder : List.of(SHIPPED, TESTS.resolve("features"))) {
            for (var sources : sources(folder)) {
                scenario(sources, all);
                for (var file : files(folder.resolve(sources.main()).resolveSibling("playthroughs"))) {
                    var path = folder.relativize(file).toString();
                    playthrough(sources, path, read(file), all);
                }
            }
            for (var file : files(folder.resolve("rubrics"))) {
                rubric("rubrics/" + file.getFileName(), read(file), all);
            }
        }
        mistakes(all);
        return all;
    }

    private static void mistakes(List<Compiled> all) {
        for (var file : files(MISTAKES)) {
            var name = String.valueOf(file.getFileName()).replace(".yaml", "");
            scenario(
                    name.startsWith("system-")
                            ? Texts.of("good")
                                    .with("systems/corner-shop.yaml", read(file))
                                    .sources()
                            : Texts.mistaken(name).sources(),
                    all);
        }
        for (var file : files(MISTAKES.resolve("rubrics"))) {
            rubric("rubrics/" + file.getFileName(), read(file), all);
        }
        var everything = PlaythroughReadingTest.everything();
        scenario(everything, all);
        for (var file : files(MISTAKES.resolve("playthroughs"))) {
            var path = "everything/playthroughs/" + file.getFileName();
            playthrough(everything, path, read(file), all);
        }
    }

    /** The sources of the scenarios of a folder, as its reader finds them. */
    static List<Sources> sources(Path folder) {
        var library = Library.read(folder);
        return library.scenarios().stream()
                .map(each -> library.sources().get(each.id()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static void scenario(Sources sources, List<Compiled> all) {
        var keys = new KeysByPlace();
        var problems = new Problems(sources.files(), keys::note);
        var main = sources.main();
        var text = sources.files().getOrDefault(main, "");
        TreeReader.read(main, text, problems).ifPresent(value -> {
            new ScenarioReader(sources, value, problems).read();
            all.add(new Compiled("scenario", main, value, problems, keys));
            sources.files().keySet().stream()
                    .filter(path -> path.startsWith("systems/"))
                    .forEach(path -> TreeReader.read(
                                    path, sources.files().getOrDefault(path, ""), new Problems(Map.of()))
                            .filter(system ->
                                    all.stream().noneMatch(each -> each.value().equals(system)))
                            .ifPresent(system -> all.add(new Compiled("system", path, system, problems, keys))));
        });
    }

    private static void rubric(String path, String text, List<Compiled> all) {
        var keys = new KeysByPlace();
        var problems = new Problems(Map.of(path, text), keys::note);
        TreeReader.read(path, text, new Problems(Map.of())).ifPresent(value -> {
            RubricReader.read(path, text, problems);
            all.add(new Compiled("rubric", path, value, problems, keys));
        });
    }

    private static void playthrough(Sources sources, String path, String text, List<Compiled> all) {
        if (!(ScenarioCompiler.compile(sources) instanceof Compilation.Compiled(var scenario, var _))) {
            throw new AssertionError(sources.main() + " does not compile");
        }
        var keys = new KeysByPlace();
        var problems = new Problems(Map.of(path, text), keys::note);
        TreeReader.read(path, text, new Problems(Map.of())).ifPresent(value -> {
            new PlaythroughReader(sources, scenario).read(path, text, problems);
            all.add(new Compiled("playthrough", path, value, problems, keys));
        });
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
