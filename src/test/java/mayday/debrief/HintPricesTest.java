package mayday.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HintStep;
import mayday.incident.Matter;
import mayday.incident.Participant;
import mayday.incident.Seen;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** Hints cost what was told, where they helped; the coach costs nothing. */
class HintPricesTest {
    private static final Participant SAM = new Participant("p1", "Sam");

    @Test
    void aHintIsPaidForInThePartThatItHelped() {
        var scope = new Matter.Ask(Dimension.REGION_SCOPE);
        var unaided = played(Terms.Coaching.OFF, asks());
        var aided = played(Terms.Coaching.OFF, with(take(scope, HintStep.WHERE), take(scope, HintStep.WHAT), asks()));

        var part = part(aided, "scope-first");
        assertThat(part.score()).isEqualTo(part(unaided, "scope-first").score() - 15);
        assertThat(part.findings().getLast().text()).isEqualTo("2 hints helped here; their prices were told before.");
        assertThat(part.findings().getLast().points()).isEqualTo(-15);
        assertThat(part.findings().getLast().moves()).hasSize(2);
    }

    @Test
    void eachMatterHasItsPart() {
        assertThat(paidIn(new Matter.Ask(Dimension.LOGS))).isEqualTo("information-gain");
        assertThat(paidIn(new Matter.Tell())).isEqualTo("communication");
        assertThat(paidIn(new Matter.Look())).isEqualTo("mitigation-judgement");
        assertThat(paidIn(new Matter.Act())).isEqualTo("mitigation-judgement");
        assertThat(paidIn(new Matter.Weigh())).isEqualTo("hypotheses");
    }

    @Test
    void noPartFallsBelowNothing() {
        var matter = new Matter.Weigh();
        var debrief = played(Terms.Coaching.OFF, with(take(matter, HintStep.WHERE), asks()));

        assertThat(part(debrief, "hypotheses").score()).isZero();
    }

    @Test
    void theCoachCostsNothingAndStandsOnTheTimeline() {
        var unaided = played(Terms.Coaching.OFF, asks());
        var coached = played(Terms.Coaching.CLOSE, asks());

        assertThat(coached.structure().score()).isEqualTo(unaided.structure().score());
        assertThat(coached.timeline())
                .filteredOn(entry -> entry.kind().equals("coach"))
                .isNotEmpty();
    }

    /** The coach's idea of what settles the scope, and of a look at the customers, is the debrief's. */
    @Test
    void meansTheSameByScopeAsTheScoreDoes() {
        for (var dimension : Dimension.values()) {
            assertThat(Seen.SCOPE.contains(dimension)).isEqualTo(ScopeFirst.settles(dimension));
        }
    }

    private static String paidIn(Matter matter) {
        return played(Terms.Coaching.OFF, with(take(matter, HintStep.WHERE), asks())).structure().parts().stream()
                .filter(part -> part.findings().getLast().text().startsWith("A hint helped here"))
                .map(Debrief.Part::id)
                .findFirst()
                .orElseThrow();
    }

    private static Debrief.Part part(Debrief debrief, String id) {
        return debrief.structure().parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Command take(Matter matter, HintStep step) {
        return new Command.TakeHint(SAM, matter, step, "Look there.");
    }

    private static List<Command> asks() {
        return List.of(
                ask(Dimension.SERVICE_SCOPE),
                ask(Dimension.CUSTOMER_IMPACT),
                ask(Dimension.RECENT_DEPLOYS),
                new Command.Close(SAM, "Over."),
                new Command.Close(SAM, "Really."));
    }

    private static List<Command> with(Command hint, List<Command> others) {
        var all = new ArrayList<Command>(List.of(hint));
        all.addAll(others);
        return all;
    }

    private static List<Command> with(Command hint, Command second, List<Command> others) {
        return with(hint, with(second, others));
    }

    private static Command ask(Dimension dimension) {
        return new Command.Ask(
                SAM,
                dimension.words(),
                Understanding.answered(List.of(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""))));
    }

    private static Debrief played(Terms.Coaching coach, List<Command> commands) {
        var incident = Decider.open(
                        TinyShop.scenario(),
                        42,
                        TinyShop.BAD_RELEASE,
                        ClockMode.PRACTICE,
                        Instant.EPOCH,
                        SAM,
                        new Terms(Terms.DEFAULT_RUBRIC, true, coach))
                .after();
        for (var command : commands) {
            incident = Decider.decide(incident.scenario(), incident, command, incident.now())
                    .after();
        }
        return Debriefs.of(incident);
    }
}
