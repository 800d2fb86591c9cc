package mayday.exercise;

import static mayday.exercise.DrillStory.HERON;
import static mayday.exercise.DrillStory.INES;
import static mayday.exercise.DrillStory.KESTREL;
import static mayday.exercise.DrillStory.lobby;
import static mayday.exercise.DrillStory.running;

import java.time.Duration;
import java.util.List;
import mayday.incident.Inject;
import mayday.scenario.Tool;
import org.junit.jupiter.api.Test;

/** What a facilitator throws in, and when it is too late for it. */
class ThrowingTest {
    private static final Inject ALERT = new Inject.Alert("disk almost full");

    private static DrillCommand at(int minute, DrillTeamId... teams) {
        return new DrillCommand.Throw(INES, List.of(teams), ALERT, List.of(Duration.ofMinutes(minute)));
    }

    @Test
    void namesTheTeamsThatItGoesTo() {
        running()
                .at(3, 0)
                .when(new DrillCommand.Throw(INES, List.of(), ALERT, List.of()))
                .then(new DrillEvent.Injected(1, List.of(KESTREL, HERON), ALERT, List.of(), INES))
                .when(at(10, HERON))
                .then(new DrillEvent.Injected(2, List.of(HERON), ALERT, List.of(Duration.ofMinutes(10)), INES));
    }

    @Test
    void aMinuteThatHasGoneByIsRefusedInWords() {
        running()
                .at(7, 30)
                .when(at(5))
                .thenRefused(
                        "too-late",
                        "Minute 5 has gone by: the drill is in minute 7. Send it now, or name a later minute.");
    }

    @Test
    void soIsOneAfterTheEndUnlessThereIsMoreTime() {
        running()
                .at(7, 0)
                .when(at(31))
                .thenRefused(
                        "too-late",
                        "The time runs out in minute 30, before this would arrive. Name an earlier minute, or give more time"
                                + " first.")
                .when(new DrillCommand.Extend(INES, List.of(), Duration.ofMinutes(5)), at(31))
                .then(new DrillEvent.Injected(
                        1, List.of(KESTREL, HERON), ALERT, List.of(Duration.ofMinutes(31)), INES));
    }

    @Test
    void canBeWithdrawnUntilItArrives() {
        running()
                .at(3, 0)
                .when(at(10), new DrillCommand.WithdrawInject(INES, 1))
                .then(new DrillEvent.InjectWithdrawn(1, INES))
                .when(new DrillCommand.WithdrawInject(INES, 1))
                .thenRefused("too-late", "No inject 1 is waiting: it has arrived, was withdrawn, or never was.")
                .when(at(5))
                .at(5, 1)
                .when(new DrillCommand.WithdrawInject(INES, 2))
                .thenRefused("too-late");
    }

    @Test
    void needsADrillThatRunsAndTeamsThatAreThere() {
        lobby().seated().when(at(3)).thenRefused("drill-not-begun");
        running().when(at(3, new DrillTeamId("eagle"))).thenRefused("unknown", "There is no team eagle in this drill.");
    }

    @Test
    void saysWhatIsMissing() {
        var outage = new Inject.ToolOutage(Tool.LOGS, Duration.ofSeconds(90));
        running()
                .when(new DrillCommand.Throw(INES, List.of(), new Inject.Alert(" "), List.of()))
                .thenRefused("empty", "The alert needs words.")
                .when(new DrillCommand.Throw(INES, List.of(), outage, List.of()))
                .thenRefused("out-of-range", "An outage lasts 1 to 60 whole minutes.");
    }
}
