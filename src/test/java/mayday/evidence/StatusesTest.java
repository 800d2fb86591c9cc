package mayday.evidence;

import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.evidence.Circumstances.Passage;
import mayday.evidence.Evidence.Log;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Trace;
import mayday.scenario.CauseState;
import mayday.scenario.Dimension;
import mayday.scenario.LogPattern;
import mayday.scenario.Signal;
import mayday.scenario.StateId;
import org.junit.jupiter.api.Test;

/** An author's log says that checkout answers 418; everything else that shows a status says so too. */
class StatusesTest {
    private static final KnownHistory FAILING = new KnownHistory()
            .from("13:50", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 1)
            .from("13:50", Signal.ERROR_OWN, CHECKOUT, everywhere(), 1);

    @Test
    void saysTheSameStatusEverywhere() {
        var teapot = teapot(FAILING);

        assertThat(teapot.text(Dimension.ERROR_TYPES, service(CHECKOUT)))
                .isEqualTo("Of the errors of checkout now (100 % of its requests): 100 % own errors."
                        + " Mostly 418, a failure of its own.");
        assertThat(only(Trace.class, teapot.ask(Dimension.TRACES, service(CHECKOUT)))
                        .spans())
                .anySatisfy(span -> assertThat(span.failure()).isEqualTo("418"));
        var curl = new Interpretation(
                Dimension.ERROR_TYPES,
                List.of(node(CHECKOUT, NORTH)),
                new Window.Usual(),
                1,
                "",
                "curl -s -o /dev/null -w '%{http_code}' http://checkout.internal/");
        assertThat(only(Output.class, teapot.ask(curl)).lines()).containsExactly("418");
        assertThat(only(Log.class, teapot.ask(Dimension.LOGS, service(CHECKOUT)))
                        .entries())
                .filteredOn(entry -> entry.text().contains("unhandled exception"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.text()).contains(" 418: unhandled"));
    }

    @Test
    void speaksOnlyOfTheKindThatMostFailuresAre() {
        var history = new KnownHistory()
                .from("13:50", Signal.ERROR_RATIO, CHECKOUT, everywhere(), 0.5)
                .from("13:50", Signal.ERROR_OWN, CHECKOUT, everywhere(), 0.4)
                .from("13:50", Signal.ERROR_REJECTED, CHECKOUT, everywhere(), 0.1);

        assertThat(only(Evidence.Table.class, teapot(history).ask(Dimension.ERROR_TYPES, service(CHECKOUT)))
                        .rows())
                .extracting(row -> row.get(1))
                .startsWith("418, a failure of its own", "503, turned away because it was full");
    }

    @Test
    void isTheUsualWhenNobodySaysOtherwise() {
        assertThat(Telling.of(FAILING).text(Dimension.ERROR_TYPES, service(CHECKOUT)))
                .endsWith("Mostly 500, a failure of its own.");
    }

    private static Telling teapot(KnownHistory history) {
        var says =
                new LogPattern(CHECKOUT, everywhere(), "ERROR", "418 I am a teapot", LogPattern.Per.FAILURE, 0.9, 418);
        var state = new CauseState(new StateId("brewing"), List.of(), List.of(says), List.of());
        var before = Shop.at(NOW);
        return Telling.of(
                history,
                new Circumstances(
                        before.scenario(),
                        before.cause(),
                        List.of(new Passage(state, KnownHistory.time("13:50"))),
                        before.trajectory(),
                        List.of(),
                        List.of(),
                        7,
                        NOW));
    }
}
