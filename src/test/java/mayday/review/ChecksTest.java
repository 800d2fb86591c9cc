package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mayday.review.Facts.Hurt;
import mayday.review.Remark.Note;
import mayday.scenario.FaultClass;
import mayday.scenario.FollowUpKind;
import mayday.scenario.Journey;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check says what is missing and where, and is content with what is good. */
class ChecksTest {
    private static final Instant BEGAN = Instant.parse("2026-03-10T13:59:30Z");
    private static final Instant PAGED = Instant.parse("2026-03-10T14:06:00Z");
    private static final Instant OVER = Instant.parse("2026-03-10T14:23:40Z");

    private static final Truth TRUTH = new Truth(
            "Checkout has one connection to orders-db per replica",
            "The settings file lowered the pool of checkout to one connection. Requests waited for a connection until their caller"
                    + " had given up.",
            List.of(FaultClass.CONFIG_CHANGE),
            List.of("checkout", "check-out service"),
            List.of("orders-db.pool"),
            BEGAN);

    private static final Facts FACTS = facts(new Hurt.Customers(BEGAN, OVER, true), TRUTH);

    private static final FollowUp GOOD = new FollowUp(
            "Alert on the time that requests wait for a connection",
            "Orders",
            List.of(FollowUpKind.DETECT),
            "2026-04-01",
            ToilRatings.UNSAID,
            List.of());

    private static Facts facts(Hurt hurt, Truth truth) {
        return new Facts(
                "Elevated 500s",
                PAGED,
                OVER.plusSeconds(600),
                hurt,
                List.of(Duration.ofSeconds(1_450), Duration.between(PAGED, OVER)),
                92_019,
                0.184,
                0.31,
                "edge availability",
                List.of(),
                truth,
                List.of(new Journey("place an order", new ServiceId("checkout"), 1)),
                List.of("Priya Raman", "Priya", "Kenji"),
                List.of("Orders", "Platform"));
    }

    private static PostMortem good() {
        return new PostMortem(
                Map.of(
                        Section.SUMMARY,
                                "For 24 minutes a third of the customers could not place an order: checkout answered 503.",
                        Section.IMPACT,
                                "24 minutes, 92,000 failed requests, 18 % of the error budget. Search was not hurt.",
                        Section.TIMELINE, "14:06 paged",
                        Section.ROOT_CAUSE,
                                "A setting lowered the pool of checkout to one connection, so that requests waited for it until"
                                        + " their caller gave up.",
                        Section.CONTRIBUTING_FACTORS, "The pool's size is not part of the load test.",
                        Section.DETECTION, "The alert at the edge. An alert on waiting would have come earlier.",
                        Section.WENT_WELL, "The rollback took two minutes.",
                        Section.WENT_BADLY, "The pool was looked at late."),
                List.of(GOOD));
    }

    private static List<Note> notes(Checks.Check check, PostMortem written) {
        return check.of(written, FACTS, Ended.WORDING).notes();
    }

    private static PostMortem with(Section section, String text) {
        return good().with(section, text);
    }

    @Test
    void aGoodOneHasNothingToMend() {
        assertThat(Checks.of(good(), FACTS, Ended.WORDING)).allSatisfy(remark -> {
            assertThat(remark.notes()).as(remark.rule()).isEmpty();
            assertThat(remark.met()).isTrue();
        });
    }

    @Test
    void anEmptySectionIsNamedWithWhatBelongsThere() {
        assertThat(notes(new NothingEmpty(), with(Section.WENT_WELL, " \n")))
                .containsExactly(new Note("wentWell", "What went well is empty. What to keep, one point a line."));
        assertThat(new NothingEmpty().of(PostMortem.EMPTY, FACTS, Ended.WORDING).title())
                .isEqualTo("9 sections are empty");
    }

    @Test
    void theImpactNeedsADurationAndACount() {
        assertThat(notes(
                        new QuantifiedImpact(),
                        with(Section.IMPACT, "Many customers could not pay for quite a while.")))
                .containsExactly(
                        new Note(
                                "impact",
                                "Impact does not say for how long customers were hurt: minutes, or from when to when."),
                        new Note(
                                "impact",
                                "Impact does not say how many were hurt: a count of requests or customers, or a share of them."));
        assertThat(notes(new QuantifiedImpact(), with(Section.IMPACT, "13:59 to 14:23, 30 % of orders")))
                .isEmpty();
        assertThat(notes(
                        new QuantifiedImpact(),
                        with(Section.IMPACT, "Half of the customers, for half an hour: 30 min.")))
                .isEmpty();
    }

    @Test
    void whereNobodyWasHurtTheImpactSaysSo() {
        var calm = facts(new Hurt.Nobody(), TRUTH);
        var check = new QuantifiedImpact();

        assertThat(check.of(with(Section.IMPACT, "The alert was noisy."), calm, Ended.WORDING)
                        .notes())
                .containsExactly(new Note("impact", "Nobody was hurt in this incident, and Impact does not say so."));
        assertThat(check.of(with(Section.IMPACT, "No customer was affected."), calm, Ended.WORDING)
                        .met())
                .isTrue();
    }

    @Test
    void aFigureThatIsNotTheIncidentsIsQuotedBesideTheRightOne() {
        var wrong = with(
                Section.IMPACT,
                "45 minutes, 120,000 requests failed, 60 % of all requests, half of it at once. 3 % of the error budget is gone.");

        assertThat(notes(new AgreeingFigures(), wrong))
                .containsExactly(
                        new Note(
                                "impact",
                                "Impact says “45 minutes”; customers were hurt for 24 minutes, from 13:59 to 14:23."),
                        new Note("impact", "Impact says “120,000 requests”; 92,019 requests failed."),
                        new Note("impact", "Impact says “3 %”; 18.4 % of the error budget was burned."),
                        new Note("impact", "Impact says “60 %”; at worst 31.0 % of all requests failed at a time."));
    }

