package mayday.player;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.incident.Command;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;

/** Draws each move by the incident's seed: what a score is worth that anybody could have come by. */
final class AtRandom implements Tactics {
    private static final int MOVES = 40;

    @Override
    public void play(Seat seat) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seat.incident().opened().seed());
        for (var i = 0; i < MOVES && !seat.isOver(); i++) {
            move(seat, random);
        }
        seat.close("No idea.");
    }

    private static void move(Seat seat, RandomGenerator random) {
        var system = seat.incident().scenario().system();
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> seat.ask(one(Dimension.values(), random));
            case 3, 4 ->
                seat.ask(
                        one(Dimension.values(), random),
                        system.services()
                                .get(random.nextInt(system.services().size()))
                                .id());
            case 5 -> act(seat, random);
            case 6 -> seat.letPass(Duration.ofSeconds(30 + random.nextInt(120)));
            case 7 ->
                seat.make(new Command.StateHypothesis(
                        seat.player(), "", one(FaultClass.values(), random), "", random.nextInt(101)));
            case 8 -> seat.tell(one(Audience.values(), random), "Something is happening.");
            default -> seat.declare(one(Severity.values(), random));
        }
    }

    private static void act(Seat seat, RandomGenerator random) {
        var scenario = seat.incident().scenario();
        var items = ActionMenu.of(scenario).items();
        var item = items.get(random.nextInt(items.size()));
        var target = item.needsTarget()
                ? item.targets().get(random.nextInt(item.targets().size()))
                : "";
        if (ActionRequest.parse(scenario, item.id(), target, Map.of()) instanceof ActionRequest.Parsed(var action)) {
            seat.act(action, "");
        }
    }

    private static <T> T one(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
