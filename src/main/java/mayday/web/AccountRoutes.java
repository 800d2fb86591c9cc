package mayday.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import java.time.InstantSource;
import java.util.List;
import mayday.web.Routes.Route;

/** The map of what has to do with accounts: the log-in, which is for everybody, and what is for facilitators alone. */
final class AccountRoutes {
    private static final String OTHER = "/account/facilitators/{aid}";
    private static final String OTHER_API = "/api/v1/facilitators/{aid}";

    private final LogInPages logIn;
    private final AccountPages pages;
    private final AuditTrail audit;
    private final ApiAccounts api;

    AccountRoutes(Site site, InstantSource wallClock) {
        this.logIn = new LogInPages(site);
        this.pages = new AccountPages(site, wallClock);
        this.audit = new AuditTrail(site, wallClock);
        this.api = new ApiAccounts(site);
    }

    List<Route> site() {
        return List.of(
                new Route(GET, "/login", logIn::show),
                new Route(POST, "/login", logIn::logIn),
                new Route(POST, "/logout", logIn::logOut),
                new Route(GET, "/facilitators/first", logIn::first),
                new Route(POST, "/facilitators/first", logIn::makeFirst),
                new Route(GET, "/account", pages::show),
                new Route(POST, "/account/name", pages::rename),
                new Route(POST, "/account/password", pages::changePassword),
                new Route(POST, "/account/facilitators", pages::make),
                new Route(POST, OTHER + "/disable", pages::disable),
                new Route(POST, OTHER + "/enable", pages::enable),
                new Route(POST, OTHER + "/password", pages::setPassword),
                new Route(GET, "/account/audit", audit::show));
    }

    List<Route> api() {
        return List.of(
                new Route(GET, "/api/v1/account", api::own),
                new Route(PATCH, "/api/v1/account", api::rename),
                new Route(PUT, "/api/v1/account/password", api::changePassword),
                new Route(GET, "/api/v1/facilitators", api::list),
                new Route(POST, "/api/v1/facilitators", api::make),
                new Route(PATCH, OTHER_API, api::change),
                new Route(PUT, OTHER_API + "/password", api::setPassword),
                new Route(GET, "/api/v1/audit", audit::json));
    }
}
