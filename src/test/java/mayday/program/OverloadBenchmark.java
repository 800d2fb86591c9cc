package mayday.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds how many questions a second the server answers when as many ask as it can take, then lets twice as many be asked a second, whether
 * or not they are answered, and afterwards a tenth of them again. Prints what became of them, by stretches of time, as a table. Arguments:
 * seconds of the overload (120), incidents (400), how many times what it can take (2).
 */
final class OverloadBenchmark {
    private static final String PASSWORD = "facilitating";
    private static final String QUESTION = "{\"text\":\"any recent deploys?\"}";
    private static final int STRETCHES = 4;
    private static final int ASKING = 48;

    /** Beyond these the client holds back, and says how often. */
    private static final int MOST_UNDER_WAY = 4_000;

    /** Practice incidents are over after so many questions, and have so many moves a minute. */
    private static final int MOST_ASKED_OF_ONE = 60;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<Asker> askers = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private String url = "";

    /** Somebody with an incident of their own. */
    private static final class Asker {
        final String cookie;
        volatile String incident = "";
        final AtomicInteger asked = new AtomicInteger();

        Asker(String cookie) {
            this.cookie = cookie;
        }
    }

    /** What became of a question. */
    private record Outcome(int status, boolean hasRetryAfter, long nanos) {}

    public static void main(String[] arguments) throws Exception {
        var given = Arrays.asList(arguments);
        var seconds = given.isEmpty() ? 120 : Integer.parseInt(given.getFirst());
        var incidents = given.size() < 2 ? 400 : Integer.parseInt(given.get(1));
        var times = given.size() < 3 ? 2 : Integer.parseInt(given.get(2));
        new OverloadBenchmark().run(seconds, incidents, times);
    }

    private void run(int seconds, int incidents, int times) throws Exception {
        var folder = Files.createTempDirectory("mayday-overload");
        try (var server = ServerProcess.start(folder, PASSWORD)) {
            url = server.url();
            Learner.warmUp(url);
            for (var i = 0; i < incidents; i++) {
                askers.add(arrived());
            }
            // The first minute of a JVM is no measure of the later ones.
            closed(Duration.ofSeconds(30));
            var ceiling = closed(Duration.ofSeconds(15));
            System.out.println("questions a second at the ceiling: " + ceiling);
            System.out.println(
                    "| when | asked a second | answered a second | 503 a second | of them with Retry-After |"
                            + " other, by status (0: no answer) | p50 of answers, ms | p99 of answers, ms | p99 of 503, ms | resident, MiB |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|");
            for (var stretch = 1; stretch <= STRETCHES; stretch++) {
                open(
                        server,
                        times * 100 + " %, part " + stretch,
                        times * ceiling,
                        Duration.ofSeconds(seconds / STRETCHES));
            }
            open(server, "afterwards, 10 %", Math.max(1, ceiling / 10), Duration.ofSeconds(10));
            System.out.println("questions a second at the ceiling, afterwards: " + closed(Duration.ofSeconds(15)));
        }
        System.exit(0);
    }

    private Asker arrived() throws Exception {
        var first = http.send(opening(""), BodyHandlers.ofString());
        var asker =
                new Asker(first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
        asker.incident = idOf(first);
        return asker;
    }

    private HttpRequest opening(String cookie) {
        return post("/api/v1/incidents", "{\"scenario\":\"elevated-500s\",\"clock\":\"live\"}", cookie);
    }

    private static String idOf(HttpResponse<String> opened) {
        return JsonMapper.shared().readTree(opened.body()).path("id").asString("");
    }

    private HttpRequest post(String path, String body, String cookie) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return cookie.isEmpty()
                ? request.build()
                : request.header("Cookie", cookie).build();
    }

    private Outcome ask() {
        var asker = askers.get(Math.floorMod(turn.getAndIncrement(), askers.size()));
        var begun = System.nanoTime();
        try {
            if (asker.asked.incrementAndGet() % MOST_ASKED_OF_ONE == 0) {
                var opened = http.send(opening(asker.cookie), BodyHandlers.ofString());
                if (opened.statusCode() == 201) {
                    asker.incident = idOf(opened);
                }
                return outcome(opened, begun);
            }
            return outcome(
                    http.send(
                            post("/api/v1/incidents/" + asker.incident + "/questions", QUESTION, asker.cookie),
                            BodyHandlers.ofString()),
                    begun);
        } catch (java.io.IOException failed) {
            return new Outcome(0, false, System.nanoTime() - begun);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(0, false, System.nanoTime() - begun);
        }
    }

    private static Outcome outcome(HttpResponse<String> answer, long begun) {
        return new Outcome(
                answer.statusCode(), answer.headers().firstValue("Retry-After").isPresent(), System.nanoTime() - begun);
    }

    /** As many ask as can be worked on, each when they were answered: how many a second were. */
    private int closed(Duration length) throws InterruptedException {
        var answered = new AtomicInteger();
        var until = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < ASKING; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < until) {
                        var status = ask().status();
                        if (status >= 200 && status < 300) {
                            answered.incrementAndGet();
                        }
                    }
                });
            }
        }
        return (int) (answered.get() / length.toSeconds());
    }

    /** So many are asked a second, come what may. */
    private void open(ServerProcess server, String when, int aSecond, Duration length) throws Exception {
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        var underWay = new Semaphore(MOST_UNDER_WAY);
        var asked = 0;
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (System.nanoTime() < begun + length.toNanos()) {
                var due = (System.nanoTime() - begun) * aSecond / TimeUnit.SECONDS.toNanos(1);
                while (asked < due) {
                    asked++;
                    if (underWay.tryAcquire()) {
                        threads.execute(() -> {
                            outcomes.add(ask());
                            underWay.release();
                        });
                    }
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1_000_000, 3_000_000));
            }
        }
        print(when, outcomes, asked, Duration.ofNanos(System.nanoTime() - begun), server.residentBytes() >> 20);
    }

    private static void print(
            String when, Iterable<Outcome> outcomes, int asked, Duration took, long residentMebibytes) {
        var answered = new ArrayList<Long>();
        var shed = new ArrayList<Long>();
        var told = 0;
        var other = new TreeMap<Integer, Integer>();
        for (var outcome : outcomes) {
            if (outcome.status() >= 200 && outcome.status() < 300) {
                answered.add(outcome.nanos());
            } else if (outcome.status() == 503) {
                shed.add(outcome.nanos());
                told += outcome.hasRetryAfter() ? 1 : 0;
            } else {
                other.merge(outcome.status(), 1, Integer::sum);
            }
        }
        var seconds = took.toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %d of %d | %s | %d | %d | %d | %d |%n",
                when,
                asked / seconds,
                answered.size() / seconds,
                shed.size() / seconds,
                told,
                shed.size(),
                other.isEmpty() ? "none" : other.toString(),
                percentile(answered, 50),
                percentile(answered, 99),
                percentile(shed, 99),
                residentMebibytes);
    }

    private static long percentile(List<Long> nanos, int percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        nanos.sort(null);
        return TimeUnit.NANOSECONDS.toMillis(nanos.get((nanos.size() - 1) * percent / 100));
    }
}
