package mayday.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.compiler.Problem;
import mayday.compiler.ProblemPages;
import tools.jackson.databind.json.JsonMapper;

/** Problems as a SARIF 2.1.0 log, as code hosts show them beside the lines that they are about. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Where the paths of problems begin: the folder of scenarios. */
    private static final String ROOT = "SCENARIOS";

    private Sarif() {}

    static String of(List<Problem> problems) {
        var ids = problems.stream().map(Problem::id).distinct().sorted().toList();
        var driver = new LinkedHashMap<String, Object>();
        driver.put("name", "mayday check");
        driver.put("rules", ids.stream().map(Sarif::rule).toList());
        var results = new ArrayList<Map<String, Object>>();
        problems.forEach(problem -> results.add(result(problem, ids)));
        var run = new LinkedHashMap<String, Object>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        var log = new LinkedHashMap<String, Object>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(log);
    }

    private static Map<String, Object> rule(String id) {
        var pages = ProblemPages.all();
        var rule = new LinkedHashMap<String, Object>();
        rule.put("id", id);
        if (pages.page(id).isPresent()) {
            rule.put("shortDescription", Map.of("text", pages.summary(id)));
            rule.put(
                    "help",
                    Map.of(
                            "text",
                            pages.page(id).get(),
                            "markdown",
                            pages.page(id).get()));
        }
        return rule;
    }

    private static Map<String, Object> result(Problem problem, List<String> ids) {
        var result = new LinkedHashMap<String, Object>();
        result.put("ruleId", problem.id());
        result.put("ruleIndex", ids.indexOf(problem.id()));
        result.put(
                "level",
                switch (problem.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                });
        var text = problem.message() + (problem.suggestion().isEmpty() ? "." : ": " + problem.suggestion());
        result.put("message", Map.of("text", text));
        var region = new LinkedHashMap<String, Object>();
        region.put("startLine", problem.line());
        region.put("startColumn", problem.column());
        var place = Map.of("artifactLocation", Map.of("uri", uri(problem.file()), "uriBaseId", ROOT), "region", region);
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    /** A path as a relative reference (RFC 3986): what is not allowed there is escaped. */
    private static String uri(String path) {
        var uri = new StringBuilder();
        for (var octet : path.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xFF);
            var plain = (character < 0x80 && Character.isLetterOrDigit(character)) || "/-._~".indexOf(character) >= 0;
            uri.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return uri.toString();
    }
}
