package mayday.exercise;

import static mayday.exercise.TeamAtWork.KESTREL;
import static mayday.exercise.TeamAtWork.MARA;
import static mayday.exercise.TeamAtWork.assessed;
import static mayday.exercise.TeamAtWork.minute;
import static org.assertj.core.api.Assertions.assertThat;

import mayday.incident.Command;
import mayday.scenario.Severity;
import org.junit.jupiter.api.Test;

/** How a team's incident stood at an instant. */
class AssessmentTest {
    @Test
    void leavesOutWhatHappenedLater() {
        var team = new TeamAtWork();
        team.at(2, new Command.Acknowledge(MARA));
        var then = Assessment.of(KESTREL, team.incident(), minute(3));
        team.at(5, new Command.DeclareSeverity(MARA, Severity.SEV2));
        assertThat(Assessment.of(KESTREL, team.incident(), minute(3))).isEqualTo(then);
        assertThat(then.failedRequests()).isPositive();
        assertThat(then.failing()).isEqualTo(then.untouched());
    }

    @Test
    void isShownInWholeRequestsAndWhatIsLeftOfTheBudget() {
        var standing = assessed(1.5, 0.1, 0.1).standing();
        assertThat(standing.failedRequests()).isEqualTo(1_200);
        assertThat(standing.budgetLeft()).isEqualTo(75);
        assertThat(standing.bits()).isEqualTo(1.5);
        assertThat(assessed(-1, 0.1, 0.1).found()).isZero();
    }
}
