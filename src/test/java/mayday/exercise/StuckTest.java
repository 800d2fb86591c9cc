package mayday.exercise;

import static mayday.exercise.TeamAtWork.INES;
import static mayday.exercise.TeamAtWork.MARA;
import static mayday.exercise.TeamAtWork.found;
import static mayday.exercise.TeamAtWork.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mayday.incident.Command;
import mayday.incident.HypothesisId;
import mayday.scenario.FaultClass;
import org.junit.jupiter.api.Test;

/** When a team seems to be stuck: the first rule that holds is told. */
class StuckTest {
    private final TeamAtWork team = new TeamAtWork();

    private Optional<String> why(double minute, double bits) {
        return Stuck.of(team.incident(), found(bits), minute(minute)).map(Stuck::why);
    }

    @Test
    void nobodyIsInTheFirstFourMinutes() {
        team.at(1, new Command.StateHypothesis(MARA, "", FaultClass.DATABASE, "shop-db", 90));
        assertThat(why(3.9, 0)).isEmpty();
    }

    @Test
    void fixedOnACauseForWhichItFoundNothing() {
        team.at(1, new Command.StateHypothesis(MARA, "the database", FaultClass.DATABASE, "shop-db", 60));
        assertThat(why(4, 0.9)).contains("has put 60 % on “the database” with 0.9 bits to show for it.");
        assertThat(why(4, 1)).isEmpty();
        team.at(5, new Command.ReviseHypothesis(MARA, new HypothesisId("H1"), 59));
        assertThat(why(5, 0)).isEmpty();
    }

    @Test
    void theScopeIsLeftOpenForTooLong() {
        assertThat(why(7.9, 0)).isEmpty();
        assertThat(why(8, 0)).contains("has not asked about 5 of 5 parts of the scope in 8 minutes.");
        assertThat(Stuck.of(team.incident(), found(0), minute(8)).orElseThrow().hint())
                .startsWith("You have not asked yet: “");
    }

    @Test
    void nothingIsSaidOfWhoIsDone() {
        team.at(9, new Command.CallTime(INES));
        assertThat(why(9, 0)).isEmpty();
    }
}
