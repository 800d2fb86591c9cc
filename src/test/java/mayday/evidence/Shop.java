package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mayday.evidence.Circumstances.LearnerChange;
import mayday.evidence.Circumstances.Passage;
import mayday.scenario.AlertId;
import mayday.scenario.AlertRule;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Caching;
import mayday.scenario.Capacity;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.CauseState;
import mayday.scenario.Change;
import mayday.scenario.ChangeId;
import mayday.scenario.ChangeKind;
import mayday.scenario.Condition;
import mayday.scenario.Dependency;
import mayday.scenario.Dimension;
import mayday.scenario.Fault;
import mayday.scenario.FaultClass;
import mayday.scenario.Job;
import mayday.scenario.Journey;
import mayday.scenario.Level;
import mayday.scenario.LogPattern;
import mayday.scenario.PastIncident;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Revision;
import mayday.scenario.Route;
import mayday.scenario.Runbook;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Slo;
import mayday.scenario.StateId;
import mayday.scenario.SystemId;
import mayday.scenario.Team;
import mayday.scenario.TeamId;
import mayday.scenario.Traffic;
import mayday.scenario.Where;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;

/** A small shop with one of each kind of service, in two regions, and a scenario on it: paged at 14:00 on 12 March. */
final class Shop {
    static final Instant PAGED_AT = Instant.parse("2026-03-12T14:00:00Z");
    static final RegionId NORTH = new RegionId("north");
    static final RegionId SOUTH = new RegionId("south");
    static final ServiceId EDGE = new ServiceId("edge");
    static final ServiceId CHECKOUT = new ServiceId("checkout");
    static final ServiceId ORDERS_DB = new ServiceId("orders-db");
    static final ServiceId CART_CACHE = new ServiceId("cart-cache");
    static final ServiceId RESOLVER = new ServiceId("resolver");
    static final ServiceId CARDLINK = new ServiceId("cardlink");
    static final TeamId ORDERS = new TeamId("orders");
    static final TeamId PLATFORM = new TeamId("platform");

    private Shop() {}

    static SimulatedSystem system() {
        return new SimulatedSystem(
                new SystemId("shop"),
                "A shop",
                List.of(new Region(NORTH, "North", List.of(), 0.5), new Region(SOUTH, "South", List.of(), 0.5)),
                List.of(
                        service(EDGE, ServiceKind.EDGE, "Envoy 1.36", PLATFORM, 71),
                        service(CHECKOUT, ServiceKind.SERVICE, "Java 25", ORDERS, 54),
                        database(),
                        service(CART_CACHE, ServiceKind.CACHE, "Redis 8", PLATFORM, 54),
                        service(RESOLVER, ServiceKind.RESOLVER, "CoreDNS 1.13", PLATFORM, 54),
                        service(CARDLINK, ServiceKind.THIRD_PARTY, "HTTPS API", PLATFORM, 20)),
                List.of(
                        call(EDGE, CHECKOUT, 1, 0, true),
                        call(CHECKOUT, ORDERS_DB, 2, 20, false),
                        call(CHECKOUT, CART_CACHE, 1, 0, false),
                        call(CHECKOUT, CARDLINK, 0.2, 0, true)),
                new Traffic(EDGE, 400, Collections.nCopies(24, 0.5), 0),
                List.of(new Journey("place an order", CHECKOUT, 0.4), new Journey("browse", EDGE, 1)),
                List.of(new Slo("checkout availability", CHECKOUT, 0.999, 30, 0.25)),
                List.of(
                        new Team(ORDERS, "Orders", "Priya Raman", List.of(), 180),
                        new Team(PLATFORM, "Platform", "Tomás Silva", List.of(), 240)),
                List.of(
                        change("old", ChangeKind.RELEASE, CHECKOUT, "checkout 3.17.4", "Priya", Duration.ofHours(30)),
                        change("edge-release", ChangeKind.RELEASE, EDGE, "edge 2.14.0", "Jonas", Duration.ofHours(15))),
                List.of(new Runbook(EDGE, "5xx on edge", List.of("Look at the regions.", "Look at the dependencies."))),
                List.of(new PastIncident("Edge out of memory", EDGE, Duration.ofDays(40), "A leak in a filter.")),
                List.of(new Job("nightly-vacuum", ORDERS_DB, "0 3 * * *", "vacuums orders")));
    }

    static Scenario scenario() {
        var page = new Condition.Threshold(
                EDGE, Where.everywhere(), Signal.ERROR_RATIO, Condition.Comparison.ABOVE, 0.02, Duration.ofMinutes(5));
        return new Scenario(
                new ScenarioId("shop-trouble"),
                new Revision("0".repeat(64)),
                "Trouble in the shop",
                "It fails.",
                Level.FOUNDATION,
                List.of(),
                system(),
                new AlertRule(new AlertId("edge-5xx"), "5xx > 2 % on edge for 5 min", page, PLATFORM),
                PAGED_AT,
                Duration.ofMinutes(45),
                List.of(badRelease(), badFlag()),
                List.of(change(
                        "decoy", ChangeKind.CONFIG, EDGE, "idle time-out 60 s", "Jonas", Duration.ofMinutes(50))),
                List.of(),
                List.of(),
                List.of(),
                List.of(vendorQuestion()),
                page,
                Map.of());
    }

