package mayday.incident;

import static mayday.incident.Playing.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mayday.scenario.Action;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** A fork has the past of the incident that it comes from, to the bit, and a future of its own. */
class ForksTest {
    private static final IncidentId PARENT = new IncidentId("parent");
    private static final Instant TODAY = Instant.parse("2026-05-04T09:30:00Z");
    private static final Participant ADA = new Participant("p2", "Ada");

    private final Incident parent = Playing.practice(TinyShop.BAD_RELEASE)
            .when(new Command.Acknowledge(SAM))
            .when(new Command.StateHypothesis(SAM, "the release", FaultClass.BAD_RELEASE, "shop", 60))
            .when(new Command.Wait(SAM, Duration.ofMinutes(5)))
            .when(new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""))
            .when(new Command.Wait(SAM, Duration.ofMinutes(20)))
            .when(new Command.Close(SAM, "It was the release."))
            .incident();

    @Test
    void sharesItsPastUpToAMove() {
        var act = sequenceOf(Event.ActionStarted.class);

        var stream = fork(new ForkPoint.BeforeMove(act));

        assertThat(stream).hasSize((int) act - 1);
        assertThat(stream.subList(1, stream.size())).isEqualTo(parent.history().subList(1, (int) act - 1));
        var opened = Evolution.replay(parent.scenario(), stream).opened();
        assertThat(opened.beginning()).isEqualTo(new Beginning.Forked(PARENT, act));
        assertThat(opened.by()).isEqualTo(ADA);
        assertThat(opened.mode()).isEqualTo(ClockMode.PRACTICE);
        assertThat(opened.seed()).isEqualTo(parent.opened().seed());
    }

    @Test
    void playedOnInTheSameWayItBecomesTheSame() {
        var act = sequenceOf(Event.ActionStarted.class);
        var fork = Evolution.replay(parent.scenario(), fork(new ForkPoint.BeforeMove(act)));

        for (var command : List.of(
                new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""),
                new Command.Wait(SAM, Duration.ofMinutes(20)),
                new Command.Close(SAM, "It was the release."))) {
            fork = Decider.decide(fork.scenario(), fork, command, fork.now()).after();
        }

        assertThat(fork.history().subList(1, fork.history().size()))
                .isEqualTo(parent.history().subList(1, parent.history().size()));
    }

    @Test
    void atAMinuteTheClockStandsThere() {
        var at = parent.scenario().pagedAt().plus(Duration.ofMinutes(3));

        var fork = Evolution.replay(parent.scenario(), fork(new ForkPoint.At(at)));

        assertThat(fork.now()).isEqualTo(at);
        assertThat(fork.status()).isEqualTo(Status.OPEN);
        assertThat(fork.board().hypotheses()).hasSize(1);
        assertThat(fork.actions()).isEmpty();
    }

    @Test
    void isRefusedWhereNobodyMoved() {
        assertThat(IntStream.rangeClosed(-1, parent.history().size() + 1)
                        .filter(sequence -> !Forks.of(parent, PARENT, new ForkPoint.BeforeMove(sequence), ADA, TODAY)
                                .isEmpty())
                        .mapToObj(sequence -> parent.history()
                                .get(sequence - 1)
                                .event()
                                .getClass()
                                .getSimpleName()))
                .containsExactly(
                        "Acknowledged", "HypothesisStated", "Waited", "ActionStarted", "Waited", "IncidentClosed");
    }

    @Test
    void isRefusedBeforeThePageAndAfterTheEnd() {
        var page = parent.scenario().pagedAt();
        assertThat(Forks.of(parent, PARENT, new ForkPoint.At(page.minusSeconds(1)), ADA, TODAY))
                .isEmpty();
        assertThat(Forks.of(parent, PARENT, new ForkPoint.At(parent.now()), ADA, TODAY))
                .isEmpty();
        assertThat(Forks.of(parent, PARENT, new ForkPoint.At(page), ADA, TODAY)).isPresent();
    }

    private List<Recorded> fork(ForkPoint point) {
        return Forks.of(parent, PARENT, point, ADA, TODAY).orElseThrow();
    }

    private long sequenceOf(Class<? extends Event> type) {
        return parent.history().stream()
                .filter(each -> type.isInstance(each.event()))
                .findFirst()
                .orElseThrow()
                .sequence();
    }
}
