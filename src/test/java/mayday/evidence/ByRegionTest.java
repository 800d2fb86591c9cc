package mayday.evidence;

import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Shop.SOUTH;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.in;
import static org.assertj.core.api.Assertions.assertThat;

import mayday.evidence.Evidence.Chart;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A question that names every region, as "cpu of checkout by region" does, is answered for each of them apart. */
class ByRegionTest {
    private static final Target[] BY_REGION = {service(CHECKOUT), new Target.OfRegion(NORTH), new Target.OfRegion(SOUTH)
    };
    private static final Telling SHOP = Telling.of(new KnownHistory()
            .from("13:52", Signal.ERROR_RATIO, CHECKOUT, in(NORTH), 0.30)
            .from("13:52", DependencySignal.FAILURE_RATIO, CHECKOUT, ORDERS_DB, in(NORTH), 0.30)
            .from("13:52", Signal.CPU, CHECKOUT, in(NORTH), 0.93));

    @Test
    void drawsALineForEachRegion() {
        var answer = SHOP.ask(Dimension.CPU, BY_REGION);

        assertThat(answer.text())
                .isEqualTo("CPU now: checkout in north 93 % (25 % around 12:15);"
                        + " checkout in south 25 % (25 % around 12:15).");
        assertThat(only(Chart.class, answer).lines())
                .extracting(Evidence.Line::name)
                .containsExactly("checkout in north", "checkout in south");
        assertThat(SHOP.ask(Dimension.CPU, node(CHECKOUT, NORTH), node(CHECKOUT, SOUTH)))
                .isEqualTo(answer);
    }

    @Test
    void tellsOfThePagedServiceWhenNoneIsNamed() {
        assertThat(SHOP.text(Dimension.ERROR_RATE, new Target.OfRegion(NORTH), new Target.OfRegion(SOUTH)))
                .isEqualTo("Error ratio now: edge in north 0.05 % (0.05 % around 12:15);"
                        + " edge in south 0.05 % (0.05 % around 12:15).");
    }

    @Test
    void answersEachRegionByItselfWhereWordsAndTablesAreOfOnePlace() {
        assertThat(SHOP.text(Dimension.DEPENDENCY_STATUS, BY_REGION))
                .startsWith("In north: Attempts that fail now: checkout to orders-db 30 %")
                .contains("In south: None of these 3 kinds of calls fails 1 % or more now");
        assertThat(SHOP.text(Dimension.CUSTOMER_IMPACT, BY_REGION))
                .contains("In north: About")
                .contains("Failing for them: place an order 30 %.")
                .contains("In south: About")
                .contains("No journey fails for 1 % of its customers or more.");
    }

    /** Changes, certificates, jobs, budgets and people are not of a region. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "RECENT_DEPLOYS",
                "CONFIG_FLAG_CHANGES",
                "CERTIFICATES",
                "CRON_JOBS",
                "PRIOR_INCIDENTS_RUNBOOK",
                "SLO_ERROR_BUDGET",
                "ONCALL_ESCALATION",
                "TRIED_SO_FAR"
            })
    void speaksOfBothRegions(Dimension dimension) {
        var words = Telling.everyWord(SHOP.ask(dimension, BY_REGION));

        assertThat(words)
                .anySatisfy(word -> assertThat(word).contains("north"))
                .anySatisfy(word -> assertThat(word).contains("south"));
    }
}
