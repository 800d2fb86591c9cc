package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.scenario.Service;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** The pods of services in one cluster, as {@code kubectl} lists them. */
final class Pods {
    /** Pods of one service that are listed. */
    private static final int MOST_OF_ONE = 120;

    private static final int PODS_A_NODE = 6;
    private static final String VERSION = "v1.34.1";

    private final Session session;
    private final List<Service> services;

    Pods(Session session, List<Service> services) {
        this.session = session;
        this.services = services;
    }

    /** One pod. */
    record Pod(Machine machine, boolean ready, int restarts, Instant bornAt) {
        String name() {
            return machine.hostName();
        }

        String status() {
            return ready ? "Running" : "ContainerCreating";
        }
    }

    int ready(Service service) {
        return (int) Numbers.whole(last(Signal.REPLICAS_READY, service));
    }

    int wanted(Service service) {
        return (int) Math.max(ready(service), Numbers.whole(last(Signal.REPLICAS_WANTED, service)));
    }

    private double last(Signal signal, Service service) {
        return session.instruments().lately(signal, Machine.all(service, session.region()));
    }

    private List<Pod> of(Service service) {
        var fleet = Machine.all(service, session.region());
        int restarts = session.instruments().restarts(fleet).size();
        var pods = new ArrayList<Pod>();
        for (int number = 1; number <= Math.min(MOST_OF_ONE, wanted(service)); number++) {
            var machine = fleet.replica(number);
            pods.add(new Pod(
                    machine,
                    number <= ready(service),
                    restarts,
                    session.instruments().bornAt(machine)));
        }
        return pods;
    }

    private List<Pod> all() {
        int only = session.here().number();
        return services.stream()
                .flatMap(service -> of(service).stream())
                .filter(pod -> only == 0
                        || !pod.machine().id().equals(session.here().id())
                        || pod.machine().number() == only)
                .toList();
    }

    String words() {
        if (services.size() != 1) {
            return "";
        }
        var service = services.getFirst();
        return "%s in %s: %d of %d pods ready."
                .formatted(service.id(), session.region(), ready(service), wanted(service));
    }