    private static AuthoredQuestion vendorQuestion() {
        var mail = new AuthoredEvidence(
                new AuthoredId("mail"),
                AuthoredEvidence.Form.NOTE,
                "Mail from cardlink",
                "Mail",
                "All good\nhere.\n\nBye.");
        var shell = new AuthoredEvidence(
                new AuthoredId("flags"),
                AuthoredEvidence.Form.COMMAND,
                "flags history",
                "Command",
                "console $ flags history\n13:50 new-basket on\n");
        return new AuthoredQuestion(
                new AuthoredId("vendor"),
                Dimension.DEPENDENCY_STATUS,
                List.of(),
                List.of("what does the vendor say"),
                List.of(
                        new AuthoredQuestion.AuthoredAnswer(
                                List.of(new CauseId("bad-flag")), "They wonder about a flag.", List.of(shell)),
                        new AuthoredQuestion.AuthoredAnswer(List.of(), "They see nothing.", List.of(mail))));
    }

    static Cause badRelease() {
        return cause(
                "bad-release",
                change(
                        "release-3180",
                        ChangeKind.RELEASE,
                        CHECKOUT,
                        "checkout 3.18.0",
                        "Priya",
                        Duration.ofMinutes(10)));
    }

    static Cause badFlag() {
        return cause(
                "bad-flag",
                change(
                        "flag-on",
                        ChangeKind.FLAG,
                        CHECKOUT,
                        "new-basket on for 100 %",
                        "growth",
                        Duration.ofMinutes(10)));
    }

    private static Cause cause(String id, Change change) {
        return new Cause(
                new CauseId(id),
                "Secret title of " + id,
                "Secret explanation.",
                new Fault(FaultClass.OTHER, CHECKOUT),
                1,
                Duration.ofMinutes(10),
                List.of(change),
                List.of(change.id()),
                List.of(),
                List.of(broken()));
    }

    static CauseState broken() {
        return new CauseState(
                new StateId("broken"),
                List.of(),
                List.of(new LogPattern(
                        CHECKOUT, Where.everywhere(), "ERROR", "basket is broken", LogPattern.Per.FAILURE, 0.75)),
                List.of());
    }

    private static Change change(String id, ChangeKind kind, ServiceId service, String what, String by, Duration ago) {
        return new Change(new ChangeId(id), kind, service, List.of(), "subject", what, by, ago);
    }

    private static Service service(
            ServiceId id, ServiceKind kind, String technology, TeamId owner, double certificateDays) {
        var capacity = new Capacity(4, 64, 4, 0.005, 0.020, 5, 0.0002, 1, 4, 0.4, 30);
        return new Service(
                id,
                id.value(),
                kind,
                technology,
                "1.0.0",
                owner,
                List.of(),
                List.of(NORTH, SOUTH),
                capacity,
                certificateDays);
    }

    private static Service database() {
        var capacity = new Capacity(1, 64, 16, 0.005, 0.010, 5, 0.0001, 24, 64, 0.6, 120);
        return new Service(
                ORDERS_DB,
                "Orders database",
                ServiceKind.DATABASE,
                "PostgreSQL 18",
                "18.1",
                ORDERS,
                List.of(),
                List.of(NORTH),
                capacity,
                54);
    }

    private static Dependency call(ServiceId from, ServiceId to, double calls, int pool, boolean names) {
        return new Dependency(from, to, calls, 2, 1, 0, pool, Route.PRIMARY, new Caching.None(), names, 60);
    }

    /** The circumstances at {@code now} under the bad release, in its only state since ten minutes before the page. */
    static Circumstances at(Instant now) {
        return circumstances(badRelease(), List.of(), List.of(), now);
    }

    static Circumstances circumstances(Cause cause, List<LearnerChange> changes, List<String> tried, Instant now) {
        var scenario = scenario();
        return new Circumstances(
                scenario,
                cause,
                List.of(new Passage(broken(), PAGED_AT.minus(Duration.ofMinutes(10)))),
                Trajectory.of(scenario.system(), 7, scenario.origin(), Schedule.EMPTY),
                changes,
                tried,
                7,
                now);
    }

    static Interpretation about(Dimension dimension, Target... targets) {
        return within(dimension, new Window.Usual(), targets);
    }

    static Interpretation within(Dimension dimension, Window window, Target... targets) {
        return new Interpretation(dimension, List.of(targets), window, 1, "");
    }
}
