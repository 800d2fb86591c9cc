package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Condition;
import mayday.scenario.Condition.Comparison;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Input;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import mayday.scenario.TeamId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionReadingTest {
    private static final ServiceId DOOR = new ServiceId("door");
    private static final ServiceId TILL = new ServiceId("till");
    private static final Where NORTH = Where.in(new RegionId("north"));

    @Test
    void aSignalAndAFigureNeedNoFormula() {
        assertThat(condition("door@north.latency_p99 > 1m30s for 5m"))
                .isEqualTo(new Condition.Threshold(
                        DOOR, NORTH, Signal.LATENCY_P99, Comparison.ABOVE, 90, Duration.ofMinutes(5)));
    }

    @Test
    void aFormulaKeepsItsTextItsLengthAndTheComparisonItIsAboutFirst() {
        var condition = (Condition.Formula) condition("door@north.error-ratio > 2 % && hour >= 9 for 5m");

        assertThat(condition.expression().text()).isEqualTo("door@north.error-ratio > 2 % && hour >= 9");
        assertThat(condition.sustained()).isEqualTo(Duration.ofMinutes(5));
        assertThat(condition.watched())
                .isEqualTo(new Condition.Threshold(
                        DOOR, NORTH, Signal.ERROR_RATIO, Comparison.ABOVE, 0.02, Duration.ZERO));
    }

    @Test
    void looksAtSignalsStatesMovesAndTheClock() {
        var condition = (Condition.Formula)
                condition(
                        "door.cpu > 1 % && calls(\"till@north -> ledger\").pool-in-use > 3"
                                + " && done(\"restart till\") > 1 && running(\"shed load\") && in_state(\"bad-release/failing\")"
                                + " && seen(\"db-health\", \"ledger\") && seen(\"cpu\") && stated(\"bad-release\", \"till\")"
                                + " && told(\"status-page\") && escalated(\"data\") && minutes_since_page > 3 && severity < 3 && hour > 8");

        assertThat(condition.expression().inputs())
                .containsExactly(
                        new Input.OfService(DOOR, Where.everywhere(), Signal.CPU),
                        new Input.OfCalls(TILL, new ServiceId("ledger"), NORTH, DependencySignal.POOL_IN_USE),
                        new Input.Done(new ActionPattern(ActionKind.RESTART, "till")),
                        new Input.Running(new ActionPattern(ActionKind.SHED_LOAD, "")),
                        new Input.InState(new CauseId("bad-release"), new StateId("failing")),
                        new Input.Seen(Dimension.DB_HEALTH, List.of(new ServiceId("ledger"))),
                        new Input.Seen(Dimension.CPU, List.of()),
                        new Input.Stated(FaultClass.BAD_RELEASE, "till"),
                        new Input.Told(Audience.STATUS_PAGE),
                        new Input.Escalated(new TeamId("data")),
                        new Input.MinutesSincePage(),
                        new Input.DeclaredSeverity(),
                        new Input.Hour());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "door.error-ratio >= 2 %                                     ; 0.02  ; 1",
                "door.error-ratio >= 2 %                                     ; 0.019 ; 0",
                "door.latency-p99 >= 1500ms                                  ; 1.6   ; 1",
                "door.latency-p99 * 2 > 3s && door.latency-p99 < 1m          ; 1.4   ; 0",
                "!(door.request-rate > 120/min) || door.request-rate == 5/s  ; 5     ; 1",
                "door.request-rate - 3/s < 1/s                               ; 3.5   ; 1",
                "door.certificate-days < 3d && door.certificate-days > -1d   ; 2.5   ; 1",
                "door.memory > 512 MiB ? door.memory < 1 GiB : false         ; 0.75  ; 1",
                "(door.queue-depth + 1) / 2 >= 50                            ; 99    ; 1",
            })
    void unitsBecomeTheSignalsOwn(String text, double value, double expected) {
        var condition = (Condition.Formula) condition(text);

        assertThat(condition.expression().evaluator().of(new double[] {value})).isEqualTo(expected);
    }

    @Test
    void aStateOfTheOwnCauseNeedsNoCause() {
        var cause = Texts.of("good")
                .replace("failing: {", "failing: { when: { 'in_state(\"failing\") && door.cpu > 90 %': undone },")
                .cause();

        assertThat(cause.initial().transitions())
                .singleElement()
                .asString()
                .contains("cause=bad-release, state=failing");
    }

    private static Condition condition(String text) {
        return Texts.of("good")
                .replace("mitigated: door.error-ratio < 0.5 % for 3m", "mitigated: '" + text + "'")
                .scenario()
                .mitigated();
    }
}
