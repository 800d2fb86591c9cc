package mayday;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import mayday.cli.Mayday;
import mayday.cli.Surroundings;

/** The front door: takes the clock, entropy, environment and terminal from the machine and hands over to the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (Boolean.getBoolean("mayday.end-with-parent")) {
            EndWithParent.watch();
        }
        var surroundings = new Surroundings(
                InstantSource.system(),
                new SecureRandom(),
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(Mayday.run(surroundings, List.of(arguments)));
    }
}
