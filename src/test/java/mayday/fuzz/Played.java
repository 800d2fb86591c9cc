package mayday.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import mayday.debrief.Debriefs;
import mayday.evidence.Evidence;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Terms;
import mayday.journal.Codec;
import mayday.scenario.Scenario;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** An incident that is played by chance, with what holds after every move. */
final class Played {
    private final Scenario scenario;
    private final Random random;
    private final RandomMoves moves;
    private Incident incident;

    /** The machine's clock, which may jump; practice incidents do not look at it. */
    private Instant clock;

    private Played(Scenario scenario, Random random, boolean absurd) {
        this.scenario = scenario;
        this.random = random;
        this.moves = new RandomMoves(random, absurd);
        var cause = scenario.causes().get(random.nextInt(scenario.causes().size()));
        var levels = Terms.Coaching.values();
        var terms = new Terms(Terms.DEFAULT_RUBRIC, random.nextBoolean(), levels[random.nextInt(levels.length)]);
        var opened = Decider.open(
                scenario,
                random.nextLong(),
                cause.id(),
                random.nextBoolean() ? ClockMode.PRACTICE : ClockMode.LIVE,
                Instant.EPOCH,
                RandomMoves.SAM,
                terms);
        this.incident = opened.after();
        assertInOrder(opened.recorded(), 0, scenario.origin());
        this.clock = incident.now();
    }

    /** Makes {@code most} moves, or fewer if the incident ends; sound ones, or absurd ones as well, at odd times. */
    static Incident of(Scenario scenario, Random random, int most, boolean absurd) {
        var played = new Played(scenario, random, absurd);
        played.play(most, absurd);
        return played.incident;
    }

    /** As {@link #of}, then to its end, and judged. */
    static Incident toTheEnd(Scenario scenario, Random random, int most, boolean absurd) {
        var played = new Played(scenario, random, absurd);
        played.play(most, absurd);
        if (played.incident.clock().isPaused()) {
            played.make(new Command.ResumeClock(RandomMoves.SAM, Instant.EPOCH));
        }
        played.clock = played.incident.endsAt().plusSeconds(1);
        played.make(new Command.Observe());
        assertThat(played.incident.isOver()).isTrue();
        assertJudged(played.incident);
        return played.incident;
    }

    private void play(int most, boolean absurd) {
        for (var move = 0; move < most && !incident.isOver(); move++) {
            tick(absurd);
            make(moves.next(incident));
        }
    }

    private void tick(boolean absurd) {
        if (incident.opened().mode() == ClockMode.PRACTICE) {
            clock = incident.now();
        } else if (absurd && random.nextInt(8) == 0) {
            clock = clock.plusSeconds(random.nextInt(7_200) - 3_600L);
        } else {
            clock = clock.plusMillis(random.nextInt(60_000));
        }
    }

    private void make(Command command) {
        var before = incident;
        var decision = Decider.decide(scenario, before, command, clock);
        incident = decision.after();
        assertInOrder(decision.recorded(), before.version(), before.now());
        var folded = before;
        for (var recorded : Codec.readBack(decision.recorded())) {
            folded = Evolution.evolve(folded, recorded);
        }
        assertSame(folded, incident);
        if (decision instanceof Decision.Refused(var refusal, var _, var _)) {
            assertThat(refusal.reason()).isNotBlank();
        }
        decision.recorded().forEach(each -> assertFinite(each.event()));
    }

    private static void assertInOrder(List<Recorded> recorded, long version, Instant since) {
        var sequence = version;
        var at = since;
        for (var each : recorded) {
            assertThat(each.sequence()).isEqualTo(++sequence);
            assertThat(each.at()).as("after %s", each).isAfterOrEqualTo(at);
            at = each.at();
        }
    }

    /** By the records' own equals, which knows no tolerance; a trajectory has none, and follows from the rest. */
    static void assertSame(Incident one, Incident other) {
        assertThat(one.history()).isEqualTo(other.history());
        assertThat(one)
                .usingRecursiveComparison()
                .usingOverriddenEquals()
                .ignoringFields("world", "scenario", "history")
                .isEqualTo(other);
        assertThat(one.world().passages()).isEqualTo(other.world().passages());
        assertThat(one.world().trajectory().schedule())
                .isEqualTo(other.world().trajectory().schedule());
    }

    private static void assertJudged(Incident incident) {
        var debrief = Debriefs.of(incident);
        assertThat(debrief.structure().score()).isBetween(0, 100);
        for (var part : debrief.structure().parts()) {
            assertThat(part.score()).as(part.toString()).isBetween(0, 100);
        }
    }

    /** Every signal of every service has a figure at every sample, from long before the page to the last event. */
    static void assertEverySignalIsAFigure(Incident incident) {
        var until = incident.now().plus(Duration.ofMinutes(1));
        var system = incident.scenario().system();
        for (var service : system.services()) {
            for (var region : service.regions()) {
                for (var signal : Signal.values()) {
                    var series = incident.world()
                            .trajectory()
                            .series(
                                    signal,
                                    service.id(),
                                    Where.in(region),
                                    incident.scenario().origin(),
                                    until);
                    for (var i = 0; i < series.size(); i++) {
                        if (!Double.isFinite(series.value(i))) {
                            throw new AssertionError(signal + " of " + service.id() + " in " + region + " is "
                                    + series.value(i) + " at " + series.timeOf(i));
                        }
                    }
                }
            }
        }
    }

    /** What an answer says and its cards show. */
    private static void assertFinite(Event event) {
        if (!(event instanceof Event.QuestionAnswered answered)) {
            return;
        }
        assertThat(answered.text()).doesNotContain("NaN", "Infinity");
        for (var evidence : answered.evidence()) {
            if (evidence.body() instanceof Evidence.Chart chart) {
                assertThat(chart.lines().stream().flatMap(line -> line.points().stream()))
                        .as(evidence.title())
                        .allMatch(point -> Double.isFinite(point.value()));
            }
            // A chart without a threshold says so by a number that is none.
            assertThat(evidence.body().toString().replace("threshold=NaN", ""))
                    .as(evidence.title())
                    .doesNotContain("NaN", "Infinity");
        }
    }
}
