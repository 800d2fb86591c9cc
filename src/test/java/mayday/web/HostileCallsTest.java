package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import mayday.fuzz.Damage;
import mayday.fuzz.Fuzz;
import mayday.journal.DataUnusable;
import mayday.studio.Folders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Calls that are nearly right, by everybody, on every route: none breaks the server, each refusal of the API is a problem document that
 * {@code openapi.json} announces, and none says anything of the inside.
 */
class HostileCallsTest {
    private static final int ROUNDS = 400;

    /** Given by what stands before the routes, to whatever is asked. */
    private static final List<Integer> OF_EVERY_ROUTE = List.of(400, 403, 404, 405, 413, 415, 503);

    /** Traces, and names of classes with their packages; pages and files may speak of somebody's {@code TimeoutException}. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat [a-z]|\\b(mayday\\.[a-z]+|java\\.[a-z]+|tools\\.jackson|io\\.javalin|org\\.[a-z]+|kotlin)\\.[a-zA-Z.]*[A-Z]\\w+");

    private static final String[] PROGRAM = DrillParty.LEADING;

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path scenarios = Path.of("");

    private final JsonNode described = described();
    private final List<Call> calls = calls();
    private Served served;
    private Caller owner;
    private Caller seated;
    private DrillParty party;
    private String incident = "";

    /** A method at a path; of the API, with what is described of it. */
    private record Call(String method, String path, JsonNode operation) {
        boolean isApi() {
            return !operation.isMissingNode();
        }
    }

    @BeforeEach
    void serve() throws DataUnusable, IOException {
        Folders.copy("elevated-500s", "storefront", scenarios);
        served = Served.in(data, scenarios);
        owner = served.somebody();
        party = DrillParty.in(served);
        seated = party.join("Tomasz", "kestrel", "incident-commander");
        reopen();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private void reopen() {
        incident = owner.open().replace("/api/v1/incidents/", "");
    }

    @Test
    void breakNothingAndLearnNothing() {
        Fuzz.rounds(ROUNDS, random -> {
            served.passes(Duration.ofSeconds(2));
            if (random.nextInt(40) == 0) {
                reopen();
            }
            if (random.nextInt(100) == 0) {
                party = DrillParty.in(served);
                seated = party.join("Tomasz", "kestrel", "incident-commander");
            }
            var call = calls.get(random.nextInt(calls.size()));
            var body = body(call, random);
            var path = path(call, random);
            var caller = List.of(owner, seated, party.facilitator).get(random.nextInt(3));
            var headers = new ArrayList<>(List.of("Sec-Fetch-Site", "same-origin", "Content-Type", type(call, random)));
            if (caller == party.facilitator) {
                headers.addAll(List.of(PROGRAM));
            }
            var answer = caller.send(call.method(), path, body, headers.toArray(String[]::new));
            assertSound(call, call.method() + " " + path + " " + headers + "\n" + body, answer);
        });
    }

    /** Found: Jetty breaks on it wherever the content type is looked at. */
    @Test
    void anAlphabetThatNobodyKnows() {
        for (var type : List.of("application/json; charset=utf-99", "application/json; charset=\"\u00e9 \"")) {
            var answer = owner.send("POST", "/api/v1/incidents", "{}", "Content-Type", type);
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.json().get("detail").asString()).contains("charset");
        }
        var form = owner.send(
                "POST", "/incidents", "scenario=x", "Content-Type", "application/x-www-form-urlencoded; charset=x-9");
        assertThat(form.status()).isEqualTo(415);
    }

