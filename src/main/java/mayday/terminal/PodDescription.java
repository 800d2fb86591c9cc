package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.terminal.Pods.Pod;

/** {@code kubectl describe pod}. */
final class PodDescription {
    private PodDescription() {}

    static List<String> lines(Session session, Pod pod, String node) {
        var service = pod.machine().service();
        var host = session.about(pod.machine());
        var lines = new ArrayList<String>();
        lines.add("Name:             " + pod.name());
        lines.add("Namespace:        default");
        lines.add("Node:             " + node);
        lines.add("Start Time:       "
                + Numbers.formatter("EEE, dd MMM yyyy HH:mm:ss xx").format(pod.bornAt()));
        lines.add("Labels:           app=" + service.id());
        lines.add("Status:           " + (pod.ready() ? "Running" : "Pending"));
        lines.add("IP:               "
                + session.fleet()
                        .address(service, session.region(), pod.machine().number()));
        lines.add("Containers:");
        lines.add("  " + service.id() + ":");
        lines.add("    Image:          registry.internal/" + service.id() + ":" + Pods.version(session, service));
        lines.add("    Port:           " + Software.of(service).port() + "/TCP");
        lines.add("    State:          " + (pod.ready() ? "Running" : "Waiting"));
        if (!pod.ready()) {
            lines.add("      Reason:       ContainerCreating");
        }
        var killed = KernelEvents.of(host).stream()
                .filter(event -> event.text().contains("Killed process"))
                .toList();
        if (!killed.isEmpty()) {
            lines.add("    Last State:     Terminated");
            lines.add("      Reason:       OOMKilled");
            lines.add("      Exit Code:    137");
            lines.add("      Finished:     "
                    + Numbers.formatter("EEE, dd MMM yyyy HH:mm:ss xx")
                            .format(killed.getLast().at()));
        }
        lines.add("    Ready:          " + (pod.ready() ? "True" : "False"));
        lines.add("    Restart Count:  " + Math.max(pod.restarts(), killed.size()));
        lines.add("    Limits:");
        lines.add("      cpu:     "
                + Numbers.fixed(service.capacity().cores(), service.capacity().cores() < 1 ? 1 : 0));
        lines.add("      memory:  " + Numbers.fixed(1024 * service.capacity().memoryLimitGib(), 0) + "Mi");
        lines.add("Conditions:");
        lines.add("  Type              Status");
        lines.add("  Initialized       True");
        lines.add("  Ready             " + (pod.ready() ? "True" : "False"));
        lines.add("  ContainersReady   " + (pod.ready() ? "True" : "False"));
        lines.add("  PodScheduled      True");
        lines.add("QoS Class:        Burstable");
        lines.add("Events:");
        if (pod.ready()) {
            lines.set(lines.size() - 1, "Events:           <none>");
        } else {
            lines.add("  Type     Reason     Age   From     Message");
            lines.add("  ----     ------     ----  ----     -------");
            lines.add(
                    "  Warning  Unhealthy  30s   kubelet  Readiness probe failed: HTTP probe failed with statuscode: 503");
        }
        return lines;
    }
}
