package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A built-in player plays in the terminal. */
class BuiltInPlayerTest {
    private record Ran(int code, String out, String err) {}

    @Test
    void showsItsMovesAndItsDebrief() {
        var ran = run("play", "elevated-500s", "--seed", "7", "--cause", "bad-release", "--as", "lucky-guesser");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("elevated-500s, seed 7, played by lucky-guesser")
                .contains("was a guess: you had not had any answer yet.", "Customer impact ended at", "Scope first: 0");
    }

    @Test
    void isOneOfAFew() {
        var ran = run("play", "elevated-500s", "--as", "genius");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualToNormalizingNewlines(
                        "mayday play: --as has to be one of expert, methodical, jumper, shotgun, lucky-guesser,"
                                + " silent, random, not genius.\n");
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Mayday.run(
                new Surroundings(
                        InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z")),
                        new Random(7),
                        Map.of(),
                        new BufferedReader(new StringReader("")),
                        new PrintWriter(out),
                        new PrintWriter(err)),
                List.of(arguments));
        return new Ran(code, out.toString(), err.toString());
    }
}
