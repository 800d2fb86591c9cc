package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mayday.scenario.Dimension;
import mayday.scenario.Platform;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.terminal.CommandLine.Stage;

/** {@code kubectl}: which resource is asked for, and of what. Each region is a cluster of its own. */
final class Kubectl {
    private static final String[] VALUED = {
        "-n",
        "--namespace",
        "-l",
        "--selector",
        "-o",
        "--output",
        "-c",
        "--container",
        "--context",
        "--since",
        "--tail",
        "--sort-by",
        "-f",
        "--field-selector",
        "--cluster",
        "-w"
    };
    private static final Set<String> SYSTEM = Set.of("kube-system");

    private Kubectl() {}

    /** The verb, the kind of thing and the names of things. */
    private record Request(String verb, String kind, List<String> names) {
        static Request of(Stage stage) {
            var operands = new ArrayList<>(stage.arguments().operands(VALUED));
            var verb = operands.isEmpty() ? "" : operands.removeFirst();
            if (verb.equals("rollout") && !operands.isEmpty()) {
                verb = "rollout " + operands.removeFirst();
            }
            boolean named = verb.startsWith("log") || verb.startsWith("rollout");
            var first = operands.isEmpty() ? "" : operands.getFirst();
            if (first.contains("/")) {
                var kind = singular(first.substring(0, first.indexOf('/')));
                operands.set(0, first.substring(first.indexOf('/') + 1));
                return new Request(verb, kind, operands);
            }
            var kind = named || first.isEmpty() ? "pod" : singular(operands.removeFirst());
            return new Request(verb, kind, operands);
        }

        private static String singular(String kind) {
            return switch (kind.toLowerCase(Locale.ROOT)) {
                case "pods", "pod", "po", "all" -> "pod";
                case "deployments", "deployment", "deploy", "rs", "replicasets", "sts", "statefulset", "statefulsets" ->
                    "deployment";
                case "nodes", "node", "no" -> "node";
                case "services", "service", "svc", "endpoints", "ep" -> "service";
                case "events", "event", "ev" -> "event";
                case "hpa", "horizontalpodautoscalers" -> "hpa";
                case "cronjobs", "cronjob", "cj", "jobs", "job" -> "cronjob";
                default -> kind.toLowerCase(Locale.ROOT);
            };
        }
    }

    static Dimension dimension(Stage stage) {
        var request = Request.of(stage);
        return switch (request.verb()) {
            case "logs", "log" -> Dimension.LOGS;
            case "top" -> stage.text().contains("mem") ? Dimension.MEMORY : Dimension.CPU;
            case "rollout history" -> Dimension.RECENT_DEPLOYS;
            default -> request.kind().equals("cronjob") ? Dimension.CRON_JOBS : Dimension.SCALING_INSTANCES;
        };
    }

    /** Names of things, and the value of a label such as {@code app=checkout}. */
    static List<String> names(Stage stage) {
        var names = new ArrayList<>(Request.of(stage).names());
        names.removeIf(Set.of("for", "of", "on", "in", "the", "from", "please")::contains);
        stage.arguments()
                .value("-l", "--selector")
                .filter(label -> label.contains("="))
                .ifPresent(label -> names.add(label.replaceFirst("^.*=", "")));
        return names;
    }

    static Printed run(Session session, Stage stage) {
        if (session.platform().runsOn() != Platform.RunsOn.KUBERNETES) {
            return new Printed.Word(
                    "There is no Kubernetes here: " + session.system().title() + " runs on "
                            + switch (session.platform().runsOn()) {
                                case KUBERNETES -> "Kubernetes.";
                                case EC2_AUTO_SCALING ->
                                    "EC2 Auto Scaling groups. `aws autoscaling describe-auto-scaling-groups` lists instances.";
                                case BARE_HOSTS ->
                                    "hosts of its own. `systemctl status` tells how a service is on one of them.";
                            });
        }
        var request = Request.of(stage);
        var pods = new Pods(session, services(session, stage, request));
        return switch (request.verb()) {
            case "get" -> get(session, stage, request, pods);
            case "describe" -> describe(session, request, pods, deployments(session, stage, request, pods));
            case "top" ->
                request.kind().equals("node")
                        ? session.onConsole(pods.topNodes(), pods.words())
                        : session.onConsole(pods.top(stage.text()), pods.words());
            case "rollout status" ->
                session.onConsole(deployments(session, stage, request, pods).rolloutStatus(), pods.words());
            case "rollout history" ->
                session.onConsole(deployments(session, stage, request, pods).history(), pods.words());
            case "version" ->
                session.onConsole(
                        List.of("Client Version: v1.34.2", "Kustomize Version: v5.7.1", "Server Version: v1.34.1"), "");
            case "config" -> session.onConsole(contexts(session), "");
            case "cluster-info" ->
                session.onConsole(
                        List.of("Kubernetes control plane is running at https://k8s." + session.region()
                                + ".internal:6443"),
                        "");
            default ->
                new Printed.Word(
                        "Of kubectl I have get, describe, top, logs, rollout status and rollout history here.");
        };
    }

