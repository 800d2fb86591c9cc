package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document and the routes say the same. */
class OpenApiTest {

    @Test
    void describesEveryRouteAndNoOther(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var document = served.somebody().get("/api/openapi.json").json();
            var described = new TreeSet<String>();
            for (var path : document.get("paths").properties()) {
                path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
            }
            var routed = new TreeSet<String>();
            routes().api().forEach(route -> routed.add(route.method().name() + " " + route.path()));
            assertThat(described).isEqualTo(routed);
            assertThat(described).hasSizeGreaterThan(15);

            for (var reference : references(document).toList()) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            }
        }
    }

    /** Whoever writes a program against it is told of what comes under load and while the server starts or ends. */
    @Test
    void everyRouteSaysThatItMayBeTurnedAway(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var document = served.somebody().get("/api/openapi.json").json();
            for (var route : routes().api()) {
                var operation = document.path("paths")
                        .path(route.path())
                        .path(route.method().name().toLowerCase(Locale.ROOT));
                assertThat(operation.path("responses").propertyNames())
                        .as("%s %s", route.method(), route.path())
                        .contains("503");
            }
            assertThat(document.at("/components/responses/P503/headers").propertyNames())
                    .containsExactly("Retry-After");
        }
    }

    /** Editors ask for what authors' files may have in them at an address as well. */
    @Test
    void editorsAreGivenSchemas(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var schema = served.somebody().get("/schema/playthrough.json");
            assertThat(schema.json().get("title").stringValue()).isEqualTo("Mayday playthrough");
            assertThat(served.somebody().get("/schema/other.json").status()).isEqualTo(404);
        }
    }

    @Test
    void isShownToPeople(@TempDir Path folder) throws Exception {
        try (var served = Served.in(folder)) {
            var page = served.somebody().get("/api").page();
            assertThat(page.select(".api-op")).hasSizeGreaterThan(15);
            assertThat(page.select(".api-op").text())
                    .contains("/api/v1/incidents/{id}/questions")
                    .contains("required");
        }
    }

    private static Routes routes() {
        Supplier<Premises> none = () -> {
            throw new AssertionError("no request is made");
        };
        var site = new Site(none, new Random(1), () -> Instant.EPOCH, false);
        return new Routes(site, new Clients(() -> Instant.EPOCH), () -> Instant.EPOCH);
    }

    private static Stream<String> references(JsonNode node) {
        var own = node.has("$ref") ? Stream.of(node.get("$ref").asString()) : Stream.<String>empty();
        return Stream.concat(own, node.valueStream().flatMap(OpenApiTest::references));
    }
}
