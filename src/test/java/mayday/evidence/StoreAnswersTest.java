package mayday.evidence;

import static mayday.evidence.Shop.CART_CACHE;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static mayday.scenario.Where.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Table;
import mayday.evidence.Observation.Health;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class StoreAnswersTest {

    @Test
    void tellsHowADatabaseDoes() {
        var shop = Telling.of(new KnownHistory()
                .from("14:00", Signal.LATENCY_P95, ORDERS_DB, everywhere(), 1.6)
                .from("14:00", Signal.THREADS_BUSY, ORDERS_DB, in(Shop.NORTH), 64)
                .from("14:00", Signal.THREADS_BUSY, ORDERS_DB, in(Shop.SOUTH), 0)
                .from("12:00", Signal.REPLICAS_READY, ORDERS_DB, in(Shop.NORTH), 1)
                .from("12:00", Signal.REPLICAS_READY, ORDERS_DB, in(Shop.SOUTH), 0)
                .from("14:00", Signal.QUEUE_DEPTH, ORDERS_DB, in(Shop.NORTH), 310));
        var answer = shop.ask(Dimension.DB_HEALTH);

        assertThat(answer.text())
                .isEqualTo(
                        "orders-db: queries take p95 1.6 s (80 ms around 12:15), 64 of 64 backends busy, 310 waiting,"
                                + " 0.05 % of queries fail.");
        assertThat(answer.observations()).containsExactly(new Observation(ORDERS_DB, Health.FAILING, NOW));
        assertThat(only(Output.class, answer).lines())
                .containsExactly(
                        " usename  | state  | count",
                        "----------+--------+-------",
                        " checkout | active |    64",
                        "(1 row)");
    }

    @Test
    void takesTheDatabaseOfAServiceThatIsNone() {
        var shop = Telling.of(new KnownHistory());

        assertThat(shop.text(Dimension.DB_HEALTH, service(CHECKOUT))).startsWith("orders-db: queries take");
        assertThat(shop.ask(Dimension.DB_HEALTH, service(EDGE)))
                .isEqualTo(new Answer(
                        "edge is not a database and uses none. The databases here: orders-db.", List.of(), List.of()));
    }

    @Test
    void tellsHitsAndMissesOfACache() {
        var shop = Telling.of(new KnownHistory().from("14:00", Signal.CACHE_HIT_RATIO, CART_CACHE, everywhere(), 0.4));
        var answer = shop.ask(Dimension.CACHE);

        assertThat(answer.text()).isEqualTo("Cache hit ratio now: cart-cache 40 % (95 % around 12:15).");
        assertThat(only(Output.class, answer).lines())
                .contains("instantaneous_ops_per_sec:25", "# Stats", "evicted_keys:0")
                .anySatisfy(line -> assertThat(line).startsWith("keyspace_misses:"));
        assertThat(shop.text(Dimension.CACHE, service(EDGE)))
                .isEqualTo("edge is not a cache and uses none. The caches here: cart-cache.");
    }

    @Test
    void showsThePoolsOfAServiceAgainstTheirSize() {
        var shop = Telling.of(new KnownHistory()
                .from("12:00", DependencySignal.POOL_SIZE, CHECKOUT, Shop.CARDLINK, everywhere(), 0)
                .from("12:00", DependencySignal.POOL_SIZE, CHECKOUT, CART_CACHE, everywhere(), 0)
                .from("12:00", DependencySignal.POOL_SIZE, EDGE, CHECKOUT, everywhere(), 0)
                .from("14:00", DependencySignal.POOL_IN_USE, CHECKOUT, ORDERS_DB, everywhere(), 80)
                .from("14:00", DependencySignal.POOL_WAITING, CHECKOUT, ORDERS_DB, everywhere(), 107));
        var answer = shop.ask(Dimension.CONN_POOLS, service(CHECKOUT));

        assertThat(answer.text()).isEqualTo("Connections now: checkout to orders-db 160 of 160 in use, 214 waiting.");
        assertThat(only(Chart.class, answer).threshold()).isEqualTo(160);
        assertThat(only(Table.class, answer).rows())
                .containsExactly(List.of("checkout to orders-db", "160", "160", "214"));
        assertThat(shop.text(Dimension.CONN_POOLS, service(EDGE)))
                .isEqualTo("edge keeps no connection pool, and none is kept to it.");
    }
}
