package mayday.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import mayday.scenario.Caching;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;

/**
 * A place in columns and rows for every service: callers stand left of what they call, and rows follow the callers' rows so that few
 * links cross.
 */
final class MapLayers {
    private static final int MOST_COLUMNS = 5;
    private final Map<ServiceId, Integer> columns = new HashMap<>();
    private final Map<ServiceId, Double> rows = new HashMap<>();
    private final SimulatedSystem system;
    private final List<Edge> edges;
    private int rowCount = 1;

    private MapLayers(SimulatedSystem system) {
        this.system = system;
        this.edges = edges(system);
    }

    /** Who talks to whom. */
    record Edge(ServiceId from, ServiceId to) {}

    /** All dependencies, and the caches in front of them. */
    static List<Edge> edges(SimulatedSystem system) {
        var edges = new LinkedHashSet<Edge>();
        for (var dependency : system.dependencies()) {
            edges.add(new Edge(dependency.from(), dependency.to()));
            if (dependency.caching() instanceof Caching.By(var cache, var _, var _)) {
                edges.add(new Edge(dependency.from(), cache));
            }
        }
        return List.copyOf(edges);
    }

    static MapLayers of(SimulatedSystem system) {
        var layers = new MapLayers(system);
        layers.chooseColumns();
        layers.chooseRows();
        return layers;
    }

    int column(ServiceId service) {
        return columns.getOrDefault(service, 0);
    }

    /** From 0; half rows centre a short column. */
    double row(ServiceId service) {
        return rows.getOrDefault(service, 0.0);
    }

    int columns() {
        return columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    int rows() {
        return rowCount;
    }

    /** The longest way from a service that nobody calls. As many rounds as columns are enough, also where calls go in a circle. */
    private void chooseColumns() {
        system.services().forEach(service -> columns.put(service.id(), 0));
        for (var round = 1; round < MOST_COLUMNS; round++) {
            for (var edge : edges) {
                var next = Math.min(MOST_COLUMNS - 1, column(edge.from()) + 1);
                if (next > column(edge.to())) {
                    columns.put(edge.to(), next);
                }
            }
        }
    }

    private void chooseRows() {
        var inColumns = new ArrayList<List<Service>>();
        for (var column = 0; column < columns(); column++) {
            var wanted = column;
            inColumns.add(system.services().stream()
                    .filter(service -> column(service.id()) == wanted)
                    .toList());
        }
        rowCount = inColumns.stream().mapToInt(List::size).max().orElse(1);
        for (var services : inColumns) {
            var ordered = services.stream()
                    .sorted(Comparator.comparingDouble(service -> meanCallerRow(service.id())))
                    .toList();
            var above = (rowCount - ordered.size()) / 2.0;
            for (var index = 0; index < ordered.size(); index++) {
                rows.put(ordered.get(index).id(), above + index);
            }
        }
    }

    private double meanCallerRow(ServiceId service) {
        return edges.stream()
                .filter(edge -> edge.to().equals(service))
                .map(Edge::from)
                .mapToDouble(this::row)
                .average()
                .orElse(rowCount);
    }
}
