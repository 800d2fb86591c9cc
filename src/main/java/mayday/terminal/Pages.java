package mayday.terminal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Platform;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** Pages for machines that curl is pointed at: Prometheus' and Atlas' queries, Eureka's registry, Hystrix' metrics. */
final class Pages {
    private static final int MOST_INSTANCES = 40;
    private static final int MOST_ROWS = 60;
    private static final Pattern LABEL = Pattern.compile("(?:service|job|app|deployment|pod|container)=~?\"([^\"]+)\"");
    private static final Pattern QUANTILE =
            Pattern.compile("(?:histogram_quantile\\(|quantile=\"|percentiles,)\\(?(0?\\.\\d+|\\d{1,2})");

    private Pages() {}

    /** The page at an address; nothing if it is an ordinary service's. */
    static Optional<Printed> find(Session session, String url) {
        var text = decoded(url);
        if (text.contains("/api/v1/query")) {
            return Optional.of(
                    prometheus(session, text.replaceFirst("^.*query=", "").replaceFirst("&\\w+=.*$", ""), true));
        }
        if (text.matches(".*atlas.*/api/v1/(graph|fetch).*")) {
            return Optional.of(atlas(session, text));
        }
        if (text.contains("/eureka/") || text.matches(".*//eureka\\S*/(v2/)?apps.*")) {
            return Optional.of(eureka(session));
        }
        return text.contains("hystrix") ? Optional.of(hystrix(session)) : Optional.empty();
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return url;
        }
    }

    /** What the address names of the system. */
    static List<String> names(String url) {
        var text = decoded(url);
        var label = LABEL.matcher(text);
        if (label.find()) {
            return List.of(label.group(1));
        }
        if (text.contains("nf.app,") || text.contains("nf.cluster,")) {
            return List.of(text.replaceFirst("^.*nf\\.(?:app|cluster),", "").replaceFirst(",.*$", ""));
        }
        if (text.contains("/apps/")) {
            return List.of(text.replaceFirst("^.*/apps/", "")
                    .replaceFirst("[/?].*$", "")
                    .toLowerCase(java.util.Locale.ROOT));
        }
        return List.of();
    }

    static boolean isOne(String url) {
        var text = decoded(url);
        return text.contains("/api/v1/")
                || text.contains("/eureka/")
                || text.contains("hystrix")
                || text.contains("/apps/");
    }

    /** {@code promtool query instant URL EXPRESSION}. */
    static Printed promtool(Session session, Stage stage) {
        var operands = stage.arguments().operands();
        return operands.isEmpty() || !stage.words().contains("query")
                ? new Printed.Word("Of promtool I have `promtool query instant http://prometheus:9090 EXPRESSION`.")
                : prometheus(session, operands.getLast(), false);
    }

    static List<String> expressionNames(Stage stage) {
        var label = LABEL.matcher(stage.text());
        return label.find() ? List.of(label.group(1)) : List.of();
    }

    private static Printed prometheus(Session session, String expression, boolean json) {
        if (session.platform().metrics() != Platform.Metrics.PROMETHEUS) {
            return new Printed.Word("There is no Prometheus here; metrics are kept in "
                    + (session.platform().metrics() == Platform.Metrics.ATLAS ? "Atlas." : "CloudWatch."));
        }
        var quantile = QUANTILE.matcher(expression);
        double wanted = quantile.find() ? share(quantile.group(1)) : 0.99;
        var metric = expression.matches(".*(code|status)=~?\"5.*")
                ? Optional.of(Metric.failures("errors", Signal.ERROR_RATIO))
                : Metric.named(expression.replaceAll("\\{.*?}", ""), wanted);
        if (metric.isEmpty()) {
            return json
                    ? session.onConsole(
                            List.of("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}"),
                            "Prometheus knows no such series.")
                    : session.onConsole(List.of(), "Prometheus knows no such series.");
        }
        var label = LABEL.matcher(expression);
        var services = label.find()
                ? List.of(session.here().service())
                : session.system().services().stream()
                        .filter(each -> each.runsIn(session.region()))
                        .toList();
        var lines = new ArrayList<String>();
        long at = session.now().getEpochSecond();
        for (var service : services) {
            var value = Numbers.fixed(metric.get().now(session, Machine.all(service, session.region())), 6);
            lines.add(
                    json
                            ? "{\"metric\":{\"service\":\"%s\"},\"value\":[%d,\"%s\"]}"
                                    .formatted(service.id(), at, value)
                            : "{region=\"%s\", service=\"%s\"} => %s @[%d]"
                                    .formatted(session.region(), service.id(), value, at));
        }
        return session.onConsole(
                json
                        ? List.of("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                                + String.join(",", lines) + "]}}")
                        : lines,
                services.size() == 1
                        ? "%s of %s: %s."
                                .formatted(
                                        metric.get().name(),
                                        services.getFirst().id(),
                                        lines.getFirst().replaceFirst("^.*(?:=> |,\")([0-9.]+).*$", "$1"))
                        : "");
    }

    private static double share(String number) {
        double value = Double.parseDouble(number);
        return value > 1 ? value / 100 : value;
    }

    /** Atlas' stack language: {@code nf.app,zuul,:eq,name,requestsPerSecond,:eq,:and,:sum}, one row a minute. */
    private static Printed atlas(Session session, String url) {
        if (session.platform().metrics() != Platform.Metrics.ATLAS) {
            return new Printed.Word("There is no Atlas here.");
        }
        var query = url.replaceFirst("^.*[?&]q=", "").replaceFirst("&\\w+=.*$", "");
        var name = query.contains("name,") ? query.replaceFirst("^.*?name,", "").replaceFirst(",.*$", "") : query;
        var quantile = QUANTILE.matcher(query);
        var metric = Metric.named(name, quantile.find() ? share(quantile.group(1)) : 0.99);
        if (metric.isEmpty()) {
            return new Printed.Word("Atlas keeps nothing called " + name + " here.");
        }
        var minutes = url.contains("s=e-") ? url.replaceFirst("^.*s=e-(\\d+)([mh]).*$", "$1 $2") : "60 m";
        int back = Arguments.number(minutes.split(" ")[0], 60, 1, 600) * (minutes.endsWith("h") ? 60 : 1);
        var from = session.now().minus(Duration.ofMinutes(Math.min(MOST_ROWS, back)));
        var points = metric.get().points(session, session.here(), from, Duration.ofMinutes(1), MOST_ROWS);
        var lines = new ArrayList<String>();
        lines.add("\"timestamp\",\"name=%s, nf.app=%s, nf.region=%s\""
                .formatted(name, session.here().id(), session.region()));
        points.forEach(point -> lines.add(Numbers.iso(point.begin()) + "," + Numbers.fixed(point.average(), 6)));
        return session.onConsole(
                lines,
                points.isEmpty()
                        ? ""
                        : "%s of %s: %s."
                                .formatted(
                                        name,
                                        session.here().id(),
                                        Numbers.fixed(points.getLast().average(), 2)));
    }

    /** {@code GET /eureka/v2/apps/API}: who has registered, and whether he is up. */
    private static Printed eureka(Session session) {
        if (session.system().services().stream()
                .noneMatch(service -> service.technology().contains("Eureka"))) {
            return new Printed.Word("There is no Eureka here.");
        }
        var fleet = session.here().fleet();
        int ready = (int) Numbers.whole(session.instruments().lately(Signal.REPLICAS_READY, fleet));
        int wanted = (int) Math.max(ready, Numbers.whole(session.instruments().lately(Signal.REPLICAS_WANTED, fleet)));
        var app = session.here().id().value().toUpperCase(java.util.Locale.ROOT);
        var lines = new ArrayList<String>();
        lines.add("<application>");
        lines.add("  <name>" + app + "</name>");
        for (int number = 1; number <= Math.min(MOST_INSTANCES, wanted); number++) {
            var machine = fleet.replica(number);
            lines.add("  <instance>");
            lines.add("    <instanceId>" + Aws.instanceId(session, machine) + "</instanceId>");
            lines.add("    <hostName>" + machine.hostName() + "</hostName>");
            lines.add("    <app>" + app + "</app>");
            lines.add("    <ipAddr>" + session.fleet().address(machine.service(), machine.region(), number)
                    + "</ipAddr>");
            lines.add("    <status>" + (number <= ready ? "UP" : "STARTING") + "</status>");
            lines.add("  </instance>");
        }
        lines.add("</application>");
        return session.onConsole(
                lines,
                "%s in %s: %d of %d instances UP.".formatted(session.here().id(), session.region(), ready, wanted));
    }

    /** {@code GET /actuator/hystrix.stream}: one line for each command, that is for each dependency. */
    private static Printed hystrix(Session session) {
        if (!session.here().service().technology().contains("Hystrix")) {
            return new Printed.Word(session.here().id() + " is "
                    + session.here().service().technology() + ": it has no Hystrix commands.");
        }
        var lines = new ArrayList<String>();
        for (var edge : session.callsFrom(session.here())) {
            var at = session.instruments();
            double failing = at.lately(DependencySignal.FAILURE_RATIO, edge, session.where());
            double rate = at.lately(DependencySignal.CALL_RATE, edge, session.where()) / session.ready(session.here());
            lines.add(
                    ("data: {\"type\":\"HystrixCommand\",\"name\":\"%s\",\"group\":\"%s\",\"isCircuitBreakerOpen\":false,"
                                    + "\"errorPercentage\":%d,\"requestCount\":%d,\"rollingCountTimeout\":%d,\"latencyExecute_mean\":%d,"
                                    + "\"propertyValue_executionIsolationThreadTimeoutInMilliseconds\":%d}")
                            .formatted(
                                    ThreadDump.camel(edge.to().value()) + "Command",
                                    edge.to(),
                                    Numbers.whole(100 * failing),
                                    Numbers.whole(10 * rate),
                                    Numbers.whole(10
                                            * rate
                                            * at.lately(DependencySignal.TIMEOUT_RATIO, edge, session.where())),
                                    Numbers.whole(1000 * at.lately(DependencySignal.LATENCY, edge, session.where())),
                                    Numbers.whole(
                                            1000 * at.current(DependencyParameter.TIMEOUT, edge, session.where()))));
        }
        return session.output(lines, session.here().hostName() + ": " + lines.size() + " Hystrix commands.");
    }
}
