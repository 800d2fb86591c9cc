package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.ChangeId;
import mayday.scenario.ChangeKind;
import mayday.scenario.Condition;
import mayday.scenario.Condition.Comparison;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.Fault;
import mayday.scenario.FaultClass;
import mayday.scenario.LogPattern;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

class CauseReadingTest {
    private static final ServiceId TILL = new ServiceId("till");
    private static final ServiceId LEDGER = new ServiceId("ledger");
    private static final RegionId NORTH = new RegionId("north");
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void readsACauseWithTheChangeThatCarriesIt() {
        var cause = Texts.of("good").cause();

        assertThat(cause.fault()).isEqualTo(new Fault(FaultClass.BAD_RELEASE, TILL));
        assertThat(cause.beginsAgo()).isEqualTo(Duration.ofMinutes(5));
        assertThat(cause.weight()).isEqualTo(1);
        assertThat(cause.carriedBy()).containsExactly(new ChangeId("till-2-1-0"));
        assertThat(cause.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.RELEASE);
            assertThat(change.subject()).isEqualTo("2.1.0");
            assertThat(change.ago()).isEqualTo(Duration.ofMinutes(6));
        });
        assertThat(cause.initial().effects())
                .containsExactly(new Effect.OnService(
                        TILL, Where.everywhere(), ServiceParameter.ERROR_RATIO, new Adjustment.To(0.3), AT_ONCE));
    }

    @Test
    void readsMomentsByTheClockAndBeforeThePage() {
        var scenario = Texts.of("good")
                .replace("begins: 5m ago", "begins: 14:01")
                .replace("causes:", """
                        changes:
                          by-clock: { config: a, service: till, what: A, by: B, at: "13:06" }
                          by-date: { config: a, service: till, what: A, by: B, at: 2026-03-09 14:06 }
                          by-age: { config: a, service: till, what: A, by: B, at: 1d 2h ago }
                          later: { config: a, service: till, what: A, by: B, at: "14:16" }
                        causes:""")
                .scenario();

        assertThat(scenario.changes())
                .extracting(change -> change.ago())
                .containsExactly(
                        Duration.ofHours(1), Duration.ofDays(1), Duration.ofHours(26), Duration.ofMinutes(-10));
        assertThat(Texts.causeOf(scenario).beginsAgo()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void readsEffectsOnServicesDependenciesAndTraffic() {
        var effects = Texts.of("good")
                .replace("[{ service: till, error-ratio: 30 % }]", """
                        [
                          { service: till, in: [north, south], times: { service-time: 4 }, ramp: 2m },
                          { edge: till -> ledger, in: north, set: { timeout: 5s }, plus: { attempts: 2 } },
                          { traffic: { times: 1.5 }, in: south },
                          { service: ledger, leak: 512 MiB, certificate-days: -1d },
                          { service: ledger, stolen-cores: 3, process: zstd } ]""")
                .cause()
                .initial()
                .effects();

        var south = Where.in(new RegionId("south"));
        var slower = new Adjustment.Times(4);
        var ramp = Duration.ofMinutes(2);
        assertThat(effects)
                .containsExactly(
                        new Effect.OnService(TILL, Where.in(NORTH), ServiceParameter.SERVICE_TIME, slower, ramp),
                        new Effect.OnService(TILL, south, ServiceParameter.SERVICE_TIME, slower, ramp),
                        onLedger(DependencyParameter.TIMEOUT, new Adjustment.To(5)),
                        onLedger(DependencyParameter.ATTEMPTS, new Adjustment.Plus(2)),
                        new Effect.OnTraffic(south, new Adjustment.Times(1.5), AT_ONCE),
                        onService(ServiceParameter.LEAK, 0.5),
                        onService(ServiceParameter.CERTIFICATE_DAYS, -1),
                        new Effect.OnService(
                                LEDGER,
                                Where.everywhere(),
                                ServiceParameter.STOLEN_CORES,
                                new Adjustment.To(3),
                                AT_ONCE,
                                "zstd"));
    }

    private static Effect onLedger(DependencyParameter parameter, Adjustment adjustment) {
        return new Effect.OnDependency(TILL, LEDGER, Where.in(NORTH), parameter, adjustment, AT_ONCE);
    }

    private static Effect onService(ServiceParameter parameter, double value) {
        return new Effect.OnService(LEDGER, Where.everywhere(), parameter, new Adjustment.To(value), AT_ONCE);
    }

    @Test
    void readsStatesWithTheirLogsAndWaysOut() {
        var cause = Texts.of("good")
                .replace("causes:", """
                        changes: { loyalty: { flag: loyalty, service: till, what: A, by: B, at: 1h ago } }
                        causes:""")
                .replace("failing: { effects: [{ service: till, error-ratio: 30 % }] }", """
                        failing:
                                effects: [{ service: till, error-ratio: 30 % }]
                                logs:
                                  - { service: ledger, in: north, level: warn, text: "lock, 5 s", per: minute, share: 50 % }
                                after: { 4m: worse }
                                when: { ledger@north.queue-depth > 500 for 30s: worse }
                                on: { flag off loyalty: undone, shed load: worse, flag on loyalty: worse }
                              worse: {}""")
                .cause();

        var failing = cause.initial();
        assertThat(failing.logs())
                .containsExactly(
                        new LogPattern(LEDGER, Where.in(NORTH), "WARN", "lock, 5 s", LogPattern.Per.MINUTE, 0.5));
        var worse = new StateId("worse");
        assertThat(failing.transitions())
                .containsExactly(
                        new Transition(worse, new Trigger.After(Duration.ofMinutes(4))),
                        new Transition(
                                worse,
                                new Trigger.When(new Condition.Threshold(
                                        LEDGER,
                                        Where.in(NORTH),
                                        Signal.QUEUE_DEPTH,
                                        Comparison.ABOVE,
                                        500,
                                        Duration.ofSeconds(30)))),
                        new Transition(Cause.UNDONE, new Trigger.On(ActionPattern.ofFlag("loyalty", false))),
                        new Transition(worse, new Trigger.On(new ActionPattern(ActionKind.SHED_LOAD, ""))),
                        new Transition(worse, new Trigger.On(ActionPattern.ofFlag("loyalty", true))));
    }

    @Test
    void readsActionsAsPeopleSayThem() {
        var cause = Texts.of("good").replace("begins: 5m ago", """
                        begins: 5m ago
                            undone-by: [roll back till, revert config till, scale till, restart till, drain north,
                              return north, shed load, fail over ledger, flush cache shelf, flush dns,
                              renew certificate till]""").cause();

        assertThat(cause.undoneBy())
                .containsExactly(
                        new ActionPattern(ActionKind.ROLL_BACK, "till"),
                        new ActionPattern(ActionKind.REVERT_CONFIG, "till"),
                        new ActionPattern(ActionKind.SCALE, "till"),
                        new ActionPattern(ActionKind.RESTART, "till"),
                        new ActionPattern(ActionKind.DRAIN_REGION, "north"),
                        new ActionPattern(ActionKind.RETURN_REGION, "north"),
                        new ActionPattern(ActionKind.SHED_LOAD, ""),
                        new ActionPattern(ActionKind.FAIL_OVER, "ledger"),
                        new ActionPattern(ActionKind.FLUSH_CACHE, "shelf"),
                        new ActionPattern(ActionKind.FLUSH_DNS, ""),
                        new ActionPattern(ActionKind.RENEW_CERTIFICATE, "till"));
        assertThat(cause.undoneBy().getFirst().matches(new Action.RollBack(TILL, Where.everywhere())))
                .isTrue();
    }

    @Test
    void turningAFlagOffIsNotTurningItOn() {
        var off = ActionPattern.ofFlag("loyalty", false);

        assertThat(off.matches(new Action.SetFlag("loyalty", false))).isTrue();
        assertThat(off.matches(new Action.SetFlag("loyalty", true))).isFalse();
        assertThat(off.matches(new Action.SetFlag("royalty", false))).isFalse();
        assertThat(new ActionPattern(ActionKind.SET_FLAG, "").matches(new Action.SetFlag("royalty", true)))
                .isTrue();
    }
}
