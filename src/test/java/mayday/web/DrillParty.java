package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A facilitator with a drill of two teams, Kestrel and Heron, and the people who come to it. */
final class DrillParty {
    /** What proves to be the facilitator. */
    static final String[] LEADING = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(("facilitator:" + Served.PASSWORD).getBytes(UTF_8))
    };

    static final String INTEL = "The cache was resized on Tuesday.";

    final Served served;
    final Caller facilitator;
    final String id;
    final String code;

    private DrillParty(Served served, String roles) {
        this.served = served;
        this.facilitator = served.somebody();
        var made = facilitator.post(
                "/api/v1/drills",
                ("{'title': 'Thursday', 'scenario': '%s', 'seed': 1, 'teams': ['Kestrel', 'Heron'], 'roles': '%s',"
                                + " 'intel': {'operations': '%s'}}")
                        .formatted(Served.SCENARIO, roles, INTEL),
                LEADING);
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        this.id = made.json().get("id").asString();
        this.code = made.json().get("code").asString();
    }

    static DrillParty in(Served served) {
        return new DrillParty(served, "advised");
    }

    static DrillParty enforced(Served served) {
        return new DrillParty(served, "enforced");
    }

    String page() {
        return "/drills/" + id;
    }

    String api() {
        return "/api/v1/drills/" + id;
    }

    /** Somebody comes and takes a seat. */
    Caller join(String name, String team, String role) {
        var person = served.somebody();
        var joined = join(person, name, team, role);
        if (joined.status() != 200) {
            throw new AssertionError(joined.body());
        }
        return person;
    }

    Caller.Answer join(Caller person, String name, String team, String role) {
        return person.post(
                "/api/v1/drills/join",
                "{'code': '%s', 'name': '%s', 'team': '%s', 'role': '%s'}".formatted(code, name, team, role));
    }

    void start() {
        var started = facilitator.submit(page() + "/console/start", Map.of(), LEADING);
        if (started.status() != 303) {
            throw new AssertionError(started.body());
        }
    }

    JsonNode seenBy(Caller person) {
        return person.get(api()).json();
    }

    /** Path of a team's incident, as {@code person} of it knows it. */
    String incident(Caller person, String team) {
        return "/incidents/" + seenBy(person).get("incidents").get(team).asString();
    }
}
