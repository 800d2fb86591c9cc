package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.debrief.Rubric;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Status;
import mayday.scenario.Action;
import mayday.scenario.ActionPattern;
import mayday.scenario.AgentId;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Change;
import mayday.scenario.ClientId;
import mayday.scenario.Condition;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;
import mayday.simulation.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario that we ship, under every one of its causes: all is well before, and it does not go away. How each of them ends is in
 * {@code EveryCauseTest}.
 */
class ShippedScenariosTest {
    private static final Library LIBRARY = Library.read(Path.of("scenarios"));
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final long SEED = 7;

    /** Incidents at the page, which all stories about a cause begin with. */
    private static final Map<Case, Incident> PAGED = new HashMap<>();

    /** A cause of a scenario. */
    record Case(ScenarioId scenarioId, CauseId causeId) {
        Scenario scenario() {
            return LIBRARY.find(scenarioId).orElseThrow();
        }

        Cause cause() {
            return scenario().cause(causeId);
        }

        @Override
        public String toString() {
            return scenarioId + " / " + causeId;
        }
    }

    static List<Case> cases() {
        return LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream().map(cause -> new Case(scenario.id(), cause.id())))
                .toList();
    }

    static List<Case> faults() {
        return cases().stream().filter(each -> !each.cause().isFalseAlarm()).toList();
    }

    static List<Case> firstFaults() {
        return faults().stream()
                .filter(each -> each.scenarioId().value().equals("elevated-500s"))
                .toList();
    }

    @Test
    void allCompileWithoutAProblem() {
        assertThat(LIBRARY.problems()).extracting(Problem::rendered).isEmpty();
        assertThat(LIBRARY.scenarios())
                .extracting(each -> each.id().value())
                .contains("elevated-500s", "cpu-spike", "dns-failures");
    }

    /** Old incidents and foreign folders fall back on the rubric that is built in, so the shipped file may not say otherwise. */
    @Test
    void theDefaultRubricChangesNothing() {
        assertThat(LIBRARY.rubricIds()).containsExactly("default", "amazon", "netflix");
        var shipped = LIBRARY.rubric("default").orElseThrow();
        assertThat(shipped.parts()).isEqualTo(Rubric.DEFAULT.parts());
        assertThat(shipped.aspects()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allIsWellBeforeItBegins(Case each) {
        var scenario = each.scenario();
        var begins = scenario.pagedAt().minus(each.cause().beginsAgo());
        var healthy = scenario.mitigated();

        for (var at = scenario.origin().plus(Trajectory.SAMPLE); at.isBefore(begins); at = at.plus(Trajectory.SAMPLE)) {
            assertThat(healthy.holdsFor(value(paged(each), healthy, at)))
                    .as("healthy at %s", at)
                    .isTrue();
        }
    }

    /** Somebody else may bring relief for a while, but it is not over when the time is. */
    @ParameterizedTest
    @MethodSource("faults")
    void itDoesNotGoAwayByItself(Case each) {
        var incident = after(paged(each), each.scenario().limit().minusSeconds(1));

        assertThat(incident.status()).isEqualTo(Status.OPEN);
    }

    /** Not a law of the format: two causes may share a remedy. In a first incident they do not. */
    @ParameterizedTest
    @MethodSource("firstFaults")
    void whatMendsTheOthersDoesNotMendIt(Case each) {
        var own = remedies(each.scenario(), each.cause());
        for (var other : each.scenario().causes()) {
            for (var remedy : remedies(each.scenario(), other)) {
                if (!own.contains(remedy)) {
                    assertThat(after(acting(paged(each), remedy), Duration.ofMinutes(15))
                                    .status())
                            .as("after %s, which mends %s", remedy, other.id())
                            .isEqualTo(Status.OPEN);
                }
            }
        }
    }

    @Test
    void theRetryStormEndsWhenEnoughLoadIsShedForLongEnough() {
        var storm = new Case(new ScenarioId("elevated-500s"), new CauseId("retry-storm"));

        var half = after(acting(paged(storm), new Action.ShedLoad(50, Where.everywhere())), Duration.ofMinutes(3));
        assertThat(half.status()).isEqualTo(Status.OPEN);
        var back = after(acting(half, new Action.ShedLoad(0, Where.everywhere())), Duration.ofMinutes(10));
        assertThat(back.status()).isEqualTo(Status.MITIGATED);

        var little = after(acting(paged(storm), new Action.ShedLoad(25, Where.everywhere())), Duration.ofMinutes(3));
        var again = after(acting(little, new Action.ShedLoad(0, Where.everywhere())), Duration.ofMinutes(10));
        assertThat(again.status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theRetryStormOutlivesRestarts() {
        var storm = new Case(new ScenarioId("elevated-500s"), new CauseId("retry-storm"));
        var database = new ServiceId("orders-db");
        var checkout = new ServiceId("checkout");
        for (var action : List.of(
                new Action.Restart(database, Where.everywhere()),
                new Action.Restart(checkout, Where.everywhere()),
                new Action.FailOver(database))) {
            assertThat(after(acting(paged(storm), action), Duration.ofMinutes(15))
                            .status())
                    .as("after %s", action)
                    .isEqualTo(Status.OPEN);
        }
    }

    /** The actions that take back the changes that carry a cause, and those that the author says undo it. */
    private static List<Action> remedies(Scenario scenario, Cause cause) {
        var remedies = new ArrayList<Action>();
        var changes = new ArrayList<>(scenario.changes());
        changes.addAll(cause.changes());
        changes.stream()
                .filter(change -> cause.carriedBy().contains(change.id()))
                .forEach(change -> remedies.addAll(takingBack(change)));
        cause.undoneBy().forEach(pattern -> remedies.addAll(fitting(pattern)));
        return remedies;
    }

    private static List<Action> takingBack(Change change) {
        return switch (change.kind()) {
            case RELEASE -> List.of(new Action.RollBack(change.service(), Where.everywhere()));
            case CONFIG -> List.of(new Action.RevertConfig(change.service()));
            case FLAG -> List.of(new Action.SetFlag(change.subject(), false));
            case MIGRATION, CERTIFICATE, INFRASTRUCTURE -> List.of();
        };
    }

    private static List<Action> fitting(ActionPattern pattern) {
        var service = new ServiceId(pattern.target());
        var flag = pattern.target().replaceAll(" (on|off)$", "");
        return switch (pattern.kind()) {
            case ROLL_BACK -> List.of(new Action.RollBack(service, Where.everywhere()));
            case REVERT_CONFIG -> List.of(new Action.RevertConfig(service));
            case SET_FLAG -> List.of(new Action.SetFlag(flag, pattern.target().endsWith(" on")));
            case RESTART -> List.of(new Action.Restart(service, Where.everywhere()));
            case DRAIN_REGION -> List.of(new Action.DrainRegion(new RegionId(pattern.target())));
            case RETURN_REGION -> List.of(new Action.ReturnRegion(new RegionId(pattern.target())));
            case FAIL_OVER -> List.of(new Action.FailOver(service));
            case FLUSH_CACHE -> List.of(new Action.FlushCache(service, Where.everywhere()));
            case FLUSH_DNS -> List.of(new Action.FlushDns(Where.everywhere()));
            case RENEW_CERTIFICATE -> List.of(new Action.RenewCertificate(service));
            // How far is the learner's to find out.
            case SCALE, SHED_LOAD -> List.of();
            case STOP_JOB -> List.of(new Action.StopJob(pattern.target()));
            case KILL_QUERY -> List.of(new Action.KillQuery(service));
            case BLOCK_CLIENT -> List.of(new Action.BlockClient(new ClientId(pattern.target())));
            case FREEZE_AUTOMATION -> List.of(new Action.FreezeAutomation(new AgentId(pattern.target())));
            case UNBLOCK_CLIENT, UNFREEZE_AUTOMATION, TAKE_OUT_HOST, RETURN_HOST, RESTART_HOST, USE_RESOLVER, OWN ->
                List.of();
        };
    }

    private static Incident paged(Case each) {
        return PAGED.computeIfAbsent(each, key -> open(key, SEED));
    }

    private static Incident open(Case each, long seed) {
        return Decider.open(each.scenario(), seed, each.causeId(), ClockMode.LIVE, Instant.EPOCH, SAM)
                .after();
    }

    private static Incident acting(Incident incident, Action action) {
        var decision = Decider.decide(incident.scenario(), incident, new Command.Act(SAM, action, ""), incident.now());
        assertThat(decision).as("starting %s", action).isInstanceOf(Decision.Accepted.class);
        return decision.after();
    }

    private static Incident after(Incident incident, Duration time) {
        return Decider.decide(
                        incident.scenario(),
                        incident,
                        new Command.Observe(),
                        incident.now().plus(time))
                .after();
    }

    private static double value(Incident incident, Condition condition, Instant at) {
        return incident.world().trajectory().at(condition.signal(), condition.service(), condition.where(), at);
    }
}
