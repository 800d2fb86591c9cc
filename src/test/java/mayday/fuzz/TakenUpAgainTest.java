package mayday.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import mayday.Turns;
import mayday.compiler.Shipped;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Terms;
import mayday.web.view.RoomView;
import mayday.web.view.ViewedRoom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of an incident while it is played, and what is let go, makes no difference: it goes on, and looks, as if made anew. */
class TakenUpAgainTest {
    private static final int MOVES = 50;
    private static final IncidentId ID = new IncidentId("i-1");

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Turns.many(4, 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anIncidentWithoutItsNumbersAndOneThatIsBroughtBackGoOnTheSame(long seed) {
        var random = new Random(seed);
        var kept = opened(random);
        var light = kept.withoutNumbers();
        var back = kept;
        var moves = new RandomMoves(random, false);
        var clock = kept.now();
        for (var move = 0; move < MOVES && !kept.isOver(); move++) {
            clock = kept.opened().mode() == ClockMode.PRACTICE ? kept.now() : clock.plusMillis(random.nextInt(60_000));
            var command = moves.next(kept);
            var decided = Decider.decide(kept.scenario(), kept, command, clock);
            assertThat(Decider.decide(light.scenario(), light.withoutNumbers(), command, clock)
                            .recorded())
                    .isEqualTo(decided.recorded());
            light = Decider.decide(light.scenario(), light, command, clock).after();
            light = random.nextBoolean() ? light.withoutNumbers() : light;
            kept = decided.after();
            back = Decider.decide(back.scenario(), back, command, clock).after();
            back = random.nextInt(8) == 0 ? Evolution.replay(back.scenario(), back.history()) : back;
        }

        assertThat(light.history()).isEqualTo(kept.history());
        assertThat(back.history()).isEqualTo(kept.history());
        Played.assertSame(light, kept);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aViewThatTakesOverWhatDidNotChangeIsTheOneThatIsMadeAnew(long seed) {
        var viewed = new ViewedRoom(ID);
        var random = new Random(10 + seed);
        play(random, incident -> {
            // Some are looked at twice, some not at all.
            for (var look = random.nextInt(3); look > 0; look--) {
                var now = incident.now().plusMillis(random.nextInt(400_000));
                assertThat(viewed.at(incident, now)).isEqualTo(RoomView.of(ID, incident, now));
            }
        });
    }

    private static void play(Random random, Consumer<Incident> look) {
        var incident = opened(random);
        var moves = new RandomMoves(random, false);
        var clock = incident.now();
        for (var move = 0; move < MOVES && !incident.isOver(); move++) {
            look.accept(incident);
            clock = incident.opened().mode() == ClockMode.PRACTICE
                    ? incident.now()
                    : clock.plusMillis(random.nextInt(60_000));
            incident = Decider.decide(incident.scenario(), incident, moves.next(incident), clock)
                    .after();
        }
        incident = Decider.decide(incident.scenario(), incident, new Command.Observe(), incident.endsAt())
                .after();
        look.accept(incident);
    }

    private static Incident opened(Random random) {
        var scenarios = Shipped.library().scenarios();
        var scenario = scenarios.get(random.nextInt(scenarios.size()));
        var causes = scenario.causes();
        var levels = Terms.Coaching.values();
        return Decider.open(
                        scenario,
                        random.nextLong(),
                        causes.get(random.nextInt(causes.size())).id(),
                        random.nextBoolean() ? ClockMode.PRACTICE : ClockMode.LIVE,
                        Instant.EPOCH,
                        RandomMoves.SAM,
                        new Terms(Terms.DEFAULT_RUBRIC, random.nextBoolean(), levels[random.nextInt(levels.length)]))
                .after();
    }
}
