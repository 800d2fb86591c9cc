package mayday.evidence;

import static mayday.evidence.Shop.CARDLINK;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.EDGE;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Shop.SOUTH;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.host;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static mayday.scenario.Where.in;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Observation.Health;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

class HostAnswersTest {

    @Test
    void printsTopOfTheHostThatWasAskedFor() {
        var shop = Telling.of(new KnownHistory().from("14:00", Signal.CPU, CHECKOUT, everywhere(), 0.9));
        var answer = shop.ask(Dimension.CPU, host(CHECKOUT, NORTH, 3));

        assertThat(answer.text()).isEqualTo("CPU now: checkout-3 90 % (25 % around 12:15).");
        var top = only(Output.class, answer);
        assertThat(top.host()).isEqualTo("checkout-3");
        assertThat(top.command()).isEqualTo("top -bn1");
        assertThat(top.lines().getFirst()).startsWith("top - 14:10:00 up ").endsWith("load average: 3.60, 3.60, 2.74");
        assertThat(top.lines().get(2))
                .isEqualTo("%Cpu(s): 73.8 us, 16.2 sy,  0.0 ni, 10.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st");
        assertThat(top.lines().get(6))
                .isEqualTo("    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND");
        assertThat(top.lines().get(7))
                .startsWith("      1 app       20   0 ")
                .contains(" R 360.0  24.1 ")
                .endsWith(" java");
    }

    @Test
    void showsAForeignProcessThatTakesCores() {
        var shop = Telling.of(new KnownHistory()
                .from("14:00", Signal.CPU, ORDERS_DB, everywhere(), 0.75)
                .from("14:00", Signal.CPU_STOLEN, ORDERS_DB, everywhere(), 0.5)
                .taking(ORDERS_DB, "zstd", 6)
                .taking(ORDERS_DB, "", 2));

        assertThat(only(Output.class, shop.ask(Dimension.CPU, service(ORDERS_DB)))
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("25.0 id").contains("12.5 st"))
                .anySatisfy(line -> assertThat(line).containsPattern("600\\.0   0\\.3 +60:00\\.00 zstd$"))
                .anySatisfy(line -> assertThat(line).containsPattern("400\\.0   1\\.5 .* postgres$"));
    }

    /** No process shows what the machine underneath gives to others, whatever the cause is called. */
    @Test
    void showsTimeThatTheMachineUnderneathTakes() {
        var shop = Telling.of(new KnownHistory()
                .from("14:00", Signal.CPU, ORDERS_DB, everywhere(), 0.75)
                .from("14:00", Signal.CPU_STOLEN, ORDERS_DB, everywhere(), 0.5));

        var lines =
                only(Output.class, shop.ask(Dimension.CPU, service(ORDERS_DB))).lines();
        assertThat(lines.get(2)).endsWith("50.0 st");
        assertThat(lines)
                .filteredOn(line -> line.contains("root"))
                .singleElement(as(STRING))
                .endsWith("node_exporter");
    }

    @Test
    void printsMemoryAndDiskAsTheirCommandsDo() {
        var shop = Telling.of(new KnownHistory().from("14:00", Signal.MEMORY, CHECKOUT, everywhere(), 3.5));

        var memory = shop.ask(Dimension.MEMORY, service(CHECKOUT));
        assertThat(memory.text())
                .isEqualTo("Memory now: checkout 3.5 GiB (1.0 GiB around 12:15). A replica is killed at 4.0 GiB.");
        assertThat(only(Output.class, memory).lines().get(1))
                .isEqualTo("Mem:            4096        3584         307           2         205         512");
        assertThat(only(Output.class, shop.ask(Dimension.DISK, service(ORDERS_DB)))
                        .lines())
                .containsExactly(
                        "Filesystem      Size  Used Avail Use% Mounted on",
                        "/dev/nvme0n1p1  100G   22G   78G  22% /", "/dev/nvme1n1    500G  200G  300G  40% /data");
    }

