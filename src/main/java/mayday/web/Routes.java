package mayday.web;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The map of the site: every address and what answers there. */
final class Routes {
    private final Catalogue catalogue;
    private final RoomPages pages;
    private final Moves moves;
    private final PageStream stream;
    private final DebriefPages debrief;
    private final OverridePages overrides;
    private final ForkPages forks;
    private final PostMortemPages postMortem;
    private final ReviewerMoves reviewer;
    private final ProgressPages progress;
    private final Api api;
    private final ApiMoves apiMoves;
    private final ApiHypotheses apiHypotheses;
    private final ApiPostMortem apiPostMortem;
    private final ApiOverrides apiOverrides;
    private final ApiHints apiHints;
    private final EventStream events;
    private final OpenApi openApi;
    private final Health health;
    private final StudioRoutes studio;
    private final DrillRoutes drills;
    private final ConsoleRoutes console;
    private final AccountRoutes accounts;

    Routes(Site site, Clients clients, InstantSource wallClock) {
        this.studio = new StudioRoutes(site, wallClock);
        var drillDesk = new DrillDesk(site);
        this.drills = new DrillRoutes(site, drillDesk, clients);
        this.console = new ConsoleRoutes(drillDesk, site, clients, new LeadingMoves(site), wallClock);
        this.accounts = new AccountRoutes(site, wallClock);
        var regions = new Regions(site.templates);
        var judging = new Judging(site);
        this.catalogue = new Catalogue(site);
        var strips = new TeamStrips(site.templates);
        this.pages = new RoomPages(site, strips);
        this.moves = new Moves(site, pages, regions);
        this.stream = new PageStream(site, regions, clients, strips, wallClock);
        var postMortems = new PostMortems(site.debriefs);
        var desk = new ReviewerDesk(site, new ReviewerWording());
        this.debrief = new DebriefPages(site, judging, postMortems, desk);
        this.overrides = new OverridePages(site, debrief);
        this.forks = new ForkPages(site);
        this.postMortem = new PostMortemPages(site, postMortems, debrief);
        this.reviewer = new ReviewerMoves(site, desk, debrief);
        this.progress = new ProgressPages(site);
        this.api = new Api(site, judging);
        this.apiMoves = new ApiMoves(site);
        this.apiHypotheses = new ApiHypotheses(site);
        this.apiOverrides = new ApiOverrides(site, judging);
        this.apiPostMortem = new ApiPostMortem(site, postMortems);
        this.apiHints = new ApiHints(site);
        this.events = new EventStream(site, clients);
        this.openApi = new OpenApi(site);
        this.health = new Health(site);
    }

    /** An address with its method. */
    record Route(HandlerType method, String path, Handler handler) {}

    /** Pages and the forms on them. */
    List<Route> site() {
        return all(Stream.of(
                studio.site(),
                accounts.site(),
                drills.site(),
                console.site(),
                List.of(
                        new Route(GET, "/", catalogue::show),
                        new Route(GET, "/progress", progress::show),
                        new Route(GET, "/me", catalogue::me),
                        new Route(POST, "/me", catalogue::rename),
                        new Route(POST, "/incidents", catalogue::open),
                        new Route(GET, "/incidents/{id}", pages::room),
                        new Route(GET, "/incidents/{id}/stream", stream::open),
                        new Route(GET, "/incidents/{id}/changes", stream::changes),
                        new Route(GET, "/incidents/{id}/debrief", debrief::show),
                        new Route(GET, "/incidents/{id}/debrief/what-if", forks::show),
                        new Route(POST, "/incidents/{id}/forks", forks::fork),
                        new Route(GET, "/incidents/{id}/post-mortem", postMortem::show),
                        new Route(POST, "/incidents/{id}/post-mortem", postMortem::save),
                        new Route(GET, "/incidents/{id}/post-mortem.md", postMortem::markdown),
                        new Route(GET, "/incidents/{id}/post-mortem.json", postMortem::json),
                        new Route(POST, "/incidents/{id}/reviewer-questions/{qid}", reviewer::answer),
                        new Route(GET, "/incidents/{id}/facilitator", overrides::signIn),
                        new Route(POST, "/incidents/{id}/debrief/overrides", overrides::override),
                        new Route(POST, "/incidents/{id}/debrief/overrides/{part}/withdraw", overrides::withdraw),
                        new Route(POST, "/incidents/{id}/acknowledge", moves::acknowledge),
                        new Route(POST, "/incidents/{id}/questions", moves::ask),
                        new Route(GET, "/incidents/{id}/evidence/{eid}", pages::evidence),
                        new Route(POST, "/incidents/{id}/evidence/{eid}/pin", moves::pin),
                        new Route(GET, "/incidents/{id}/evidence/{eid}/link", ctx -> pages.form(ctx, MoveForm.LINK)),
                        new Route(POST, "/incidents/{id}/evidence/{eid}/link", moves::link),
                        new Route(GET, "/incidents/{id}/hypotheses/new", ctx -> pages.form(ctx, MoveForm.HYPOTHESIS)),
                        new Route(POST, "/incidents/{id}/hypotheses", moves::state),
                        new Route(GET, "/incidents/{id}/hypotheses/{hid}", ctx -> pages.form(ctx, MoveForm.JUDGE)),
                        new Route(POST, "/incidents/{id}/hypotheses/{hid}", moves::judge),
                        new Route(POST, "/incidents/{id}/hypotheses/{hid}/confidence", moves::revise),
                        new Route(GET, "/incidents/{id}/actions/{kind}", ctx -> pages.form(ctx, MoveForm.ACT)),
                        new Route(POST, "/incidents/{id}/actions/{kind}", moves::act),
                        new Route(POST, "/incidents/{id}/started/{aid}/cancel", moves::cancel),
                        new Route(GET, "/incidents/{id}/severity", ctx -> pages.form(ctx, MoveForm.SEVERITY)),
                        new Route(POST, "/incidents/{id}/severity", moves::severity),
                        new Route(GET, "/incidents/{id}/updates", ctx -> pages.form(ctx, MoveForm.UPDATE)),
                        new Route(POST, "/incidents/{id}/updates", moves::update),
                        new Route(GET, "/incidents/{id}/messages/{mid}/reply", ctx -> pages.form(ctx, MoveForm.REPLY)),
                        new Route(POST, "/incidents/{id}/messages/{mid}/reply", moves::reply),
                        new Route(POST, "/incidents/{id}/questions/{qid}/fallback", moves::takeFallback),
                        new Route(GET, "/incidents/{id}/escalations", ctx -> pages.form(ctx, MoveForm.ESCALATE)),
                        new Route(POST, "/incidents/{id}/escalations", moves::escalate),
                        new Route(GET, "/incidents/{id}/wait", ctx -> pages.form(ctx, MoveForm.WAIT)),
                        new Route(POST, "/incidents/{id}/wait", moves::waitOn),
                        new Route(GET, "/incidents/{id}/hints", ctx -> pages.form(ctx, MoveForm.HINT)),
                        new Route(POST, "/incidents/{id}/hints", moves::hint),
                        new Route(GET, "/incidents/{id}/close", ctx -> pages.form(ctx, MoveForm.CLOSE)),
                        new Route(POST, "/incidents/{id}/close", moves::close),
                        new Route(GET, "/schema/{file}", SchemaFiles::show),
                        new Route(GET, "/api", openApi::page),
                        new Route(GET, "/health/live", health::live),
                        new Route(GET, "/health/ready", health::ready))));
    }

