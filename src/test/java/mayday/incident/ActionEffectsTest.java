package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** Actions do to the system what they do in reality, whether they end the cause or not. */
class ActionEffectsTest {
    private static final ServiceId TILL = new ServiceId("till");
    private static final ServiceId LEDGER = new ServiceId("ledger");
    private static final Where NORTH = Where.in(new RegionId("north"));

    @Test
    void aStoppedJobTakesNothingMoreAndWhatItDidStays() {
        var played = Played.of("actions", "job").act("stop-job", "day-end").waits(2);

        assertThat(at(played, Signal.CPU_STOLEN, LEDGER, "14:06:00")).isEqualTo(0.75);
        assertThat(at(played, Signal.CPU_STOLEN, LEDGER, "14:07:00")).isZero();
        assertThat(at(played, Signal.ERROR_OWN, TILL, "14:07:00")).isCloseTo(0.10, within(1e-6));
        // It will not run again, whatever becomes of the cause.
        played.waits(6);
        assertThat(played.state("job")).isEqualTo("later");
        assertThat(at(played, Signal.CPU_STOLEN, LEDGER, "14:13:00")).isZero();
        assertThat(at(played, Signal.ERROR_OWN, TILL, "14:13:00")).isCloseTo(0.20, within(1e-6));
    }

    @Test
    void aKilledQueryComesBackWhileItsSourceGoesOn() {
        var played = Played.of("actions", "query").act("kill-query", "ledger").waits(4);

        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:06:00")).isGreaterThan(0.2);
        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:06:40")).isLessThan(0.01);
        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:08:10")).isLessThan(0.01);
        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:08:40")).isGreaterThan(0.2);
        assertThat(played.state("query")).isEqualTo("locked");

        // Killed again; and when the flag is off there is nobody who would ask again.
        played.act("kill-query", "ledger").waits(1);
        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:11:00")).isLessThan(0.01);
        played.act("set-flag", "reports", Map.of("on", "false")).waits(5);
        assertThat(played.state("query")).isEqualTo("undone");
        assertThat(at(played, Signal.LATENCY_P50, LEDGER, "14:14:00")).isLessThan(0.01);
    }

    @Test
    void anotherResolverOrNoneOfOursAnswers() {
        var other = Played.of("actions", "deaf-resolver")
                .act("use-resolver", "till", Map.of("resolver", "dns-b"))
                .waits(2);
        var past = Played.of("actions", "deaf-resolver")
                .act("use-resolver", "till", Map.of("resolver", "bypass"))
                .waits(2);

        assertThat(other.errors(at("14:06:00"))).isEqualTo(1);
        assertThat(other.errors(at("14:08:00"))).isZero();
        assertThat(at(other, Signal.LOOKUP_RATE, new ServiceId("dns-b"), "14:08:00"))
                .isGreaterThan(0.1);
        assertThat(past.errors(at("14:08:00"))).isZero();
        assertThat(at(past, Signal.LOOKUP_RATE, new ServiceId("dns-b"), "14:08:00"))
                .isZero();
        assertThat(past.state("deaf-resolver")).isEqualTo("deaf");
        assertThat(past.reports())
                .containsExactly("till looks names up with the cloud's own resolver, past ours;"
                        + " names it knows stay known until they run out.");
        assertThat(past.refused("use-resolver", "till", Map.of("resolver", "bypass")))
                .isEqualTo("till asks none of our resolvers already.");
        assertThat(past.refused("use-resolver", "till", Map.of("resolver", "dns-c")))
                .isEqualTo("The resolver must be one of dns-a, dns-b, bypass.");
        assertThat(Played.of("actions", "deaf-resolver").refused("use-resolver", "till", Map.of("resolver", "dns-a")))
                .isEqualTo("till asks dns-a already.");
    }

    @Test
    void theBadHostIsBadWhereverItIsAndOnlyTakingItOutHelps() {
        var wrong = Played.of("actions", "bad-host")
                .act("take-out-host", "till", Map.of("region", "north", "host", "3"))
                .waits(2);
        assertThat(north(wrong, "14:06:00")).isCloseTo(0.25, within(1e-3));
        assertThat(north(wrong, "14:08:00")).isCloseTo(1 / 3.0, within(1e-3));

        var restarted = Played.of("actions", "bad-host")
                .act("restart-host", "till", Map.of("region", "north", "host", "2"))
                .waits(4);
        assertThat(north(restarted, "14:06:50")).isZero();
        assertThat(north(restarted, "14:09:00")).isCloseTo(0.25, within(1e-3));

        var right = Played.of("actions", "bad-host")
                .act("take-out-host", "till", Map.of("region", "north", "host", "2"))
                .waits(2);
        assertThat(north(right, "14:08:00")).isZero();
        assertThat(right.state("bad-host")).isEqualTo("undone");
        right.act("return-host", "till", Map.of("region", "north", "host", "2")).waits(2);
        assertThat(right.state("bad-host")).isEqualTo("ill");
        assertThat(north(right, "14:10:00")).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void whatWasRecordedFoldsToTheSame() {
        var played = Played.of("actions", "query").act("kill-query", "ledger").waits(4);
        var replayed =
                Evolution.replay(played.incident().scenario(), played.incident().history());

        assertThat(replayed.world().trajectory().schedule())
                .isEqualTo(played.incident().world().trajectory().schedule());
    }

    private static double north(Played played, String clock) {
        return played.signal(Signal.ERROR_RATIO, TILL, NORTH, at(clock));
    }

    private static double at(Played played, Signal signal, ServiceId service, String clock) {
        return played.signal(signal, service, Where.everywhere(), at(clock));
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-03-10T" + clock + "Z");
    }
}
