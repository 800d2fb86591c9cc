package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/**
 * The texts of a scenario of {@code problems/} on the small system there, to be changed by a test before they are
 * compiled.
 */
final class Texts {
    private static final Path FOLDER = Path.of("src/test/resources/problems");

    private final String main;
    private final Map<String, String> files;

    private Texts(String main, Map<String, String> files) {
        this.main = main;
        this.files = files;
    }

    static Texts of(String name) {
        var main = name + "/scenario.yaml";
        return new Texts(main, Map.of())
                .with("systems/corner-shop.yaml", read("systems/corner-shop.yaml"))
                .with(main, read(name + ".yaml"));
    }

    /** Those of a file with mistakes, with the evidence that it may name. */
    static Texts mistaken(String name) {
        var texts = of(name).with(name + "/evidence/receipts.txt", "nothing sold");
        if (name.contains("recording")) {
            try (var files = Files.list(FOLDER.resolve("recordings"))) {
                for (var file : files.toList()) {
                    texts = texts.with(name + "/evidence/" + file.getFileName(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Texts with(String path, String text) {
        var more = new HashMap<>(files);
        more.put(path, text);
        return new Texts(main, more);
    }

    /** The scenario's own text with every {@code before} become {@code after}. */
    Texts replace(String before, String after) {
        var text = files.get(main);
        if (text == null || !text.contains(before)) {
            throw new AssertionError("the text has no `" + before + "`");
        }
        return with(main, text.replace(before, after));
    }

    Sources sources() {
        return new Sources(main, files);
    }

    Compilation compile() {
        return ScenarioCompiler.compile(sources());
    }

    /** The scenario, which compiles without a problem. */
    Scenario scenario() {
        var compilation = compile();
        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        return ((Compilation.Compiled) compilation).scenario();
    }

    /** Its first cause. */
    Cause cause() {
        return causeOf(scenario());
    }

    static Cause causeOf(Scenario scenario) {
        return scenario.causes().getFirst();
    }
}
