package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call which route of a drill and of a team's incident: whoever may not does not even learn that it is there. */
class DrillIsolationTest {
    private static final int OTHERS = 404;

    /** Who asks, in the order of the tables below. */
    private Map<String, Caller> people(DrillParty party) {
        var people = new LinkedHashMap<String, Caller>();
        people.put("anonymous", party.served.somebody());
        people.put("member", party.join("Mara", "kestrel", "incident-commander"));
        people.put("of the other team", party.join("Priya", "heron", "operations"));
        people.put("observer", party.join("Olga", "kestrel", "observer"));
        people.put("facilitator", party.facilitator);
        return people;
    }

    private static String[] proof(String who) {
        return who.equals("facilitator") ? DrillParty.LEADING : new String[] {"X-Nobody", "x"};
    }

    private static String asked(Map<String, Caller> people, String method, String path, String form) {
        var statuses = new StringBuilder();
        people.forEach((who, caller) -> {
            var answer = method.equals("GET")
                    ? caller.get(path, proof(who))
                    : path.startsWith("/api/")
                            ? caller.post(path, form, proof(who))
                            : caller.submit(path, fields(form), proof(who));
            statuses.append(answer.status()).append(' ');
        });
        return statuses.toString().strip();
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var each : form.isEmpty() ? new String[0] : form.split("&")) {
            fields.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return fields;
    }

    private static Caller who(Map<String, Caller> people, String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    @Test
    void theDrillItself(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var party = DrillParty.in(served);
            var people = people(party);
            assertThat(asked(people, "GET", party.page(), "")).isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "GET", party.page() + "/changes", "")).isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "GET", party.page() + "/probe", "")).isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "GET", party.api(), "")).isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "GET", party.api() + "/probe", "")).isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "GET", "/api/v1/drills", "")).isEqualTo("200 200 200 200 200");
            assertThat(who(people, "anonymous").get("/api/v1/drills").json()).isEmpty();
            // Without Accept: text/event-stream a stream is refused to whoever may have it.
            assertThat(asked(people, "GET", party.page() + "/stream", "")).isEqualTo("404 406 406 406 406");
            assertThat(asked(people, "GET", party.api() + "/events", "")).isEqualTo("404 406 406 406 406");

            assertThat(asked(people, "GET", "/drills/new", "")).isEqualTo("303 303 303 303 200");
            assertThat(asked(people, "POST", "/drills", "title=")).isEqualTo("401 401 401 401 422");
            assertThat(asked(people, "POST", "/api/v1/drills", "{}")).isEqualTo("401 401 401 401 422");

            assertThat(asked(people, "POST", party.page() + "/say", "text=x")).isEqualTo("404 303 303 303 303");
            assertThat(asked(people, "POST", party.api() + "/messages", "{'text':'x'}"))
                    .isEqualTo("404 200 200 200 200");
            assertThat(asked(people, "POST", party.page() + "/seat", "")).isEqualTo("404 303 303 303 403");
            assertThat(asked(people, "POST", party.api() + "/seat", "{}")).isEqualTo("404 200 200 200 403");
            assertThat(asked(people, "POST", party.page() + "/ready", "ready=yes"))
                    .isEqualTo("404 303 303 303 403");
            assertThat(asked(people, "POST", party.api() + "/ready", "{'ready':true}"))
                    .isEqualTo("404 200 200 200 403");
            assertThat(asked(people, "POST", party.api() + "/command", "{}")).isEqualTo("404 409 409 409 403");
            assertThat(asked(people, "POST", party.api() + "/probe", "{'choices':[]}"))
                    .isEqualTo("404 409 409 409 403");
            assertThat(asked(people, "POST", party.page() + "/probe", "q0=1")).isEqualTo("404 409 409 409 403");
            assertThat(asked(people, "POST", party.page() + "/console/start", ""))
                    .isEqualTo("401 401 401 401 303");
            assertThat(asked(people, "POST", party.api() + "/leave", "{}")).isEqualTo("404 204 204 204 403");
        }
    }

    @Test
    void aTeamsIncidentCanBeReadAndWrittenByThatTeamAlone(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var party = DrillParty.in(served);
            var people = people(party);
            party.start();
            var room = party.incident(who(people, "member"), "kestrel");
            assertThat(party.seenBy(who(people, "of the other team"))
                            .get("incidents")
                            .has("kestrel"))
                    .isFalse();

            who(people, "member").submit(room + "/questions", Map.of("text", "which services are failing?"));
            who(people, "member")
                    .submit(room + "/hypotheses", Map.of("text", "x", "faultClass", "other", "confidence", "50"));
            for (var path : new String[] {
                "", "/changes", "/hypotheses/H1", "/severity", "/updates", "/close", "/escalations", "/actions/restart"
            }) {
                assertThat(asked(people, "GET", room + path, "")).as(path).isEqualTo("404 200 404 200 200");
            }
            assertThat(asked(people, "GET", room + "/stream", "")).isEqualTo("404 406 404 406 406");
            assertThat(asked(people, "GET", room + "/debrief", ""))
                    .startsWith("404")
                    .contains(" 404 ");
            assertThat(asked(people, "GET", "/api/v1" + room, "")).isEqualTo("404 200 404 200 200");
            assertThat(asked(people, "GET", "/api/v1" + room + "/events", "")).isEqualTo("404 406 404 406 406");

            var moves = Map.of(
                    "/acknowledge", "{}",
                    "/questions", "{'text':'since when?'}",
                    "/hypotheses", "{'text':'x','confidence':10}",
                    "/severity", "{'severity':'SEV2'}",
                    "/updates", "{'audience':'channel','text':'x'}",
                    "/close", "{'statement':'x'}",
                    "/escalations", "{'team':'database','text':'x'}");
            moves.forEach((path, body) -> {
                var other = who(people, "of the other team").post("/api/v1" + room + path, body);
                assertThat(other.status()).as(path).isEqualTo(OTHERS);
                var anonymous = who(people, "anonymous").post("/api/v1" + room + path, body);
                assertThat(anonymous.status()).as(path).isEqualTo(OTHERS);
                assertThat(who(people, "observer")
                                .post("/api/v1" + room + path, body)
                                .status())
                        .as(path)
                        .isEqualTo(403);
            });
            // Whoever leaves the team is out of its room.
            who(people, "observer").post(party.api() + "/leave", "{}");
            assertThat(who(people, "observer").get(room).status()).isEqualTo(OTHERS);
        }
    }
}
