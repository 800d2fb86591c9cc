package mayday.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the packaged program as a process of its own: how soon after its start the first page is there, a question is answered and
 * none has to wait any more; how long questions take when it is warm; and how much memory it holds. Prints a table. Run it with the
 * Java that shall run the server, on a quiet machine.
 */
final class ProgramBenchmark {
    private static final int STARTS = 5;
    private static final int WARM_UP_INCIDENTS = 10;
    private static final int MEASURED_INCIDENTS = 25;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** What a start needed is given back by then. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final List<String> QUESTIONS = Questions.ALL;

    private final Path folder;

    private ProgramBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("mayday-benchmark");
        try {
            new ProgramBenchmark(folder).run();
        } finally {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws IOException {
        System.out.println("| what | median | least | most |\n|---|---|---|---|");
        starts("an empty data folder", number -> folder.resolve("new-" + number));
        starts("the folder of an earlier run", _ -> folder.resolve("new-0"));
        firstQuestions();
        warm();
    }

    /** Where a start finds its data. */
    private interface Folder {
        Path of(int number);
    }

    private void starts(String what, Folder data) {
        var pages = new ArrayList<Double>();
        var ready = new ArrayList<Double>();
        for (var number = 0; number < STARTS; number++) {
            var begun = System.nanoTime();
            try (var server = ServerProcess.start(data.of(number))) {
                var visitor = ApiClient.learner(server.url());
                var page = visitor.get("/");
                if (page.statusCode() != 200 || !page.body().stripTrailing().endsWith("</html>")) {
                    throw new IllegalStateException("no page: " + page.statusCode() + " " + page.body());
                }
                pages.add(millisSince(begun));
                awaitReady(visitor);
                ready.add(millisSince(begun));
            }
        }
        row("process start to first page, " + what, "ms", pages);
        row("process start to ready for questions, " + what, "ms", ready);
    }

    private static void awaitReady(ApiClient caller) {
        while (caller.get("/health/ready").statusCode() != 200) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void firstQuestions() throws IOException {
        var waits = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        var settled = new ArrayList<Double>();
        for (var number = 0; number < STARTS; number++) {
            try (var server = ServerProcess.start(folder.resolve("new-0"))) {
                var learner = ApiClient.learner(server.url());
                var incident = opened(learner);
                waits.add(asked(learner, incident, QUESTIONS.getFirst()));
                QUESTIONS.forEach(question -> asked(learner, incident, question));
                memory.add(residentMebibytes(server));
                awaitReady(learner);
                LockSupport.parkNanos(SETTLING.toNanos());
                settled.add(residentMebibytes(server));
            }
        }
        row("a question asked at once after the start, until it is answered", "ms", waits);
        row("resident memory, one incident open, " + (QUESTIONS.size() + 1) + " questions asked", "MiB", memory);
        row("the same, ready and " + SETTLING.toSeconds() + " s later", "MiB", settled);
    }

    private void warm() throws IOException {
        try (var server = ServerProcess.start(folder.resolve("new-0"))) {
            var learner = ApiClient.learner(server.url());
            playedThrough(learner, WARM_UP_INCIDENTS);
            var millis = playedThrough(learner, MEASURED_INCIDENTS);
            row("a question over the API, warm, " + millis.size() + " of them", "ms", millis);
            millis.sort(null);
            System.out.printf(
                    Locale.ROOT, "| the same, 99th percentile | %.1f ms | | |%n", millis.get(millis.size() * 99 / 100));
            var incidents = WARM_UP_INCIDENTS + MEASURED_INCIDENTS;
            row("resident memory after " + incidents + " incidents", "MiB", List.of(residentMebibytes(server)));
        }
    }

    private static List<Double> playedThrough(ApiClient learner, int incidents) {
        var millis = new ArrayList<Double>();
        for (var left = incidents; left > 0; left--) {
            var incident = opened(learner);
            QUESTIONS.forEach(question -> millis.add(asked(learner, incident, question)));
        }
        return millis;
    }

    /** The address of a new incident. */
    private static String opened(ApiClient learner) {
        var answer =
                learner.post("/api/v1/incidents", "{\"scenario\":\"elevated-500s\",\"clock\":\"practice\",\"seed\":5}");
        return "/api/v1/incidents/" + ApiClient.json(answer).get("id").asString();
    }

    /** How long a question took, in milliseconds. */
    private static double asked(ApiClient learner, String incident, String question) {
        var begun = System.nanoTime();
        var answer = learner.post(incident + "/questions", "{\"text\":\"" + question + "\"}");
        var millis = millisSince(begun);
        ApiClient.json(answer);
        return millis;
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double residentMebibytes(ServerProcess server) {
        return server.residentBytes() / 1024.0 / 1024.0;
    }

    private static void row(String what, String unit, List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f %s | %.0f | %.0f |%n",
                what,
                sorted.get(sorted.size() / 2),
                unit,
                sorted.getFirst(),
                sorted.getLast());
    }
}