    @Test
    void drawsOneLineForEachServiceAndNoCommandForSeveral() {
        var answer = Telling.of(new KnownHistory()).ask(Dimension.CPU, service(CHECKOUT), service(EDGE));

        assertThat(answer.text())
                .isEqualTo("CPU now: checkout 25 % (25 % around 12:15); edge 25 % (25 % around 12:15).");
        assertThat(answer.evidence()).hasSize(1);
        assertThat(only(Chart.class, answer).lines()).hasSize(2);
    }

    @Test
    void cannotSeeTheHostsOfAThirdParty() {
        var shop = Telling.of(new KnownHistory());

        assertThat(shop.ask(Dimension.CPU, service(CARDLINK)))
                .isEqualTo(new Answer(
                        "cardlink is a third party: its hosts are not ours to look at.", List.of(), List.of()));
        assertThat(shop.ask(Dimension.LOGS, service(CARDLINK)).evidence()).isEmpty();
        assertThat(shop.ask(Dimension.SCALING_INSTANCES, service(CARDLINK)).evidence())
                .isEmpty();
    }

    @Test
    void listsPodsAsReadyAsTheModelSaysTheyAre() {
        var shop = Telling.of(new KnownHistory().from("14:05", Signal.REPLICAS_READY, CHECKOUT, in(NORTH), 3));
        var answer = shop.ask(Dimension.SCALING_INSTANCES, node(CHECKOUT, NORTH));

        assertThat(answer.text()).isEqualTo("checkout in north: 3 of 4 wanted replicas ready now, 4 around 12:15.");
        assertThat(only(Output.class, answer).lines())
                .containsExactly(
                        "NAME         READY   STATUS              RESTARTS   AGE",
                        "checkout-1   1/1     Running             0          20m",
                        "checkout-2   1/1     Running             0          20m",
                        "checkout-3   1/1     Running             0          20m",
                        "checkout-4   0/1     ContainerCreating   0          20m");
    }

    @Test
    void judgesLatencyAgainstWhatIsUsualForTheService() {
        var shop = Telling.of(new KnownHistory()
                .from("14:00", Signal.LATENCY_P95, CHECKOUT, everywhere(), 0.2)
                .from("14:00", Signal.LATENCY_P95, ORDERS_DB, everywhere(), 2));

        var checkout = shop.ask(Dimension.LATENCY, service(CHECKOUT));
        assertThat(checkout.text())
                .isEqualTo("checkout answers in p50 30 ms, p95 200 ms and p99 120 ms now; around 12:15 it was 30 ms /"
                        + " 80 ms / 120 ms.");
        assertThat(checkout.observations()).containsExactly(new Observation(CHECKOUT, Health.DEGRADED, NOW));
        assertThat(shop.ask(Dimension.LATENCY, service(ORDERS_DB)).observations())
                .containsExactly(new Observation(ORDERS_DB, Health.FAILING, NOW));
        // As fast as ever, it may still answer with errors.
        assertThat(shop.ask(Dimension.LATENCY, service(EDGE)).observations()).isEmpty();
    }

    @Test
    void comparesTrafficWithTheHourAndTellsRetries() {
        var shop = Telling.of(new KnownHistory()
                .from("14:00", Signal.REQUEST_RATE, EDGE, everywhere(), 150)
                .from("14:00", Signal.RETRY_RATE, EDGE, everywhere(), 40));

        assertThat(shop.text(Dimension.TRAFFIC))
                .isEqualTo("Request rate now: edge 300/s (200/s around 12:15). 80/s of it at edge are retries."
                        + " Customary at this hour: about 200/s.");
        assertThat(shop.text(Dimension.TRAFFIC, node(EDGE, SOUTH))).endsWith("Customary at this hour: about 100/s.");
    }

    @Test
    void keepsChartsSmallAndRoundsTheirValues() {
        var samples = new KnownHistory()
                .from("12:00", Signal.CPU, EDGE, everywhere(), 1 / 3.0)
                .samples(Signal.CPU, EDGE, everywhere(), KnownHistory.time("12:00"), NOW);
        var line = Charts.line("edge", samples);

        assertThat(samples.size()).isEqualTo(781);
        assertThat(line.points()).hasSize(196).allMatch(point -> point.value() == 0.3333);
        assertThat(line.points().getLast().epochSeconds()).isEqualTo(NOW.getEpochSecond());
    }
}
