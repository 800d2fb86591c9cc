package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, the answer is problems with places, never an exception. */
class HostileInputTest {

    @Test
    void survivesAnyGarbage() {
        for (var text :
                List.of("\u0000", "{", "]", "*", "&", "? ", "- - - -", "%YAML 9.9\n---\n", "\uD800", "!!", "|", "@")) {
            var compilation = Texts.of("good").with("good/scenario.yaml", text).compile();
            assertThat(compilation).as(text).isInstanceOf(Compilation.Failed.class);
            assertThat(compilation.problems()).as(text).isNotEmpty();
        }
    }

    @Test
    void survivesMutilation() {
        var random = new Random(20260310);
        for (var round = 0; round < 150; round++) {
            var mutilated = Texts.of("thirty-mistakes");
            for (var path : List.of("thirty-mistakes/scenario.yaml", "systems/corner-shop.yaml")) {
                mutilated = mutilated.with(
                        path, mutilated(mutilated.sources().files().getOrDefault(path, ""), random));
            }
            for (var problem : mutilated.compile().problems()) {
                assertThat(problem.rendered()).startsWith(problem.file() + ":" + problem.line() + ":");
            }
        }
    }

    /** A file after an accident: some lines lost, doubled, indented or cut. */
    private static String mutilated(String text, Random random) {
        var lines = new ArrayList<>(text.lines().toList());
        for (var accident = random.nextInt(4); accident > 0; accident--) {
            var at = random.nextInt(lines.size());
            var line = lines.get(at);
            switch (random.nextInt(4)) {
                case 0 -> lines.set(at, "");
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, "  " + line);
                default -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            }
        }
        return String.join("\n", lines);
    }
}
