package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import mayday.compiler.Shipped;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Participant;
import org.junit.jupiter.api.Test;

class MapDrawingTest {

    @Test
    void everyShippedSystemHasAPlaceForEachServiceAndStartsInTheFog() {
        for (var scenario : Shipped.library().scenarios()) {
            var by = new Participant("p", "");
            var cause = scenario.causes().getFirst().id();
            var incident = Decider.open(scenario, 1, cause, ClockMode.PRACTICE, scenario.pagedAt(), by)
                    .after();
            var map = new MapDrawing.Layout(scenario.system()).drawn(incident, scenario.pagedAt());
            var places = new HashSet<String>();
            map.nodes().forEach(node -> places.add(node.x() + "," + node.y()));
            assertThat(places).hasSameSizeAs(scenario.system().services());
            assertThat(map.nodes()).allMatch(node -> node.x() >= 0 && node.x() + 140 <= map.width());
            assertThat(map.nodes()).allMatch(node -> node.y() >= 0 && node.y() + 42 <= map.height());
            assertThat(map.nodes()).noneMatch(MapDrawing.Node::known);
            assertThat(map.asked()).isZero();
        }
    }

    @Test
    void callersStandLeftOfWhatTheyCall() {
        var system = Shipped.library().scenarios().getFirst().system();
        var layers = MapLayers.of(system);
        var backwards = MapLayers.edges(system).stream()
                .filter(edge -> layers.column(edge.to()) < layers.column(edge.from()))
                .toList();
        assertThat(backwards).isEmpty();
        assertThat(layers.column(system.traffic().entry())).isZero();
    }
}
