package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Observation;
import mayday.incident.Incident;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;

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

    static MapDrawing of(Incident incident, Instant now) {
        var layers = MapLayers.of(incident.scenario().system());
        var seen = incident.board().observations();
        var nodes = incident.scenario().system().services().stream()
                .map(service -> node(service, layers, seen.get(service.id()), now))
                .toList();
        var links = MapLayers.edges(incident.scenario().system()).stream()
                .map(edge -> link(edge, layers, seen.containsKey(edge.from()) && seen.containsKey(edge.to())))
                .toList();
        return new MapDrawing(
                (layers.columns() - 1) * COLUMN + NODE_WIDTH + ARC + 2 * MARGIN,
                (layers.rows() - 1) * ROW + NODE_HEIGHT + 2 * MARGIN,
                nodes,
                links,
                seen.size());
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
    private static Link link(MapLayers.Edge edge, MapLayers layers, boolean known) {
        var fromX = x(layers, edge.from()) + NODE_WIDTH;
        var fromY = y(layers, edge.from()) + NODE_HEIGHT / 2;
        var toY = y(layers, edge.to()) + NODE_HEIGHT / 2;
        var forward = layers.column(edge.to()) > layers.column(edge.from());
        var toX = forward ? x(layers, edge.to()) : x(layers, edge.to()) + NODE_WIDTH;
        var path = "M%d %dC%d %d %d %d %d %d"
                .formatted(fromX, fromY, fromX + ARC, fromY, forward ? toX - ARC : toX + ARC, toY, toX, toY);
        return new Link(path, known);
    }
}
