package mayday.evidence;

import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Shop.SOUTH;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static mayday.scenario.Where.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Table;
import mayday.evidence.Observation.Health;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class ScopeAnswersTest {
    private static final Telling TROUBLE = Telling.of(new KnownHistory()
            .from("13:52", Signal.ERROR_RATIO, EDGE, in(NORTH), 0.08)
            .from("13:52", Signal.ERROR_RATIO, CHECKOUT, in(NORTH), 0.30));

    @Test
    void listsEveryServiceWithItsErrorsAndRate() {
        var answer = TROUBLE.ask(Dimension.SERVICE_SCOPE);

        assertThat(answer.text())
                .isEqualTo("2 of 6 services fail 1 % of their requests or more: checkout 15 % and edge 4.0 %."
                        + " The others are below that.");
        var table = only(Table.class, answer);
        assertThat(table.columns()).containsExactly("Service", "Errors now", "Around 12:15", "Requests");
        assertThat(table.rows())
                .startsWith(List.of("checkout", "15 %", "0.05 %", "200/s"), List.of("edge", "4.0 %", "0.05 %", "200/s"))
                .hasSize(6);
        assertThat(answer.observations())
                .startsWith(new Observation(CHECKOUT, Health.FAILING, NOW), new Observation(EDGE, Health.DEGRADED, NOW))
                .contains(new Observation(ORDERS_DB, Health.HEALTHY, NOW))
                .hasSize(5);
    }

    @Test
    void tellsOneServiceAloneWhenOneWasNamed() {
        var answer = TROUBLE.ask(Dimension.SERVICE_SCOPE, service(CHECKOUT));

        assertThat(answer.text()).isEqualTo("checkout fails 15 % of its requests now, at 200/s.");
        assertThat(answer.observations()).containsExactly(new Observation(CHECKOUT, Health.FAILING, NOW));
    }

    @Test
    void drawsALineForEachRegion() {
        var answer = TROUBLE.ask(Dimension.REGION_SCOPE);

        assertThat(answer.text())
                .isEqualTo("Error ratio of edge now: north 8.0 % and south 0.05 %. Above the usual: north; not the"
                        + " other.");
        var chart = only(Chart.class, answer);
        assertThat(chart.lines()).extracting(Evidence.Line::name).containsExactly("north", "south");
        assertThat(chart.threshold()).isEqualTo(0.02);
        assertThat(chart.lines().getFirst().points())
                .hasSize(181)
                .last()
                .isEqualTo(new Evidence.Point(NOW.getEpochSecond(), 0.08));
    }

    @Test
    void saysWhereAServiceRunsWhenItDoesNotRunThere() {
        assertThat(TROUBLE.ask(Dimension.ERROR_RATE, node(ORDERS_DB, SOUTH)))
                .isEqualTo(new Answer("orders-db does not run in south; it runs in north.", List.of(), List.of()));
    }

    @Test
    void tellsWhoIsHurt() {
        var answer = TROUBLE.ask(Dimension.CUSTOMER_IMPACT);

        assertThat(answer.text())
                .isEqualTo("About 483 of 12\u202f000 requests a minute fail for customers (4.0 %). Failing for them:"
                        + " place an order 15 % and browse 4.0 %. Customers who come in through north are hit."
                        + " Since 13:52 UTC about 8\u202f774 requests failed.");
        assertThat(only(Table.class, answer).rows())
                .containsExactly(
                        List.of("place an order", "40 %", "15 %", "as long as usual"),
                        List.of("browse", "100 %", "4.0 %", "as long as usual"));
    }

    @Test
    void failsAJourneyForWhatFailsInFrontOfItsService() {
        var front = Telling.of(new KnownHistory()
                .from("13:52", Signal.ERROR_RATIO, EDGE, everywhere(), 0.21)
                .from("13:52", Signal.ERROR_OWN, EDGE, everywhere(), 0.20));
        var between = Telling.of(new KnownHistory()
                .from("13:52", Signal.ERROR_RATIO, EDGE, everywhere(), 0.40)
                .from("13:52", DependencySignal.NAME_RATIO, EDGE, CHECKOUT, everywhere(), 0.40));

        assertThat(front.text(Dimension.CUSTOMER_IMPACT))
                .contains("Failing for them: browse 21 % and place an order 20 %.");
        assertThat(between.text(Dimension.CUSTOMER_IMPACT))
                .contains("Failing for them: place an order 40 % and browse 40 %.");
    }

    @Test
    void doesNotSayThatNothingFailsWhenNoJourneyIsWhatFails() {
        var strangers = Telling.of(new KnownHistory().from("13:52", Signal.ERROR_RATIO, EDGE, everywhere(), 0.30));

        assertThat(strangers.text(Dimension.CUSTOMER_IMPACT, service(CHECKOUT)))
                .contains("It is none of the known journeys that fails: ask who sends these requests, and for what.");
    }

    @Test
    void saysFromWhenDataExists() {
        var before = new Window.Between(NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofHours(20)));
        var sixHours = new Window.Last(Duration.ofHours(6));

        assertThat(TROUBLE.ask(Shop.within(Dimension.ERROR_RATE, before)))
                .isEqualTo(new Answer(
                        "The data I can reach begins at 12:00 UTC; there is nothing from before that.",
                        List.of(),
                        List.of()));
        assertThat(TROUBLE.ask(Shop.within(Dimension.ERROR_RATE, sixHours)).text())
                .isEqualTo("Error ratio now: edge 4.0 % (0.05 % around 12:15). My data begins at 12:00 UTC.");
        var later = new Window.Since(NOW.plusSeconds(60));
        assertThat(TROUBLE.ask(Shop.within(Dimension.TRAFFIC, later)).text())
                .isEqualTo("It is 14:10 UTC; that is still to come.");
    }

    @Test
    void speaksOfThePastAsOfThen() {
        var then = new Window.Between(KnownHistory.time("13:00"), KnownHistory.time("13:30"));
        var answer = TROUBLE.ask(Shop.within(Dimension.ERROR_RATE, then));

        assertThat(answer.text()).isEqualTo("Error ratio at 13:30 UTC: edge 0.05 % (0.05 % around 12:15).");
        assertThat(answer.evidence().getFirst().asOf()).isEqualTo(KnownHistory.time("13:30"));
        assertThat(answer.observations())
                .containsExactly(new Observation(EDGE, Health.HEALTHY, KnownHistory.time("13:30")));
    }

    @Test
    void judgesAgainstTheRegionThatWasAsked() {
        assertThat(TROUBLE.ask(Dimension.ERROR_RATE, node(EDGE, SOUTH)).observations())
                .containsExactly(new Observation(EDGE, Health.HEALTHY, NOW));
        assertThat(TROUBLE.ask(Dimension.ERROR_RATE, new Target.OfRegion(NORTH)).text())
                .isEqualTo("Error ratio now: edge in north 8.0 % (0.05 % around 12:15).");
    }

    @Test
    void answersEverywhereTheSameWithoutTrouble() {
        var quiet = Telling.of(new KnownHistory());

        assertThat(quiet.text(Dimension.SERVICE_SCOPE))
                .isEqualTo(
                        "None of the 6 services fails 1 % of its requests or more; the highest is edge with 0.05 %.");
        assertThat(quiet.text(Dimension.REGION_SCOPE))
                .isEqualTo("Error ratio of edge now: north 0.05 % and south 0.05 %. No region is above its usual.");
        assertThat(quiet.text(Dimension.CUSTOMER_IMPACT))
                .isEqualTo("About 6 of 12\u202f000 requests a minute fail for customers (0.05 %)."
                        + " No journey fails for 1 % of its customers or more.");
    }
}
