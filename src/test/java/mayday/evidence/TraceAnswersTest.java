package mayday.evidence;

import static mayday.evidence.Shop.CARDLINK;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Shop.RESOLVER;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import mayday.evidence.Evidence.Trace;
import mayday.evidence.Evidence.Trace.Span;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class TraceAnswersTest {

    @Test
    void followsAnOrdinaryRequest() {
        var answer = Telling.of(new KnownHistory()).ask(Dimension.TRACES);

        assertThat(answer.text())
                .isEqualTo("One request in north now took 94 ms; it succeeded. Most of its time, 30 ms, went to"
                        + " orders-db.");
        assertThat(only(Trace.class, answer).spans())
                .containsExactly(
                        new Span(0, "edge", "request", 0, 94, ""),
                        new Span(1, "checkout", "request", 10, 74, ""),
                        new Span(2, "orders-db", "query", 20, 30, ""),
                        new Span(2, "cart-cache", "get", 50, 12, ""),
                        new Span(2, "cardlink", "request", 62, 12, ""));
    }

    @Test
    void followsATimeOutToWhereItHappens() {
        var history = new KnownHistory()
                .from("14:00", Signal.ERROR_RATIO, EDGE, everywhere(), 0.3)
                .from("14:00", DependencySignal.FAILURE_RATIO, EDGE, CHECKOUT, everywhere(), 0.3)
                .from("14:00", DependencySignal.FAILURE_RATIO, CHECKOUT, ORDERS_DB, everywhere(), 0.3)
                .from("14:00", DependencySignal.TIMEOUT_RATIO, CHECKOUT, ORDERS_DB, everywhere(), 0.3)
                .from("14:00", Signal.QUEUE_DEPTH, ORDERS_DB, everywhere(), 300)
                .from("14:00", Signal.LATENCY_P50, ORDERS_DB, everywhere(), 6);
        var answer = Telling.of(history).ask(Dimension.TRACES, service(CHECKOUT));

        assertThat(answer.text())
                .isEqualTo(
                        "One request in north now took 2.0 s; it failed: 502, checkout failed. Most of its time, 2.0 s,"
                                + " went to orders-db. The innermost failure: orders-db, timed out after 2.0 s.");
        assertThat(only(Trace.class, answer).spans())
                .contains(
                        new Span(1, "checkout", "request", 10, 2035, "504, orders-db timed out"),
                        new Span(2, "orders-db", "query", 44, 2000, "timed out after 2.0 s"),
                        new Span(3, "orders-db", "waiting for a worker", 44, 2000, ""));
    }

    @Test
    void showsARefusedHandshakeAsShort() {
        var history = new KnownHistory()
                .from("14:00", DependencySignal.FAILURE_RATIO, EDGE, CHECKOUT, everywhere(), 0.2)
                .from("14:00", DependencySignal.FAILURE_RATIO, CHECKOUT, CARDLINK, everywhere(), 1)
                .from("14:00", DependencySignal.TLS_RATIO, CHECKOUT, CARDLINK, everywhere(), 1);

        assertThat(only(Trace.class, Telling.of(history).ask(Dimension.TRACES, service(CARDLINK)))
                        .spans())
                .last()
                .isEqualTo(new Span(2, "cardlink", "request", 44, 3, "TLS handshake failed"));
    }

    @Test
    void saysThatNoRequestPasses() {
        assertThat(Telling.of(new KnownHistory())
                        .ask(Dimension.TRACES, service(RESOLVER))
                        .text())
                .isEqualTo("No request that comes in through edge passes resolver.");
    }
}
