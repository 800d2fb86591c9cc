package mayday.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mayday.debrief.Debriefs;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.Action;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** What a debrief is measured against can be known before the incident is over, and makes no other debrief of it. */
class ExpectedTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final long SEED = 42;

    @Test
    void whatWasWorkedOutBeforeGivesTheSameDebrief() {
        var expected = Expected.of(TinyShop.scenario(), SEED, TinyShop.BAD_RELEASE);
        var played = Playthrough.play(TinyShop.scenario(), SEED, TinyShop.BAD_RELEASE, Style.METHODICAL);

        assertThat(expected.debrief(played)).usingRecursiveComparison().isEqualTo(Expected.debriefOf(played));
        assertThat(Debriefs.of(played, expected.atPage()).structure())
                .isEqualTo(Debriefs.of(played).structure());
    }

    @Test
    void itIsTheSameWhateverTheLearnerDid() {
        var acted = incident(new Command.Act(SAM, new Action.Restart(TinyShop.SHOP, Where.everywhere()), ""));
        var waited = incident(new Command.Wait(SAM, Duration.ofMinutes(5)));

        assertThat(Expected.debriefOf(acted).par())
                .usingRecursiveComparison()
                .isEqualTo(Expected.debriefOf(waited).par());
    }

    private static Incident incident(Command command) {
        var opened = Decider.open(
                        TinyShop.scenario(), SEED, TinyShop.BAD_RELEASE, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
        var moved = Decider.decide(TinyShop.scenario(), opened, command, opened.now())
                .after();
        return Decider.decide(TinyShop.scenario(), moved, new Command.Close(SAM, "Enough."), moved.now())
                .after();
    }
}
