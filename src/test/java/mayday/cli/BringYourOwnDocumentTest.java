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

/** Whoever does what {@code docs/bring-your-own-incident.md} says, word for word, plays an incident with its own chart and log in it. */
class BringYourOwnDocumentTest {
    private static final Pattern BLOCK =
            Pattern.compile("```(sh|text|yaml|json|log)(?: (\\S+))?\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern AT_THE_END = Pattern.compile("# at the end of: (\\S+)\n");

    @TempDir
    private Path folder;

    private final List<Terminal> ran = new ArrayList<>();

    @Test
    void isTrueWordForWord() throws IOException {
        Files.createDirectories(folder.resolve("scenarios/systems"));
        Files.createDirectories(folder.resolve("exports"));
        Files.copy(Path.of("scenarios/systems/storefront.yaml"), folder.resolve("scenarios/systems/storefront.yaml"));
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs/bring-your-own-incident.md")))
                .results()
                .toList();

        for (var i = 0; i < blocks.size(); i++) {
            var text = blocks.get(i).group(3);
            switch (blocks.get(i).group(1)) {
                case "sh" -> run(text, i + 1 < blocks.size() ? typed(blocks.get(i + 1)) : "");
                case "json", "log" ->
                    Files.writeString(folder.resolve(blocks.get(i).group(2)), text);
                case "yaml" -> append(text);
                default -> {
                    // Typed into the command before it.
                }
            }
        }

        assertThat(ran)
                .hasSize(4)
                .allSatisfy(each ->
                        assertThat(each.code()).as(each.out() + each.err()).isZero());
        assertThat(ran.get(1).out())
                .contains("metrics, 2 series (192.0.2.1:9187, 192.0.2.2:9187)")
                .contains("op•••st becomes user-1@example.com");
        assertThat(ran.get(2).out()).contains("solvable within", "No problems.");
        assertThat(ran.get(3).out())
                .contains("One of the two replicas falls behind.")
                .contains("Replication lag  (Prometheus, as of 14:0")
                .contains("Storage log of orders-db")
                .contains("14:01:30 ERROR  write of segment 8812 took 4100 ms for user-1@example.com")
                .doesNotContain("storage moved", "10.20.0.14", "ops@shop.test");
    }

    private static String typed(MatchResult block) {
        return block.group(1).equals("text") ? block.group(3) : "";
    }

    private void run(String command, String typed) {
        var words = WORD.matcher(command.strip())
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(this::here)
                .toList();
        assertThat(words.getFirst()).isEqualTo("mayday");
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        if (List.of("new", "play").contains(arguments.getFirst())) {
            arguments.addAll(List.of("--scenarios", folder.resolve("scenarios").toString()));
        }
        ran.add(Terminal.typing(typed, arguments.toArray(String[]::new)));
    }

    /** The same path within the folder of this test, which cannot change into it as a reader would. */
    private String here(String word) {
        return word.startsWith("scenarios/") || word.startsWith("exports/") || word.equals("my-data")
                ? folder.resolve(word).toString()
                : word;
    }

    private void append(String text) throws IOException {
        var place = AT_THE_END.matcher(text);
        assertThat(place.lookingAt()).as(text).isTrue();
        Files.writeString(
                folder.resolve("scenarios").resolve(place.group(1)),
                text.substring(place.end()),
                StandardOpenOption.APPEND,
                StandardOpenOption.WRITE);
    }
}
