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
    private final StandingsPages standings;
    private final DrillDebriefPages debrief;
    private final ApiConsole api;

    ConsoleRoutes(DrillDesk desk, Site site, Clients clients, LeadingMoves moves, InstantSource wallClock) {
        this.console = new ConsolePages(site, desk, moves);
        this.stream = new ConsoleStream(desk, site, clients, wallClock);
        this.standings = new StandingsPages(site, desk, clients, wallClock);
        this.debrief = new DrillDebriefPages(site, desk);
        this.api = new ApiConsole(site, desk, moves);
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
                new Route(POST, at + "/reveal", console::reveal),
                new Route(GET, "/drills/{drill}/standings", standings::show),
                new Route(GET, "/drills/{drill}/standings/stream", standings::stream),
                new Route(GET, "/drills/{drill}/debrief", debrief::show),
                new Route(POST, "/drills/{drill}/debrief/action", debrief::name),
                new Route(GET, "/drills/{drill}/debrief/export/{format}", debrief::export));
    }

    List<Route> api() {
        var at = "/api/v1/drills/{drill}";
        return List.of(
                new Route(GET, at + "/console", api::show),
                new Route(POST, at + "/start", api::start),
                new Route(POST, at + "/pause", api::pause),
                new Route(POST, at + "/resume", api::resume),
                new Route(POST, at + "/extend", api::extend),
                new Route(POST, at + "/hints", api::hint),
                new Route(POST, at + "/answers", api::answer),
                new Route(POST, at + "/injects", api::inject),
                new Route(POST, at + "/injects/{number}/withdraw", api::withdraw),
                new Route(POST, at + "/probes", api::probe),
                new Route(POST, at + "/board", api::board),
                new Route(POST, at + "/end", api::end),
                new Route(POST, at + "/reveal", api::reveal),
                new Route(GET, at + "/standings", standings::json),
                new Route(GET, at + "/debrief", debrief::json),
                new Route(POST, at + "/actions", debrief::apiName),
                new Route(GET, at + "/export/{format}", debrief::export));
    }
}
