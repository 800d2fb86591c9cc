package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code aws cloudwatch}: metrics of AWS's own services, under their own names and units. */
final class CloudWatch {
    private static final Duration USUAL_PERIOD = Duration.ofMinutes(1);

    /** CloudWatch itself gives at most 1,440 points; a card shows fewer. */
    private static final int MOST_POINTS = 60;

    /** A metric in its namespace. */
    private record Named(String namespace, String unit, Metric metric) {}

    private static final List<Named> METRICS = List.of(
            new Named("AWS/EC2", "Percent", Metric.level("CPUUtilization", Signal.CPU, 100)),
            new Named("AWS/RDS", "Percent", Metric.level("CPUUtilization", Signal.CPU, 100)),
            new Named("AWS/ElastiCache", "Percent", Metric.level("CPUUtilization", Signal.CPU, 100)),
            new Named("AWS/ElastiCache", "Percent", Metric.level("EngineCPUUtilization", Signal.CPU, 100)),
            new Named("CWAgent", "Percent", Metric.level("disk_used_percent", Signal.DISK_USED, 100)),
            new Named("CWAgent", "Bytes", Metric.level("mem_used", Signal.MEMORY, 1_073_741_824)),
            new Named("AWS/ApplicationELB", "Count", Metric.rate("RequestCount", Signal.REQUEST_RATE)),
            new Named("AWS/ApplicationELB", "Count", Metric.failures("HTTPCode_Target_5XX_Count", Signal.ERROR_RATIO)),
            new Named("AWS/ApplicationELB", "Count", Metric.failures("HTTPCode_ELB_5XX_Count", Signal.ERROR_REJECTED)),
            new Named("AWS/ApplicationELB", "Count", Metric.failures("RejectedConnectionCount", Signal.ERROR_REJECTED)),
            new Named("AWS/ApplicationELB", "Seconds", Metric.level("TargetResponseTime", Signal.LATENCY_P50, 1)),
            new Named("AWS/ApplicationELB", "Count", Metric.level("HealthyHostCount", Signal.REPLICAS_READY, 1)),
            new Named("AWS/ApplicationELB", "Count", Metric.level("ActiveConnectionCount", Signal.THREADS_BUSY, 1)),
            new Named("AWS/RDS", "Count", Metric.level("DatabaseConnections", Signal.THREADS_BUSY, 1)),
            new Named("AWS/RDS", "Seconds", Metric.level("ReadLatency", Signal.LATENCY_P50, 1)),
            new Named("AWS/RDS", "Count", Metric.level("DiskQueueDepth", Signal.QUEUE_DEPTH, 1)),
            new Named("AWS/ElastiCache", "Percent", Metric.level("CacheHitRate", Signal.CACHE_HIT_RATIO, 100)),
            new Named("AWS/ElastiCache", "Count", Metric.level("CurrConnections", Signal.THREADS_BUSY, 1)),
            new Named(
                    "AWS/DynamoDB", "Milliseconds", Metric.level("SuccessfulRequestLatency", Signal.LATENCY_P50, 1000)),
            new Named("AWS/DynamoDB", "Count", Metric.failures("ThrottledRequests", Signal.ERROR_REJECTED)),
            new Named("AWS/DynamoDB", "Count", Metric.failures("SystemErrors", Signal.ERROR_OWN)),
            new Named("AWS/DynamoDB", "Count", Metric.rate("ConsumedReadCapacityUnits", Signal.REQUEST_RATE)),
            new Named("AWS/AutoScaling", "None", Metric.level("GroupInServiceInstances", Signal.REPLICAS_READY, 1)),
            new Named("AWS/AutoScaling", "None", Metric.level("GroupDesiredCapacity", Signal.REPLICAS_WANTED, 1)),
            new Named("AWS/Route53Resolver", "Count", Metric.rate("InboundQueryVolume", Signal.REQUEST_RATE)));

    private CloudWatch() {}

    /** The value behind a dimension, such as the group in {@code Name=AutoScalingGroupName,Value=checkout}. */
    static List<String> names(Stage stage) {
        return stage.words().stream()
                .filter(word -> word.contains("Value="))
                .map(word -> word.replaceFirst("^.*Value=", "").replaceFirst("[,\\]}].*$", ""))
                .map(Aws::plain)
                .toList();
    }

    static Printed run(Session session, Stage stage) {
        if (stage.words().contains("list-metrics")) {
            var wanted = stage.arguments().value("--namespace").orElse("");
            var metrics = METRICS.stream()
                    .filter(each -> wanted.isEmpty() || each.namespace().equals(wanted))
                    .map(each -> Map.of(
                            "Namespace",
                            each.namespace(),
                            "MetricName",
                            each.metric().name()))
                    .map(java.util.TreeMap::new)
                    .toList();
            return session.onConsole(JsonLines.of(Map.of("Metrics", metrics)), "");
        }
        if (!stage.words().contains("get-metric-statistics")) {
            return new Printed.Word("Of aws cloudwatch I have list-metrics and get-metric-statistics here.");
        }
        var name = stage.arguments().value("--metric-name").orElse("");
        var namespace = stage.arguments().value("--namespace").orElse("");
        var named = METRICS.stream()
                .filter(each -> each.metric().name().equals(name)
                        && (namespace.isEmpty() || each.namespace().equals(namespace)))
                .findFirst();
        if (named.isEmpty()) {
            return new Printed.Word(
                    name.isEmpty()
                            ? "aws: error: the following arguments are required: --namespace, --metric-name"
                            : "CloudWatch has no metric " + name + " in " + namespace
                                    + " here; `aws cloudwatch list-metrics` names them.");
        }
        return statistics(session, stage, named.get());
    }

