package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer carries, whatever it is; what cookies are like; what is too large. */
@TestInstance(Lifecycle.PER_CLASS)
class HeadersTest {
    private Served served;
    private Caller owner;
    private String incident = "";
    private String drill = "";

    @BeforeAll
    void serve(@TempDir Path folder) throws DataUnusable {
        served = Served.in(folder);
        owner = served.somebody();
        incident = owner.open().replace("/api/v1/incidents/", "");
        drill = DrillParty.in(served).id;
    }

    @AfterAll
    void stop() {
        served.close();
    }

    /** By who owns the incident and by a facilitator, with nothing in the body: served, refused, redirected, not found. */
    @Test
    void everyRouteHasAllOfThem() {
        var facilitator = served.somebody();
        for (var route : WhoMayCallTest.routes()) {
            if (route.path().endsWith("/stream") || route.path().endsWith("/events")) {
                continue;
            }
            var path = route.path()
                    .replace("{id}", incident)
                    .replace("{drill}", drill)
                    .replace("{scenario}", "elevated-500s")
                    .replace("{system}", "storefront")
                    .replaceAll("\\{.*?}", "1");
            var method = route.method().name();
            assertGuarded(method + " " + path, owner.send(method, path, ""));
            if (route.method().equals(HandlerType.GET)) {
                assertGuarded(method + " " + path, facilitator.send(method, path, "", DrillParty.LEADING));
            }
        }
    }

    private static void assertGuarded(String what, Caller.Answer answer) {
        Guard.HEADERS.forEach((name, value) ->
                assertThat(answer.header(name)).as(what + " " + name).isEqualTo(value));
        assertThat(answer.header("Cache-Control")).as(what).isEqualTo("no-store");
        assertThat(answer.header("Server")).as(what).isEmpty();
        assertThat(answer.header("Strict-Transport-Security")).as(what).isEmpty();
    }

    @Test
    void theyAreTheseOnes() {
        assertThat(Guard.POLICY)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:", "data:");
        assertThat(Guard.HEADERS)
                .containsKeys(
                        "Content-Security-Policy",
                        "X-Content-Type-Options",
                        "X-Frame-Options",
                        "Referrer-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Cross-Origin-Resource-Policy",
                        "Permissions-Policy");
    }

    @Test
    void whatIsTheSameForEverybodyMayBeKept() {
        assertThat(owner.get("/static/mayday.css").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(owner.get("/static/mayday.css").header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(owner.get("/static/mayday.css").header("Content-Security-Policy"))
                .isEqualTo(Guard.POLICY);
        assertThat(owner.get("/nowhere").header("Content-Security-Policy")).isEqualTo(Guard.POLICY);
    }

    @Test
    void cookiesAreForTheServerAloneAndForHttpsWhereThereIsHttps() {
        var tls = new String[] {"X-Forwarded-Proto", "https"};
        for (var headers : List.of(new String[] {}, tls)) {
            var given = List.of(
                    served.somebody()
                            .post("/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice'}", headers),
                    served.somebody()
                            .submit("/login", Map.of("name", "facilitator", "password", Served.PASSWORD), headers));
            for (var answer : given) {
                var cookie = answer.header("Set-Cookie");
                assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
                assertThat(cookie.contains("Secure")).isEqualTo(headers.length > 0);
                assertThat(answer.header("Strict-Transport-Security"))
                        .isEqualTo(headers.length > 0 ? "max-age=31536000" : "");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents, application/json, 65536, 422",
        "/api/v1/incidents, application/json, 65537, 413",
        "/incidents, application/x-www-form-urlencoded, 65537, 413",
        "/api/v1/studio/archives, application/zip, 4194305, 413"
    })
    void aBodyHasItsLimit(String path, String type, int bytes, int status) {
        var body = "{\"x\": \"" + "y".repeat(bytes - 9) + "\"}";
        var answer = served.somebody().send("POST", path, body, "Content-Type", type);
        assertThat(answer.status()).isEqualTo(status);
        Guard.HEADERS.forEach((name, value) -> assertThat(answer.header(name)).isEqualTo(value));
    }

    /** Without a length nobody knows beforehand; it is counted. */
    @Test
    void aBodyInPiecesHasItsLimitToo() throws IOException {
        try (var raw = new RawCaller(served.port())) {
            raw.send(String.join(
                    "\r\n",
                    "POST /api/v1/incidents HTTP/1.1",
                    "Host: here",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "Connection: close",
                    "",
                    ""));
            var piece = " ".repeat(0x4000);
            for (var i = 0; i < 5; i++) {
                raw.send("4000\r\n" + piece + "\r\n");
            }
            raw.send("0\r\n\r\n");
            assertThat(raw.rest()).startsWith("HTTP/1.1 413").contains("at most 64 KiB");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nCookie: LONG\\r\\n\\r\\n | 431 | at most 8 KiB",
                "GET /LONG HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n               | 414 | at most 8 KiB",
                "GET /%00 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n                | 400 | not a request",
                "GET /%zz HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n                | 400 | not a request",
                "GET /api/../x HTTP/1.1\\r\\n\\r\\n                        | 400 | not a request",
                "rubbish\\r\\n\\r\\n                                       | 400 | not a request"
            })
    void whatIsNoRequestIsAnsweredWithoutAWordAboutTheInside(String sent, int status, String said) throws IOException {
        try (var raw = new RawCaller(served.port())) {
            raw.send(sent.strip().replace("\\r\\n", "\r\n").replace("LONG", "a".repeat(9_000)));
            var answer = raw.answer();
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(said);
            assertThat(answer).contains("application/problem+json", "nosniff").doesNotContain("etty", "xception");
        }
    }
}
