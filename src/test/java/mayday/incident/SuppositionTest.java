package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.scenario.Action;
import mayday.scenario.Dimension;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** An incident under another cause, as far as somebody asks about it. */
class SuppositionTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Interpretation ERRORS =
            new Interpretation(Dimension.ERROR_RATE, List.of(), new Window.Usual(), 1, "");
    private static final Interpretation TRIED =
            new Interpretation(Dimension.TRIED_SO_FAR, List.of(), new Window.Usual(), 1, "");

    @Test
    void isAnsweredTheSameInWhateverOrderItIsAsked() {
        var played = played();
        var asked = new Supposition(played, TinyShop.BAD_FLAG);
        var early = asked.answer(ERRORS, minute(2));
        var late = asked.answer(ERRORS, minute(12));

        var other = new Supposition(played, TinyShop.BAD_FLAG);
        assertThat(other.incident().actions()).hasSize(2);
        assertThat(other.answer(ERRORS, minute(12))).isEqualTo(late);
        assertThat(other.answer(ERRORS, minute(2))).isEqualTo(early).isNotEqualTo(late);
    }

    @Test
    void whatWasTriedIsWhatHadBeenTriedByThen() {
        var asked = new Supposition(played(), TinyShop.BAD_FLAG);

        var atTheEnd = asked.answer(TRIED, minute(12));

        assertThat(atTheEnd.toString()).contains("Restart shop", "Restart edge");
        // The second restart began in the fifth minute and is the last that was asked about here.
        assertThat(asked.answer(TRIED, minute(2)).toString())
                .contains("Restart shop")
                .doesNotContain("Restart edge");
        var begun = played().actions().getFirst().startedAt();
        assertThat(asked.answer(TRIED, begun.plusSeconds(1)).toString()).contains("Restart shop", "(running)");
    }

    private static Incident played() {
        var incident = Decider.open(
                        TinyShop.scenario(), 42, TinyShop.BAD_RELEASE, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
        incident = decided(incident, new Command.Act(SAM, new Action.Restart(TinyShop.SHOP, Where.everywhere()), ""));
        incident = decided(incident, new Command.Wait(SAM, Duration.ofMinutes(5)));
        incident = decided(incident, new Command.Act(SAM, new Action.Restart(TinyShop.EDGE, Where.everywhere()), ""));
        return decided(incident, new Command.Wait(SAM, Duration.ofMinutes(8)));
    }

    private static Incident decided(Incident incident, Command command) {
        return Decider.decide(incident.scenario(), incident, command, incident.now())
                .after();
    }

    private static Instant minute(int afterPage) {
        return TinyShop.scenario().pagedAt().plus(Duration.ofMinutes(afterPage));
    }
}
