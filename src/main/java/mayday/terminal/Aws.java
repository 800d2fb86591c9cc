package mayday.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Dimension;
import mayday.scenario.Platform;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code aws}: Auto Scaling groups, load balancers' targets, instances, records and tables, and CloudWatch. */
final class Aws {
    private static final List<String> NAMING = List.of(
            "--auto-scaling-group-names",
            "--auto-scaling-group-name",
            "--target-group-arn",
            "--table-name",
            "--names",
            "--name",
            "--filters",
            "--db-instance-identifier",
            "--cache-cluster-id");

    private Aws() {}

    static Dimension dimension(Stage stage) {
        var text = stage.text();
        if (text.contains(" logs ")) {
            return Dimension.LOGS;
        }
        if (text.contains("cloudwatch")) {
            return ofMetric(stage.arguments().value("--metric-name").orElse(""));
        }
        if (text.contains("route53")) {
            return Dimension.DNS_RESOLUTION;
        }
        if (text.contains("dynamodb") || text.contains(" rds ")) {
            return Dimension.DB_HEALTH;
        }
        return text.contains("elasticache")
                ? Dimension.CACHE
                : text.contains(" acm ") ? Dimension.CERTIFICATES : Dimension.SCALING_INSTANCES;
    }

    private static Dimension ofMetric(String name) {
        var word = name.toLowerCase(java.util.Locale.ROOT);
        if (word.contains("cpu")) {
            return Dimension.CPU;
        }
        if (word.contains("mem")) {
            return Dimension.MEMORY;
        }
        if (word.contains("disk")) {
            return Dimension.DISK;
        }
        if (word.contains("5xx") || word.contains("error") || word.contains("throttl") || word.contains("rejected")) {
            return Dimension.ERROR_RATE;
        }
        if (word.contains("latency") || word.contains("responsetime")) {
            return Dimension.LATENCY;
        }
        if (word.contains("connection")) {
            return Dimension.CONN_POOLS;
        }
        if (word.contains("hit")) {
            return Dimension.CACHE;
        }
        return word.contains("host") || word.contains("instance") || word.contains("capacity")
                ? Dimension.SCALING_INSTANCES
                : Dimension.TRAFFIC;
    }

    static List<String> names(Stage stage) {
        if (stage.words().contains("cloudwatch")) {
            return CloudWatch.names(stage);
        }
        if (stage.words().contains("logs")) {
            return LogPrograms.names(stage);
        }
        return NAMING.stream()
                .flatMap(option -> stage.arguments().value(option).stream())
                .map(name -> name.replaceFirst("^.*Values=", ""))
                .map(Aws::plain)
                .toList();
    }

    /** {@code checkout} of {@code checkout-asg}, {@code app/checkout-lb/50dc6c}, {@code arn:…:targetgroup/checkout/6d0e}. */
    static String plain(String name) {
        return name.replaceFirst("^arn:.*?(?:targetgroup|loadbalancer)/", "")
                .replaceFirst("^(?:app|net|targetgroup)/", "")
                .replaceFirst("/.*$", "")
                .replaceFirst("-(?:asg|tg|lb|alb|nlb|elb)$", "");
    }

    static boolean isHere(Session session) {
        return session.platform().runsOn() == Platform.RunsOn.EC2_AUTO_SCALING
                || session.platform().metrics() == Platform.Metrics.CLOUDWATCH;
    }

    static Printed run(Session session, Stage stage) {
        if (!isHere(session)) {
            return new Printed.Word("There is no AWS here: " + session.system().title() + " runs elsewhere.");
        }
        return AwsQuery.isAsked(stage)
                ? AwsQuery.run(stage, without -> answer(session, without))
                : answer(session, stage);
    }

    private static Printed answer(Session session, Stage stage) {
        var operands = stage.arguments().operands(NAMING.toArray(String[]::new));
        var service = operands.isEmpty() ? "" : operands.getFirst();
        var verb = operands.size() > 1 ? operands.get(1) : "";
        if (service.equals("cloudwatch")) {
            return session.platform().metrics() == Platform.Metrics.CLOUDWATCH
                    ? CloudWatch.run(session, stage)
                    : new Printed.Word("Metrics are not kept in CloudWatch here but in "
                            + (session.platform().metrics() == Platform.Metrics.ATLAS ? "Atlas." : "Prometheus."));
        }
        return switch (service + " " + verb) {
            case "autoscaling describe-auto-scaling-groups" -> AutoScaling.groups(session, stage);
            case "autoscaling describe-scaling-activities" -> AutoScaling.activities(session);
            case "elbv2 describe-target-health" -> AutoScaling.targets(session);
            case "ec2 describe-instances", "ec2 describe-instance-status" -> AutoScaling.instances(session);
            case "route53 list-resource-record-sets" -> records(session);
            case "dynamodb describe-table", "rds describe-db-instances", "elasticache describe-cache-clusters" ->
                store(session, verb);
            case "sts get-caller-identity" ->
                session.onConsole(
                        JsonLines.of(ordered(
                                "Account", "123456789012", "Arn", "arn:aws:sts::123456789012:assumed-role/oncall/you")),
                        "");
            default ->
                new Printed.Word(
                        "Of aws I have cloudwatch, logs, autoscaling, elbv2 describe-target-health, ec2 describe-instances, route53, dynamodb and rds describe here.");
        };
    }

    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    /** {@code eu-west-1} of the region that we call {@code eu-west}. */
    static String region(RegionId region) {
        return region.value().matches(".*\\d") ? region.value() : region + "-1";
    }

    static String instanceId(Session session, Machine machine) {
        return "i-0%016x"
                .formatted(
                        Chance.hash(session.instruments().seed(), machine.hostName() + "/" + machine.region()) >>> 4);
    }

    private static Printed records(Session session) {
        var records = new ArrayList<Map<String, Object>>();
        for (var service : session.system().services()) {
            if (service.runsIn(session.region())) {
                records.add(ordered(
                        "Name",
                        Fleet.hostname(service) + ".",
                        "Type",
                        "A",
                        "TTL",
                        60,
                        "ResourceRecords",
                        List.of(ordered("Value", session.fleet().address(service, session.region(), 1)))));
            }
        }
        return session.onConsole(JsonLines.of(ordered("ResourceRecordSets", records)), "");
    }

    private static Printed store(Session session, String verb) {
        var service = session.here().service();
        var at = session.instruments();
        var fleet = session.here().fleet();
        var body = verb.equals("describe-table")
                ? ordered(
                        "Table",
                        ordered(
                                "TableName", service.id().value(),
                                "TableStatus", "ACTIVE",
                                "BillingModeSummary", ordered("BillingMode", "PAY_PER_REQUEST")))
                : ordered(
                        "Identifier",
                        service.id().value(),
                        "Status",
                        "available",
                        "Engine",
                        service.technology(),
                        "Endpoint",
                        Fleet.hostname(service) + ":" + Software.of(service).port());
        return session.onConsole(
                JsonLines.of(body),
                "%s: %s requests/s, p99 %s, %s of them fail."
                        .formatted(
                                service.id(),
                                Numbers.fixed(at.lately(Signal.REQUEST_RATE, fleet), 0),
                                Numbers.seconds(at.lately(Signal.LATENCY_P99, fleet)),
                                Numbers.percent(at.lately(Signal.ERROR_RATIO, fleet))));
    }
}
