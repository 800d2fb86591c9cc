package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mayday.account.Accounts;
import mayday.account.Passwords;
import mayday.drill.Rooms;
import mayday.drill.SteadyClock;
import mayday.journal.DataUnusable;
import mayday.journal.JournalUnavailable;
import mayday.journal.Place;
import mayday.web.Premises;
import mayday.web.Web;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mayday serve}: the web server, until the process is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the web server.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final int HIGHEST_PORT = 65_535;

    /** The password of the account {@code facilitator}; unset: facilitators have the accounts that they made themselves. */
    private static final String PASSWORD = "MAYDAY_ADMIN_PASSWORD";

    /** Who shows it gets figures at {@code /metrics}; unset: there are none. */
    private static final String METRICS_TOKEN = "MAYDAY_METRICS_TOKEN";

    /** As {@code --behind-proxy}. */
    private static final String BEHIND_PROXY = "MAYDAY_BEHIND_PROXY";

    /** Whether the machine's clock was set is looked at this often. */
    private static final int LOOK_SECONDS = 5;

    /** Whoever waits for the server to start calls at once; what takes all cores for seconds begins after that, or without a call. */
    private static final Duration FIRST_CALLER = Duration.ofMillis(250);

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
            defaultValue = ScenariosFolder.DEFAULT,
            description = "Folder of the scenarios (default: ${DEFAULT-VALUE}).")
    private Path scenarios = Path.of("scenarios");

    @Option(
            names = "--behind-proxy",
            description =
                    "All requests come through a proxy that sets X-Forwarded-For: who guesses passwords or codes is told apart by"
                            + " its last entry. The variable MAYDAY_BEHIND_PROXY=true does the same.")
    private boolean behindProxy;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > HIGHEST_PORT) {
            return told(WRONG_USAGE, "--port must be from 0 to " + HIGHEST_PORT + ".");
        }
        var password = surroundings.environment().getOrDefault(PASSWORD, "");
        if (!password.isEmpty() && !Passwords.mistake(password).isEmpty()) {
            return told(WRONG_USAGE, PASSWORD + " " + Passwords.mistake(password) + ".");
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
                    behindProxy
                            || surroundings
                                    .environment()
                                    .getOrDefault(BEHIND_PROXY, "")
                                    .equals("true"),
                    surroundings.environment().getOrDefault(METRICS_TOKEN, ""));
            assembly = begun.finish();
        } catch (Assembly.Unfit unfit) {
            return told(FAILED, unfit.getMessage());
        }
        try {
            var key = assembly.signingKey(surroundings);
            var accounts = new Accounts(assembly.journal(), surroundings.wallClock(), surroundings.entropy(), password);
            premises.complete(new Premises(
                    assembly.studio(), assembly.rooms(), assembly.drills(), assembly.interpreters(), key, accounts));
            return serve(assembly, web, accounts);
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

    private int serve(Assembly assembly, Web web, Accounts accounts) throws InterruptedException {
        Thread.ofPlatform().name("rehearsal").daemon().start(web::rehearse);
        web.start(host, port);
        var ended = new CountDownLatch(1);
        var isEnding = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("orderly-end").unstarted(() -> {
                    isEnding.set(true);
                    web.close();
                    assembly.close();
                    ended.countDown();
                }));
        surroundings.out().println("Mayday is at http://localhost:" + web.port() + " (Ctrl-C ends it)");
        surroundings.out().flush();
        web.awaitFirstAnswer(FIRST_CALLER);
        Thread.ofPlatform().name("accounts").daemon().start(() -> prepare(accounts, web.port(), isEnding));
        if (surroundings.wallClock() instanceof SteadyClock clock) {
            watch(clock, assembly.rooms());
        }
        var isUnfit = new AtomicBoolean();
        assembly.open(() -> {
            isUnfit.set(true);
            ended.countDown();
        });
        ended.await();
        return isUnfit.get() ? FAILED : GOOD;
    }

    private static void watch(SteadyClock clock, Rooms rooms) {
        var looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("machine-clock").daemon().factory());
        var _ = looking.scheduleWithFixedDelay(
                () -> clock.compare(rooms.load().heard() > 0), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** A hash takes time, which nobody shall wait for who only wants the first page. */
    private void prepare(Accounts accounts, int port, AtomicBoolean isEnding) {
        try {
            accounts.openFirstLink().ifPresent(secret -> {
                surroundings
                        .out()
                        .println("There is no facilitator yet. Make the first one, once, at http://localhost:" + port
                                + "/facilitators/first?token=" + secret);
                surroundings.out().flush();
            });
        } catch (JournalUnavailable failure) {
            if (!isEnding.get()) {
                LOG.error("The accounts of facilitators cannot be read. {}", failure.getMessage());
            }
        }
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
