package mayday.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.util.List;
import mayday.web.Routes.Route;

/** The map of what people in a drill see: lobby, seats, probes. */
final class DrillRoutes {
    private final DrillPages pages;
    private final NewDrillPage making;
    private final JoinPages joining;
    private final LobbyMoves moves;
    private final ProbePage probe;
    private final DrillStream stream;
    private final ApiDrills api;
    private final DrillEvents events;

    DrillRoutes(Site site, DrillDesk desk, Clients clients) {
        var making = new DrillMaking(site);
        var door = new JoinDoor(site);
        this.stream = new DrillStream(desk, clients);
        this.pages = new DrillPages(site, desk, stream);
        this.making = new NewDrillPage(site, making);
        this.joining = new JoinPages(site, door);
        this.moves = new LobbyMoves(site, desk, pages);
        this.probe = new ProbePage(site, desk);
        this.api = new ApiDrills(site, desk, making, door);
        this.events = new DrillEvents(desk, clients);
    }

    List<Route> site() {
        return List.of(
                new Route(GET, "/drills", pages::list),
                new Route(GET, "/drills/new", making::show),
                new Route(POST, "/drills", making::make),
                new Route(GET, "/join", joining::show),
                new Route(GET, "/join/{code}", joining::show),
                new Route(POST, "/join", joining::join),
                new Route(GET, "/drills/{drill}", pages::lobby),
                new Route(GET, "/drills/{drill}/stream", stream::open),
                new Route(GET, "/drills/{drill}/changes", stream::changes),
                new Route(POST, "/drills/{drill}/seat", moves::takeSeat),
                new Route(POST, "/drills/{drill}/ready", moves::ready),
                new Route(POST, "/drills/{drill}/say", moves::say),
                new Route(POST, "/drills/{drill}/leave", moves::leave),
                new Route(POST, "/drills/{drill}/command", moves::handOver),
                new Route(GET, "/drills/{drill}/probe", probe::show),
                new Route(POST, "/drills/{drill}/probe", probe::answer));
    }

    List<Route> api() {
        return List.of(
                new Route(GET, "/api/v1/drills", api::list),
                new Route(POST, "/api/v1/drills", api::make),
                new Route(POST, "/api/v1/drills/join", api::join),
                new Route(GET, "/api/v1/drills/{drill}", api::drill),
                new Route(POST, "/api/v1/drills/{drill}/seat", api::takeSeat),
                new Route(POST, "/api/v1/drills/{drill}/ready", api::ready),
                new Route(POST, "/api/v1/drills/{drill}/messages", api::say),
                new Route(POST, "/api/v1/drills/{drill}/leave", api::leave),
                new Route(POST, "/api/v1/drills/{drill}/command", api::handOver),
                new Route(GET, "/api/v1/drills/{drill}/probe", api::probe),
                new Route(POST, "/api/v1/drills/{drill}/probe", api::answerProbe),
                new Route(GET, "/api/v1/drills/{drill}/events", events::open));
    }
}
