package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does what {@code docs/write-your-first-scenario.md} says, word for word and nothing else, has what it says. */
class FirstScenarioDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("```(sh|text|yaml)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern INCIDENT = Pattern.compile("Incident ([^,]+), seed");
    private static final Pattern PLACE = Pattern.compile("# (file|at the end of): (\\S+)\n");

    @TempDir
    private Path folder;

    private final List<Terminal> ran = new ArrayList<>();
    private String incident = "";

    @Test
    void isTrueWordForWord() throws IOException {
        Files.createDirectories(folder.resolve("scenarios/systems"));
        Files.copy(Path.of("scenarios/systems/storefront.yaml"), folder.resolve("scenarios/systems/storefront.yaml"));
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs/write-your-first-scenario.md")))
                .results()
                .toList();

        for (var i = 0; i < blocks.size(); i++) {
            var text = blocks.get(i).group(2);
            switch (blocks.get(i).group(1)) {
                case "sh" -> run(text, i + 1 < blocks.size() ? typed(blocks.get(i + 1)) : "");
                case "yaml" -> write(text);
                default -> {
                    // Typed into the command before it.
                }
            }
        }

        assertThat(ran)
                .hasSize(6)
                .allSatisfy(each ->
                        assertThat(each.code()).as(each.out() + each.err()).isZero());
        assertThat(ran.get(1).out())
                .startsWith("slow-search: solvable within 45:00")
                .contains("No problems.");
        assertThat(ran.get(2).out()).contains("Debrief", "The new release of search fails");
        assertThat(ran.get(3).out())
                .startsWith("slow-search: solvable within 45:00")
                .contains("No problems.");
        assertThat(ran.get(5).out()).endsWith("4 passed, 0 failed.%n".formatted());
    }

    private static String typed(MatchResult block) {
        return block.group(1).equals("text") ? block.group(2) : "";
    }

    private void run(String command, String typed) {
        var words = WORD.matcher(command.strip())
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(this::here)
                .toList();
        assertThat(words.getFirst()).isEqualTo("mayday");
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        if (List.of("new", "play", "record").contains(arguments.getFirst())) {
            arguments.addAll(List.of("--scenarios", folder.resolve("scenarios").toString()));
        }
        var one = Terminal.typing(typed, arguments.toArray(String[]::new));
        INCIDENT.matcher(one.out()).results().forEach(found -> incident = found.group(1));
        ran.add(one);
    }

    /** The same path within the folder of this test, which cannot change into it as a reader would. */
    private String here(String word) {
        return word.equals("INCIDENT")
                ? incident
                : word.startsWith("scenarios/") || word.equals("my-data")
                        ? folder.resolve(word).toString()
                        : word;
    }

    private void write(String text) throws IOException {
        var place = PLACE.matcher(text);
        assertThat(place.lookingAt()).as(text).isTrue();
        var file = folder.resolve("scenarios").resolve(place.group(2));
        var isNew = place.group(1).equals("file");
        Files.writeString(
                file,
                text.substring(place.end()),
                isNew ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND,
                StandardOpenOption.WRITE);
    }
}
