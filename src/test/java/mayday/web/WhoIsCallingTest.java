package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners by their cookie, facilitators by their password, and no moves from other sites. */
class WhoIsCallingTest {
    private static final String WITH_CAUSE =
            "{'scenario': 'elevated-500s', 'clock': 'practice', 'cause': 'bad-release'}";

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static String basic(String password) {
        var credentials = ("facilitator:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Test
    void aCookieIsGivenWhenItIsNeededAndNotBefore() {
        assertThat(caller.get("/").header("Set-Cookie")).isEmpty();
        var opened = caller.post("/api/v1/incidents", "{'scenario': 'elevated-500s', 'clock': 'practice'}");
        assertThat(opened.header("Set-Cookie"))
                .startsWith("mayday-learner=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(caller.get(opened.header("Location")).header("Set-Cookie")).isEmpty();
    }

    @Test
    void anIncidentIsItsOwnersAlone() {
        var incident = caller.open();
        var other = served.somebody();
        assertThat(other.get(incident).status()).isEqualTo(404);
        other.open();
        assertThat(other.get(incident).status()).isEqualTo(404);
        assertThat(other.post(incident + "/questions", "{'text': 'error rate'}").status())
                .isEqualTo(404);
        assertThat(other.get(incident.replace("/api/v1", "")).status()).isEqualTo(404);
        assertThat(caller.get(incident).status()).isEqualTo(200);
    }

    @Test
    void aCookieThatSomebodyChangedIsNobodys() {
        var incident = caller.open();
        var cookie = caller.cookies.getCookieStore().getCookies().getFirst().getValue();
        var forged = cookie.charAt(0) == 'A' ? "B" + cookie.substring(1) : "A" + cookie.substring(1);
        var other = served.somebody();
        assertThat(other.get(incident, "Cookie", "mayday-learner=" + cookie).status())
                .isEqualTo(200);
        assertThat(other.get(incident, "Cookie", "mayday-learner=" + forged).status())
                .isEqualTo(404);
        assertThat(other.get(incident, "Cookie", "mayday-learner=..").status()).isEqualTo(404);
        assertThat(other.get(incident, "Cookie", "mayday-learner=x").status()).isEqualTo(404);
    }

    @Test
    void aNameIsKeptAndTheLearnerStaysTheSame() {
        var incident = caller.open();
        assertThat(caller.submit("/me", Map.of("name", "Zoë ☂")).status()).isEqualTo(303);
        assertThat(caller.get("/").page().select(".me-link").text()).isEqualTo("Zoë ☂");
        assertThat(caller.get(incident).status()).isEqualTo(200);
        var refused = caller.submit("/me", Map.of("name", "x".repeat(61)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("at most 60");
    }

    @Test
    void movesAreNotTakenFromOtherSites() {
        var incident = caller.open() + "/questions";
        var question = "{'text': 'error rate of edge'}";
        var own = URI.create(caller.get("/").response().uri().toString()).getAuthority();
        assertThat(caller.post(incident, question, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(incident, question, "Sec-Fetch-Site", "same-site")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(incident, question, "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post(incident, question, "Origin", "null").status()).isEqualTo(403);
        assertThat(caller.post(incident, question, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(caller.post(incident, question, "Origin", "http://" + own).status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/", "/static/mayday.css", "/api/v1/scenarios", "/nothing", "/health/live"}) {
            var answer = caller.get(path);
            assertThat(answer.header("Content-Security-Policy")).as(path).isEqualTo(Guard.POLICY);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        }
        assertThat(Guard.POLICY).startsWith("default-src 'none'").doesNotContain("unsafe");
        assertThat(caller.get("/").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void onlyAFacilitatorChoosesTheCause() {
        assertThat(caller.post("/api/v1/incidents", WITH_CAUSE).status()).isEqualTo(403);
        var wrong = caller.post("/api/v1/incidents", WITH_CAUSE, "Authorization", basic("guess"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        var right = caller.post("/api/v1/incidents", WITH_CAUSE, "Authorization", basic(Served.PASSWORD));
        assertThat(right.status()).isEqualTo(201);
        assertThat(right.body()).doesNotContain("bad-release");
        var unknown = caller.post(
                "/api/v1/incidents", WITH_CAUSE.replace("bad-", "good-"), "Authorization", basic(Served.PASSWORD));
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void aFacilitatorReadsEveryIncident() {
        var incident = caller.open();
        var facilitator = served.somebody();
        assertThat(facilitator
                        .get(incident, "Authorization", basic(Served.PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingThePasswordIsSlowedDown() {
        for (var guess = 0; guess < 10; guess++) {
            var answer = caller.post("/api/v1/incidents", WITH_CAUSE, "Authorization", basic("guess " + guess));
            assertThat(answer.status()).isEqualTo(401);
        }
        var held = caller.post("/api/v1/incidents", WITH_CAUSE, "Authorization", basic(Served.PASSWORD));
        assertThat(held.status()).isEqualTo(429);
        served.passes(Duration.ofMinutes(1));
        var later = caller.post("/api/v1/incidents", WITH_CAUSE, "Authorization", basic(Served.PASSWORD));
        assertThat(later.status()).isEqualTo(201);
    }
}
