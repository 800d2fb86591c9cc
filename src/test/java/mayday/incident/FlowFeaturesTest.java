package mayday.incident;

import static mayday.incident.Played.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import mayday.debrief.Debriefs;
import mayday.scenario.Dimension;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.VariableId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features of the language that are features of the flow: of what the model works out from a few figures. */
class FlowFeaturesTest {

    /** The store's time of service rises from 10 ms to 2 s within four minutes; each behind it waits for the one in front. */
    @Test
    void f09TroubleClimbsFromTheStoreToTheDoor() {
        var played = Played.of("f09-cascade", "slow-disk");

        assertThat(firstAbove(0.100, Signal.LATENCY_P95, "store", played)).isEqualTo("14:00:10");
        assertThat(firstAbove(59, Signal.THREADS_BUSY, "sorter", played)).isEqualTo("14:01:20");
        assertThat(firstAbove(10, Signal.QUEUE_DEPTH, "sorter", played)).isEqualTo("14:01:20");
        assertThat(firstAbove(1, Signal.LATENCY_P50, "desk", played)).isEqualTo("14:01:30");
        assertThat(firstAbove(0.10, Signal.ERROR_RATIO, "door", played)).isEqualTo("14:01:30");
        // The store itself turns nobody away and fails nothing: only its callers do.
        assertThat(firstAbove(0.01, Signal.ERROR_RATIO, "store", played)).isEqualTo("never");
    }

    /** Arrivals of 100/s, 50/s worked off while it is ill, 150/s while it rolls back with three quarters of half, 200/s after. */
    @Test
    void f25ABacklogGrowsWithWhatIsNotWorkedOffAndDrainsAfterwards() {
        var played = Played.of("f25-backlog", "slow-consumer");
        assertThat(depth(played, "14:03:00") - depth(played, "14:01:00")).isCloseTo(120 * (100 - 50), within(1.0));

        played.act("roll-back", "parcels").waits(12);
        // A quarter is away during the roll back.
        assertThat(depth(played, "14:10:00") - depth(played, "14:08:00")).isCloseTo(120 * (100 - 37.5), within(1.0));
        assertThat(depth(played, "14:14:00") - depth(played, "14:12:00")).isCloseTo(120 * (100 - 200), within(1.0));

        assertThat(played.state("slow-consumer")).isEqualTo("undone");
        assertThat(times(played, Event.CauseAdvanced.class)).containsExactly("14:00:00", "14:10:51");
        // Its cause was over six minutes before: what had piled up was not.
        assertThat(times(played, Event.ImpactEnded.class)).containsExactly("14:18:00");
        assertThat(depth(played, "14:17:00")).isLessThan(20);
    }

    /** One stall takes 133 customers a second: enough for every day, and not for the evening of 24 December. */
    @Test
    void f27TrafficFollowsTheClockAndTheCalendar() {
        var played = Played.live("f27-calendar").observes(Duration.ofHours(26));

        // At eight in the evening 80 % of the peak, on this day times 1.8, on the next times 1.
        assertThat(at(played, Signal.REQUEST_RATE, "gate", "2026-12-24T20:00:00Z"))
                .isCloseTo(144, within(0.2));
        assertThat(at(played, Signal.REQUEST_RATE, "gate", "2026-12-24T18:30:00Z"))
                .isCloseTo(180, within(0.2));
        assertThat(at(played, Signal.REQUEST_RATE, "gate", "2026-12-25T18:30:00Z"))
                .isCloseTo(100, within(0.2));
        assertThat(at(played, Signal.ERROR_RATIO, "gate", "2026-12-24T18:30:00Z"))
                .isCloseTo(1 - 133.333 / 180, within(0.001));
        assertThat(at(played, Signal.ERROR_RATIO, "gate", "2026-12-25T18:30:00Z"))
                .isZero();
        // Demand fell below what one stall takes at 20:08; five quiet minutes later it counts as over, told by the next
        // sample. The stalls are
        // still away.
        assertThat(times(played, Event.ImpactEnded.class)).containsExactly("20:13:10");
        assertThat(played.state("stalls-away")).isEqualTo("squeezed");
    }

