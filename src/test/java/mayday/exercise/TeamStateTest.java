package mayday.exercise;

import static mayday.exercise.TeamAtWork.INES;
import static mayday.exercise.TeamAtWork.MARA;
import static mayday.exercise.TeamAtWork.assessed;
import static mayday.exercise.TeamAtWork.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import mayday.incident.Command;
import mayday.scenario.Action;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** The word beside a team's name, in the order in which the rules are asked. */
class TeamStateTest {
    private static final Command ROLL_BACK =
            new Command.Act(MARA, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), "");

    private final TeamAtWork team = new TeamAtWork();

    private TeamState state(double minute) {
        return TeamState.of(team.incident(), Optional.empty(), minute(minute));
    }

    private TeamState state(double minute, Assessment assessed) {
        return TeamState.of(team.incident(), Optional.of(assessed), minute(minute));
    }

    @Test
    void quietAfterThreeMinutesWithoutAMove() {
        assertThat(state(2.9)).isEqualTo(new TeamState.AtWork());
        assertThat(state(3)).isEqualTo(new TeamState.Quiet(Duration.ofMinutes(3)));
        team.at(4, new Command.Acknowledge(MARA));
        assertThat(state(6.9)).isEqualTo(new TeamState.AtWork());
        assertThat(state(7.5)).isEqualTo(new TeamState.Quiet(Duration.ofSeconds(210)));
    }

    @Test
    void onPaceWhileAsMuchIsFoundOutAsTimeIsGone() {
        team.at(14, new Command.Acknowledge(MARA));
        assertThat(state(15, assessed(2, 0.1, 0.1))).isEqualTo(new TeamState.OnPace());
        assertThat(state(15, assessed(1.9, 0.1, 0.1))).isEqualTo(new TeamState.Behind());
    }

    @Test
    void worseByAPercentagePointAndByAQuarter() {
        team.at(1, new Command.Acknowledge(MARA));
        assertThat(state(2, assessed(4, 0.05, 0.04))).isEqualTo(new TeamState.Worse());
        assertThat(state(2, assessed(4, 0.05, 0.041))).isEqualTo(new TeamState.OnPace());
        assertThat(state(2, assessed(4, 0.12, 0.10))).isEqualTo(new TeamState.OnPace());
    }

    @Test
    void actingWhileSomethingIsUnderWay() {
        team.at(1, ROLL_BACK);
        assertThat(state(1.1)).isEqualTo(new TeamState.Acting());
        assertThat(state(1.1, assessed(0, 0.9, 0.1))).isEqualTo(new TeamState.Worse());
    }

    @Test
    void pausedBeforeAllThatAndOverBeforeThat() {
        team.at(1, ROLL_BACK).at(2, new Command.PauseClock(INES));
        assertThat(state(9)).isEqualTo(new TeamState.Paused());
        team.at(2, new Command.CallTime(INES));
        assertThat(state(9)).isEqualTo(new TeamState.Over(false));
    }
}
