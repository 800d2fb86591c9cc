package mayday.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.journal.Journal;
import tools.jackson.databind.JsonNode;

/** A drill whose people use the JSON API: who leads it, and its teams. */
final class DrillUnderWay {
    static final String PASSWORD = "facilitating";

    final String id;
    final String code;
    final ApiClient facilitator;
    final List<Team> teams = new ArrayList<>();

    /** A team, its people, and the updates of theirs that were acknowledged. */
    record Team(String name, List<ApiClient> people, String incident, ConcurrentLinkedQueue<String> acknowledged) {
        String path() {
            return "/api/v1/incidents/" + incident;
        }
    }

    private DrillUnderWay(ApiClient facilitator, JsonNode made) {
        this.facilitator = facilitator;
        this.id = made.get("id").asString();
        this.code = made.get("code").asString();
    }

    /** Makes one that runs at {@code speed} and has {@code minutes}, lets people come to each team, and starts it. */
    static DrillUnderWay start(String url, int speed, int minutes, int peopleOfATeam, List<String> teams) {
        var facilitator = ApiClient.facilitator(url, PASSWORD);
        var made = ApiClient.json(facilitator.post(
                "/api/v1/drills",
                "{\"title\":\"Thursday\",\"scenario\":\"elevated-500s\",\"seed\":1,\"cause\":\"bad-release\",\"speed\":%d,\"limitSeconds\":%d,\"teams\":[%s]}"
                        .formatted(speed, 60 * minutes, quoted(teams))));
        var drill = new DrillUnderWay(facilitator, made);
        var people = new LinkedHashMap<String, List<ApiClient>>();
        for (var team : teams) {
            people.put(
                    team,
                    IntStream.range(0, peopleOfATeam)
                            .mapToObj(_ -> ApiClient.learner(url))
                            .toList());
            for (var person : people.getOrDefault(team, List.of())) {
                drill.join(person, "P", idOf(team));
            }
        }
        drill.lead("start", "{}");
        var incidents = ApiClient.json(facilitator.get(drill.path())).get("incidents");
        people.forEach((team, members) -> drill.teams.add(
                new Team(team, members, incidents.get(idOf(team)).asString(), new ConcurrentLinkedQueue<>())));
        return drill;
    }

    private static String idOf(String team) {
        return team.toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> teams) {
        return String.join(",", teams.stream().map(each -> '"' + each + '"').toList());
    }

    String path() {
        return "/api/v1/drills/" + id;
    }

    void join(ApiClient person, String name, String team) {
        ApiClient.json(person.post(
                "/api/v1/drills/join",
                "{\"code\":\"%s\",\"name\":\"%s\",\"team\":\"%s\",\"role\":\"operations\"}"
                        .formatted(code, name, team)));
    }

    /** A move of the facilitator. */
    JsonNode lead(String move, String body) {
        return lead(facilitator, move, body);
    }

    JsonNode lead(ApiClient as, String move, String body) {
        return ApiClient.json(as.post(path() + "/" + move, body));
    }

    static String update(String text) {
        return "{\"audience\":\"channel\",\"text\":\"%s\"}".formatted(text);
    }

    static List<Recorded> stored(Journal journal, Team team) {
        return journal.read(new IncidentId(team.incident()), 0);
    }

    /** The updates of a team that are stored, in order. */
    static List<String> updates(List<Recorded> stored) {
        return stored.stream()
                .flatMap(each -> each.event() instanceof Event.UpdatePosted(var _, var text, var _)
                        ? java.util.stream.Stream.of(text)
                        : java.util.stream.Stream.of())
                .toList();
    }
}
