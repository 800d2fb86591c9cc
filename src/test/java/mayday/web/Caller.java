package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser or a program: sends requests, keeps cookies, and does not follow redirects by itself. */
final class Caller {
    final CookieManager cookies;
    private final HttpClient client;
    private final String server;

    Caller(String server) {
        this(server, new CookieManager());
    }

    private Caller(String server, CookieManager cookies) {
        this.server = server;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same person at a server that was started later. */
    Caller at(Served later) {
        return new Caller("http://localhost:" + later.port(), cookies);
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        Document page() {
            return Jsoup.parse(body);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** A JSON body, with single quotes for double ones. */
    Answer post(String path, String json, String... headers) {
        return send("POST", path, json.replace('\'', '"'), with(headers, "Content-Type", "application/json"));
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json.replace('\'', '"'), "Content-Type", "application/json");
    }

    /** A form, as a browser without JavaScript sends it. */
    Answer submit(String path, Map<String, String> fields, String... headers) {
        var body = new ArrayList<String>();
        fields.forEach((name, value) -> body.add(name + "=" + URLEncoder.encode(value, UTF_8)));
        var form = with(headers, "Content-Type", "application/x-www-form-urlencoded");
        return send("POST", path, String.join("&", body), form);
    }

    /** Opens an incident on the practice clock; its path in the API. */
    String open() {
        return open("{'scenario': 'elevated-500s', 'clock': 'practice', 'seed': 1}");
    }

    String open(String json) {
        var opened = post("/api/v1/incidents", json);
        if (opened.status() != 201) {
            throw new AssertionError(opened.body());
        }
        return opened.header("Location");
    }

    Answer send(String method, String path, String body, String... headers) {
        try {
            var response = client.send(request(method, path, body, headers), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The body of an answer, whatever it holds. */
    byte[] bytes(String path, String... headers) {
        try {
            return client.send(request("GET", path, "", headers), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Sends a zip file. */
    Answer sendBytes(String path, byte[] zip, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .POST(BodyPublishers.ofByteArray(zip))
                .headers(
                        List.of(headers).contains("Content-Type")
                                ? headers
                                : with(headers, "Content-Type", "application/zip"))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The lines of a stream of events, up to the first one that {@code last} accepts. */
    List<String> listen(String path, Predicate<String> last, String... headers) {
        var request = request("GET", path, "", with(headers, "Accept", "text/event-stream"));
        try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            var heard = new ArrayList<String>();
            var each = lines.iterator();
            while (each.hasNext()) {
                heard.add(each.next());
                if (last.test(heard.getLast())) {
                    return heard;
                }
            }
            throw new AssertionError("the stream ended: " + heard);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, BodyPublishers.ofString(body));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = new ArrayList<>(List.of(headers));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }
}
