package mayday.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mayday.journal.DataUnusable;
import mayday.studio.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings over HTTP: what would be replaced is read first, and nothing is written out of the scenario's folder. */
class StudioRecordingsTest {
    private static final String PAGE = "/studio/elevated-500s/recordings";
    private static final String API = "/api/v1/studio/scenarios/elevated-500s/recordings";
    private static final String LOG = """
            2024-05-01T09:02:11Z INFO  checkpoint complete for ops@acme.test from 10.20.0.14
            2024-05-01T09:06:48Z WARN  replica 10.20.0.14 is 61 s behind <b>now</b>
            """;

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Author author;
    private String before = "";

    @BeforeEach
    void serve() throws DataUnusable, IOException {
        Folders.copy("elevated-500s", "storefront", folder);
        before = text("scenario.yaml");
        served = Served.in(data, folder);
        author = Author.at(served);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve("elevated-500s").resolve(path));
    }

    private Caller.Answer upload(String path, Map<String, String> fields, Map<String, String> files) {
        var boundary = "----a-boundary";
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        files.forEach((name, text) -> body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n"
                                .formatted(boundary, name))
                .append(text)
                .append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return author.caller()
                .sendBytes(
                        path,
                        body.toString().getBytes(UTF_8),
                        Author.HEADER[0],
                        Author.HEADER[1],
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary);
    }

    @Test
    void aRecordingIsLookedAtAndThenWritten() throws IOException {
        var look = upload(PAGE, Map.of("at", "2024-05-01T09:12:00Z"), Map.of("storage.log", LOG));

        assertThat(look.status()).isEqualTo(200);
        assertThat(look.page().select("tr:contains(IPv4 addresses) td").eachText())
                .contains("2", "1");
        assertThat(look.page()
                        .select("details:contains(evidence/storage.log) pre")
                        .text())
                .contains("user-1@example.com")
                .contains("<b>now</b>");
        assertThat(look.body()).doesNotContain("10.20.0.14").doesNotContain("ops@acme.test");
        assertThat(text("scenario.yaml")).isEqualTo(before);
        assertThat(folder.resolve("elevated-500s/evidence/storage.log")).doesNotExist();

        var id = look.page().expectFirst("[name=look]").val();
        var written = author.submit(PAGE + "/write", Map.of("look", id, "append", "yes"));

        assertThat(written.header("Location")).isEqualTo("/studio/elevated-500s?done=recorded");
        assertThat(text("evidence/storage.log")).contains("user-1@example.com").doesNotContain("10.20.0.14");
        assertThat(text("scenario.yaml")).contains("evidence/storage.log");
        assertThat(author.get("/api/v1/studio/scenarios/elevated-500s")
                        .json()
                        .at("/findings/errors")
                        .asInt())
                .isZero();
        assertThat(author.submit(PAGE + "/write", Map.of("look", id)).status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void filesAreToBeChosenAgainAfterAMistake() {
        var look = upload(PAGE, Map.of("at", "yesterday"), Map.of("storage.log", LOG));

        assertThat(look.status()).isEqualTo(422);
        assertThat(look.page().select("#files-d").text()).startsWith("to be chosen once more");
    }

    @Test
    void theApiDoesTheSameAndWritesNothingOver() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("../../lag.csv", "time,lag\n2024-05-01T09:02:00Z,1\n2024-05-01T09:03:00Z,2\n");
        files.put("/etc/passwd", LOG);
        var look = upload(API, Map.of(), files);
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.json().at("/texts").findValuesAsString("path"))
                .containsExactly("evidence/lag.json", "evidence/passwd.log");
        var id = look.json().get("id").asString();
        var written = author.send("POST", API + "/" + id, Map.of("append", false));
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.json().get("files").toString())
                .isEqualTo("[\"elevated-500s/evidence/lag.json\",\"elevated-500s/evidence/passwd.log\"]");
        assertThat(text("scenario.yaml")).isEqualTo(before);

        files.put("new.log", LOG);
        var again = upload(API, Map.of(), files).json().get("id").asString();
        var refused = author.send("POST", API + "/" + again, Map.of("append", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo(
                        "elevated-500s/evidence/lag.json is there already, and nothing is written over. Nothing was written.");
        assertThat(folder.resolve("elevated-500s/evidence/new.log")).doesNotExist();
        assertThat(text("scenario.yaml")).isEqualTo(before);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithItsPlace() throws IOException {
        var picture = new String(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, ISO_8859_1);
        for (var file : Map.of(
                        "a.png", picture,
                        "empty.log", "",
                        "a.json", "{\"status\":\"success\"",
                        "a.csv", "no,times\n1,2\n",
                        "words.log", "nothing with a time\n")
                .entrySet()) {
            var refused = upload(API, Map.of(), Map.of(file.getKey(), file.getValue()));
            assertThat(refused.status()).as(file.getKey()).isEqualTo(422);
            assertThat(refused.json().get("detail").asString())
                    .startsWith(file.getKey())
                    .endsWith("Nothing was written.");
        }
        assertThat(upload(PAGE, Map.of(), Map.of())
                        .page()
                        .select("[role=alert]")
                        .text())
                .isEqualTo("Choose a file first.");
        assertThat(upload(PAGE, Map.of("at", "noon"), Map.of("a.log", LOG))
                        .page()
                        .select("[role=alert]")
                        .text())
                .isEqualTo(
                        "“When the pager went off in them, UTC” is an instant such as 2024-05-01T12:04:30Z, not \"noon\".");
        var many = new LinkedHashMap<String, String>();
        for (var i = 0; i < 21; i++) {
            many.put(i + ".log", LOG);
        }
        assertThat(upload(API, Map.of(), many).json().get("detail").asString())
                .isEqualTo("At most 20 recordings are taken at once.");
        assertThat(author.send("POST", API + "/99", Map.of()).status()).isEqualTo(409);
        assertThat(author.send("POST", API, Map.of()).status()).isEqualTo(415);
        assertThat(text("scenario.yaml")).isEqualTo(before);
    }

    @Test
    void moreThanARequestMayHaveIsRefused() {
        var large = "2024-05-01T09:02:11Z INFO a line of a log that goes on and on\n".repeat(1_100_000);
        var answer = upload(API, Map.of(), Map.of("large.log", large));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("detail").asString()).isEqualTo("A request to the studio has at most 64 MiB.");
    }
}
