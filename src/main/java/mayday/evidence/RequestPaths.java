package mayday.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mayday.scenario.Journey;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;

/** What is asked of a service, as its log shows it: {@code GET /films/{n}}. */
final class RequestPaths {
    private RequestPaths() {}

    /**
     * What the system's file says; else, in front, what customers come to do and, behind, the service's own name.
     *
     * @return at least one, each with its method
     */
    static List<String> of(Service service, SimulatedSystem system) {
        if (!service.paths().isEmpty()) {
            return service.paths().stream().map(RequestPaths::withMethod).toList();
        }
        boolean front = service.kind() == ServiceKind.EDGE
                || service.id().equals(system.traffic().entry());
        if (!front) {
            return named(service.id());
        }
        var requests = new LinkedHashSet<String>();
        requests.add("GET /");
        for (var through : behind(service, system)) {
            requests.addAll(through.paths().isEmpty() ? named(through.id()) : of(through, system));
        }
        return List.copyOf(requests);
    }

    private static List<Service> behind(Service service, SimulatedSystem system) {
        var behind = new ArrayList<Service>();
        system.journeys().stream()
                .map(Journey::through)
                .distinct()
                .filter(through -> !through.equals(service.id()))
                .forEach(through -> behind.add(system.service(through)));
        return behind;
    }

    private static List<String> named(ServiceId id) {
        return List.of("GET /" + id, "GET /" + id + "/{n}");
    }

    private static String withMethod(String path) {
        return path.startsWith("/") ? "GET " + path : path;
    }
}
