package mayday.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mayday.compiler.Shipped;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.Service;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Disturbance;
import mayday.simulation.Hosts;
import mayday.simulation.Schedule;
import mayday.simulation.Trajectory;
import org.junit.jupiter.api.Test;

/** A chronicle tells what its trajectory does, in whatever order it is asked, and reads nothing twice. */
class ChronicleTest {
    private static final Scenario SCENARIO =
            Shipped.library().find(new ScenarioId("elevated-500s")).orElseThrow();
    private static final Instant ORIGIN = SCENARIO.origin();
    private static final List<Duration> PLACES = List.of(
            Duration.ofMinutes(-5),
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(601),
            Duration.ofSeconds(1_799),
            Duration.ofMinutes(30),
            Duration.ofMinutes(31));

    private final Trajectory trajectory = Trajectory.of(
            SCENARIO.system(),
            7,
            ORIGIN,
            Schedule.EMPTY.with(new Disturbance(
                    "more",
                    ORIGIN.plusSeconds(600),
                    Instant.MAX,
                    List.of(new Effect.OnTraffic(
                            Where.everywhere(), new Effect.Adjustment.Times(2), Duration.ofMinutes(5))))));
    private final Chronicle chronicle = new Chronicle(trajectory, ORIGIN);
    private final SimulatedHistory history = new SimulatedHistory(trajectory);

    @Test
    void tellsTheSameSamplesFromAndUntilAnyInstant() {
        var entry = SCENARIO.system().traffic().entry();
        for (var from : PLACES) {
            for (var until : PLACES.reversed()) {
                var one = chronicle.samples(
                        Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN.plus(from), ORIGIN.plus(until));
                var other = history.samples(
                        Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN.plus(from), ORIGIN.plus(until));

                assertThat(one.start()).as("%s to %s", from, until).isEqualTo(other.start());
                assertThat(values(one)).as("%s to %s", from, until).isEqualTo(values(other));
            }
        }
    }

    @Test
    void keepsSignalsServicesRegionsHostsAndCallsApart() {
        var until = ORIGIN.plus(Duration.ofMinutes(20));
        var call = SCENARIO.system().dependencies().getFirst();
        var calls = new History.Calls(call.from(), call.to());
        var region = Where.in(SCENARIO.system().regions().getFirst().id());
        for (var service :
                SCENARIO.system().services().stream().map(Service::id).toList()) {
            for (var signal : List.of(Signal.REQUEST_RATE, Signal.CPU)) {
                for (var hosts : Hosts.values()) {
                    assertThat(values(chronicle.samples(signal, service, region, hosts, ORIGIN, until)))
                            .isEqualTo(values(history.samples(signal, service, region, hosts, ORIGIN, until)));
                }
            }
        }
        for (var signal : DependencySignal.values()) {
            assertThat(values(chronicle.samples(signal, calls, region, ORIGIN, until)))
                    .isEqualTo(values(history.samples(signal, calls, region, ORIGIN, until)));
        }
    }

    @Test
    void isOfItsTrajectoryAlone() {
        assertThat(chronicle.isOf(trajectory)).isTrue();
        assertThat(chronicle.isOf(trajectory.again(Schedule.EMPTY))).isFalse();
    }

    @Test
    void ofATrajectoryThatGoesOnAnotherWayTellsWhatIsSoThere() {
        var entry = SCENARIO.system().traffic().entry();
        var until = ORIGIN.plus(Duration.ofMinutes(40));
        chronicle.samples(Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN, until);
        var once = trajectory.changed(fewer(trajectory.schedule(), 1_805), ORIGIN.plusSeconds(1_805));
        // Nothing is read of this one: the next rests on the first.
        var unread = chronicle.of(once);
        var twice = once.changed(fewer(once.schedule(), 1_333), ORIGIN.plusSeconds(1_333));

        for (var changed : List.of(once, twice)) {
            var told = unread.of(changed).samples(Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN, until);

            assertThat(values(told))
                    .isEqualTo(values(new SimulatedHistory(changed)
                            .samples(Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN, until)))
                    .isNotEqualTo(
                            values(history.samples(Signal.REQUEST_RATE, entry, Where.everywhere(), ORIGIN, until)));
        }
        assertThat(trajectory.sameUntil(once)).isEqualTo(ORIGIN.plusSeconds(1_805));
        assertThat(trajectory.sameUntil(twice)).isEqualTo(ORIGIN.plusSeconds(1_333));
    }

    private static Schedule fewer(Schedule schedule, long after) {
        return schedule.with(new Disturbance(
                "fewer-" + after,
                ORIGIN.plusSeconds(after),
                Instant.MAX,
                List.of(new Effect.OnTraffic(Where.everywhere(), new Effect.Adjustment.Times(0.5), Duration.ZERO))));
    }

    private static List<Double> values(Samples samples) {
        return IntStream.range(0, samples.size()).mapToObj(samples::value).toList();
    }
}
