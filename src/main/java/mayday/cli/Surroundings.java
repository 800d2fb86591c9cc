package mayday.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a command has from the world outside: clock, entropy, environment and the terminal. {@code Main} alone makes it from the real
 * ones.
 *
 * @param entropy unguessable; ids and seeds come from it
 */
public record Surroundings(
        InstantSource wallClock,
        RandomGenerator entropy,
        Map<String, String> environment,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
