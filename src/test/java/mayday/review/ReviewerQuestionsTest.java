package mayday.review;

import static mayday.review.Run.CLOSE;
import static mayday.review.Run.RESTART;
import static mayday.review.Run.RIGHT;
import static mayday.review.Run.ROLL_BACK;
import static mayday.review.Run.SAM;
import static mayday.review.Run.WRONG;
import static mayday.review.Run.ask;
import static mayday.review.Run.pause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mayday.debrief.Debrief;
import mayday.evidence.EvidenceId;
import mayday.incident.Command;
import mayday.incident.Event;
import mayday.incident.HypothesisId;
import mayday.incident.Stance;
import mayday.review.Repertoire.Theme;
import mayday.review.ReviewerQuestions.Question;
import mayday.review.ReviewerQuestions.Strand;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TinyShop;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of conduct opens its questions, in words that quote this run. */
class ReviewerQuestionsTest {
    private static final Command[] SCOPE = {
        ask(Dimension.SERVICE_SCOPE),
        ask(Dimension.START_TIME),
        ask(Dimension.REGION_SCOPE),
        ask(Dimension.CUSTOMER_IMPACT),
        ask(Dimension.RECENT_DEPLOYS)
    };

    private static Stream<Arguments> stories() {
        return Stream.of(
                story(
                        "nothing-done",
                        "From the page at 14:00 to the end at 14:30 nothing was asked and nothing was done. What held you back?"),
                story(
                        "acted-before-asking",
                        "You restarted edge, east at 14:00, 10 seconds after the page, before any answer had come. What did you go"
                                + " by?",
                        RESTART,
                        CLOSE),
                story(
                        "acted-before-change",
                        "You restarted edge, east at 14:00 before asking what had changed; you asked at 14:01. Why?",
                        ask(Dimension.SERVICE_SCOPE),
                        RESTART,
                        ask(Dimension.START_TIME),
                        ask(Dimension.RECENT_DEPLOYS),
                        CLOSE),
                story(
                        "acted-before-where",
                        "You restarted edge, east at 14:00, 40 seconds after the page, without having asked since when, in which"
                                + " regions and who is hurt. What did you take for granted?",
                        ask(Dimension.SERVICE_SCOPE),
                        RESTART,
                        CLOSE),
                story(
                        "repeated-question",
                        "You asked “error rate?” at 14:00 and again at 14:00, with nothing done in between. What did you hope to hear?",
                        ask(Dimension.ERROR_RATE),
                        ask(Dimension.ERROR_RATE),
                        CLOSE),
                story(
                        "bits-left",
                        "When you rolled back shop, all regions at 14:00, your answers still left about 3 causes possible. What made"
                                + " you stop asking?",
                        ask(Dimension.SERVICE_SCOPE),
                        ROLL_BACK,
                        CLOSE),
                story(
                        "silence",
                        "From 14:00 to 14:08, for 8 minutes, nothing was asked and nothing was done while customers were hurt. What"
                                + " were you thinking about?",
                        ask(Dimension.SERVICE_SCOPE),
                        pause(8),
                        CLOSE),
                story(
                        "acted-without-hypothesis",
                        "At 14:00 you rolled back shop, all regions, and no explanation stood on the board. Which one did you act"
                                + " on?",
                        ROLL_BACK,
                        RIGHT,
                        CLOSE),
                story(
                        "one-explanation",
                        "You wrote down one explanation only, H1 at 14:00: bad release of shop. What else would have looked the"
                                + " same?",
                        RIGHT,
                        CLOSE),
                story(
                        "sure-and-wrong",
                        "You held H1, database trouble of shop-db, at 85 % when it ended, and it was not so. Which observation made"
                                + " you that sure?",
                        WRONG,
                        CLOSE),
                story(
                        "sure-too-early",
                        "At 14:00 you put H1, database trouble of shop-db, at 85 %, after 1 answer. What made it more than a guess?",
                        ask(Dimension.SERVICE_SCOPE),
                        WRONG,
                        CLOSE),
                story(
                        "held-against-evidence",
                        "At 14:00 you noted that E1 speaks against H1, and kept it at 85 %. What would it have taken to give it up?",
                        ask(Dimension.ERROR_RATE),
                        WRONG,
                        new Command.LinkEvidence(SAM, new HypothesisId("H1"), new EvidenceId("E1"), Stance.AGAINST),
                        CLOSE),
                story(
                        "confidence-never-moved",
                        "H1 stood at 85 % from 14:00 to the end, through 5 answers. Which of them should have moved it?",
                        WRONG,
                        SCOPE,
                        CLOSE),
                story(
                        "known-not-acted-on",
                        "At 14:00 you held the right explanation, H1, at 70 %. Customers were hurt on, and nothing was done until"
                                + " 14:07, 7 minutes later. What were you waiting for?",
                        RIGHT,
                        pause(7),
                        ROLL_BACK,
                        pause(8),
                        CLOSE),
                story(
                        "acted-without-prediction",
                        "You restarted edge, east at 14:00 without saying what you expected to see. What did you expect, and by"
                                + " when?",
                        RESTART,
                        CLOSE),
                story(
                        "effect-not-checked",
                        "You rolled back shop, all regions, which was done at 14:03, and you closed it at 14:08 without looking at"
                                + " the effect. How did you know what it had done?",
                        ROLL_BACK,
                        pause(8),
                        CLOSE),
                story(
                        "wider-than-needed",
                        "You drained east at 14:00, which reaches a region's users. Something that reaches less ends this cause."
                                + " Why so wide?",
                        Run.act(new Action.DrainRegion(TinyShop.EAST), ""),
                        pause(6),
                        CLOSE),
                story(
                        "closed-while-hurt",
                        "You closed the incident at 14:00 while 33 % of requests were failing. What told you that it was over?",
                        ask(Dimension.SERVICE_SCOPE),
                        CLOSE),
                story(
                        "time-ran-out",
                        "The time ran out at 14:30, 30 minutes after the page, and customers were still hurt. What would you have"
                                + " done with ten minutes more?",
                        ask(Dimension.SERVICE_SCOPE)),
                story(
                        "never-acted",
                        "You asked until 14:00 (“service scope?”) and took no action, and customers were hurt to the end at 14:30."
                                + " What would you have needed to act?",
                        ask(Dimension.SERVICE_SCOPE)),
                story(
                        "nobody-told",
                        "Customers were hurt for 37 minutes, and nobody was told anything. Who was waiting to hear?",
                        ask(Dimension.SERVICE_SCOPE)),
                story(
                        "first-update-late",
                        "Your first update went out at 14:12, 12 minutes after the page. What kept you?",
                        pause(12),
                        say("We are looking into failing purchases."),
                        CLOSE),
                story(
                        "untrue-update",
                        "At 14:00 you wrote: “It is fixed.” That says: it is fixed, which was not true then. What did you base it"
                                + " on?",
                        say("It is fixed."),
                        CLOSE),
                story(
                        "no-last-word",
                        "Customers were well again at 14:04; the last thing that anybody heard from you was at 14:00. Why no word"
                                + " that it is over?",
                        say("Purchases fail; we are rolling back."),
                        ROLL_BACK,
                        pause(8),
                        CLOSE),
                story(
                        "never-rated",
                        "No severity was declared between 14:00 and 14:30. How did others know how bad it was?",
                        ask(Dimension.SERVICE_SCOPE)),
                story(
                        "rated-late",
                        "You declared a severity at 14:11, 11 minutes after the page. What did you wait for?",
                        pause(11),
                        new Command.DeclareSeverity(SAM, Severity.SEV2),
                        CLOSE),
                story(
                        "rated-low",
                        "You rated it SEV4. At its worst 33 % of requests failed. Why not higher?",
                        new Command.DeclareSeverity(SAM, Severity.SEV4),
                        CLOSE),
                story(
                        "nobody-called",
                        "Customers were hurt for 37 minutes, and you called nobody in. Whom would you have called by 14:20?",
                        ask(Dimension.SERVICE_SCOPE)),
                story(
                        "called-late",
                        "The first person that you called in was called at 14:22, 22 minutes after the page. What made you wait?",
                        pause(22),
                        new Command.Escalate(SAM, TinyShop.SHOP_TEAM, "Please look at shop."),
                        CLOSE),
                story(
                        "prevention",
                        "It was this: Release 1.4.0 of shop fails a third of requests. What would have kept it from reaching"
                                + " customers at all?",
                        CLOSE),
                story(
                        "another-cause",
                        "At the end you held H1 at 85 %. Suppose it had been something else: database trouble (shop-db). Which of"
                                + " your 0 questions would have told you?",
                        WRONG,
                        CLOSE),
                story("surprise", "What surprised you most between 14:00 and 14:00?", CLOSE));
    }