    @Test
    void aFigureWithinRoundingAgrees() {
        assertThat(notes(new AgreeingFigures(), with(Section.IMPACT, "About 25 minutes and some 100,000 requests.")))
                .isEmpty();
        assertThat(notes(
                        new AgreeingFigures(),
                        with(
                                Section.IMPACT,
                                "92k requests, 18.4 % of the budget, 31 % of all requests, 13:59 to 14:24")))
                .isEmpty();
    }

    @Test
    void aPersonIsNotNamed() {
        assertThat(notes(new Blameless(), with(Section.TIMELINE, "14:10 Priya Raman rolled back, Kenji called")))
                .containsExactly(
                        new Note("timeline", "Timeline names “Priya Raman”: say the role or the team instead."),
                        new Note("timeline", "Timeline names “Kenji”: say the role or the team instead."));
        var owned = good().with(List.of(
                new FollowUp("Test it", "Priya", List.of(FollowUpKind.PREVENT), "", ToilRatings.UNSAID, List.of())));
        assertThat(notes(new Blameless(), owned))
                .containsExactly(new Note(
                        "actions/0", "Action 1 is owned by “Priya”, a person: people move on, so name a team."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The engineer should have checked the pool.",
                "We could have noticed this at 14:00.",
                "It was a HUMAN ERROR.",
                "A careless change.",
                "Somebody forgot to raise the limit.",
                "They failed to read the runbook.",
                "The team didn’t follow the process.",
                "Nobody is to blame but the release.",
                "It was their mistake.",
                "The table was accidentally deleted... by mistake deleted."
            })
    void wordsThatBlameAreFound(String blaming) {
        assertThat(notes(new Blameless(), with(Section.WENT_BADLY, blaming)))
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.text()).startsWith("What went badly says “"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The alert could have fired five minutes earlier.",
                "Requests failed to connect to the database.",
                "We should have an alert on this.",
                "Their error rates rose in both regions.",
                "The error ratio of checkout was 31 %."
            })
    void plainWordsAreNot(String plain) {
        assertThat(notes(new Blameless(), with(Section.WENT_BADLY, plain))).isEmpty();
    }

    @Test
    void theChainNamesItsTrigger() {
        var vague = with(Section.ROOT_CAUSE, "Requests waited for a connection because there were few.")
                .with(Section.CONTRIBUTING_FACTORS, "Load.");

        assertThat(notes(new CausalChain(), vague))
                .containsExactly(new Note(
                        "rootCause",
                        "The trigger is not named. It was: config change, as in “Checkout has one connection to orders-db per"
                                + " replica”."));
    }

    @Test
    void theChainNamesTheMechanism() {
        assertThat(notes(new CausalChain(), with(Section.ROOT_CAUSE, "A setting of checkout.")))
                .containsExactly(new Note(
                        "rootCause",
                        "Root cause says what was, and not what it led to: tie the steps together with “because”, “so that” or"
                                + " “which”."));
        assertThat(notes(
                        new CausalChain(),
                        with(Section.ROOT_CAUSE, "A setting of checkout caused trouble, which made all of it slow.")))
                .containsExactly(new Note(
                        "rootCause",
                        "What the trigger did to the system is not recognisable. What was true: "
                                + TRUTH.explanation()));
    }

    @Test
    void theChainEndsAtCustomers() {
        var inside = with(Section.SUMMARY, "The pool was too small.")
                .with(Section.IMPACT, "24 minutes.")
                .with(
                        Section.ROOT_CAUSE,
                        "A setting lowered the pool of checkout to one connection, so that threads waited.");

        assertThat(notes(new CausalChain(), inside))
                .containsExactly(new Note(
                        "summary",
                        "The chain does not end at customers: say what they could not do, such as “place an order”."));
    }

    @Test
    void actionsThatOnlyTellPeopleAreLocal() {
        var local = good().with(List.of(
                FollowUp.of("Remind everybody to test the alerts"),
                FollowUp.of("Be more careful with settings"),
                FollowUp.of("Document the pool")));

        var remark = new SystemicActions().of(local, FACTS, Ended.WORDING);

        assertThat(remark.met()).isFalse();
        assertThat(remark.notes()).hasSize(3).first().satisfies(note -> {
            assertThat(note.where()).isEqualTo("actions/0");
            assertThat(note.text()).startsWith("Action 1 asks people to know or do better.");
        });
    }

    @Test
    void oneThatChangesTheSystemOutweighsOneThatDoesNot() {
        var mixed = good().with(List.of(GOOD, FollowUp.of("Document the pool"), FollowUp.of("Pool")));

        var remark = new SystemicActions().of(mixed, FACTS, Ended.WORDING);

        assertThat(remark.met()).isTrue();
        assertThat(remark.notes()).extracting(Note::where).containsExactly("actions/1", "actions/2");
        assertThat(remark.notes().getLast().text()).startsWith("Action 3 does not say what changes in the system.");
    }

    @Test
    void anActionWithoutOwnerOrKindIsNamed() {
        assertThat(notes(new OwnedActions(), good().with(List.of(GOOD, FollowUp.of("Test it")))))
                .containsExactly(
                        new Note(
                                "actions/1",
                                "Action 2 has no owner: what nobody owns is not done. Teams here: Orders, Platform."),
                        new Note(
                                "actions/1",
                                "Action 2 is of no kind: does it prevent, detect, mitigate, or change how people work?"));
        assertThat(new OwnedActions()
                        .of(good().with(List.of()), FACTS, Ended.WORDING)
                        .met())
                .isFalse();
    }
}
