package mayday.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.Matter;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** What a hint is about, and what its three steps say. */
class HintsTest {
    private static final Participant SAM = new Participant("p1", "Sam");

    private Incident incident = Decider.open(
                    TinyShop.scenario(),
                    42,
                    TinyShop.BAD_RELEASE,
                    ClockMode.PRACTICE,
                    Instant.EPOCH,
                    SAM,
                    new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF))
            .after();

    @Test
    void theExtentComesFirst() {
        assertThat(next().matter()).isEqualTo(new Matter.Ask(Dimension.SERVICE_SCOPE));
        assertThat(taken())
                .containsExactly(
                        "Look at the extent of it: who is hurt, where, and how badly. That is not settled yet.",
                        "Ask this: “Which services are failing?”",
                        "You have no answers yet, so nothing speaks for any explanation more than for another. The explanations that"
                                + " are left differ when you ask about this: which services fail. An unremarkable answer speaks"
                                + " against those that begin there, and a remarkable one against the others.");
    }

    @Test
    void whoKnowsThatCustomersAreHurtTellsPeopleFirst() {
        make(ask(Dimension.CUSTOMER_IMPACT));

        assertThat(next().matter()).isEqualTo(new Matter.Tell());
    }

    @Test
    void thenTheQuestionThatTellsMostPerMinute() {
        make(ask(Dimension.CUSTOMER_IMPACT));
        make(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail."));

        assertThat(next().matter()).isEqualTo(new Matter.Ask(Dimension.RECENT_DEPLOYS));
    }

    @Test
    void whenLittleIsLeftItIsTimeToAct() {
        make(ask(Dimension.CUSTOMER_IMPACT));
        make(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail."));
        make(ask(Dimension.RECENT_DEPLOYS));
        make(new Command.StateHypothesis(SAM, "", FaultClass.BAD_RELEASE, "shop", 60));
        make(new Command.StateHypothesis(SAM, "", FaultClass.FLAG_CHANGE, "", 20));
        make(new Command.StateHypothesis(SAM, "", FaultClass.CACHE, "", 20));

        assertThat(next().matter()).isEqualTo(new Matter.Act());
        assertThat(taken().getLast())
                .isEqualTo(
                        "Of all the explanations that this page can have, your answers leave more than half standing. What told"
                                + " explanations apart: deploys. What would have looked much the same under all that are left, and"
                                + " so speaks for none: who is hurt. Your answers speak for H1, as far as they go. No answer so far"
                                + " speaks for H2. No answer so far speaks for H3. That is enough for a remedy that fits what is left and"
                                + " can be taken back; how customers fare after it tells you the rest.");
    }

    @Test
    void whatWasDoneIsLookedAtBeforeAnythingElse() {
        make(ask(Dimension.CUSTOMER_IMPACT));
        make(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail."));
        make(new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""));
        make(new Command.Wait(SAM, Duration.ofMinutes(6)));

        assertThat(next().matter()).isEqualTo(new Matter.Look());
    }

    @Test
    void whereNothingGeneralTellsMoreItIsTimeToWeigh() {
        for (var dimension : Dimension.values()) {
            make(ask(dimension));
        }
        make(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "Some checkouts fail."));
        make(new Command.Act(SAM, new Action.RollBack(TinyShop.SHOP, Where.everywhere()), ""));
        make(new Command.Wait(SAM, Duration.ofMinutes(6)));
        make(ask(Dimension.CUSTOMER_IMPACT));

        assertThat(next().matter()).isEqualTo(new Matter.Weigh());
    }

    private Hint next() {
        return Hints.next(incident, (HintOffer.Next) HintOffer.of(incident));
    }

    /** The three steps from here. */
    private List<String> taken() {
        return List.of(HintStep.values()).stream()
                .map(step -> {
                    var hint = next();
                    make(new Command.TakeHint(SAM, hint.matter(), step, hint.text()));
                    return hint.text();
                })
                .toList();
    }

    private void make(Command command) {
        var decision = Decider.decide(incident.scenario(), incident, command, incident.now());
        assertThat(decision).isInstanceOf(mayday.incident.Decision.Accepted.class);
        incident = decision.after();
    }

    private static Command ask(Dimension dimension) {
        return new Command.Ask(
                SAM,
                dimension.words(),
                Understanding.answered(List.of(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""))));
    }
}
