package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mayday.scenario.ActionKind;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.Caching;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Condition.Comparison;
import mayday.scenario.RegionId;
import mayday.scenario.Route;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.TeamId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

class ScenarioCompilerTest {
    private static final ServiceId DOOR = new ServiceId("door");
    private static final ServiceId TILL = new ServiceId("till");
    private static final ServiceId LEDGER = new ServiceId("ledger");
    private static final RegionId NORTH = new RegionId("north");

    @Test
    void readsThePageWithItsMoment() {
        var scenario = Texts.of("good").scenario();

        assertThat(scenario.page().text()).isEqualTo("5xx > 2 % on door");
        assertThat(scenario.page().pages()).isEqualTo(new TeamId("shop"));
        assertThat(scenario.page().condition())
                .isEqualTo(new Condition.Threshold(
                        DOOR, Where.everywhere(), Signal.ERROR_RATIO, Comparison.ABOVE, 0.02, Duration.ofMinutes(5)));
        assertThat(scenario.pagedAt()).isEqualTo(Instant.parse("2026-03-10T14:06:00Z"));
        assertThat(scenario.limit()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void takesThePageFromTheAlertsWhenItOnlyNamesOne() {
        var scenario = Texts.of("good")
                .replace("page: { alert: \"5xx > 2 % on door\", when: door.error-ratio > 2 % for 5m, at: 14:06 }", """
                        date: 2026-12-24
                        page: { alert: door-5xx, at: "08:30:15" }
                        alerts:
                          door-5xx: { text: 5xx on door, when: door@north.error-ratio > 0.02, pages: data }
                          slow: { text: door is slow, when: door.latency-p99 > 800ms for 1m }
                        """)
                .scenario();

        assertThat(scenario.page().text()).isEqualTo("5xx on door");
        assertThat(scenario.page().pages()).isEqualTo(new TeamId("data"));
        assertThat(scenario.page().condition().where()).isEqualTo(Where.in(NORTH));
        assertThat(scenario.pagedAt()).isEqualTo(Instant.parse("2026-12-24T08:30:15Z"));
        assertThat(scenario.alerts()).extracting(alert -> alert.id().value()).containsExactly("slow");
    }

    @Test
    void readsQuestionsWithEvidenceOfTextsAndFiles() {
        var scenario = Texts.of("good")
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
                        causes:""")
                .scenario();

        assertThat(scenario.questions()).singleElement().satisfies(question -> {
            assertThat(question.services()).containsExactly(TILL);
            assertThat(question.asks()).containsExactly("what do the receipts say", "print the receipts");
            assertThat(question.answers().getFirst().occasion().causes()).containsExactly(new CauseId("bad-release"));
            assertThat(question.answers().getFirst().reveals())
                    .extracting(AuthoredEvidence::content)
                    .containsExactly(
                            new AuthoredEvidence.Written(AuthoredEvidence.Form.LOG, "nothing sold"),
                            new AuthoredEvidence.Written(AuthoredEvidence.Form.NOTE, "Ask Bo."));
            assertThat(question.answers().getLast().occasion().causes()).isEmpty();
        });
    }

    @Test
    void readsPeopleAndDurations() {
        var scenario = Texts.of("good").replace("causes:", """
                        messages: [{ from: Elena (support), after: 2m, text: Is this known? }]
                        replies: [{ team: data, causes: [bad-release], text: The ledger is idle. }]
                        durations: { roll-back: 3m to 5m, restart: 90s }
                        causes:""").scenario();

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
        var system = Texts.of("good").scenario().system();

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
        assertThat(good.scenario().revision()).isEqualTo(good.sources().revision());
    }

    @Test
    void aMissingMainFileIsAProblem() {
        var compilation = ScenarioCompiler.compile(new Sources("gone/scenario.yaml", Map.of()));

        assertThat(compilation.problems()).extracting(Problem::rendered).containsExactly("""
                gone/scenario.yaml:1:1: error [missing-file] there is no such file
                """);
    }
}
