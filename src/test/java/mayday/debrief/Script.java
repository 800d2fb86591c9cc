package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;

/** What somebody does in the tiny shop on the live clock, written down beforehand: it can be done again with one thing changed. */
record Script(long seed, List<Move> moves) {
    private static final int SLOWEST_ANSWER = 100;
    private static final Participant SAM = new Participant("p-sam", "Sam");

    Script {
        moves = moves.stream().sorted(Comparator.comparingInt(Move::second)).toList();
    }

    /** A command so many seconds after the page. */
    record Move(int second, Command command) {}

    /** Drawn by the seed: good runs, bad runs, and many in between. */
    static Script drawn(long seed) {
        var random = new Random(seed);
        var moves = new ArrayList<Move>();
        some(random, 0, 1, 5, 400, moves, () -> new Command.Acknowledge(SAM));
        some(random, 0, 1, 20, 900, moves, () -> new Command.DeclareSeverity(SAM, one(Severity.values(), random)));
        some(random, 1, 12, 10, 1_000, moves, () -> ask(one(Dimension.values(), random)));
        some(
                random,
                0,
                2,
                30,
                1_100,
                moves,
                () -> new Command.StateHypothesis(
                        SAM,
                        "",
                        one(FaultClass.values(), random),
                        random.nextBoolean() ? "shop" : "",
                        10 * random.nextInt(11)));
        some(
                random,
                0,
                1,
                300,
                1_300,
                moves,
                () -> new Command.JudgeHypothesis(
                        SAM, new HypothesisId("H1"), one(Verdict.values(), random), List.of()));
        some(random, 0, 2, 100, 1_200, moves, () -> new Command.Act(SAM, action(random), ""));
        some(
                random,
                0,
                3,
                60,
                1_400,
                moves,
                () -> new Command.PostUpdate(SAM, Audience.STAKEHOLDERS, "We are looking into it."));
        some(random, 0, 1, 1_200, 1_600, moves, () -> ask(Dimension.ERROR_RATE));
        moves.add(new Move(1_600 + random.nextInt(20), new Command.Close(SAM, "That was it.")));
        return new Script(seed, moves);
    }

    private static void some(
            Random random, int least, int most, int from, int until, List<Move> moves, Supplier<Command> command) {
        for (var left = random.nextInt(least, most + 1); left > 0; left--) {
            moves.add(new Move(random.nextInt(from, until), command.get()));
        }
    }

    private static Action action(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Action.RollBack(TinyShop.SHOP, Where.everywhere());
            case 1 -> new Action.Restart(TinyShop.SHOP, Where.everywhere());
            case 2 -> new Action.Restart(TinyShop.DB, Where.everywhere());
            default -> new Action.ShedLoad(30, Where.everywhere());
        };
    }

    static Command ask(Dimension dimension) {
        var read = new Interpretation(dimension, List.of(), new Window.Usual(), 1, "");
        return new Command.Ask(SAM, dimension.question(), Understanding.answered(List.of(read)));
    }

    static Command act(Action action) {
        return new Command.Act(SAM, action, "");
    }

    private static <T> T one(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    Script with(Move more) {
        var changed = new ArrayList<>(moves);
        changed.add(more);
        return new Script(seed, changed);
    }

    Script without(Move less) {
        var changed = new ArrayList<>(moves);
        changed.remove(less);
        return new Script(seed, changed);
    }

    /** The same, but from {@code second} on everything so many seconds later. */
    Script delayed(int second, int by) {
        return new Script(
                seed,
                moves.stream()
                        .map(move -> move.second() < second ? move : new Move(move.second() + by, move.command()))
                        .toList());
    }

    /** Without the questions whose answers would still be awaited at {@code second}. */
    Script answered(int second) {
        return new Script(
                seed,
                moves.stream()
                        .filter(move -> !(move.command() instanceof Command.Ask)
                                || move.second() < second - SLOWEST_ANSWER
                                || move.second() >= second)
                        .toList());
    }

    Script without(Predicate<Command> less) {
        return new Script(
                seed, moves.stream().filter(move -> !less.test(move.command())).toList());
    }

    /** The remedy of the true cause; none where it goes away by itself. */
    Optional<Action> remedy() {
        return switch (cause().value()) {
            case "bad-release" -> Optional.of(new Action.RollBack(TinyShop.SHOP, Where.everywhere()));
            case "bad-flag" -> Optional.of(new Action.SetFlag("new-basket", false));
            default -> Optional.empty();
        };
    }

    private CauseId cause() {
        var causes = TinyShop.scenario().causes();
        return causes.get(Math.floorMod(seed, causes.size())).id();
    }

    List<Move> those(Predicate<Command> which) {
        return moves.stream().filter(move -> which.test(move.command())).toList();
    }

    /** The incident when it is over. */
    Incident played() {
        var scenario = TinyShop.scenario();
        var incident = Decider.open(scenario, seed, cause(), ClockMode.LIVE, Instant.EPOCH, SAM)
                .after();
        for (var move : moves) {
            var at = TinyShop.PAGED_AT.plusSeconds(move.second());
            incident = Decider.decide(scenario, incident, move.command(), at).after();
        }
        return Decider.decide(
                        scenario,
                        incident,
                        new Command.Observe(),
                        TinyShop.PAGED_AT.plus(scenario.limit()).plus(Duration.ofSeconds(1)))
                .after();
    }
}
