package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The post-mortem over the JSON API. */
@TestInstance(Lifecycle.PER_CLASS)
class PostMortemApiTest {
    private Served served;
    private Caller caller;
    private String postMortem = "";

    @BeforeAll
    void serve(@TempDir Path folder) throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @BeforeEach
    void endAnIncident() {
        var incident = caller.open();
        caller.post(incident + "/close", "{'statement': 'Enough.'}");
        postMortem = incident + "/post-mortem";
    }

    private Caller.Answer put(String json) {
        return caller.send("PUT", postMortem, json.replace('\'', '"'), "Content-Type", "application/json");
    }

    @Test
    void isTheDraftOfTheRunUntilOneIsSaved() {
        var json = caller.get(postMortem).json();

        assertThat(json.get("version").asLong()).isZero();
        assertThat(json.get("savedAt").isNull()).isTrue();
        assertThat(json.at("/postMortem/timeline").asString()).contains("Closed: Enough.");
        assertThat(json.at("/postMortem/actions").size()).isZero();
        assertThat(json.get("checks").size()).isEqualTo(7);
        assertThat(json.at("/compared/pairs").size()).isPositive();
    }

    @Test
    void isSavedWithItsVersion() {
        var saved = put("{'version': 0, 'summary': 'A <b>setting</b>.', 'actions': [{'text': 'Alert on the pool',"
                + " 'kind': 'detect', 'owner': 'Orders', 'due': '2026-12-01', 'frequency': 'high', 'effort': 'high',"
                + " 'failure': 'low', 'observability': 'low', 'depth': 3}]}");

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        var json = saved.json();
        assertThat(json.get("version").asLong()).isEqualTo(1);
        assertThat(json.get("savedAt").asString()).isEqualTo("2026-05-04T09:00:00Z");
        assertThat(json.at("/toil/0/priority").asString()).isEqualTo("high");
        assertThat(json.at("/toil/0/depth").asInt()).isEqualTo(3);
        assertThat(json.get("postMortem").toString())
                .isEqualTo("{\"summary\":\"A <b>setting</b>.\",\"impact\":\"\",\"timeline\":\"\",\"rootCause\":\"\","
                        + "\"contributingFactors\":\"\",\"detection\":\"\",\"wentWell\":\"\",\"wentBadly\":\"\","
                        + "\"actions\":[{\"text\":\"Alert on the pool\",\"owner\":\"Orders\",\"kind\":\"detect\","
                        + "\"due\":\"2026-12-01\",\"frequency\":\"high\",\"effort\":\"high\",\"failure\":\"low\","
                        + "\"observability\":\"low\",\"depth\":3}]}");
        assertThat(caller.get(postMortem).body()).isEqualTo(saved.body());
        assertThat(caller.get(postMortem + ".md").body()).contains("| 1 | Alert on the pool | detect | Orders |");
    }

    @Test
    void aSecondWriterGetsWhatTheFirstOneStored() {
        put("{'version': 0, 'summary': 'First.'}");

        var refused = put("{'version': 0, 'summary': 'Second.'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("detail").asString()).contains("it has version 1 now. Nothing was overwritten");
        assertThat(refused.json().at("/stored/postMortem/summary").asString()).isEqualTo("First.");
        var version = refused.json().at("/stored/version").asLong();
        assertThat(put("{'version': " + version + ", 'summary': 'Second.'}").status())
                .isEqualTo(200);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        var refused = put("{'summary': 7, 'mood': 'good', 'impact': '" + "x".repeat(4_001)
                + "', 'actions': [{'text': 'a', 'kind': 'hope', 'due': 'soon', 'depth': 5, 'who': 'me'}]}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/version",
                        "/summary",
                        "/mood",
                        "/impact",
                        "/actions/0/kind",
                        "/actions/0/due",
                        "/actions/0/depth",
                        "/actions/0/who");
        assertThat(put("{'version': 0, 'actions': {}}").json().get("detail").asString())
                .isEqualTo("/actions must be a list of at most 20 objects");
        assertThat(caller.get(postMortem).json().get("version").asLong()).isZero();
    }

    @Test
    void aMegabyteIsRefused() {
        var refused = put("{'version': 0, 'summary': '" + "x".repeat(1_000_000) + "'}");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("detail").asString()).isEqualTo("A request has at most 64 KiB.");
    }

    @Test
    void thereIsNoneWhileTheIncidentIsOpen() {
        postMortem = caller.open() + "/post-mortem";

        assertThat(caller.get(postMortem).status()).isEqualTo(409);
        assertThat(caller.get(postMortem + ".md").status()).isEqualTo(409);
        assertThat(put("{'version': 0}").json().get("detail").asString())
                .isEqualTo("There is a post-mortem when the incident has ended.");
    }
}
