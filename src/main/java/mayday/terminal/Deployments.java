package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Service;

/** The deployments of services in one cluster, as {@code kubectl} tells of them. */
record Deployments(Session session, List<Service> services, Pods pods) {

    List<String> get() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"));
        for (var service : services) {
            rows.add(List.of(
                    service.id().value(),
                    pods.ready(service) + "/" + pods.wanted(service),
                    Integer.toString(pods.wanted(service)),
                    Integer.toString(pods.ready(service)),
                    (90 + Chance.below(300, Chance.hash(13, service.id().value()))) + "d"));
        }
        return Numbers.columns(rows, 3);
    }

    List<String> describe() {
        var lines = new ArrayList<String>();
        for (var service : services) {
            lines.add("Name:                   " + service.id());
            lines.add("Namespace:              default");
            lines.add("Labels:                 app=" + service.id());
            lines.add("Selector:               app=" + service.id());
            lines.add("Replicas:               %d desired | %d updated | %d total | %d available | %d unavailable"
                    .formatted(
                            pods.wanted(service),
                            pods.wanted(service),
                            pods.wanted(service),
                            pods.ready(service),
                            pods.wanted(service) - pods.ready(service)));
            lines.add("StrategyType:           RollingUpdate");
            lines.add("Pod Template:");
            lines.add("  Containers:");
            lines.add("   " + service.id() + ":");
            lines.add("    Image:      registry.internal/" + service.id() + ":" + Pods.version(session, service));
            lines.add("    Limits:");
            lines.add("      cpu:     "
                    + Numbers.fixed(
                            service.capacity().cores(), service.capacity().cores() < 1 ? 1 : 0));
            lines.add(
                    "      memory:  " + Numbers.fixed(1024 * service.capacity().memoryLimitGib(), 0) + "Mi");
            lines.add("Conditions:");
            lines.add("  Type           Status  Reason");
            lines.add("  ----           ------  ------");
            lines.add(
                    pods.ready(service) == pods.wanted(service)
                            ? "  Available      True    MinimumReplicasAvailable"
                            : "  Available      False   MinimumReplicasUnavailable");
        }
        return lines;
    }

    List<String> rolloutStatus() {
        return services.stream()
                .map(service -> pods.ready(service) == pods.wanted(service)
                        ? "deployment \"%s\" successfully rolled out".formatted(service.id())
                        : "Waiting for deployment \"%s\" rollout to finish: %d of %d updated replicas are available..."
                                .formatted(service.id(), pods.ready(service), pods.wanted(service)))
                .toList();
    }

    List<String> history() {
        var lines = new ArrayList<String>();
        for (var service : services) {
            lines.add("deployment.apps/" + service.id());
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("REVISION", "CHANGE-CAUSE"));
            var releases = session.instruments().releases(service.id());
            int revision = 20 + Chance.below(60, Chance.hash(14, service.id().value()));
            for (int i = releases.size() - 1; i >= 0; i--) {
                rows.add(List.of(
                        Integer.toString(revision - i),
                        Numbers.iso(releases.get(i).at()) + " "
                                + releases.get(i).what() + " ("
                                + releases.get(i).by() + ")"));
            }
            lines.addAll(Numbers.columns(rows, 2));
        }
        return lines;
    }
}