    private void assertSound(Call call, String sent, Caller.Answer answer) {
        var told = "%s\n%s %s".formatted(sent, answer.status(), answer.body());
        assertThat(answer.status()).as(told).matches(status -> status < 500 || status == 503);
        if (answer.status() < 400 || !call.isApi()) {
            if (answer.status() >= 400) {
                assertThat(INSIDE.matcher(answer.body()).find()).as(told).isFalse();
            }
            return;
        }
        assertThat(INSIDE.matcher(answer.body()).find()).as(told).isFalse();
        assertThat(answer.header("Content-Type")).as(told).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("status").intValue()).as(told).isEqualTo(answer.status());
        for (var field : List.of("type", "title", "detail")) {
            assertThat(problem.get(field).stringValue()).as(told).isNotBlank();
        }
        for (var place : problem.path("errors").values()) {
            assertThat(place.get("pointer").stringValue()).as(told).startsWith("/");
            assertThat(place.get("detail").stringValue()).as(told).isNotBlank();
        }
        if (!OF_EVERY_ROUTE.contains(answer.status())) {
            assertThat(call.operation().get("responses").propertyNames())
                    .as(told)
                    .contains(Integer.toString(answer.status()));
        }
    }

    /** Half of the calls find what they are about. */
    private String path(Call call, Random random) {
        var path = new StringBuilder();
        for (var part : call.path().substring(1).split("/")) {
            path.append('/').append(part.contains("{") ? part(part, random) : part);
        }
        return random.nextInt(4) == 0 ? path + query(random) : path.toString();
    }

    private String part(String part, Random random) {
        if (random.nextInt(3) == 0) {
            return encoded(Damage.ODD.get(random.nextInt(Damage.ODD.size())));
        }
        return part.replace("{id}", incident)
                .replace("{drill}", party.id)
                .replace("{scenario}", "elevated-500s")
                .replace("{system}", "storefront")
                .replace("{part}", "scope-first")
                .replace("{kind}", "roll-back")
                .replace("{format}", "json")
                .replace("{file}", "scenario.json")
                .replace("{eid}", "E1")
                .replace("{hid}", "H1")
                .replace("{qid}", "Q1")
                .replace("{mid}", "M1")
                .replaceAll("\\{.*?}", "1");
    }

    /** A path takes no control characters and no surrogates, encoded or not; the rest is fair. */
    private static String encoded(String odd) {
        var text = odd.length() > 300 ? odd.substring(0, 300) : odd;
        return text.isBlank() ? "%20" : URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String query(Random random) {
        var name = List.of("before", "beforeMove", "minute", "since", "path", "replace", "level", "x")
                .get(random.nextInt(8));
        return "?" + name + "=" + encoded(Damage.ODD.get(random.nextInt(Damage.ODD.size())));
    }

    private static String type(Call call, Random random) {
        if (random.nextInt(12) == 0) {
            return List.of(
                            "text/plain",
                            "application/xml",
                            "multipart/form-data; boundary=x",
                            "application/json; charset=utf-99",
                            "x/y")
                    .get(random.nextInt(5));
        }
        return call.isApi() ? "application/json" : "application/x-www-form-urlencoded";
    }

    private String body(Call call, Random random) {
        if (call.method().equals("GET")) {
            return "";
        }
        var damage = new Damage(random);
        if (!call.isApi()) {
            return damage.bytes(
                    "text=what+changed%3F&target=checkout&confidence=50&title=x&name=Ada&version=1&seed=2", 2);
        }
        var sample = sample(schema(call.operation()), random);
        return switch (random.nextInt(6)) {
            case 0 -> sample.toString();
            case 1 -> damage.bytes(sample.toString(), 1 + random.nextInt(3));
            default -> damage.json(sample, 1 + random.nextInt(3));
        };
    }

    private JsonNode schema(JsonNode operation) {
        return resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : described.at(reference.substring(1));
    }

    /** Something that a schema describes. */
    private JsonNode sample(JsonNode schema, Random random) {
        var make = JsonNodeFactory.instance;
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> make.stringNode("checkout");
            case "integer", "number" -> make.numberNode(schema.path("minimum").asInt(1) + random.nextInt(3));
            case "boolean" -> make.booleanNode(random.nextBoolean());
            case "array" -> make.arrayNode().add(sample(resolved(schema.path("items")), random));
            default -> {
                var object = make.objectNode();
                for (var field : schema.path("properties").properties()) {
                    if (random.nextInt(5) > 0) {
                        object.set(field.getKey(), sample(resolved(field.getValue()), random));
                    }
                }
                yield object;
            }
        };
    }

    private static JsonNode described() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("src/main/resources/openapi.json")));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Streams are left out: they do not end. */
    private List<Call> calls() {
        return WhoMayCallTest.routes().stream()
                .filter(route ->
                        !route.path().endsWith("/events") && !route.path().endsWith("/stream"))
                .map(route -> new Call(
                        route.method().name(),
                        route.path(),
                        described
                                .path("paths")
                                .path(route.path())
                                .path(route.method().name().toLowerCase(java.util.Locale.ROOT))))
                .toList();
    }
}
