package mayday.exercise;

import static mayday.exercise.Milestone.ACKNOWLEDGED;
import static mayday.exercise.Milestone.ACTED;
import static mayday.exercise.Milestone.CAUSE;
import static mayday.exercise.TeamAtWork.MARA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.incident.ActionId;
import mayday.incident.Command;
import mayday.incident.HypothesisId;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** The steps below a team's chart: each is reached by itself. */
class MilestoneTest {
    private static final HypothesisId H1 = new HypothesisId("H1");

    private final TeamAtWork team = new TeamAtWork();

    private List<Milestone> reached() {
        return Milestone.reached(team.incident());
    }

    @Test
    void acknowledged() {
        assertThat(reached()).isEmpty();
        team.at(1, new Command.Acknowledge(MARA));
        assertThat(reached()).containsExactly(ACKNOWLEDGED);
    }

    @Test
    void aCauseThatIsHeldAtSixtyOrConfirmed() {
        team.at(1, new Command.StateHypothesis(MARA, "", FaultClass.DATABASE, "shop-db", 59));
        assertThat(reached()).isEmpty();
        team.at(2, new Command.ReviseHypothesis(MARA, H1, 60));
        assertThat(reached()).containsExactly(CAUSE);
        team.at(3, new Command.JudgeHypothesis(MARA, H1, Verdict.RULED_OUT, List.of()));
        assertThat(reached()).isEmpty();
        team.at(4, new Command.JudgeHypothesis(MARA, H1, Verdict.CONFIRMED, List.of()));
        assertThat(reached()).containsExactly(CAUSE);
    }

    @Test
    void somethingThatWasDoneUnlessItWasStopped() {
        team.at(1, new Command.Act(MARA, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""));
        assertThat(reached()).containsExactly(ACTED);
        team.at(1.1, new Command.CancelAction(MARA, new ActionId("A1")));
        assertThat(reached()).isEmpty();
    }
}
