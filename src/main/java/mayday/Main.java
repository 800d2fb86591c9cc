package mayday;

import ch.qos.logback.classic.ClassicConstants;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mayday.cli.Mayday;
import mayday.cli.Surroundings;
import mayday.drill.SteadyClock;
import mayday.web.Prelude;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** The front door: takes the clock, entropy, environment and terminal from the machine and hands over to the command line. */
public final class Main {
    /**
     * How many references a cache line of 64 bytes holds. Jetty would find it out over JMX, and to set that up takes a fifth of a second
     * of processor time at every start. It shapes a queue, nothing more: a guess does no harm.
     */
    private static final String REFERENCES_PER_CACHE_LINE = "16";

    /** {@code json} writes the log as JSON, one object a line. */
    private static final String LOG = "MAYDAY_LOG";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (Boolean.getBoolean("mayday.end-with-parent")) {
            EndWithParent.watch();
        }
        System.setProperty(LogLines.FORM, System.getenv().getOrDefault(LOG, ""));
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) == null) {
            System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, Logs.class.getName());
            // Or SLF4J tells that it was told.
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        }
        // The log takes a tenth of a second to set up: it may as well do so while the command line is read.
        Thread.ofPlatform().name("log").daemon().start(LoggerFactory::getILoggerFactory);
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", REFERENCES_PER_CACHE_LINE);
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            Prelude.begin();
        }
        var surroundings = new Surroundings(
                new SteadyClock(InstantSource.system(), System::nanoTime),
                new SecureRandom(),
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
        System.exit(Mayday.run(surroundings, List.of(arguments)));
    }
}
