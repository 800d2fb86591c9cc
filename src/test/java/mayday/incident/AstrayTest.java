package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import org.junit.jupiter.api.Test;

/** Moves along a hypothesis that one's own record speaks against are counted once each. */
class AstrayTest {
    private static final HypothesisId H1 = new HypothesisId("H1");

    @Test
    void anActionThatSomebodyApprovedIsTheMoveThatAskedForIt() {
        var played = Played.of("f10-approval", "bad-release")
                .ask("the database?", Dimension.DB_HEALTH, Played.service("ledger"))
                .does(new Command.StateHypothesis(Playing.SAM, "", FaultClass.DATABASE, "ledger", 60))
                .does(new Command.JudgeHypothesis(Playing.SAM, H1, Verdict.RULED_OUT, List.of()))
                .act("fail-over", "ledger")
                .waits(5);

        assertThat(played.incident().actions()).hasSize(1);
        assertThat(moves(played)).isEqualTo(1);
        assertThat(moves(played.ask("and now?", Dimension.DB_HEALTH, Played.service("ledger"))))
                .isEqualTo(2);
    }

    private static int moves(Played played) {
        return Astray.moves(
                played.incident(), played.incident().board().hypotheses().getFirst());
    }
}
