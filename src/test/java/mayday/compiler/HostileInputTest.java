package mayday.compiler;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

    /** A hundred services in a dozen regions can be played for an hour, and not for a week. */
    @Test
    void refusesWhatWouldTakeTheWholeMachine() {
        var regions = IntStream.range(0, 12)
                .mapToObj(i -> "r" + i + ": { title: R, traffic: " + (i < 4 ? 9 : 8) + " % }")
                .collect(joining(", ", "regions: { ", " }\n"));
        var services = IntStream.range(0, 100)
                .mapToObj(i -> "s" + i + ": { title: S, kind: service, technology: Go, version: 2.0.0, owner: shop,"
                        + " capacity: { replicas: 2, concurrency: 50, service-time: 10ms } }")
                .collect(joining(",\n", "services: { ", " }\n"));
        var calls = IntStream.range(1, 100)
                .mapToObj(i -> "s" + (i - 1) / 2 + " -> s" + i + ": { timeout: 2s }")
                .collect(joining(",\n", "dependencies: { ", " }\n"));
        var system = "id: corner-shop\ntitle: Everything\ntraffic: { entry: s0, peak: 200/s }\n"
                + "teams: { shop: { title: Shop, on-call: Ana Costa } }\n" + regions + services + calls;
        var texts = Texts.of("good")
                .with("systems/corner-shop.yaml", system)
                .replace("door", "s0")
                .replace("till", "s1");

        assertThat(texts.replace("level:", "limit: 15m\nlevel:").compile().problems())
                .extracting(Problem::rendered)
                .isEmpty();
        var week = texts.replace("level:", "limit: 5d\nlevel:").compile();
        assertThat(week.problems())
                .extracting(problem -> problem.id() + " in line " + problem.line() + ": " + problem.message())
                .containsExactly("too-much-to-simulate in line 4: 2,388 services and calls in their regions over"
                        + " 439,200 s are 1,048,809,600; at most 20,000,000 are simulated");
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
