package mayday.web;

import java.util.List;
import mayday.web.Routes.Route;

/** The map of what leads a drill and what comes of it: the facilitator's console, the standings, the debrief of all teams. */
final class ConsoleRoutes {
    ConsoleRoutes(DrillDesk desk) {}

    List<Route> site() {
        return List.of();
    }

    List<Route> api() {
        return List.of();
    }
}
