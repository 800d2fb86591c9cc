package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
import mayday.incident.Incident;
import mayday.incident.MessageId;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;

/** What people do around an incident, as a terminal tells it, and the moves that answer them. */
class PeopleInTerminalTest {
    private static final Participant SAM = new Participant("p1", "Sam");

    private static Scenario scenario(String id) {
        return Library.read(Path.of("src/test/resources/features"))
                .find(new ScenarioId(id))
                .orElseThrow();
    }

    private static Incident open(String scenario) {
        var read = scenario(scenario);
        var cause = read.causes().getFirst().id();
        return Decider.open(read, 1, cause, ClockMode.PRACTICE, Instant.EPOCH, SAM)
                .after();
    }

    private static String told(Incident incident, Command... commands) {
        var written = new StringWriter();
        var telling = new Telling(new PrintWriter(written));
        var now = incident;
        for (var command : commands) {
            var decision = Decider.decide(now.scenario(), now, command, now.now());
            telling.tell(decision.recorded());
            now = decision.after();
        }
        return written.toString();
    }

    private static Command typed(String line, Incident incident) {
        return ((SlashCommand.Move) SlashCommand.parse(line, incident, SAM)).command();
    }

    @Test
    void aMessageSaysHowItIsAnswered() {
        var incident = open("f35-messages");
        assertThat(told(
                        incident,
                        new Command.Wait(SAM, Duration.ofMinutes(10)),
                        typed("/reply M2 We look into it, next update at 14:40", incident)))
                .contains("14:10:00  Kenji (VP): By when is this over? The board meets at half past.")
                .contains("M2 asks by when it will be over, until 14:20:00. To answer: /reply M2 ...")
                .contains("14:16:00  Kenji (VP), again: The board waits. By when? (/reply M2 ...)")
                .contains("You answered M2: We look into it, next update at 14:40")
                .doesNotContain("true");
        assertThat(typed("/reply M2 Soon", incident))
                .isEqualTo(new Command.Reply(SAM, new MessageId("M2"), "Soon", List.of()));
        assertThat(SlashCommand.parse("/reply M2", incident, SAM)).isInstanceOf(SlashCommand.Mistake.class);
    }

    @Test
    void anActionThatNeedsApprovalSaysSoBeforeItIsAskedFor() {
        var incident = open("f10-approval");
        var move = (SlashCommand.Move) SlashCommand.parse("/do fail-over ledger", incident, SAM);
        assertThat(move.confirm()).endsWith("It needs the approval of Data and starts when they consent.");
        assertThat(told(incident, move.command(), new Command.Wait(SAM, Duration.ofMinutes(4))))
                .contains("P1 asked of team data: Fail over ledger?")
                .contains("P1 refused by Bo Lind (data): Not before somebody has looked");
    }

    @Test
    void whoWantsToWaitIsToldWhatToType() {
        var written = new StringWriter();
        var offer = new Offer(Understanding.WAIT, "", "", List.of(new Argument("seconds", "120")));
        new Telling(new PrintWriter(written))
                .choices(new Understanding(Outcome.ACTION, List.of(), "", List.of(), offer));

        assertThat(written.toString().strip()).isEqualTo("To do it: /wait 120");
        assertThat(typed("/wait 120", open("f35-messages"))).isEqualTo(new Command.Wait(SAM, Duration.ofMinutes(2)));
    }

    @Test
    void whereAToolIsDownTheDearerWayIsNamed() {
        var incident = open("f08-tool-down");
        var read = new Interpretation(Dimension.ERROR_RATE, List.of(), new Window.Usual(), 1, "");
        var ask = new Command.Ask(SAM, "errors?", Understanding.answered(List.of(read)));
        assertThat(told(incident, ask, typed("/byhand Q1", incident)))
                .contains("Grafana answers 502 Bad Gateway.")
                .contains("There is a dearer way: read each host's own counters, 4 min. To take it: /byhand Q1")
                .contains("You do it by hand.")
                .contains("Error ratio now: door");
    }
}
