package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Figures for Prometheus at {@code /metrics}. They tell how busy the server is and which addresses are used, which is nobody's business:
 * whoever asks has to show the token, and without a token there is no such address and nothing is measured.
 */
final class Metrics {
    private static final String PATH = "/metrics";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final String token;

    /** Loading the library takes a third of a second, for which no start waits; what happens meanwhile is counted then. */
    private final CompletableFuture<Meters> meters = new CompletableFuture<>();

    /** @param token empty: no figures */
    Metrics(String token) {
        this.token = token;
    }

    boolean areWanted() {
        return !token.isEmpty();
    }

    void register(JavalinConfig config) {
        if (areWanted()) {
            config.requestLogger.http(this::answered);
            config.routes.addEndpoint(new Endpoint(HandlerType.GET, PATH, this::show));
        }
    }

    /** Loads the library and begins to count, beside whatever else goes on. */
    void load(Meters.Sources sources) {
        if (areWanted()) {
            Thread.ofPlatform().name("metrics").daemon().start(() -> meters.complete(new Meters(sources)));
        }
    }

    private void answered(Context ctx, float millis) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        var path = endpoint == null ? "other" : endpoint.path;
        var method = ctx.method().name();
        var status = ctx.statusCode();
        var type = ctx.res().getContentType();
        // A stream lasts as long as somebody listens, which says nothing about the server.
        var isStream = type != null && type.startsWith("text/event-stream");
        if (!isStream) {
            var took = Duration.ofNanos((long) (millis * 1e6));
            var _ = meters.thenAccept(each -> each.answered(method, path, status, took));
        }
    }

    private void show(Context ctx) {
        var given = ctx.header("Authorization");
        var expected = "Bearer " + token;
        if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8))) {
            ctx.header("WWW-Authenticate", "Bearer");
            ctx.status(HttpStatus.UNAUTHORIZED).result("The header Authorization: Bearer TOKEN is missing or wrong.\n");
            return;
        }
        ctx.contentType(TEXT).result(meters.join().text());
    }
}
