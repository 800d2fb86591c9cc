package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Caching;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
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
import mayday.scenario.Route;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;
import mayday.scenario.Transition;
import mayday.scenario.Transition.Trigger;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

class ScenarioCompilerTest {
    private static final ServiceId DOOR = new ServiceId("door");
    private static final ServiceId TILL = new ServiceId("till");
    private static final ServiceId LEDGER = new ServiceId("ledger");
    private static final RegionId NORTH = new RegionId("north");
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void readsThePageWithItsMoment() {
        var scenario = compiled(Texts.of("good"));

        assertThat(scenario.page().text()).isEqualTo("5xx > 2 % on door");
        assertThat(scenario.page().pages()).isEqualTo(new TeamId("shop"));
        assertThat(scenario.page().condition())
                .isEqualTo(new Condition(
                        DOOR, Where.everywhere(), Signal.ERROR_RATIO, Comparison.ABOVE, 0.02, Duration.ofMinutes(5)));
        assertThat(scenario.pagedAt()).isEqualTo(Instant.parse("2026-03-10T14:06:00Z"));
        assertThat(scenario.limit()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void takesThePageFromTheAlertsWhenItOnlyNamesOne() {
        var scenario = compiled(Texts.of("good")
                .replace(
                        "page: { alert: \"5xx > 2 % on door\", when: door.error-ratio > 2 % for 5m, at: 14:06" + " }",
                        """
                        date: 2026-12-24
                        page: { alert: door-5xx, at: "08:30:15" }
                        alerts:
                          door-5xx: { text: 5xx on door, when: door@north.error-ratio > 0.02, pages: data }
                          slow: { text: door is slow, when: door.latency-p99 > 800ms for 1m }
                        """));

        assertThat(scenario.page().text()).isEqualTo("5xx on door");
        assertThat(scenario.page().pages()).isEqualTo(new TeamId("data"));
        assertThat(scenario.page().condition().where()).isEqualTo(Where.in(NORTH));
        assertThat(scenario.pagedAt()).isEqualTo(Instant.parse("2026-12-24T08:30:15Z"));
        assertThat(scenario.alerts()).extracting(alert -> alert.id().value()).containsExactly("slow");
    }

    @Test
    void readsACauseWithTheChangeThatCarriesIt() {
        var cause = cause(compiled(Texts.of("good")));

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
        var scenario = compiled(
                Texts.of("good").replace("begins: 5m ago", "begins: 14:01").replace("causes:", """
                        changes:
                          by-clock: { config: a, service: till, what: A, by: B, at: "13:06" }
                          by-date: { config: a, service: till, what: A, by: B, at: 2026-03-09 14:06 }
                          by-age: { config: a, service: till, what: A, by: B, at: 1d 2h ago }
                          later: { config: a, service: till, what: A, by: B, at: "14:16" }
                        causes:"""));

        assertThat(scenario.changes())
                .extracting(change -> change.ago())
                .containsExactly(
                        Duration.ofHours(1), Duration.ofDays(1), Duration.ofHours(26), Duration.ofMinutes(-10));
        assertThat(cause(scenario).beginsAgo()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void readsEffectsOnServicesDependenciesAndTraffic() {
        var effects = cause(compiled(Texts.of("good").replace("[{ service: till, error-ratio: 30 % }]", """
                                [
                                  { service: till, in: [north, south], times: { service-time: 4 }, ramp: 2m },
                                  { edge: till -> ledger, in: north, set: { timeout: 5s }, plus: { attempts: 2 } },
                                  { traffic: { times: 1.5 }, in: south },
                                  { service: ledger, leak: 512 MiB, certificate-days: -1d } ]""")))
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
                        onService(ServiceParameter.CERTIFICATE_DAYS, -1));
    }

    private static Effect onLedger(DependencyParameter parameter, Adjustment adjustment) {
        return new Effect.OnDependency(TILL, LEDGER, Where.in(NORTH), parameter, adjustment, AT_ONCE);
    }

    private static Effect onService(ServiceParameter parameter, double value) {
        return new Effect.OnService(LEDGER, Where.everywhere(), parameter, new Adjustment.To(value), AT_ONCE);
    }

    @Test
    void readsStatesWithTheirLogsAndWaysOut() {
        var cause = cause(compiled(Texts.of("good")
                .replace(
                        "causes:",
                        "changes: { loyalty: { flag: loyalty, service: till, what: A, by: B, at: 1h"
                                + " ago } }\n"
                                + "causes:")
                .replace("failing: { effects: [{ service: till, error-ratio: 30 % }] }", """
                        failing:
                                effects: [{ service: till, error-ratio: 30 % }]
                                logs: [{ service: ledger, in: north, level: warn, text: "lock, 5 s", per: minute, share: 50 % }]
                                after: { 4m: worse }
                                when: { ledger@north.queue-depth > 500 for 30s: worse }
                                on: { flag off loyalty: undone, shed load: worse, flag on loyalty: worse }
                              worse: {}""")));

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
                                new Trigger.When(new Condition(
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
        var cause = cause(compiled(Texts.of("good")
                .replace(
                        "begins: 5m ago",
                        "begins: 5m ago\n"
                                + "    undone-by: [roll back till, revert config till, scale till, restart till, drain"
                                + " north, return north, shed load, fail over ledger, flush cache shelf, flush dns, renew"
                                + " certificate till]")));

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

    @Test
    void readsQuestionsWithEvidenceOfTextsAndFiles() {
        var scenario = compiled(Texts.of("good")
                .with("good/evidence/receipts.txt", "nothing sold\n")
                .replace("causes:", """
                        questions:
                          receipts:
                            dimension: logs
                            services: till
                            asks: [what do the receipts say, print the receipts]
                            answers:
                              - { causes: [bad-release], text: Nothing sold., reveals: [roll, note] }
                              - { text: All is well. }
                        evidence:
                          roll: { kind: log, title: Receipt roll, source: till-1, file: evidence/receipts.txt }
                          note: { title: A note, source: Ana, text: Ask Bo. }
                        causes:"""));

        assertThat(scenario.questions()).singleElement().satisfies(question -> {
            assertThat(question.services()).containsExactly(TILL);
            assertThat(question.asks()).containsExactly("what do the receipts say", "print the receipts");
            assertThat(question.answers().getFirst().causes()).containsExactly(new CauseId("bad-release"));
            assertThat(question.answers().getFirst().reveals())
                    .extracting(evidence -> evidence.text())
                    .containsExactly("nothing sold", "Ask Bo.");
            assertThat(question.answers().getLast().causes()).isEmpty();
        });
    }

    @Test
    void readsPeopleAndDurations() {
        var scenario = compiled(Texts.of("good").replace("causes:", """
                        messages: [{ from: Elena (support), after: 2m, text: Is this known? }]
                        replies: [{ team: data, causes: [bad-release], text: The ledger is idle. }]
                        durations: { roll-back: 3m to 5m, restart: 90s }
                        causes:"""));

        assertThat(scenario.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.afterPage()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(scenario.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.team()).isEqualTo(new TeamId("data")));
        assertThat(scenario.takes(ActionKind.ROLL_BACK))
                .isEqualTo(new ActionKind.Takes(Duration.ofMinutes(3), Duration.ofMinutes(5)));
        assertThat(scenario.takes(ActionKind.RESTART))
                .isEqualTo(new ActionKind.Takes(Duration.ofSeconds(90), Duration.ofSeconds(90)));
        assertThat(scenario.takes(ActionKind.SCALE)).isEqualTo(ActionKind.SCALE.takes());
    }

    @Test
    void readsASystemWithItsDefaults() {
        var system = compiled(Texts.of("good")).system();

        assertThat(system.regionIds()).containsExactly(NORTH, new RegionId("south"));
        assertThat(system.service(TILL).regions()).isEqualTo(system.regionIds());
        assertThat(system.service(LEDGER).regions()).containsExactly(NORTH);
        assertThat(system.service(TILL).capacity().serviceSeconds()).isEqualTo(0.01);
        assertThat(system.traffic().hourly()).hasSize(24).containsOnly(1.0);
        assertThat(system.dependenciesOf(TILL)).first().satisfies(dependency -> {
            assertThat(dependency.route()).isEqualTo(Route.PRIMARY);
            assertThat(dependency.attempts()).isEqualTo(1);
            assertThat(dependency.caching()).isEqualTo(new Caching.None());
            assertThat(dependency.resolvesNames()).isFalse();
        });
    }

    @Test
    void reportsAllThirtyOfThirtyMistakes() {
        var problems = Texts.of("thirty-mistakes").compile().problems();

        assertThat(problems)
                .hasSize(30)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR));
    }

    @Test
    void aWarningDoesNotStopAScenario() {
        var compilation = Texts.of("good")
                .replace("failing: {", "calm: {}\n      failing: {")
                .compile();

        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        assertThat(compilation.problems()).extracting(Problem::id).containsExactly("unreachable-state");
    }

    @Test
    void theSameSourcesGiveTheSameRevisionAndAnyOtherTextAnotherOne() {
        var good = Texts.of("good");

        assertThat(good.sources().revision()).isEqualTo(good.sources().revision());
        assertThat(good.sources().revision().digest()).matches("[0-9a-f]{64}");
        assertThat(good.replace("A third", "A fourth").sources().revision())
                .isNotEqualTo(good.sources().revision());
        assertThat(good.with("good/evidence/more.txt", "").sources().revision())
                .isNotEqualTo(good.sources().revision());
        assertThat(compiled(good).revision()).isEqualTo(good.sources().revision());
    }

    @Test
    void aMissingMainFileIsAProblem() {
        var compilation = ScenarioCompiler.compile(new Sources("gone/scenario.yaml", Map.of()));

        assertThat(compilation.problems()).extracting(Problem::rendered).containsExactly("""
                gone/scenario.yaml:1:1: error [missing-file] there is no such file
                """);
    }

    @Test
    void survivesAnyGarbage() {
        for (var text :
                List.of("\u0000", "{", "]", "*", "&", "? ", "- - - -", "%YAML 9.9\n---\n", "\uD800", "!!", "|", "@")) {
            var compilation = Texts.of("good").with("good/scenario.yaml", text).compile();
            assertThat(compilation).as(text).isInstanceOf(Compilation.Failed.class);
            assertThat(compilation.problems()).as(text).isNotEmpty();
        }
    }

    private static Scenario compiled(Texts texts) {
        var compilation = texts.compile();
        assertThat(compilation.problems()).extracting(Problem::rendered).isEmpty();
        return ((Compilation.Compiled) compilation).scenario();
    }

    private static Cause cause(Scenario scenario) {
        return scenario.cause(new CauseId("bad-release"));
    }
}
