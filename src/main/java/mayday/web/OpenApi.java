package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.web.view.ApiOperation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the JSON API, for programs and for people. */
final class OpenApi {
    private static final String RESOURCE = "/openapi.json";

    private final Site site;
    private final String text;

    OpenApi(Site site) {
        this.site = site;
        this.text = read();
    }

    private static String read() {
        try (var resource = OpenApi.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void document(Context ctx) {
        ctx.contentType("application/json").result(text);
    }

    void page(Context ctx) {
        // Read anew each time: few look at it, and every start would pay for keeping it.
        var operations = operations(JsonMapper.shared().readTree(text));
        ctx.html(site.templates.render("api.jte", Map.of("operations", operations, "visitor", site.visitor(ctx))));
    }

    private static List<ApiOperation> operations(JsonNode document) {
        var operations = new ArrayList<ApiOperation>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    operations.add(operation(document, method.getKey(), path.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private static ApiOperation operation(JsonNode document, String method, String path, JsonNode operation) {
        var answers = new ArrayList<ApiOperation.Answer>();
        for (var answer : operation.get("responses").properties()) {
            answers.add(new ApiOperation.Answer(
                    answer.getKey(),
                    resolved(document, answer.getValue()).path("description").asString("")));
        }
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                operation.path("description").asString(""),
                fields(document, operation),
                answers);
    }

    private static List<ApiOperation.Field> fields(JsonNode document, JsonNode operation) {
        var schema = resolved(
                document,
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema"));
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var fields = new ArrayList<ApiOperation.Field>();
        for (var field : schema.path("properties").properties()) {
            fields.add(new ApiOperation.Field(
                    field.getKey(),
                    type(field.getValue()),
                    required.contains(field.getKey()),
                    field.getValue().path("description").asString("")));
        }
        return fields;
    }

    private static String type(JsonNode schema) {
        var words = schema.path("enum").valueStream().map(JsonNode::asString).toList();
        return words.isEmpty() ? schema.path("type").asString("") : String.join(" | ", words);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
