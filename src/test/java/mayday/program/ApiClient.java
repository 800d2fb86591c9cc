package mayday.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A learner, or the facilitator, who uses the JSON API; keeps cookies as a browser does. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How long a stream may take to begin, or to tell what is there already. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http;
    private final String url;
    private final String authorization;

    private ApiClient(HttpClient http, String url, String authorization) {
        this.http = http;
        this.url = url;
        this.authorization = authorization;
    }

    static ApiClient learner(String url) {
        return new ApiClient(
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), url, "");
    }

    static ApiClient facilitator(String url, String password) {
        var credentials = "facilitator:" + password;
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return new ApiClient(
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), url, basic);
    }

    /** The same person, after the server moved to another address. */
    ApiClient at(String otherUrl) {
        return new ApiClient(http, otherUrl, authorization);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body))
                .build());
    }

    /**
     * The lines of a stream of server-sent events, for as long as it lasts.
     *
     * @param lastEventId what was heard last; empty: nothing yet
     */
    Stream<String> events(String path, String lastEventId) throws IOException, InterruptedException {
        var request = request(path).header("Accept", "text/event-stream").timeout(PATIENCE);
        var from = lastEventId.isEmpty() ? request : request.header("Last-Event-ID", lastEventId);
        var answer = http.send(from.GET().build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** What a stream of server-sent events says in its first {@code length}; it never ends by itself. */
    String listen(String path, Duration length) throws InterruptedException {
        var request = request(path)
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE)
                .GET()
                .build();
        var heard = new ConcurrentLinkedQueue<String>();
        try (var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            Thread.ofVirtual().start(() -> hear(lines, heard)).join(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", heard);
    }

    /** What a stream of server-sent events says up to its first line that is the {@code last} wanted, and the rest of that event. */
    String listenUntil(String path, Predicate<String> last) throws InterruptedException {
        var request = request(path).header("Accept", "text/event-stream").GET().build();
        var heard = new ArrayList<String>();
        try (var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            var listening = Thread.ofVirtual().start(() -> hearUntil(lines, heard, last));
            if (!listening.join(PATIENCE)) {
                throw new AssertionError(path + " does not come to an end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", heard);
    }

    private static void hearUntil(BufferedReader lines, List<String> heard, Predicate<String> last) {
        try {
            var isLast = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                isLast |= last.test(line);
                if (isLast && line.isEmpty()) {
                    return;
                }
            }
        } catch (IOException hungUp) {
            // Nobody waits for the rest any more.
        }
    }

    private static void hear(BufferedReader lines, ConcurrentLinkedQueue<String> heard) {
        try {
            lines.lines().forEach(heard::add);
        } catch (UncheckedIOException hungUp) {
            // We stopped listening: that is how a stream ends.
        }
    }

    /** The body of a successful answer. */
    static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(url + path));
        return authorization.isEmpty() ? builder : builder.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