    private static Printed statistics(Session session, Stage stage, Named named) {
        var arguments = stage.arguments();
        var now = session.now();
        var period = Duration.ofSeconds(arguments.number(60, 10, 86_400, "--period"));
        var from = arguments
                .value("--start-time")
                .flatMap(text -> Moments.of(text, now))
                .orElse(now.minus(Duration.ofMinutes(30)));
        var until = arguments
                .value("--end-time")
                .flatMap(text -> Moments.of(text, now))
                .filter(end -> end.isBefore(now))
                .orElse(now);
        // Periods are whole, as CloudWatch's are: 14:05:00 to 14:06:00.
        var begin = Instant.ofEpochSecond(
                Math.floorDiv(latest(from, session.instruments().begin()).getEpochSecond(), period.toSeconds())
                        * period.toSeconds());
        var points = named
                .metric()
                .points(session, session.here(), begin, period.isZero() ? USUAL_PERIOD : period, MOST_POINTS * 24)
                .stream()
                .filter(point -> point.begin().isBefore(until) && !point.begin().isBefore(from.minus(period)))
                .toList();
        var shown = points.subList(Math.max(0, points.size() - MOST_POINTS), points.size());
        var wanted = statistics(arguments);
        var rows = new ArrayList<Map<String, Object>>();
        for (var point : shown) {
            var row = new LinkedHashMap<String, Object>();
            row.put(
                    "Timestamp",
                    Numbers.formatter("yyyy-MM-dd'T'HH:mm:ss'+00:00'").format(point.begin()));
            wanted.forEach(statistic -> row.put(statistic, value(point, statistic, period)));
            row.put("Unit", named.unit());
            rows.add(row);
        }
        var lines = switch (arguments.value("--output").orElse("json")) {
            case "table" -> table(named.metric().name(), rows);
            case "text" -> text(named.metric().name(), rows);
            default -> json(named.metric().name(), rows);
        };
        return session.onConsole(lines, words(session, named, shown, wanted.getFirst(), period));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<String> statistics(Arguments arguments) {
        var given = arguments.words();
        int at = given.indexOf("--statistics");
        var wanted = new ArrayList<String>();
        for (int i = at + 1; at >= 0 && i < given.size() && !given.get(i).startsWith("--"); i++) {
            if (List.of("Average", "Sum", "Minimum", "Maximum", "SampleCount").contains(given.get(i))) {
                wanted.add(given.get(i));
            }
        }
        return wanted.isEmpty() ? List.of("Average") : wanted;
    }

    private static double value(Metric.Point point, String statistic, Duration period) {
        double value = switch (statistic) {
            case "Sum" -> point.sum();
            case "Minimum" -> point.least();
            case "Maximum" -> point.most();
            case "SampleCount" -> Math.max(1, period.toSeconds() / 60);
            default -> point.average();
        };
        return Math.round(value * 1e4) / 1e4;
    }

    private static List<String> json(String label, List<Map<String, Object>> rows) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("Label", label);
        answer.put("Datapoints", rows);
        return JsonLines.of(answer);
    }

    private static List<String> text(String label, List<Map<String, Object>> rows) {
        var lines = new ArrayList<String>();
        lines.add(label);
        for (var row : rows) {
            var cells = new ArrayList<String>();
            row.forEach((key, cell) -> {
                if (!key.equals("Timestamp") && !key.equals("Unit")) {
                    cells.add(String.valueOf(cell));
                }
            });
            lines.add("DATAPOINTS\t" + String.join("\t", cells) + "\t" + row.get("Timestamp") + "\t" + row.get("Unit"));
        }
        return lines;
    }

    private static List<String> table(String label, List<Map<String, Object>> rows) {
        var columns = rows.isEmpty()
                ? List.of("Timestamp")
                : List.copyOf(rows.getFirst().keySet());
        var cells = new ArrayList<List<String>>();
        rows.forEach(row -> cells.add(row.values().stream().map(String::valueOf).toList()));
        var lines = new ArrayList<String>();
        var table = new SqlTable(columns, cells).mysql();
        int width = table.getFirst().length();
        lines.add("-".repeat(width));
        lines.add("|" + centred("GetMetricStatistics: " + label, width - 2) + "|");
        lines.addAll(rows.isEmpty() ? List.of("-".repeat(width)) : table.subList(0, table.size() - 1));
        return lines;
    }

    private static String centred(String text, int width) {
        int left = Math.max(0, (width - text.length()) / 2);
        return (" ".repeat(left) + text + " ".repeat(Math.max(0, width - left - text.length())));
    }

    private static String words(
            Session session, Named named, List<Metric.Point> points, String statistic, Duration period) {
        return points.isEmpty()
                ? "No data points of " + named.metric().name() + " in that time."
                : "%s of %s, %s of the last %d s: %s %s."
                        .formatted(
                                named.metric().name(),
                                session.here().id(),
                                statistic,
                                period.toSeconds(),
                                Numbers.fixed(value(points.getLast(), statistic, period), 2),
                                named.unit().equals("None") ? "" : named.unit().toLowerCase(java.util.Locale.ROOT))
                        .replace(" .", ".");
    }
}
