package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Shipped;
import mayday.compiler.Sources;
import mayday.drill.Walk.Way;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Counterfactuals;
import mayday.incident.Decider;
import mayday.incident.Event;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Recorded;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.scenario.ActionKind;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.simulation.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded walks over causes of every scenario in the folder, one of three and on the two clocks by turns ({@link Turns}): looking on
 * more often changes nothing, and what comes back from the journal equals what was lived, to the bit. One walk serves all the stories
 * about it.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("walks")
class DeterminismTest {
    private static final int LONGEST_GLANCE_MILLIS = 20_000;

    private final Walk walk;

    DeterminismTest(Walk walk) {
        this.walk = walk;
    }

    /** Walked one after the other, when their turn comes. */
    static Stream<Walk> walks() {
        var ways = new ArrayList<Way>();
        for (var scenario : Shipped.library().scenarios()) {
            for (var cause : Turns.one(3, scenario.causes()).toList()) {
                var clocks = List.of(ClockMode.values());
                var turn = ways.size() % clocks.size();
                (Turns.areAll() ? clocks : clocks.subList(turn, turn + 1))
                        .forEach(clock -> ways.add(new Way(scenario, cause.id(), clock)));
            }
        }
        return ways.stream().map(Walk::new);
    }

    /** Together the walks of a scenario ask in every dimension and do all that the menu offers; each alone does a good part. */
    @Test
    void theWalkWentSomewhere() {
        var asked = EnumSet.noneOf(Dimension.class);
        var done = EnumSet.noneOf(ActionKind.class);
        for (var recorded : walk.ended.history()) {
            if (recorded.event() instanceof Event.QuestionAsked question) {
                question.understoodAs().interpretations().forEach(part -> asked.add(part.dimension()));
            }
            if (recorded.event() instanceof Event.ActionStarted started) {
                done.add(started.action().kind());
            }
        }
        assertThat(walk.ended.isOver()).isTrue();
        // Of 32.
        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(done).hasSizeGreaterThan(3);
    }

    @Test
    void lookingOnMoreOftenNeverChangesTheStream() {
        var glances = new Random(walk.ended.opened().seed());
        var incident = walk.opened;
        var now = incident.now();
        for (var move : walk.moves) {
            // On the practice clock time stands still between moves; on the live clock it passes.
            for (var glance = now;
                    !glance.isAfter(move.at());
                    glance = glance.plusMillis(1 + glances.nextInt(LONGEST_GLANCE_MILLIS))) {
                incident = after(incident, new Command.Observe(), glance);
            }
            incident = after(incident, move.command(), move.at());
            now = move.at();
        }

        assertSameEvents(incident.history(), walk.ended.history());
    }

    @Test
    void whatComesBackFromTheJournalEqualsWhatWasLived(@TempDir Path folder) throws DataUnusable {
        var scenario = walk.ended.scenario();
        var sources = new Sources("scenario.yaml", Map.of("scenario.yaml", ""));
        var id = new IncidentId("walked");
        try (var journal = Journal.open(folder, () -> Instant.EPOCH)) {
            journal.open(id, sources, walk.ended.history());
            var stream = journal.read(id, 0);
            assertSameEvents(stream, walk.ended.history());

            var replayed = Evolution.replay(scenario, stream);
            // By the records' own equals, which knows no tolerance.
            assertThat(replayed)
                    .usingRecursiveComparison()
                    .usingOverriddenEquals()
                    .ignoringFields("world")
                    .isEqualTo(walk.ended);
            assertThat(replayed.world().passages()).isEqualTo(walk.ended.world().passages());
            assertThat(replayed.world().undone()).isEqualTo(walk.ended.world().undone());
            assertSameTrajectory(replayed, walk.ended);
        }
    }

    @Test
    void whatIsPlayedAgainWithAllItsActionsHappensAgain() {
        Predicate<Recorded> happens = recorded -> switch (recorded.event()) {
            // Only what arrives is thrown in again.
            case Event.InjectScheduled _, Event.InjectWithdrawn _ -> false;
            case Event.Secret _,
                    Event.ActionStarted _,
                    Event.ActionCompleted _,
                    Event.ActionCancelled _,
                    Event.AlertFired _ -> true;
            case Event.Public _ -> false;
        };
        var again = new Counterfactuals(walk.ended).asItWent(walk.ended.now());

        assertThat(again.history().stream().filter(happens).map(each -> each.at() + " " + each.event()))
                .containsExactlyElementsOf(walk.ended.history().stream()
                        .filter(happens)
                        .map(each -> each.at() + " " + each.event())
                        .toList());
    }

    private static Incident after(Incident incident, Command command, Instant now) {
        return Decider.decide(incident.scenario(), incident, command, now).after();
    }

    /** Event by event and instant by instant; says where they part. */
    private static void assertSameEvents(List<Recorded> one, List<Recorded> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            assertThat(one.get(i)).as("event %d", i + 1).isEqualTo(other.get(i));
        }
        assertThat(one).hasSameSizeAs(other);
    }

    /** All signals of all services and dependencies in each region, and a while longer: a hidden difference would show by then. */
    private static void assertSameTrajectory(Incident one, Incident other) {
        var system = one.scenario().system();
        var from = one.scenario().origin();
        var until = one.now().plusSeconds(120);
        var here = one.world().trajectory();
        var there = other.world().trajectory();
        assertThat(here.schedule()).isEqualTo(there.schedule());
        for (var region : system.regionIds()) {
            var where = Where.in(region);
            for (var service : system.services()) {
                for (var signal : Signal.values()) {
                    assertSameBits(
                            here.series(signal, service.id(), where, from, until),
                            there.series(signal, service.id(), where, from, until),
                            signal + " of " + service.id() + " in " + region);
                }
            }
            for (var edge : system.dependencies()) {
                for (var signal : DependencySignal.values()) {
                    assertSameBits(
                            here.series(signal, edge.from(), edge.to(), where, from, until),
                            there.series(signal, edge.from(), edge.to(), where, from, until),
                            signal + " of " + edge.from() + " to " + edge.to() + " in " + region);
                }
            }
        }
    }

    private static void assertSameBits(Series one, Series other, String what) {
        assertThat(one.size()).isEqualTo(other.size());
        for (var i = 0; i < one.size(); i++) {
            if (Double.doubleToRawLongBits(one.value(i)) != Double.doubleToRawLongBits(other.value(i))) {
                assertThat(one.value(i)).as("%s at %s", what, one.timeOf(i)).isEqualTo(other.value(i));
            }
        }
    }
}