    @ParameterizedTest
    @CsvSource({
        "stop-job,      stock-take, 14:09:10,  5800, 1,    0,     0",
        "fail-over,     store,      14:11:40, 20402, 0, 3600,     0",
        "read-snapshot, '',         14:09:40,  8516, 0,    0, 72000"
    })
    void f29EachOfThreeWaysOutCostsSomethingElse(
            String action, String target, String ended, int refused, int uncounted, int lost, int stale) {
        var played = Played.of("f29-several-ways", "stock-take").act(action, target);
        played.waitsUntil(minute(13).plusSeconds(10));

        assertThat(played.incident().status()).isEqualTo(Status.MITIGATED);
        assertThat(times(played, Event.ImpactEnded.class)).containsExactly(ended);
        assertThat(amount(played, "refused")).isCloseTo(refused, within(1.0));
        assertThat(amount(played, "uncounted")).isEqualTo(uncounted);
        assertThat(amount(played, "lost")).isEqualTo(lost);
        assertThat(amount(played, "stale")).isCloseTo(stale, within(1.0));
    }

    @Test
    void f31WhatLooksWellIsNotYetWell() {
        var hasty =
                Played.of("f31-verification", "leak").act("restart", "sorter").waits(2);
        assertThat(hasty.errors(hasty.now())).isZero();
        assertThat(hasty.incident().status()).isEqualTo(Status.OPEN);
        hasty.closes("The restart helped.");
        assertThat(hasty.incident().status()).isEqualTo(Status.CLOSED);
        assertThat(times(hasty, Event.ImpactEnded.class)).isEmpty();
        assertThat(findings(hasty)).contains("It did not recover, so there was no recovery to check.");

        var patient =
                Played.of("f31-verification", "leak").act("restart", "sorter").waits(4);
        assertThat(patient.errors(patient.now())).isCloseTo(0.6, within(0.001));
        patient.act("roll-back", "sorter").waits(7);
        assertThat(times(patient, Event.ImpactEnded.class)).containsExactly("14:16:40");
        patient.ask("is it well?", Dimension.ERROR_RATE, new ServiceId("door")).closes("Rolled back, and looked.");
        assertThat(findings(patient)).anyMatch(words -> words.startsWith("You checked at 14:"));
    }

    private static Stream<String> findings(Played played) {
        return Debriefs.of(played.incident()).structure().parts().stream()
                .flatMap(part -> part.findings().stream())
                .map(finding -> finding.text());
    }

    /** The time of the first sample since 14:00 that is above a limit. */
    private static String firstAbove(double limit, Signal signal, String service, Played played) {
        for (var at = minute(-6); !at.isAfter(played.now()); at = at.plusSeconds(10)) {
            if (played.signal(signal, new ServiceId(service), Where.everywhere(), at) > limit) {
                return clock(at);
            }
        }
        return "never";
    }

    private static double depth(Played played, String clock) {
        return at(played, Signal.QUEUE_DEPTH, "parcels", "2026-03-10T" + clock + "Z");
    }

    private static double at(Played played, Signal signal, String service, String instant) {
        return played.signal(signal, new ServiceId(service), Where.everywhere(), Instant.parse(instant));
    }

    private static double amount(Played played, String variable) {
        return Amounts.value(
                played.incident(), new VariableId(variable), played.incident().now());
    }

    private static Stream<String> times(Played played, Class<? extends Event> type) {
        return played.incident().history().stream()
                .filter(each -> type.isInstance(each.event()))
                .map(each -> clock(each.at()));
    }

    private static String clock(Instant at) {
        return at.toString().substring(11, 19);
    }
}
