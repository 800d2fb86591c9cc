package mayday.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs commands as a terminal would, and keeps what they print. */
record Terminal(int code, String out, String err) {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z"));

    static Terminal run(String... arguments) {
        return typing("", arguments);
    }

    /** @param typed what is typed while the command runs */
    static Terminal typing(String typed, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var surroundings = new Surroundings(
                NOON,
                new Random(1),
                Map.of(),
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Terminal(Mayday.run(surroundings, List.of(arguments)), out.toString(), err.toString());
    }
}