    List<String> get(Stage stage) {
        var pods = all();
        if (pods.isEmpty()) {
            return List.of("No resources found in "
                    + stage.arguments().value("-n", "--namespace").orElse("default") + " namespace.");
        }
        var form = stage.arguments().value("-o", "--output").orElse("");
        if (form.equals("name")) {
            return pods.stream().map(pod -> "pod/" + pod.name()).toList();
        }
        boolean wide = form.equals("wide");
        boolean everywhere = stage.arguments().has("-A", "--all-namespaces");
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("NAME", "READY", "STATUS", "RESTARTS", "AGE"));
        if (wide) {
            head.addAll(List.of("IP", "NODE", "NOMINATED NODE", "READINESS GATES"));
        }
        if (everywhere) {
            head.addFirst("NAMESPACE");
        }
        rows.add(head);
        for (var pod : pods) {
            var row = new ArrayList<>(
                    List.of(pod.name(), pod.ready() ? "1/1" : "0/1", pod.status(), restarts(pod), age(pod.bornAt())));
            if (wide) {
                var address = session.fleet()
                        .address(
                                pod.machine().service(),
                                session.region(),
                                pod.machine().number());
                row.addAll(List.of(pod.ready() ? address : "<none>", node(pod), "<none>", "<none>"));
            }
            if (everywhere) {
                row.addFirst(
                        pod.machine().service().kind() == mayday.scenario.ServiceKind.RESOLVER
                                ? "kube-system"
                                : "default");
            }
            rows.add(row);
        }
        return stage.arguments().has("--no-headers")
                ? Numbers.columns(rows.subList(1, rows.size()), 3)
                : Numbers.columns(rows, 3);
    }

    private String restarts(Pod pod) {
        var times = session.instruments().restarts(pod.machine().fleet());
        return pod.restarts() == 0 ? "0" : pod.restarts() + " (" + age(times.getLast()) + " ago)";
    }

    String node(Pod pod) {
        int number = 1 + Math.floorMod(Chance.hash(12, pod.name()), nodeCount());
        return "ip-10-" + Math.max(0, session.system().regionIds().indexOf(session.region())) + "-1-" + (10 + number)
                + ".internal";
    }

    private int nodeCount() {
        int pods = session.system().services().stream()
                .filter(service -> service.runsIn(session.region()))
                .mapToInt(service -> service.capacity().replicas())
                .sum();
        return Math.max(3, pods / PODS_A_NODE);
    }

    List<String> nodes() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "STATUS", "ROLES", "AGE", "VERSION"));
        for (int number = 1; number <= nodeCount(); number++) {
            rows.add(List.of(nodeName(number), "Ready", "<none>", (60 + number) + "d", VERSION));
        }
        return Numbers.columns(rows, 3);
    }

    private String nodeName(int number) {
        return "ip-10-" + Math.max(0, session.system().regionIds().indexOf(session.region())) + "-1-" + (10 + number)
                + ".internal";
    }

    private double cores(Pod pod) {
        return pod.ready()
                ? session.instruments().lately(Signal.CPU, pod.machine())
                        * pod.machine().service().capacity().cores()
                : 0;
    }

    private double mebibytes(Pod pod) {
        return pod.ready() ? 1024 * session.instruments().lately(Signal.MEMORY, pod.machine()) : 0;
    }

    List<String> top(String text) {
        var pods = new ArrayList<>(all());
        if (text.contains("--sort-by")) {
            pods.sort((text.contains("mem")
                            ? Comparator.comparingDouble(this::mebibytes)
                            : Comparator.comparingDouble(this::cores))
                    .reversed());
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "CPU(cores)", "MEMORY(bytes)"));
        for (var pod : pods) {
            if (pod.ready()) {
                rows.add(List.of(
                        pod.name(), Numbers.whole(1000 * cores(pod)) + "m", Numbers.whole(mebibytes(pod)) + "Mi"));
            }
        }
        return Numbers.columns(rows, 3);
    }

    List<String> topNodes() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)"));
        var pods = all();
        double coresOfAll = pods.stream()
                .mapToDouble(pod -> pod.machine().service().capacity().cores())
                .sum();
        double memoryOfAll = 1024
                * pods.stream()
                        .mapToDouble(pod -> pod.machine().service().capacity().memoryLimitGib())
                        .sum();
        for (int number = 1; number <= nodeCount(); number++) {
            var name = nodeName(number);
            var here = pods.stream().filter(pod -> node(pod).equals(name)).toList();
            double cores = here.stream().mapToDouble(this::cores).sum();
            double memory = here.stream().mapToDouble(this::mebibytes).sum();
            rows.add(List.of(
                    name,
                    Numbers.whole(1000 * cores) + "m",
                    Numbers.fixed(100 * cores * nodeCount() / Math.max(1, coresOfAll * 1.3), 0) + "%",
                    Numbers.whole(memory) + "Mi",
                    Numbers.fixed(100 * memory * nodeCount() / Math.max(1, memoryOfAll * 1.3), 0) + "%"));
        }
        return Numbers.columns(rows, 3);
    }

    List<String> services() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"));
        for (var service : services) {
            rows.add(List.of(
                    service.id().value(),
                    "ClusterIP",
                    "None",
                    "<none>",
                    Software.of(service).port() + "/TCP",
                    (90 + Chance.below(300, Chance.hash(13, service.id().value()))) + "d"));
        }
        return Numbers.columns(rows, 3);
    }

    List<String> events() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"));
        for (var pod : all()) {
            if (!pod.ready()) {
                rows.add(List.of(
                        "30s",
                        "Warning",
                        "Unhealthy",
                        "pod/" + pod.name(),
                        "Readiness probe failed: HTTP probe failed with statuscode: 503"));
            }
            for (var at : session.instruments().restarts(pod.machine().fleet())) {
                rows.add(List.of(
                        age(at),
                        "Normal",
                        "Started",
                        "pod/" + pod.name(),
                        "Started container " + pod.machine().id()));
            }
        }
        for (var service : services) {
            for (var release : session.instruments().releases(service.id())) {
                if (Duration.between(release.at(), session.now()).toHours() < 1) {
                    rows.add(List.of(
                            age(release.at()),
                            "Normal",
                            "ScalingReplicaSet",
                            "deployment/" + service.id(),
                            "Scaled up replica set to " + wanted(service)));
                }
            }
        }
        return rows.size() == 1 ? List.of("No resources found in default namespace.") : Numbers.columns(rows, 3);
    }

    List<String> describePod(String name) {
        var found = session.fleet()
                .machine(name, session.region())
                .flatMap(machine -> of(machine.service()).stream()
                        .filter(pod -> pod.machine().number() == Math.max(1, machine.number()))
                        .findFirst());
        if (found.isEmpty()) {
            return List.of("Error from server (NotFound): pods \"" + name + "\" not found");
        }
        return PodDescription.lines(session, found.get(), node(found.get()));
    }

    /** The version in production: that of the latest release, or the one that the system's file names. */
    static String version(Session session, Service service) {
        return session.instruments().releases(service.id()).stream()
                .map(release -> release.what().replaceFirst("^.*?(\\d+\\.\\d+(?:\\.\\d+)?).*$", "$1"))
                .filter(version -> version.matches("\\d+\\.\\d+(\\.\\d+)?"))
                .findFirst()
                .orElse(service.version());
    }

    /** As kubectl writes ages: {@code 45s}, {@code 12m}, {@code 5h}, {@code 12d}. */
    String age(Instant born) {
        var age = Duration.between(born, session.now());
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.toMinutes() < 120) {
            return age.toMinutes() + "m";
        }
        return age.toHours() < 48 ? age.toHours() + "h" : age.toDays() + "d";
    }
}
