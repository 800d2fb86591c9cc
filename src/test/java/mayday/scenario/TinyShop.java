package mayday.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mayday.scenario.Effect.Adjustment.To;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Transition.Trigger;

/** A small scenario for tests: an edge, a shop and its database in two regions, and three causes that share one page. */
public final class TinyShop {
    public static final Instant PAGED_AT = Instant.parse("2026-03-12T14:00:00Z");
    public static final ServiceId EDGE = new ServiceId("edge");
    public static final ServiceId SHOP = new ServiceId("shop");
    public static final ServiceId DB = new ServiceId("shop-db");
    public static final RegionId EAST = new RegionId("east");
    public static final RegionId WEST = new RegionId("west");
    public static final TeamId SHOP_TEAM = new TeamId("shop");
    public static final CauseId BAD_RELEASE = new CauseId("bad-release");
    public static final CauseId BAD_FLAG = new CauseId("bad-flag");
    public static final CauseId PASSING = new CauseId("passing");
    public static final StateId BROKEN = new StateId("broken");

    private TinyShop() {}

    public static Scenario scenario() {
        var impact = new Condition.Threshold(
                EDGE, Where.everywhere(), Signal.ERROR_RATIO, Condition.Comparison.BELOW, 0.005, Duration.ofMinutes(2));
        var page = new Condition.Threshold(
                EDGE, Where.everywhere(), Signal.ERROR_RATIO, Condition.Comparison.ABOVE, 0.02, Duration.ofMinutes(3));
        return new Scenario(
                new ScenarioId("tiny"),
                new Revision("0".repeat(64)),
                "Tiny trouble",
                "A shop that fails.",
                Level.FOUNDATION,
                List.of("test"),
                system(),
                new AlertRule(new AlertId("edge-5xx"), "5xx > 2 % on edge", page, SHOP_TEAM),
                PAGED_AT,
                Duration.ofMinutes(30),
                List.of(badRelease(), badFlag(), passing()),
                List.of(change("decoy", ChangeKind.RELEASE, EDGE, "2.0.0", Duration.ofMinutes(12))),
                List.of(),
                List.of(new Message("Ines", Duration.ofMinutes(4), "Anything I can tell support?")),
                List.of(new TeamReply(SHOP_TEAM, List.of(BAD_RELEASE), "We shipped 1.4.0 just before it started.")),
                List.of(),
                impact,
                Map.of());
    }

    public static SimulatedSystem system() {
        return new SimulatedSystem(
                new SystemId("tiny"),
                "Tiny shop",
                List.of(new Region(EAST, "East", List.of(), 0.5), new Region(WEST, "West", List.of(), 0.5)),
                List.of(
                        service(EDGE, ServiceKind.EDGE, 4, 2_000, 0.002),
                        service(SHOP, ServiceKind.SERVICE, 8, 64, 0.020),
                        service(DB, ServiceKind.DATABASE, 2, 64, 0.010)),
                List.of(dependency(EDGE, SHOP, 1), dependency(SHOP, DB, 1)),
                new Traffic(EDGE, 400, Collections.nCopies(24, 1.0), 0.02),
                List.of(new Journey("buy something", SHOP, 1)),
                List.of(new Slo("edge availability", EDGE, 0.999, 30, 0.2)),
                List.of(new Team(SHOP_TEAM, "Shop", "Sam", List.of(), 240)),
                List.of(change("old", ChangeKind.RELEASE, SHOP, "1.3.0", Duration.ofDays(3))),
                List.of(new Runbook(SHOP, "Shop fails", List.of("Look at the last release."))),
                List.of(),
                List.of());
    }

    private static Service service(ServiceId id, ServiceKind kind, int replicas, int concurrency, double seconds) {
        var capacity = new Capacity(replicas, concurrency, 4, seconds / 4, seconds, 5, 0.0002, 1, 4, 0.4, 30);
        return new Service(
                id, id.value(), kind, "Java 25", "1.3.0", SHOP_TEAM, List.of(), List.of(EAST, WEST), capacity, 200);
    }

    private static Dependency dependency(ServiceId from, ServiceId to, double calls) {
        return new Dependency(from, to, calls, 2, 1, 0, 0, Route.SAME_REGION, new Caching.None(), false, 60);
    }

    private static Cause badRelease() {
        return new Cause(
                BAD_RELEASE,
                "Release 1.4.0 of shop fails a third of requests",
                "It divides by the number of items.",
                new Fault(FaultClass.BAD_RELEASE, SHOP),
                1,
                Duration.ofMinutes(8),
                List.of(change("release-140", ChangeKind.RELEASE, SHOP, "1.4.0", Duration.ofMinutes(8))),
                List.of(new ChangeId("release-140")),
                List.of(),
                List.of(broken(List.of())));
    }

    private static Cause badFlag() {
        return new Cause(
                BAD_FLAG,
                "Flag new-basket fails a third of requests",
                "It reads a column that is not there.",
                new Fault(FaultClass.FLAG_CHANGE, SHOP),
                1,
                Duration.ofMinutes(8),
                List.of(change("new-basket-on", ChangeKind.FLAG, SHOP, "new-basket", Duration.ofMinutes(8))),
                List.of(new ChangeId("new-basket-on")),
                List.of(),
                List.of(broken(List.of())));
    }

    private static Cause passing() {
        var over = new Transition(new StateId("over"), new Trigger.After(Duration.ofMinutes(15)));
        return new Cause(
                PASSING,
                "A fault that goes away by itself",
                "It was the weather.",
                new Fault(FaultClass.OTHER, SHOP),
                1,
                Duration.ofMinutes(8),
                List.of(),
                List.of(),
                List.of(new ActionPattern(ActionKind.RESTART, "shop")),
                List.of(broken(List.of(over)), new CauseState(new StateId("over"), List.of(), List.of(), List.of())));
    }

    private static CauseState broken(List<Transition> transitions) {
        var fails = new Effect.OnService(
                SHOP, Where.everywhere(), ServiceParameter.ERROR_RATIO, new To(0.33), Duration.ZERO);
        var says = new LogPattern(SHOP, Where.everywhere(), "ERROR", "basket is broken", LogPattern.Per.FAILURE, 1);
        return new CauseState(BROKEN, List.of(fails), List.of(says), transitions);
    }

    private static Change change(String id, ChangeKind kind, ServiceId service, String subject, Duration ago) {
        return new Change(new ChangeId(id), kind, service, List.of(), subject, kind + " " + subject, "sam", ago);
    }
}
