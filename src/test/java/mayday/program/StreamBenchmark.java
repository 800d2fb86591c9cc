package mayday.program;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures drills with a crowd: people who listen, moves that are made, and how long each takes to reach everybody in its team; a client
 * that reads nothing among them; and how much memory it takes, and gives back: when all have left, and when nobody has asked for the drills
 * for so long that they are let go. Prints a table, and what fills the heap while all are there. Arguments: teams (40), people a team (50),
 * moves a second (50), seconds (60), stream ({@code events} or {@code page}).
 */
final class StreamBenchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_TEAMS_A_DRILL = 20;
    /** After two minutes in which nobody asked for them, rooms are let go. */
    private static final Duration UNTIL_LET_GO = Duration.ofSeconds(135);

    private static final int CLASSES_SHOWN = 25;
    private static final int CONNECTING_AT_ONCE = 64;
    private static final String PASSWORD = "facilitating";

    private final int teams;
    private final int people;
    private final int movesASecond;
    private final int seconds;
    private final String stream;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private String url = "";

    /** A person's seat, and the incident that their team works. */
    private record Person(String cookie, String team, String drill) {}

    private record Arrival(String move, long nanos) {}

    private StreamBenchmark(int teams, int people, int movesASecond, int seconds, String stream) {
        this.teams = teams;
        this.people = people;
        this.movesASecond = movesASecond;
        this.seconds = seconds;
        this.stream = stream;
    }

    public static void main(String[] arguments) throws Exception {
        var given = Arrays.asList(arguments);
        new StreamBenchmark(
                        number(given, 0, 40),
                        number(given, 1, 50),
                        number(given, 2, 50),
                        number(given, 3, 60),
                        given.size() > 4 ? given.get(4) : "events")
                .run();
    }

    private static int number(List<String> given, int at, int usual) {
        return given.size() > at ? Integer.parseInt(given.get(at)) : usual;
    }

    private void run() throws Exception {
        var folder = Files.createTempDirectory("mayday-streams");
        try (var server = ServerProcess.start(folder, PASSWORD)) {
            url = server.url();
            Learner.warmUp(url);
            System.out.println("| what | figure |\n|---|---|");
            say("heap in use before anybody came, MiB", heap(server) >> 20);
            var drills = make();
            var incidents = start(drills);
            var pinned = evidence(drills, incidents);
            say("heap in use when all teams had begun, MiB", heap(server) >> 20);
            say("people seated", drills.size());
            var listeners = listen(drills, incidents);
            say("streams open", listeners.size());
            var stuck = stuck(drills.getFirst(), incidents);
            move(drills, incidents, pinned);
            report();
            say("resident, MiB", server.residentBytes() >> 20);
            say("heap in use while all listen, MiB", heap(server) >> 20);
            var classes = jcmd(server, "GC.class_histogram")
                    .lines()
                    .limit(CLASSES_SHOWN + 2)
                    .toList();
            say(
                    "the client that reads nothing is",
                    isDropped(stuck) ? "dropped" : "still held (its socket had room for all of it)");
            stuck.close();
            listeners.forEach(listener -> listener.cancel(true));
            Thread.sleep(Duration.ofSeconds(20));
            say("heap in use after they left, MiB", heap(server) >> 20);
            for (var drill : drills.stream().map(Person::drill).distinct().toList()) {
                facilitator("/api/v1/drills/" + drill + "/end", "{}");
            }
            Thread.sleep(UNTIL_LET_GO);
            say("heap in use after the drills were let go, MiB", heap(server) >> 20);
            System.out.println(String.join("\n", classes));
        }
    }

    private void say(String what, Object figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    private List<Person> make() throws Exception {
        var persons = new ArrayList<Person>();
        for (var left = teams; left > 0; left -= MOST_TEAMS_A_DRILL) {
            var names = new ArrayList<String>();
            for (var team = 0; team < Math.min(left, MOST_TEAMS_A_DRILL); team++) {
                names.add("\"Team " + team + "\"");
            }
            var made = facilitator(
                    "/api/v1/drills",
                    "{\"title\": \"Crowd\", \"scenario\": \"elevated-500s\", \"limitSeconds\": 3600, \"teams\": "
                            + names + "}");
            var drill = made.get("id").asString();
            var code = made.get("code").asString();
            for (var team = 0; team < names.size(); team++) {
                for (var person = 0; person < people; person++) {
                    persons.add(join(drill, code, "team-" + team, person));
                }
            }
        }
        return persons;
    }

    private Person join(String drill, String code, String team, int number) throws Exception {
        var body = "{\"code\": \"" + code + "\", \"name\": \"P" + number + "\", \"team\": \"" + team
                + "\", \"role\": \"operations\"}";
        var answer = http.send(post("/api/v1/drills/join", body).build(), BodyHandlers.ofString());
        check(answer);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new Person(cookie.substring(0, cookie.indexOf(';')), team, drill);
    }

    /** The incident of each team, by drill and team. */
    private Map<String, String> start(List<Person> persons) throws Exception {
        var incidents = new ConcurrentHashMap<String, String>();
        for (var drill : persons.stream().map(Person::drill).distinct().toList()) {
            facilitator("/api/v1/drills/" + drill + "/start", "{}");
        }
        for (var person : persons) {
            if (!incidents.containsKey(key(person))) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/api/v1/drills/" + person.drill()))
                                .header("Cookie", person.cookie())
                                .build(),
                        BodyHandlers.ofString());
                incidents.put(
                        key(person),
                        check(answer).get("incidents").get(person.team()).asString());
            }
        }
        return incidents;
    }

    private static String key(Person person) {
        return person.drill() + "/" + person.team();
    }

    /** One question a team, whose answer will be pinned and let go again. */
    private Map<String, String> evidence(List<Person> persons, Map<String, String> incidents) throws Exception {
        var evidence = new ConcurrentHashMap<String, String>();
        for (var person : persons) {
            if (!evidence.containsKey(key(person))) {
                var path = "/api/v1/incidents/" + incidents.get(key(person)) + "/questions";
                var asked = http.send(
                        post(path, "{\"text\": \"error rate of checkout\"}")
                                .header("Cookie", person.cookie())
                                .build(),
                        BodyHandlers.ofString());
                check(asked);
                evidence.put(key(person), "E1");
            }
        }
        // Answers take incident time, which is real time here.
        Thread.sleep(Duration.ofSeconds(70));
        return evidence;
    }

    private List<CompletableFuture<?>> listen(List<Person> persons, Map<String, String> incidents)
            throws InterruptedException {
        var connecting = new Semaphore(CONNECTING_AT_ONCE);
        var listeners = new ArrayList<CompletableFuture<?>>();
        for (var person : persons) {
            connecting.acquire();
            var incident = incidents.getOrDefault(key(person), "");
            var request = HttpRequest.newBuilder(URI.create(url + path(incident)))
                    .header("Accept", "text/event-stream")
                    .header("Cookie", person.cookie())
                    .build();
            var opened = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Ear(incident, connecting)));
            listeners.add(opened);
        }
        connecting.acquire(CONNECTING_AT_ONCE);
        return listeners;
    }

    private String path(String incident) {
        return stream.equals("page")
                ? "/incidents/" + incident + "/stream?since=0"
                : "/api/v1/incidents/" + incident + "/events";
    }

    /** Listens to one stream and notes when each move arrives. */
    private final class Ear implements Flow.Subscriber<String> {
        private final String incident;
        private final Semaphore connecting;
        private boolean heard = false;
        private String event = "";
        private int arrived = 0;

        Ear(String incident, Semaphore connecting) {
            this.incident = incident;
            this.connecting = connecting;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!heard) {
                heard = true;
                connecting.release();
            }
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.isEmpty()) {
                // Moves of a team follow one another, so the n-th that arrives is the n-th that was made.
                if (event.equals("evidence-pinned")) {
                    arrivals.add(new Arrival(incident + "#" + arrived++, System.nanoTime()));
                }
                event = "";
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!heard) {
                heard = true;
                connecting.release();
            }
        }

        @Override
        public void onComplete() {}
    }

    private Socket stuck(Person person, Map<String, String> incidents) throws IOException {
        var address = URI.create(url);
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setReceiveBufferSize(4_096);
        var request = "GET " + path(incidents.getOrDefault(key(person), "")) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Accept: text/event-stream\r\nCookie: " + person.cookie() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isDropped(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        var in = socket.getInputStream();
        var piece = new byte[65_536];
        var began = System.nanoTime();
        try {
            while (System.nanoTime() - began < 5_000_000_000L) {
                if (in.read(piece) < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException reset) {
            return !(reset instanceof java.net.SocketTimeoutException);
        }
    }

    private void move(List<Person> persons, Map<String, String> incidents, Map<String, String> pinned)
            throws InterruptedException {
        var movers = persons.stream().map(StreamBenchmark::key).distinct().toList();
        var refused = new AtomicInteger();
        var answered = new AtomicInteger();
        var began = System.nanoTime();
        for (var move = 0; move < movesASecond * seconds; move++) {
            var team = movers.get(move % movers.size());
            var person = persons.stream()
                    .filter(each -> key(each).equals(team))
                    .findFirst()
                    .orElseThrow();
            var incident = incidents.getOrDefault(team, "");
            var pin = move / movers.size() % 2 == 0;
            sent.put(incident + "#" + move / movers.size(), System.nanoTime());
            var _ = http.sendAsync(
                            post(
                                            "/api/v1/incidents/" + incident + "/evidence/" + pinned.get(team),
                                            "{\"pinned\": " + pin + "}",
                                            "PATCH")
                                    .header("Cookie", person.cookie())
                                    .build(),
                            BodyHandlers.ofString())
                    .thenAccept(answer -> {
                        answered.incrementAndGet();
                        if (answer.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                    });
            var next = began + (move + 1) * 1_000_000_000L / movesASecond;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
        Thread.sleep(Duration.ofSeconds(5));
        say("moves made", answered.get() + ", refused " + refused.get());
    }

    private void report() {
        var millis = arrivals.stream()
                .filter(arrival -> sent.containsKey(arrival.move()))
                .mapToDouble(arrival -> (arrival.nanos() - sent.getOrDefault(arrival.move(), 0L)) / 1e6)
                .sorted()
                .toArray();
        say("deliveries", millis.length + " of " + (long) sent.size() * people);
        if (millis.length > 0) {
            say("median, ms", String.format(Locale.ROOT, "%.0f", millis[millis.length / 2]));
            say("p99, ms", String.format(Locale.ROOT, "%.0f", millis[(int) (millis.length * 0.99)]));
            say("longest, ms", String.format(Locale.ROOT, "%.0f", millis[millis.length - 1]));
        }
    }

    private static long heap(ServerProcess server) throws IOException, InterruptedException {
        jcmd(server, "GC.run");
        // What is only referred to weakly, and what that held, goes with the second.
        jcmd(server, "GC.run");
        var used = Pattern.compile("used (\\d+)K").matcher(jcmd(server, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) * 1_024 : -1;
    }

    private static String jcmd(ServerProcess server, String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(server.pid()), command).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private JsonNode facilitator(String path, String body) throws Exception {
        var credentials =
                Base64.getEncoder().encodeToString(("facilitator:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return check(http.send(
                post(path, body).header("Authorization", "Basic " + credentials).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder post(String path, String body) {
        return post(path, body, "POST");
    }

    private HttpRequest.Builder post(String path, String body, String method) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private static JsonNode check(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