    /** The services whose pods are meant: those that are named, else all that run in the namespace. */
    private static List<Service> services(Session session, Stage stage, Request request) {
        var named = names(stage).stream()
                .flatMap(name -> session.fleet().machine(name, session.region()).map(Machine::service).stream())
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        boolean system = stage.arguments()
                .value("-n", "--namespace")
                .filter(SYSTEM::contains)
                .isPresent();
        boolean all = stage.arguments().has("-A", "--all-namespaces");
        return session.system().services().stream()
                .filter(service -> service.runsIn(session.region())
                        && !Software.of(service).managed())
                .filter(service ->
                        all || request.kind().equals("node") || system == (service.kind() == ServiceKind.RESOLVER))
                .toList();
    }

    private static Deployments deployments(Session session, Stage stage, Request request, Pods pods) {
        return new Deployments(session, services(session, stage, request), pods);
    }

    private static Printed get(Session session, Stage stage, Request request, Pods pods) {
        return switch (request.kind()) {
            case "pod" -> {
                var missing = missing(session, stage);
                yield missing.isPresent()
                        ? session.onConsole(List.of(missing.get()), "")
                        : session.onConsole(pods.get(stage), pods.words());
            }
            case "deployment" ->
                session.onConsole(deployments(session, stage, request, pods).get(), pods.words());
            case "node" -> session.onConsole(pods.nodes(), "");
            case "event" -> session.onConsole(pods.events(), "");
            case "service" -> session.onConsole(pods.services(), "");
            case "cronjob" -> session.onConsole(cronJobs(session), "");
            case "hpa" ->
                session.onConsole(
                        List.of("No resources found in default namespace."), "Nothing scales by itself here.");
            case "ns", "namespaces", "namespace" ->
                session.onConsole(
                        List.of(
                                "NAME          STATUS   AGE",
                                "default       Active   412d",
                                "kube-system   Active   412d"),
                        "");
            default ->
                new Printed.Word("I may not read " + request.kind()
                        + " here; pods, deployments, nodes, services, events and cronjobs I may.");
        };
    }

    /** A pod that is named by its number and is not there. */
    private static Optional<String> missing(Session session, Stage stage) {
        return names(stage).stream()
                .filter(name -> session.fleet().machine(name, session.region()).isEmpty())
                .findFirst()
                .map(name -> "Error from server (NotFound): pods \"" + name + "\" not found");
    }

    private static Printed describe(Session session, Request request, Pods pods, Deployments deployments) {
        if (request.names().isEmpty()) {
            return new Printed.Word("Describe which? Name a pod or a deployment, such as `kubectl describe pod "
                    + session.here().hostName() + "`.");
        }
        return switch (request.kind()) {
            case "pod" -> session.onConsole(pods.describePod(request.names().getFirst()), pods.words());
            case "deployment" -> session.onConsole(deployments.describe(), pods.words());
            default -> new Printed.Word("I can describe pods and deployments.");
        };
    }

    private static List<String> cronJobs(Session session) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "SCHEDULE", "TIMEZONE", "SUSPEND", "ACTIVE", "LAST SCHEDULE", "AGE"));
        for (var job : session.system().jobs()) {
            rows.add(List.of(job.name(), job.schedule(), "<none>", "False", "0", "<unknown>", "214d"));
        }
        return rows.size() == 1 ? List.of("No resources found in default namespace.") : Numbers.columns(rows, 3);
    }

    private static List<String> contexts(Session session) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("CURRENT", "NAME", "CLUSTER", "NAMESPACE"));
        session.system()
                .regionIds()
                .forEach(region -> rows.add(List.of(
                        region.equals(session.region()) ? "*" : "", region.value(), region.value(), "default")));
        return Numbers.columns(rows, 3);
    }
}
