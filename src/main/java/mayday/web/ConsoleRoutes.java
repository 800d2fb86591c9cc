package mayday.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.time.InstantSource;
import java.util.List;
import mayday.web.Routes.Route;

/** The map of what leads a drill and what comes of it: the facilitator's console, the standings, the debrief of all teams. */
final class ConsoleRoutes {
    private final ConsolePages console;
    private final ConsoleStream stream;

    ConsoleRoutes(DrillDesk desk, Site site, Clients clients, InstantSource wallClock) {
        var moves = new LeadingMoves(site);
        this.console = new ConsolePages(site, desk, moves);
        this.stream = new ConsoleStream(desk, site, clients, wallClock);
    }

    List<Route> site() {
        var at = "/drills/{drill}/console";
        return List.of(
                new Route(GET, at, console::show),
                new Route(GET, at + "/stream", stream::open),
                new Route(GET, at + "/forms/{form}", console::form),
                new Route(POST, at + "/start", console::start),
                new Route(POST, at + "/pause", console::pause),
                new Route(POST, at + "/resume", console::resume),
                new Route(POST, at + "/extend", console::extend),
                new Route(POST, at + "/hint", console::hint),
                new Route(POST, at + "/answer", console::answer),
                new Route(POST, at + "/inject", console::inject),
                new Route(POST, at + "/withdraw", console::withdraw),
                new Route(POST, at + "/probe", console::probe),
                new Route(POST, at + "/board", console::board),
                new Route(POST, at + "/freeze", console::freeze),
                new Route(POST, at + "/end", console::end),
                new Route(POST, at + "/reveal", console::reveal));
    }

    List<Route> api() {
        return List.of();
    }
}
