package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded walks over every cause: looking on more often changes nothing, and a replay equals what was lived. */
class DeterminismTest {
    private static final int MOVES = 25;
    private static final List<Dimension> DIMENSIONS = List.of(Dimension.values());

    private record Move(Command command, Instant at) {}

    static Stream<Arguments> walks() {
        return TinyShop.scenario().causes().stream()
                .flatMap(cause -> LongStream.range(0, 4).mapToObj(seed -> Arguments.of(cause.id(), seed)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void extraObservationsNeverChangeTheStream(CauseId cause, long seed) {
        var moves = walk(seed);

        assertThat(lived(cause, moves, 7)).isEqualTo(lived(cause, moves, 0));
        assertThat(lived(cause, moves, 61)).isEqualTo(lived(cause, moves, 0));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void aReplayEqualsWhatWasLived(CauseId cause, long seed) {
        var scenario = TinyShop.scenario();
        var incident = Decider.open(scenario, 7, cause, ClockMode.LIVE, Instant.EPOCH, Playing.SAM)
                .after();
        for (var move : walk(seed)) {
            incident = Decider.decide(scenario, incident, move.command(), move.at())
                    .after();
        }

        var replayed = Evolution.replay(scenario, incident.history());

        assertThat(replayed)
                .usingRecursiveComparison()
                .ignoringFields("world.trajectory")
                .isEqualTo(incident);
        assertThat(replayed.world().trajectory().schedule())
                .isEqualTo(incident.world().trajectory().schedule());
        assertThat(errors(replayed)).isEqualTo(errors(incident));
    }

    private static List<Double> errors(Incident incident) {
        var scenario = incident.scenario();
        var series = incident.world()
                .trajectory()
                .series(
                        mayday.scenario.Signal.ERROR_RATIO,
                        TinyShop.EDGE,
                        Where.everywhere(),
                        scenario.origin(),
                        scenario.endsAt());
        var values = new ArrayList<Double>();
        for (var i = 0; i < series.size(); i++) {
            values.add(series.value(i));
        }
        return values;
    }

    /** Plays the moves, and looks on every {@code every} seconds in between (0: never). */
    private static List<Recorded> lived(CauseId cause, List<Move> moves, int every) {
        var scenario = TinyShop.scenario();
        var incident = Decider.open(scenario, 7, cause, ClockMode.LIVE, Instant.EPOCH, Playing.SAM)
                .after();
        var now = scenario.pagedAt();
        for (var move : moves) {
            while (every > 0 && now.plusSeconds(every).isBefore(move.at())) {
                now = now.plusSeconds(every);
                incident = Decider.decide(scenario, incident, new Command.Observe(), now)
                        .after();
            }
            now = move.at();
            incident = Decider.decide(scenario, incident, move.command(), now).after();
        }
        return incident.history();
    }

    private static List<Move> walk(long seed) {
        var random = new Random(seed);
        var moves = new ArrayList<Move>();
        var at = TinyShop.PAGED_AT;
        for (var i = 0; i < MOVES; i++) {
            at = at.plusSeconds(random.nextInt(1, 140));
            moves.add(new Move(command(random), at));
        }
        moves.add(new Move(new Command.Observe(), TinyShop.PAGED_AT.plus(Duration.ofHours(1))));
        return moves;
    }

    private static Command command(Random random) {
        var regions = List.of(Where.everywhere(), Where.in(TinyShop.EAST), Where.in(TinyShop.WEST));
        var where = regions.get(random.nextInt(3));
        var sam = Playing.SAM;
        return switch (random.nextInt(12)) {
            case 0 -> new Command.Acknowledge(sam);
            case 1, 2, 3 -> Playing.ask("?", DIMENSIONS.get(random.nextInt(DIMENSIONS.size())));
            case 4 -> new Command.StateHypothesis(sam, "hm", FaultClass.BAD_RELEASE, "shop", random.nextInt(101));
            case 5 -> new Command.Act(sam, new Action.RollBack(TinyShop.SHOP, where), "");
            case 6 -> new Command.Act(sam, new Action.Restart(TinyShop.SHOP, where), "");
            case 7 -> new Command.Act(sam, new Action.ShedLoad(random.nextInt(60), where), "");
            case 8 -> new Command.Act(sam, new Action.Scale(TinyShop.DB, where, random.nextInt(1, 9)), "");
            case 9 -> new Command.Act(sam, new Action.DrainRegion(TinyShop.EAST), "");
            case 10 -> new Command.Act(sam, new Action.SetFlag("new-basket", random.nextBoolean()), "");
            default -> new Command.DeclareSeverity(sam, Severity.SEV2);
        };
    }
}
