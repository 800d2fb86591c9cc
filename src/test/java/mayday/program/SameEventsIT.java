package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import mayday.cli.Mayday;
import mayday.cli.Surroundings;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terminal and the API lead to the same events for the same seed and moves: there is one engine. */
class SameEventsIT {
    private static final InstantSource EPOCH = InstantSource.fixed(Instant.EPOCH);
    private static final String SCRIPT = """
            since when?
            which services are failing?
            all regions or one?
            what changed recently?
            how is the weather
            hint
            y
            /hint
            n
            /ack
            /think bad-release checkout 60 the release
            /do restart search
            y
            /wait 3m
            /do roll-back checkout region=eu-west
            y
            /sev SEV2
            /update status-page We are looking into it.
            /wait 9m
            what is the error rate now?
            /close We rolled checkout back.
            /close We rolled checkout back.
            """;

    @Test
    void theSameMovesGiveTheSameEvents(@TempDir Path terminal, @TempDir Path served) throws DataUnusable {
        var inTerminal = playInTerminal(terminal);
        var overApi = playOverApi(served);

        assertThat(overApi).hasSizeGreaterThan(20).isEqualTo(inTerminal);
    }

    private static List<String> playInTerminal(Path data) throws DataUnusable {
        var out = new StringWriter();
        var surroundings = new Surroundings(
                EPOCH,
                new Random(1),
                Map.of(),
                new BufferedReader(new StringReader(SCRIPT)),
                new PrintWriter(out, true),
                new PrintWriter(out, true));
        var code = Mayday.run(
                surroundings,
                List.of(
                        "play",
                        "elevated-500s",
                        "--seed",
                        "5",
                        "--coach",
                        "close",
                        "--data",
                        data.toString(),
                        "--scenarios",
                        OneScenario.folder().toString()));
        assertThat(code).as(out.toString()).isZero();
        var id = Pattern.compile("Incident (\\S+),").matcher(out.toString());
        assertThat(id.find()).isTrue();
        return events(data, id.group(1));
    }

    private static List<String> playOverApi(Path data) throws DataUnusable {
        var id = "";
        try (var server = ServerProcess.startWithOneScenario(data)) {
            var client = ApiClient.learner(server.url());
            id = ApiClient.json(client.post(
                            "/api/v1/incidents",
                            "{\"scenario\":\"elevated-500s\",\"clock\":\"practice\",\"seed\":5,\"coach\":\"close\"}"))
                    .get("id")
                    .asString();
            var path = "/api/v1/incidents/" + id;
            move(client, path + "/questions", "{\"text\":\"since when?\"}");
            move(client, path + "/questions", "{\"text\":\"which services are failing?\"}");
            move(client, path + "/questions", "{\"text\":\"all regions or one?\"}");
            move(client, path + "/questions", "{\"text\":\"what changed recently?\"}");
            move(client, path + "/questions", "{\"text\":\"how is the weather\"}");
            move(client, path + "/hints", "{}");
            move(client, path + "/acknowledge", "{}");
            move(
                    client,
                    path + "/hypotheses",
                    "{\"text\":\"the release\",\"faultClass\":\"bad-release\",\"target\":\"checkout\",\"confidence\":60}");
            move(client, path + "/actions", "{\"action\":\"restart\",\"target\":\"search\"}");
            move(client, path + "/wait", "{\"seconds\":180}");
            move(
                    client,
                    path + "/actions",
                    "{\"action\":\"roll-back\",\"target\":\"checkout\",\"arguments\":{\"region\":\"eu-west\"}}");
            move(client, path + "/severity", "{\"severity\":\"SEV2\"}");
            move(client, path + "/updates", "{\"audience\":\"status-page\",\"text\":\"We are looking into it.\"}");
            move(client, path + "/wait", "{\"seconds\":540}");
            move(client, path + "/questions", "{\"text\":\"what is the error rate now?\"}");
            client.post(path + "/close", "{\"statement\":\"We rolled checkout back.\"}");
            move(client, path + "/close", "{\"statement\":\"We rolled checkout back.\"}");
        }
        return events(data, id);
    }

    private static void move(ApiClient client, String path, String body) {
        var answer = client.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /** The stream as text, without who played and on which day. */
    private static List<String> events(Path data, String id) throws DataUnusable {
        try (var journal = Journal.open(data, EPOCH)) {
            return journal.read(new IncidentId(id), 0).stream()
                    .map(Recorded::toString)
                    .map(text -> text.replaceAll("Participant\\[id=[^\\]]*]", "SOMEBODY")
                            .replaceAll("wallClock=[^,]*", "wallClock=THEN"))
                    .toList();
        }
    }
}