    /** All of them, as they are to be tried: one after the other, so those of incidents, which are asked for most, come first. */
    Stream<Route> inOrder() {
        return Stream.concat(api().stream(), site().stream())
                .sorted(Comparator.comparing(route -> !route.path().contains("/incidents/{id}")));
    }

    /** The JSON API; {@code openapi.json} describes each of them. */
    List<Route> api() {
        return all(Stream.of(
                studio.api(),
                accounts.api(),
                drills.api(),
                console.api(),
                List.of(
                        new Route(GET, "/api/openapi.json", openApi::document),
                        new Route(GET, "/api/v1/scenarios", api::scenarios),
                        new Route(GET, "/api/v1/rubrics", api::rubrics),
                        new Route(POST, "/api/v1/incidents", api::open),
                        new Route(GET, "/api/v1/incidents/{id}", api::incident),
                        new Route(POST, "/api/v1/incidents/{id}/acknowledge", apiMoves::acknowledge),
                        new Route(POST, "/api/v1/incidents/{id}/questions", apiMoves::ask),
                        new Route(GET, "/api/v1/incidents/{id}/evidence/{eid}", api::evidence),
                        new Route(PATCH, "/api/v1/incidents/{id}/evidence/{eid}", apiMoves::pin),
                        new Route(GET, "/api/v1/incidents/{id}/actions", api::actions),
                        new Route(POST, "/api/v1/incidents/{id}/actions", apiMoves::act),
                        new Route(POST, "/api/v1/incidents/{id}/actions/{aid}/cancel", apiMoves::cancel),
                        new Route(POST, "/api/v1/incidents/{id}/hypotheses", apiHypotheses::state),
                        new Route(PATCH, "/api/v1/incidents/{id}/hypotheses/{hid}", apiHypotheses::change),
                        new Route(POST, "/api/v1/incidents/{id}/hypotheses/{hid}/links", apiHypotheses::link),
                        new Route(POST, "/api/v1/incidents/{id}/severity", apiMoves::severity),
                        new Route(POST, "/api/v1/incidents/{id}/updates", apiMoves::update),
                        new Route(POST, "/api/v1/incidents/{id}/messages/{mid}/replies", apiMoves::reply),
                        new Route(POST, "/api/v1/incidents/{id}/questions/{qid}/fallback", apiMoves::takeFallback),
                        new Route(POST, "/api/v1/incidents/{id}/escalations", apiMoves::escalate),
                        new Route(POST, "/api/v1/incidents/{id}/wait", apiMoves::waitOn),
                        new Route(POST, "/api/v1/incidents/{id}/hints", apiHints::take),
                        new Route(POST, "/api/v1/incidents/{id}/close", apiMoves::close),
                        new Route(GET, "/api/v1/incidents/{id}/debrief", api::debrief),
                        new Route(GET, "/api/v1/incidents/{id}/debrief/what-if", forks::apiShow),
                        new Route(POST, "/api/v1/incidents/{id}/forks", forks::apiFork),
                        new Route(GET, "/api/v1/incidents/{id}/post-mortem", apiPostMortem::show),
                        new Route(PUT, "/api/v1/incidents/{id}/post-mortem", apiPostMortem::save),
                        new Route(GET, "/api/v1/incidents/{id}/post-mortem.md", apiPostMortem::markdown),
                        new Route(GET, "/api/v1/incidents/{id}/reviewer-questions", reviewer::list),
                        new Route(PUT, "/api/v1/incidents/{id}/reviewer-questions/{qid}", reviewer::put),
                        new Route(GET, "/api/v1/progress", progress::json),
                        new Route(PUT, "/api/v1/incidents/{id}/debrief/overrides/{part}", apiOverrides::put),
                        new Route(DELETE, "/api/v1/incidents/{id}/debrief/overrides/{part}", apiOverrides::delete),
                        new Route(GET, "/api/v1/incidents/{id}/events", events::open))));
    }

    private static List<Route> all(Stream<List<Route>> lists) {
        return lists.flatMap(List::stream).toList();
    }
}
