package mayday.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mayday.scenario.AlertId;
import mayday.scenario.AlertRule;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Caching;
import mayday.scenario.Capacity;
import mayday.scenario.Condition;
import mayday.scenario.Dependency;
import mayday.scenario.Level;
import mayday.scenario.Region;
import mayday.scenario.RegionId;
import mayday.scenario.Revision;
import mayday.scenario.Route;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.Team;
import mayday.scenario.TeamId;
import mayday.scenario.Traffic;
import mayday.scenario.Where;

/** A shop with seventeen services in three regions, as far as questions about it need it: names, sorts, owners, who uses whom. */
final class Storefront {
    static final Instant PAGED_AT = Instant.parse("2026-03-10T14:00:00Z");

    private static final List<RegionId> REGIONS =
            List.of(new RegionId("eu-west"), new RegionId("us-east"), new RegionId("ap-south"));

    private Storefront() {}

    static Scenario scenario() {
        return scenario("0", List.of());
    }

    static Scenario scenario(String revision, List<AuthoredQuestion> questions) {
        var everywhere = Where.everywhere();
        var broken = new Condition.Threshold(
                new ServiceId("edge"),
                everywhere,
                Signal.ERROR_RATIO,
                Condition.Comparison.ABOVE,
                0.02,
                Duration.ofMinutes(5));
        var well = new Condition.Threshold(
                new ServiceId("edge"),
                everywhere,
                Signal.ERROR_RATIO,
                Condition.Comparison.BELOW,
                0.01,
                Duration.ofMinutes(3));
        return new Scenario(
                new ScenarioId("test"),
                new Revision(revision),
                "Test",
                "",
                Level.FOUNDATION,
                List.of(),
                system(),
                new AlertRule(new AlertId("page"), "edge 5xx > 2 % for 5 min", broken, new TeamId("edge")),
                PAGED_AT,
                Duration.ofHours(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                questions,
                well,
                Map.of());
    }

    static SimulatedSystem system() {
        return new SimulatedSystem(
                new SystemId("storefront"),
                "Storefront, an online shop",
                List.of(
                        region("eu-west", "Western Europe", "eu", "europe", "dublin"),
                        region("us-east", "US East", "us", "america", "virginia"),
                        region("ap-south", "South Asia", "ap", "asia", "mumbai")),
                services(),
                List.of(
                        uses("edge", "web"),
                        uses("web", "catalog"),
                        uses("web", "search"),
                        uses("web", "cart"),
                        uses("web", "checkout"),
                        uses("cart", "session-store"),
                        uses("checkout", "orders-db"),
                        uses("checkout", "payments"),
                        uses("payments", "cardlink"),
                        uses("catalog", "catalog-db"),
                        uses("catalog", "catalog-cache"),
                        uses("inventory", "orders-db"),
                        uses("accounts", "accounts-db")),
                new Traffic(new ServiceId("edge"), 3000, List.of(), 0.02),
                List.of(),
                List.of(),
                teams(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Service> services() {
        return List.of(
                service(
                        "edge",
                        "Edge",
                        ServiceKind.EDGE,
                        "Envoy 1.36",
                        "edge",
                        "load balancer",
                        "lb",
                        "cdn",
                        "front door"),
                service(
                        "web",
                        "Web",
                        ServiceKind.SERVICE,
                        "Node.js 24",
                        "web",
                        "storefront pages",
                        "frontend",
                        "front end",
                        "website"),
                service("catalog", "Catalog", ServiceKind.SERVICE, "Java 25", "catalog", "products", "product catalog"),
                service("search", "Search", ServiceKind.SERVICE, "OpenSearch 3.3", "growth", "product search"),
                service(
                        "recommendations",
                        "Recommendations",
                        ServiceKind.SERVICE,
                        "Python 3.14",
                        "growth",
                        "recs",
                        "recommender"),
                service("cart", "Cart", ServiceKind.SERVICE, "Go 1.26", "orders", "basket", "shopping cart"),
                service(
                        "checkout",
                        "Checkout",
                        ServiceKind.SERVICE,
                        "Java 25",
                        "orders",
                        "check-out",
                        "order service",
                        "place order"),
                service(
                        "payments",
                        "Payments",
                        ServiceKind.SERVICE,
                        "Kotlin on Java 25",
                        "payments",
                        "payment service",
                        "billing service"),
                service("inventory", "Inventory", ServiceKind.SERVICE, "Java 25", "orders", "stock", "stock service"),
                service(
                        "accounts",
                        "Accounts",
                        ServiceKind.SERVICE,
                        "Go 1.26",
                        "identity",
                        "login",
                        "auth",
                        "users",
                        "user service"),
                service(
                        "orders-db",
                        "Orders database",
                        ServiceKind.DATABASE,
                        "PostgreSQL 18",
                        "data",
                        "order database",
                        "orders postgres"),
                service(
                        "catalog-db",
                        "Catalog database",
                        ServiceKind.DATABASE,
                        "PostgreSQL 18",
                        "data",
                        "products database"),
                service(
                        "accounts-db",
                        "Accounts database",
                        ServiceKind.DATABASE,
                        "PostgreSQL 18",
                        "data",
                        "users database"),
                service(
                        "catalog-cache",
                        "Catalog cache",
                        ServiceKind.CACHE,
                        "Redis 8.4",
                        "platform",
                        "catalog redis",
                        "product cache"),
                service(
                        "session-store",
                        "Session store",
                        ServiceKind.CACHE,
                        "Redis 8.4",
                        "platform",
                        "sessions",
                        "session redis"),
                service(
                        "resolver",
                        "Name resolver",
                        ServiceKind.RESOLVER,
                        "CoreDNS 1.13",
                        "platform",
                        "dns",
                        "coredns",
                        "name server"),
                service(
                        "cardlink",
                        "Cardlink",
                        ServiceKind.THIRD_PARTY,
                        "HTTPS API of Cardlink Ltd",
                        "payments",
                        "payment provider",
                        "card provider",
                        "psp"));
    }

    private static List<Team> teams() {
        return List.of(
                team("edge", "Edge", "traffic", "cdn"),
                team("web", "Web", "frontend", "front end"),
                team("growth", "Growth", "experiments", "personalisation"),
                team("catalog", "Catalog", "products"),
                team("orders", "Orders", "ordering", "checkout team"),
                team("payments", "Payments", "billing"),
                team("identity", "Identity", "login team", "auth team"),
                team("data", "Data", "databases", "dba", "dbas"),
                team("platform", "Platform", "infrastructure", "infra", "sre"));
    }

    private static Service service(
            String id, String title, ServiceKind kind, String technology, String owner, String... aliases) {
        var capacity = new Capacity(6, 64, 4, 0.01, 0.02, 3, 0.0001, 1, 2, 0.3, 30);
        return new Service(
                new ServiceId(id),
                title,
                kind,
                technology,
                "1.0.0",
                new TeamId(owner),
                List.of(aliases),
                REGIONS,
                capacity,
                54);
    }

    private static Region region(String id, String title, String... aliases) {
        return new Region(new RegionId(id), title, List.of(aliases), 1.0 / 3);
    }

    private static Team team(String id, String title, String... aliases) {
        return new Team(new TeamId(id), title, "Somebody", List.of(aliases), 180);
    }

    private static Dependency uses(String from, String to) {
        return new Dependency(
                new ServiceId(from), new ServiceId(to), 1, 2, 1, 0, 0, Route.SAME_REGION, new Caching.None(), false, 0);
    }
}
