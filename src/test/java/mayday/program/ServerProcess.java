package mayday.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, from the packaged jar, on a free port. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROMISE = "Mayday is at ";

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** With all that we ship. */
    static ServerProcess start(Path data) {
        return start(data, Learner.PASSWORD);
    }

    /** With {@code elevated-500s} alone, which is there sooner. */
    static ServerProcess startWithOneScenario(Path data) {
        return start(data, Learner.PASSWORD, OneScenario.folder());
    }

    static ServerProcess start(Path data, String password) {
        return start(data, password, Path.of("scenarios"));
    }

    static ServerProcess start(Path data, String password, Path scenarios) {
        return start(data, scenarios, Map.of("MAYDAY_ADMIN_PASSWORD", password));
    }

    static ServerProcess start(Path data, Path scenarios, Map<String, String> environment) {
        return start(data, scenarios, environment, 0);
    }

    /** Another one at the address of one with one scenario that has ended, as a restarted service has it. */
    static ServerProcess startAgain(Path data, ServerProcess ended) {
        return start(
                data,
                OneScenario.folder(),
                Map.of("MAYDAY_ADMIN_PASSWORD", Learner.PASSWORD),
                URI.create(ended.url()).getPort());
    }

    private static ServerProcess start(Path data, Path scenarios, Map<String, String> environment, int port) {
        var command = new ArrayList<>(java());
        command.addAll(List.of(
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--scenarios",
                scenarios.toString()));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            var url = new CompletableFuture<String>();
            Thread.ofPlatform().daemon().start(() -> listen(process, url));
            return new ServerProcess(process, url.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (Exception e) {
            throw new IllegalStateException("the server did not start", e);
        }
    }

    /** The beginning of every command line: the Java that runs this test, what the build tells it, and the jar. */
    static List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var told = System.getProperty("mayday.jvm", "");
        if (!told.isEmpty()) {
            command.addAll(List.of(told.split(" ")));
        }
        command.addAll(List.of("-jar", System.getProperty("mayday.jar", "target/mayday.jar")));
        return command;
    }

    private static void listen(Process process, CompletableFuture<String> url) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(PROMISE)) {
                    url.complete(line.substring(PROMISE.length()).split(" ", 2)[0]);
                }
            }
            url.completeExceptionally(new IllegalStateException("it ended, saying:\n" + said));
        } catch (IOException e) {
            url.completeExceptionally(e);
        }
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** How much memory it holds, in bytes, as Linux counts it. */
    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time of all its threads so far. */
    long processorNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Lets the server hang, as a lost line does, until it is {@linkplain #resume resumed}. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@code kill} does: it is to finish what it is doing, and end. */
    void ask() {
        signal("-TERM");
    }

    /** The exit code, once it has ended. */
    int ended() {
        awaitEnd();
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
