package mayday.web;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import mayday.web.Routes.Route;

/** The map of the studio. All of it is for facilitators alone: whoever reads a scenario knows its answers. */
final class StudioRoutes {
    private static final String API = "/api/v1/studio/scenarios/{scenario}";
    private static final String SYSTEM_API = "/api/v1/studio/systems/{system}";
    private static final String SYSTEM = "/studio/systems/{system}";

    private final Site site;
    private final QuestionBench bench;
    private final StudioPages pages;
    private final StudioHistory history;
    private final ApiStudio api;
    private final StudioFiles files;
    private final StudioShelf shelf;
    private final StudioTests tests;
    private final StudioRecordings recordings;

    StudioRoutes(Site site, InstantSource wallClock) {
        this.site = site;
        var desk = new StudioDesk(site, wallClock);
        this.bench = new QuestionBench(site, desk);
        this.pages = new StudioPages(site, desk, bench);
        this.history = new StudioHistory(site, desk, wallClock);
        this.api = new ApiStudio(desk, pages, bench);
        this.files = new StudioFiles(desk, pages, bench);
        this.recordings = new StudioRecordings(site, desk);
        this.tests = new StudioTests(site, desk, api);
        this.shelf = new StudioShelf(desk, pages, history);
    }

    List<Route> site() {
        return List.of(
                route(GET, "/studio", pages::list),
                route(POST, "/studio", shelf::make),
                route(POST, "/studio/import", files::importForm),
                route(POST, "/studio/deleted", shelf::putBack),
                route(GET, SYSTEM, pages::show),
                route(POST, SYSTEM, pages::save),
                route(GET, SYSTEM + "/history", history::page),
                route(GET, "/studio/{scenario}", pages::show),
                route(POST, "/studio/{scenario}", pages::save),
                route(POST, "/studio/{scenario}/preview", pages::preview),
                route(POST, "/studio/{scenario}/bench", bench::show),
                route(POST, "/studio/{scenario}/wordings", files::addWording),
                route(POST, "/studio/{scenario}/tests", files::keep),
                route(POST, "/studio/{scenario}/tests/run", tests::run),
                route(POST, "/studio/{scenario}/delete", shelf::delete),
                route(GET, "/studio/{scenario}/recordings", recordings::page),
                route(POST, "/studio/{scenario}/recordings", recordings::look),
                route(POST, "/studio/{scenario}/recordings/write", recordings::write),
                route(GET, "/studio/{scenario}/archive", files::export),
                route(GET, "/studio/{scenario}/history", history::page));
    }

    List<Route> api() {
        return Stream.of(
                        List.of(
                                route(GET, "/api/v1/studio/scenarios", api::scenarios),
                                route(POST, "/api/v1/studio/scenarios", shelf::apiMake),
                                route(GET, "/api/v1/studio/deleted", shelf::apiDeleted),
                                route(POST, "/api/v1/studio/deleted/{kept}", shelf::apiPutBack),
                                route(GET, "/api/v1/studio/keys", api::keys),
                                route(POST, "/api/v1/studio/archives", files::importZip),
                                route(GET, "/api/v1/studio/systems", api::systems)),
                        ofItem(SYSTEM_API),
                        ofItem(API),
                        List.of(
                                route(DELETE, API, shelf::apiDelete),
                                route(GET, API + "/proofs/{revision}", api::proofs),
                                route(POST, API + "/preview", api::preview),
                                route(POST, API + "/trials", api::trial),
                                route(GET, API + "/misunderstood", api::misunderstood),
                                route(POST, API + "/wordings", files::apiAddWording),
                                route(POST, API + "/tests", files::apiKeep),
                                route(POST, API + "/tests/run", tests::apiRun),
                                route(POST, API + "/recordings", recordings::apiLook),
                                route(POST, API + "/recordings/{look}", recordings::apiWrite),
                                route(GET, API + "/archive", files::export),
                                route(POST, API + "/publish", api::publish),
                                route(POST, API + "/incidents", api::play)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> ofItem(String path) {
        return List.of(
                route(GET, path, api::item),
                route(GET, path + "/file", api::file),
                route(PUT, path + "/file", api::save),
                route(POST, path + "/check", api::check),
                route(GET, path + "/editions", history::list),
                route(GET, path + "/editions/{number}", history::show));
    }

    /** Nothing of a request is looked at before it is known to be a facilitator's. */
    private Route route(HandlerType method, String path, Handler handler) {
        return new Route(method, path, ctx -> {
            var _ = site.facilitator.enter(ctx);
            handler.handle(ctx);
        });
    }
}
