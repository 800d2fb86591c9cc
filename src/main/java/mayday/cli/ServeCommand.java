package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mayday.journal.DataUnusable;
import mayday.journal.Place;
import mayday.web.Premises;
import mayday.web.Web;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mayday serve}: the web server, until the process is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the web server.")
final class ServeCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    /** Who knows it may choose the true cause of an incident; unset: nobody. */
    private static final String PASSWORD = "MAYDAY_ADMIN_PASSWORD";

    /** Who shows it gets figures at {@code /metrics}; unset: there are none. */
    private static final String METRICS_TOKEN = "MAYDAY_METRICS_TOKEN";

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen on; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "0.0.0.0",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, all of them).")
    private String host = "0.0.0.0";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the journal; made if it is not there (default: ./${DEFAULT-VALUE}). Not used"
                    + " if the environment's MAYDAY_DATABASE_URL names a PostgreSQL database.")
    private Path data = Path.of("data");

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            defaultValue = "scenarios",
            description = "Folder of the scenarios (default: ./${DEFAULT-VALUE}).")
    private Path scenarios = Path.of("scenarios");

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            return told(WRONG_USAGE, "--port must be from 0 to " + HIGHEST_PORT + ".");
        }
        var premises = new CompletableFuture<Premises>();
        Assembly assembly;
        Web web;
        try {
            var begun = Assembly.begin(scenarios, Place.of(surroundings.environment(), data), surroundings);
            web = new Web(
                    premises::join,
                    surroundings.entropy(),
                    surroundings.wallClock(),
                    surroundings.environment().getOrDefault(PASSWORD, ""),
                    surroundings.environment().getOrDefault(METRICS_TOKEN, ""));
            assembly = begun.finish();
        } catch (Assembly.Unfit unfit) {
            return told(FAILED, unfit.getMessage());
        }
        try {
            var key = assembly.signingKey(surroundings);
            premises.complete(
                    new Premises(assembly.studio(), assembly.rooms(), assembly.drills(), assembly.interpreters(), key));
            serve(assembly, web);
            return GOOD;
        } catch (DataUnusable unusable) {
            assembly.close();
            return told(FAILED, unusable.getMessage());
        } catch (RuntimeException failure) {
            assembly.close();
            if (isPortTaken(failure)) {
                return told(
                        FAILED, "Port " + port + " is in use. Stop what listens there, or choose another with --port.");
            }
            throw failure;
        }
    }

    private void serve(Assembly assembly, Web web) throws InterruptedException {
        web.start(host, port);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("orderly-end").unstarted(() -> {
                    web.close();
                    assembly.close();
                    ended.countDown();
                }));
        surroundings.out().println("Mayday is at http://localhost:" + web.port() + " (Ctrl-C ends it)");
        surroundings.out().flush();
        assembly.loadModel();
        assembly.watch();
        ended.await();
    }

    private static boolean isPortTaken(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("JavalinBindException")) {
                return true;
            }
        }
        return false;
    }

    private int told(int code, @Nullable String message) {
        surroundings.err().println("mayday serve: " + message);
        return code;
    }
}
