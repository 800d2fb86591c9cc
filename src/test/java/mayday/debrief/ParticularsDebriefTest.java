package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.compiler.Library;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** What the debrief says of false alarms, of costs that are not availability, and of what agents did. */
class ParticularsDebriefTest {
    private static final Library FEATURES = Library.read(Path.of("src/test/resources/features"));
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final ServiceId TILL = new ServiceId("till");

    @Test
    void whoLooksAndLeavesAHealthySystemAloneHasAllPoints() {
        var debrief = played("false-alarm", "blip", pause(6), ask(), close());

        assertThat(judgement(debrief).score()).isEqualTo(100);
        assertThat(judgement(debrief).findings())
                .extracting(Debrief.Finding::text)
                .contains("The alarm was false, and you left the system alone.");
    }

    @Test
    void whoTouchesAHealthySystemIsToldThatNothingHadToBeDone() {
        var rollBack = new Command.Act(SAM, new Action.RollBack(TILL, Where.everywhere()), "");
        var debrief = played("false-alarm", "blip", ask(), rollBack, pause(8), ask(), close());

        assertThat(judgement(debrief).score()).isLessThan(85);
        assertThat(judgement(debrief).findings())
                .extracting(Debrief.Finding::text)
                .contains("The alarm was false: nothing was wrong that an action could mend.");
    }

    @Test
    void otherCostsStandBesideWhatDoingNothingWouldHaveCost() {
        var rollBack = new Command.Act(SAM, new Action.RollBack(TILL, Where.everywhere()), "");
        var cost = played("f18-other-costs", "dropping", ask(), rollBack, pause(10), pause(10), close())
                .impact()
                .others();

        assertThat(cost).singleElement().satisfies(jobs -> {
            assertThat(jobs.title()).isEqualTo("Jobs lost");
            assertThat(jobs.unit()).isEqualTo("jobs");
            assertThat(jobs.actual()).isBetween(900.0, 1_500.0);
            assertThat(jobs.doNothing()).isGreaterThan(2_500);
        });
    }

    @Test
    void whatAnAutomationDidIsToldAndNotScored() {
        var debrief = played("f16-automation", "deadlock", pause(9), close());

        assertThat(debrief.timeline())
                .extracting(Debrief.Entry::text)
                .contains("Restart ledger, all regions, by healer");
        assertThat(judgement(debrief).findings())
                .noneMatch(finding -> finding.text().contains("Restart ledger"));
    }

    private static Debrief played(String scenario, String cause, Command... commands) {
        var played = FEATURES.find(new ScenarioId(scenario)).orElseThrow();
        var incident = Decider.open(played, 7, new CauseId(cause), ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
        for (var command : commands) {
            incident = Decider.decide(played, incident, command, incident.now()).after();
        }
        return Debriefs.of(incident);
    }

    private static Debrief.Part judgement(Debrief debrief) {
        return debrief.structure().parts().stream()
                .filter(part -> part.id().equals("mitigation-judgement"))
                .findFirst()
                .orElseThrow();
    }

    private static Command pause(int minutes) {
        return new Command.Wait(SAM, Duration.ofMinutes(minutes));
    }

    private static Command ask() {
        var read = new Interpretation(Dimension.ERROR_RATE, List.of(), new Window.Usual(), 1, "");
        return new Command.Ask(SAM, "errors?", Understanding.answered(List.of(read)));
    }

    private static Command close() {
        return new Command.Close(SAM, "That was it.");
    }
}
