package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mayday.evidence.Observation;
import mayday.incident.Incident;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;

/**
 * The service map, laid out in layers from the entry to the data stores. A service is unknown until an answer told something about
 * it, and fades when that was long ago.
 *
 * @param asked how many services something is known about
 */
public record MapDrawing(int width, int height, List<Node> nodes, List<Link> links, int asked) {

    /** What is known about a service fades after this long. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final int NODE_WIDTH = 140;
    private static final int NODE_HEIGHT = 42;
    private static final int COLUMN = 162;
    private static final int ROW = 51;
    private static final int MARGIN = 6;

    /** How far an arc within a column reaches out, with the room that it needs right of the last one. */
    private static final int ARC = (COLUMN - NODE_WIDTH) / 2;

    public MapDrawing {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * A service.
     *
     * @param health {@code ok}, {@code warn}, {@code bad} or {@code unk}
     * @param word what is known, in words
     * @param asOf since when, {@code 04:12}; empty while nothing is known
     */
    public record Node(int x, int y, String id, String title, String health, String word, String asOf, boolean old) {

        public boolean known() {
            return !asOf.isEmpty();
        }

        public String line() {
            return known() ? word + " · " + asOf : "not asked";
        }
    }

    /** A dependency; known where both ends are. */
    public record Link(String path, boolean known) {}

    /** Where everything stands on the map of a system, whatever is known about it. */
    static final class Layout {
        private final SimulatedSystem system;
        private final MapLayers layers;
        private final List<MapLayers.Edge> edges;
        private final List<String> paths;

        Layout(SimulatedSystem system) {
            this.system = system;
            this.layers = MapLayers.of(system);
            this.edges = MapLayers.edges(system);
            this.paths = edges.stream().map(edge -> path(edge, layers)).toList();
        }

        /** The map of an incident on that system at {@code now}. */
        MapDrawing drawn(Incident incident, Instant now) {
            var seen = incident.board().observations();
            var nodes = system.services().stream()
                    .map(service -> node(service, layers, seen.get(service.id()), now))
                    .toList();
            var links = IntStream.range(0, edges.size())
                    .mapToObj(place -> new Link(paths.get(place), isKnown(edges.get(place), seen.keySet())))
                    .toList();
            return new MapDrawing(
                    (layers.columns() - 1) * COLUMN + NODE_WIDTH + ARC + 2 * MARGIN,
                    (layers.rows() - 1) * ROW + NODE_HEIGHT + 2 * MARGIN,
                    nodes,
                    links,
                    seen.size());
        }

        private static boolean isKnown(MapLayers.Edge edge, Set<ServiceId> seen) {
            return seen.contains(edge.from()) && seen.contains(edge.to());
        }
    }

    /** Until when (exclusive) the map stays as it is at {@code now} if nobody learns anything: then what is known about a service fades. */
    static Instant sameUntil(Incident incident, Instant now) {
        return incident.board().observations().values().stream()
                .map(seen -> seen.asOf().plus(FRESH))
                .filter(fades -> !fades.isBefore(now))
                .map(fades -> fades.plusNanos(1))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static Node node(
            Service service, MapLayers layers, @org.jspecify.annotations.Nullable Observation seen, Instant now) {
        var x = x(layers, service.id());
        var y = y(layers, service.id());
        if (seen == null) {
            return new Node(x, y, service.id().value(), service.title(), "unk", "Not asked", "", false);
        }
        var old = seen.asOf().plus(FRESH).isBefore(now);
        var asOf = Format.minute(seen.asOf());
        return switch (seen.health()) {
            case HEALTHY -> new Node(x, y, service.id().value(), service.title(), "ok", "Healthy", asOf, old);
            case DEGRADED -> new Node(x, y, service.id().value(), service.title(), "warn", "Degraded", asOf, old);
            case FAILING -> new Node(x, y, service.id().value(), service.title(), "bad", "Failing", asOf, old);
        };
    }

    private static int x(MapLayers layers, ServiceId service) {
        return MARGIN + layers.column(service) * COLUMN;
    }

    private static int y(MapLayers layers, ServiceId service) {
        return (int) (MARGIN + layers.row(service) * ROW);
    }

    /** From the caller's right side to the callee's left; within a column, an arc on the right. */
    private static String path(MapLayers.Edge edge, MapLayers layers) {
        var fromX = x(layers, edge.from()) + NODE_WIDTH;
        var fromY = y(layers, edge.from()) + NODE_HEIGHT / 2;
        var toY = y(layers, edge.to()) + NODE_HEIGHT / 2;
        var forward = layers.column(edge.to()) > layers.column(edge.from());
        var toX = forward ? x(layers, edge.to()) : x(layers, edge.to()) + NODE_WIDTH;
        return "M%d %dC%d %d %d %d %d %d"
                .formatted(fromX, fromY, fromX + ARC, fromY, forward ? toX - ARC : toX + ARC, toY, toX, toY);
    }
}