    private static Command say(String words) {
        return new Command.PostUpdate(SAM, Audience.STATUS_PAGE, words);
    }

    private static Arguments story(String kind, String opening, Object... moves) {
        var all = new ArrayList<Command>();
        for (var move : moves) {
            all.addAll(move instanceof Command[] several ? List.of(several) : List.of((Command) move));
        }
        return arguments(kind, opening, all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void opensWithWhatWasDone(String kind, String opening, List<Command> moves) {
        assertThat(strand(Run.of(moves.toArray(Command[]::new)).questions(), kind)
                        .questions()
                        .getFirst())
                .extracting(Question::id, Question::text)
                .containsExactly(kind + ".1", opening);
    }

    private static Strand strand(ReviewerQuestions questions, String kind) {
        return Stream.concat(questions.chosen().stream(), questions.others().stream())
                .filter(strand -> strand.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is asked about " + kind + ", but about "
                        + Stream.concat(questions.chosen().stream(), questions.others().stream())
                                .map(Strand::kind)
                                .toList()));
    }

    @Test
    void namesTheQuestionThatWouldHaveToldMore() {
        var run = Run.of(ask(Dimension.ERROR_RATE), CLOSE);
        var asked = run.incident().history().stream()
                .filter(each -> each.event() instanceof Event.QuestionAsked)
                .findFirst()
                .orElseThrow();
        var was = run.debrief();
        var told = new Debrief.Told(asked.sequence(), 0.1, 1.4, "any recent deployments?", 1.2, List.of(), List.of());
        var debrief = new Debrief(
                was.truth(),
                was.structure(),
                was.time(),
                was.impact(),
                was.timeline(),
                was.curves(),
                was.unknown(),
                List.of(told),
                was.confidences(),
                was.par());

        assertThat(strand(ReviewerQuestions.of(run.incident(), debrief, Run.WORDING), "better-question")
                        .questions()
                        .getFirst()
                        .text())
                .isEqualTo(
                        "At 14:00 you asked “error rate?”. Its answer told 0.1 bits; “any recent deployments?” could have told 1.2, and"
                                + " each bit halves what the cause may still be. What led you to your question?");
    }

    @Test
    void digsThreeLayersDeepWithFiguresOfThisRun() {
        var strand = strand(Run.of(ask(Dimension.SERVICE_SCOPE), RESTART, CLOSE).questions(), "acted-before-change");

        assertThat(strand.questions())
                .extracting(Question::text)
                .satisfies(texts -> assertThat(texts.get(2))
                        .contains("Customers were hurt for 8 minutes and 68,837 requests failed."));
        assertThat(strand.shown(Set.of())).hasSize(1);
        assertThat(strand.shown(Set.of("acted-before-change.1"))).hasSize(2);
        assertThat(strand.shown(Set.of("acted-before-change.2")))
                .as("the first is still open")
                .hasSize(1);
        assertThat(strand.shown(Set.of("acted-before-change.1", "acted-before-change.2", "acted-before-change.3")))
                .hasSize(3);
    }

    @Test
    void asksTheMostTellingFirstAndAtMostFourBeforeTheDepth() {
        var questions = Run.of(RESTART, WRONG, pause(6), CLOSE).questions();

        assertThat(questions.chosen())
                .extracting(Strand::kind)
                .containsExactly(
                        "closed-while-hurt", "acted-before-asking", "action-to-no-good", "sure-and-wrong", "well-done");
        assertThat(questions.chosen())
                .filteredOn(strand -> strand.theme() == Theme.MITIGATION)
                .hasSize(2);
    }

    @Test
    void asksAboutDepthAndPreventionAfterAPerfectRun() {
        var moves = new ArrayList<>(List.of(
                new Command.Acknowledge(SAM),
                new Command.DeclareSeverity(SAM, Severity.SEV2),
                say("Purchases fail; we are looking.")));
        moves.addAll(List.of(SCOPE));
        moves.addAll(List.of(
                Run.believe(FaultClass.FLAG_CHANGE, "shop", 20),
                RIGHT,
                ROLL_BACK,
                pause(8),
                ask(Dimension.ERROR_RATE),
                say("Purchases work again."),
                CLOSE));

        assertThat(Run.of(moves.toArray(Command[]::new)).questions().chosen())
                .extracting(Strand::kind)
                .containsExactly("well-done", "prevention", "another-cause");
    }

    @Test
    void whatWasAnsweredOnceStaysOnTheTable() {
        var questions = Run.of(RESTART, WRONG, pause(6), CLOSE).questions();

        assertThat(questions.asked(Set.of("surprise.1")))
                .extracting(Strand::kind)
                .endsWith("well-done", "surprise");
    }

    @Test
    void thoseWhoDidNothingAreNotPraised() {
        assertThat(Run.of().questions().others()).extracting(Strand::kind).doesNotContain("well-done");
        assertThat(Run.of().questions().chosen()).extracting(Strand::kind).contains("nothing-done", "prevention");
    }

    @Test
    void theSameRunIsAskedTheSame() {
        assertThat(Run.of(RESTART, CLOSE).questions())
                .isEqualTo(Run.of(RESTART, CLOSE).questions());
    }

    @Test
    void aWiderActionThatWasNeededIsNotHeldAgainstAnybody() {
        var questions = Run.of(ROLL_BACK, pause(8), CLOSE).questions();

        assertThat(questions.chosen()).extracting(Strand::kind).doesNotContain("wider-than-needed");
        assertThat(questions.others()).extracting(Strand::kind).doesNotContain("wider-than-needed");
        assertThat(Say.done(new Action.ShedLoad(0, Where.everywhere())))
                .isEqualTo("stopped shedding load, all regions");
    }
}
