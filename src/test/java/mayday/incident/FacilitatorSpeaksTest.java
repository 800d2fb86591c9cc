package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.practice;
import static mayday.scenario.TinyShop.BAD_RELEASE;

import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;

/** A facilitator answers what was not understood and gives hints; people hand over roles. */
class FacilitatorSpeaksTest {
    private static final Participant FAY = new Participant("f1", "Fay");
    private static final Participant BOB = new Participant("p2", "Bob");
    private static final QuestionId Q1 = new QuestionId("Q1");

    private static Playing notUnderstood() {
        return practice(BAD_RELEASE)
                .when(new Command.Ask(SAM, "did the cat do it?", Understanding.refused(Outcome.OFF_TOPIC, "Hm?")));
    }

    private static Command answer(QuestionId question, String text) {
        return new Command.AnswerByHand(FAY, question, text);
    }

    private static Command hint(String text, int points) {
        return new Command.SendHint(FAY, text, points);
    }

    @Test
    void answersAQuestionThatWasNotUnderstoodOnce() {
        notUnderstood()
                .when(answer(Q1, " No cat has access. "))
                .then(new Event.AnsweredByHand(FAY, Q1, "No cat has access."))
                .when(answer(Q1, "Really not."))
                .thenRefused(new Refusal.NotNow("Question Q1 has been answered by hand."));
    }

    @Test
    void leavesToTheSystemWhatItUnderstood() {
        practice(BAD_RELEASE)
                .when(ask("errors?", Dimension.ERROR_RATE))
                .when(answer(Q1, "Many."))
                .thenRefused(new Refusal.NotNow("Question Q1 was understood: the system answers it."))
                .when(answer(new QuestionId("Q7"), "Many."))
                .thenRefused(new Refusal.Unknown("question", "Q7"));
        notUnderstood()
                .when(answer(Q1, " "))
                .thenRefused(new Refusal.OutOfRange("answer", "at least 1 character long"));
    }

    @Test
    void givesHintsAtAPrice() {
        practice(BAD_RELEASE)
                .when(hint("Compare the regions. ", 3))
                .then(new Event.HintSent(FAY, "Compare the regions.", 3))
                .when(hint("For nothing.", 0))
                .then(new Event.HintSent(FAY, "For nothing.", 0))
                .when(hint("Dear.", 11))
                .thenRefused(new Refusal.OutOfRange("price", "0 to 10 points"))
                .when(hint("Paid.", -1))
                .thenRefused(new Refusal.OutOfRange("price", "0 to 10 points"));
    }

    @Test
    void aRoleIsHandedOverToSomebodyElse() {
        practice(BAD_RELEASE)
                .when(new Command.HandOver(SAM, BOB, "incident commander"))
                .then(new Event.RoleHandedOver("incident commander", SAM, BOB))
                .when(new Command.HandOver(SAM, SAM, "incident commander"))
                .thenRefused(new Refusal.NotNow("You have this role yourself: hand it over to somebody else."))
                .when(new Command.HandOver(SAM, BOB, ""))
                .thenRefused(new Refusal.OutOfRange("role", "at least 1 character long"));
    }
}
