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
 * @param interactive whether somebody sits before a terminal, so that neither {@code in} nor {@code out} is a pipe or a file
 */
public record Surroundings(
        InstantSource wallClock,
        RandomGenerator entropy,
        Map<String, String> environment,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        boolean interactive) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Nobody sits before a terminal. */
    public Surroundings(
            InstantSource wallClock,
            RandomGenerator entropy,
            Map<String, String> environment,
            BufferedReader in,
            PrintWriter out,
            PrintWriter err) {
        this(wallClock, entropy, environment, in, out, err, false);
    }
}
