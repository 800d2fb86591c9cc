package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than the server can work on: some wait a moment, the rest is told to come again, and nothing stays behind. */
class OverloadTest {
    @Test
    void whoeverComesBeyondThoseWhoWaitIsTurnedAwayAtOnce() throws InterruptedException {
        var admission = new Admission(2, 0, Duration.ofDays(1));
        assertThat(admission.isAdmitted()).isTrue();
        assertThat(admission.isAdmitted()).isTrue();
        assertThat(admission.isAdmitted()).isFalse();
        admission.release();
        assertThat(admission.isAdmitted()).isTrue();
    }

    @Test
    void whoeverWaitsTooLongGivesTheirPlaceInTheLineBack() throws InterruptedException {
        var admission = new Admission(1, 1, Duration.ZERO);
        assertThat(admission.isAdmitted()).isTrue();
        for (var i = 0; i < 10; i++) {
            assertThat(admission.isAdmitted()).isFalse();
        }
        admission.release();
        assertThat(admission.isAdmitted()).isTrue();
    }

    @Test
    void whoNeedsNoPlaceIsLetInEvenThen() throws InterruptedException {
        var admission = new Admission(1, 0, Duration.ZERO);
        assertThat(admission.turnsAway("/")).isFalse();
        assertThat(admission.isAdmitted()).isTrue();
        assertThat(admission.turnsAway("/")).isTrue();
        assertThat(admission.turnsAway("/api/v1/incidents/i/questions")).isTrue();
        assertThat(admission.turnsAway("/health/ready")).isFalse();
        assertThat(admission.turnsAway("/static/mayday.css")).isFalse();
        assertThat(admission.turnsAway("/api/v1/incidents/i/events")).isFalse();
        assertThat(admission.turnedAway()).isEqualTo(2);
    }

    @Test
    void anOverloadedServerSaysSoAndRecovers(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var caller = served.somebody();
            var incident = caller.open();
            var admission = served.admission();
            for (var place = 0; place < Admission.AT_WORK; place++) {
                assertThat(admission.isAdmitted()).isTrue();
            }
            var refused = caller.post(incident + "/questions", "{'text': 'any recent deploys?'}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("3");
            assertThat(refused.json().get("type").asString()).isEqualTo("/api#problem-overloaded");
            var page = caller.get("/");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.page().select("main").text()).contains("try again in a few seconds");
            assertThat(caller.get("/health/live").status()).isEqualTo(200);
            assertThat(caller.get("/static/mayday.css").status()).isEqualTo(200);
            assertThat(admission.turnedAway()).isEqualTo(2);

            for (var place = 0; place < Admission.AT_WORK; place++) {
                admission.release();
            }
            // Every request gives its place back, however it went.
            for (var request = 0; request < 2 * Admission.AT_WORK; request++) {
                assertThat(caller.get("/api/v1/incidents/none").status()).isEqualTo(404);
            }
            assertThat(caller.get(incident).json().get("version").asLong()).isEqualTo(2);
        }
    }
}
