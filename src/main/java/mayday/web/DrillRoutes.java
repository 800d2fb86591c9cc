package mayday.web;

import java.util.List;
import mayday.web.Routes.Route;

/** The map of what people in a drill see: lobby, seats, probes. */
final class DrillRoutes {
    DrillRoutes(DrillDesk desk) {}

    List<Route> site() {
        return List.of();
    }

    List<Route> api() {
        return List.of();
    }
}
