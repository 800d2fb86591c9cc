package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.JudgedClaim.Truth;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Person.Wanted;
import mayday.scenario.RegionId;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.TeamId;
import mayday.scenario.Tool;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** Plays the scenarios of {@code features/} that are about people, tools and what an author answers. */
class PeopleFeaturesTest {
    private static final Library FEATURES = Library.read(Path.of("src/test/resources/features"));
    private static final CauseId RELEASE = new CauseId("bad-release");
    private static final ServiceId TILL = new ServiceId("till");
    private static final RegionId NORTH = new RegionId("north");
    private static final RegionId SOUTH = new RegionId("south");
    private static final TeamId SHOP = new TeamId("shop");
    private static final Action ROLL_BACK = new Action.RollBack(TILL, Where.everywhere());

    private static Playing play(String scenario) {
        return play(scenario, RELEASE);
    }

    private static Playing play(String scenario, CauseId cause) {
        assertThat(FEATURES.problems()).extracting(Problem::rendered).isEmpty();
        return Playing.practice(FEATURES.find(new ScenarioId(scenario)).orElseThrow(), cause);
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-03-10T" + clock + ":00Z");
    }

    private static Playing until(Playing playing, String clock) {
        return playing.when(waitFor(Duration.between(playing.incident().now(), at(clock))));
    }

    private static Command asking(String authored, Dimension dimension, Window window, Target... targets) {
        var read = new Interpretation(dimension, List.of(targets), window, 1, authored);
        return new Command.Ask(SAM, "?", Understanding.answered(List.of(read)));
    }

    private static String answer(Playing playing) {
        return last(playing, Event.QuestionAnswered.class).text();
    }

    private static <E extends Event> E last(Playing playing, Class<E> type) {
        return find(playing, type).orElseThrow();
    }

    private static <E extends Event> Optional<E> find(Playing playing, Class<E> type) {
        return playing.incident().history().reversed().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    @Test
    void f06AnAnswerFollowsTheStateOfTheCause() {
        var cashiers = asking("cashiers", Dimension.CUSTOMER_IMPACT, new Window.Usual());
        var playing = play("f06-answers-by-state").when(cashiers);
        assertThat(answer(playing)).isEqualTo("Every third sale fails.");

        assertThat(answer(until(playing, "14:12").when(cashiers))).isEqualTo("Most sales fail now.");

        playing.when(new Command.Act(SAM, ROLL_BACK, "")).when(waitFor(Duration.ofMinutes(6)));
        assertThat(answer(playing.when(cashiers))).isEqualTo("It works again.");
    }

    @Test
    void f07AnAnswerFollowsTheTimeAskedAboutAndTheTimeOfAsking() {
        var playing = play("f07-answers-by-time");
        var before = asking("printer", Dimension.LOGS, new Window.Between(at("13:10"), at("13:40")));
        var lately = asking("printer", Dimension.LOGS, new Window.Last(Duration.ofMinutes(5)));

        assertThat(answer(playing.when(before))).startsWith("From one to two");
        assertThat(answer(playing.when(lately))).startsWith("Since two");
        assertThat(answer(until(playing, "14:21").when(before))).startsWith("The roll was changed");
    }

    @Test
    void f08AToolThatIsDownIsSaidToBeAndTheDearerWayIsOffered() {
        var playing = play("f08-tool-down").when(ask("errors?", Dimension.ERROR_RATE));
        assertThat(answer(playing)).isEqualTo("Grafana answers 502 Bad Gateway.");
        assertThat(playing.incident().board().cards()).isEmpty();
        var offer = last(playing, Event.LookupFailed.class);
        assertThat(offer.how()).isEqualTo("read each host's own counters");

        var before = playing.incident().now();
        playing.when(new Command.TakeFallback(SAM, offer.question()));
        assertThat(answer(playing)).startsWith("Error ratio now: door");
        assertThat(playing.incident().now()).isEqualTo(before.plus(Duration.ofMinutes(4)));
        assertThat(playing.incident().board().cards()).hasSize(1);

        playing.when(new Command.TakeFallback(SAM, offer.question()))
                .thenRefused(new Refusal.NotNow("No other way is offered for Q1."));
    }

    @Test
    void f08WithoutAnotherWayNothingIsOffered() {
        var playing = play("f08-tool-down").when(ask("latency?", Dimension.LATENCY));
        assertThat(answer(playing)).isEqualTo("Grafana answers 502 Bad Gateway.");
        assertThat(last(playing, Event.LookupFailed.class).offersAnotherWay()).isFalse();

        assertThat(answer(playing.when(ask("logs?", Dimension.LOGS)))).startsWith("The log cluster refuses");
        playing.when(new Command.Act(SAM, ROLL_BACK, "")).when(waitFor(Duration.ofMinutes(7)));
        assertThat(answer(playing.when(ask("logs?", Dimension.LOGS)))).doesNotContain("refuses");
    }

    @Test
    void f10AnActionWaitsForConsentAndIsRefusedWithoutEvidence() {
        var failOver = new Action.FailOver(new ServiceId("ledger"));
        var act = new Command.Act(SAM, failOver, "sales again");
        var playing = play("f10-approval").when(act);
        var asked = last(playing, Event.ApprovalRequested.class);
        assertThat(Duration.between(playing.incident().now(), asked.answerDue()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
        playing.when(act)
                .thenRefused(
                        new Refusal.NotNow("You have asked for approval of this, and the answer has not come yet."));

        playing.when(waitFor(Duration.ofMinutes(4)))
                .thenAt(
                        asked.answerDue(),
                        new Event.ApprovalRefused(
                                asked.id(),
                                new TeamId("data"),
                                "Bo Lind",
                                "Not before somebody has looked at the database itself. What does it say?"));
        assertThat(playing.incident().actions()).isEmpty();
    }

    @Test
    void f10WithTheEvidenceConsentIsGivenAndTheActionStartsByItself() {
        var failOver = new Action.FailOver(new ServiceId("ledger"));
        var playing = play("f10-approval").when(ask("the database?", Dimension.DB_HEALTH));
        playing.when(new Command.Act(SAM, failOver, "")).when(waitFor(Duration.ofMinutes(4)));
        var given = last(playing, Event.ApprovalGiven.class);
        assertThat(given.text()).startsWith("Go ahead.");
        assertThat(playing.incident().actions()).singleElement().satisfies(started -> {
            assertThat(started.action()).isEqualTo(failOver);
            assertThat(started.startedAt()).isEqualTo(at(playing, given));
        });

        playing.when(waitFor(Duration.ofMinutes(3))).when(new Command.Act(SAM, failOver, ""));
        assertThat(playing.incident().actions()).hasSize(2);
        assertThat(playing.incident().people().pending()).isEmpty();
    }

    @Test
    void f10WhatNeedsNoConsentStartsAtOnce() {
        var playing = play("f10-approval").when(new Command.Act(SAM, ROLL_BACK, ""));
        assertThat(playing.incident().runningActions()).hasSize(1);
    }

    private static Instant at(Playing playing, Event event) {
        return playing.incident().history().stream()
                .filter(each -> each.event().equals(event))
                .map(Recorded::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void f17TheVendorsStatusPageShowsWhatTheAuthorSaysAlsoWhenItIsWrong() {
        var bank = new Target.OfService(new ServiceId("bank"));
        var status = asking("", Dimension.DEPENDENCY_STATUS, new Window.Usual(), bank);
        var playing = play("f17-vendor-status", new CauseId("slow-bank"));

        assertThat(answer(playing.when(status))).endsWith("bank's status page says: \"All systems operational.\"");
        assertThat(playing.incident().board().cards().getLast().evidence())
                .satisfies(page -> assertThat(page.source()).isEqualTo("Official status page of a third party"))
                .satisfies(page -> assertThat(page.body())
                        .isInstanceOfSatisfying(
                                Evidence.Note.class,
                                note -> assertThat(note.paragraphs()).startsWith("All systems operational.")));
        assertThat(answer(until(playing, "14:20").when(status)))
                .endsWith("bank's status page says: \"We are investigating slow payments.\"");
    }

    @Test
    void f19AnAnswerWithAPrerequisiteIsHeldBackUntilItHolds() {
        var safe = asking("safe", Dimension.CRON_JOBS, new Window.Usual());
        var playing = play("f19-prerequisite").when(safe);
        assertThat(answer(playing)).isEqualTo("Only the shop opens the safe. Have you asked them?");
        assertThat(playing.incident().board().cards()).isEmpty();

        playing.when(new Command.Escalate(SAM, SHOP, "The key, please.")).when(safe);
        assertThat(answer(playing)).startsWith("The key of the till");
        assertThat(playing.incident().board().cards()).hasSize(1);
    }

    @Test
    void f20ASlowAnswerArrivesLaterWhileTheRestGoesOn() {
        var playing = play("f20-slow-answer").when(asking("cellar", Dimension.PROCESSES_THREADS, new Window.Usual()));
        var asked = last(playing, Event.QuestionAsked.class);
        assertThat(playing.incident().pendingAnswers()).hasSize(1);
        assertThat(playing.incident().now()).isBefore(asked.answerDue());

        playing.when(ask("errors?", Dimension.ERROR_RATE));
        assertThat(answer(playing)).startsWith("Error ratio now");
        playing.when(waitFor(Duration.ofMinutes(5)))
                .thenAt(
                        at("14:11"),
                        new Event.QuestionAnswered(
                                asked.id(), "It hums, and its lamp is green.", List.of(), List.of()));
    }

    @Test
    void f21LostAccessRefusesActionsAndComesBackWithAnAnswerOfTheTeam() {
        var text = "Your session was revoked by a security policy.";
        var playing = until(play("f21-access-lost"), "14:18")
                .thenAt(at("14:18"), new Event.AccessLost(true, List.of(Tool.SHELL), text))
                .when(new Command.Act(SAM, ROLL_BACK, ""))
                .thenRefused(new Refusal.NotNow(text));
        assertThat(answer(playing.when(ask("threads?", Dimension.PROCESSES_THREADS))))
                .isEqualTo(text);
        assertThat(answer(playing.when(ask("errors?", Dimension.ERROR_RATE)))).startsWith("Error ratio now");

        playing.when(new Command.Escalate(SAM, new TeamId("security"), "let me in"));
        var due = last(playing, Event.Escalated.class).replyDue();
        playing.when(waitFor(Duration.ofMinutes(4))).thenAt(due, new Event.AccessRegained("You are in again."));
        playing.when(new Command.Act(SAM, ROLL_BACK, ""));
        assertThat(playing.incident().runningActions()).hasSize(1);
    }

    @Test
    void f21LostAccessComesBackByItselfAfterItsTime() {
        until(play("f21-access-lost"), "14:30")
                .when(waitFor(Duration.ofMinutes(10)))
                .thenAt(at("14:38"), new Event.AccessRegained("You are in again."));
    }

    @Test
    void f22AnAnswerFollowsTheHostOrRegionAskedAbout() {
        var playing = play("f22-answers-by-host");
        var dimension = Dimension.PROCESSES_THREADS;
        var usual = new Window.Usual();

        var third = new Target.OfHost(TILL, NORTH, 3);
        assertThat(answer(playing.when(asking("sticker", dimension, usual, third))))
                .contains("do not restart");
        var south = new Target.OfNode(TILL, SOUTH);
        assertThat(answer(playing.when(asking("sticker", dimension, usual, south))))
                .contains("open in the south");
        var second = new Target.OfHost(TILL, NORTH, 2);
        assertThat(answer(playing.when(asking("sticker", dimension, usual, second))))
                .contains("Which one?");
        var all = new Target.OfService(TILL);
        assertThat(answer(playing.when(asking("sticker", dimension, usual, all))))
                .contains("Which one?");
    }

    @Test
    void f24NothingCanBePostedOnAStatusPageThatIsDown() {
        var playing = play("f24-status-page-down")
                .when(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "We are looking into it."))
                .thenRefused(new Refusal.NotNow(
                        "The status page is served through door, and fails as well. Tell people another way."));
        playing.when(new Command.PostUpdate(SAM, Audience.CHANNEL, "We are looking into it."));
        assertThat(find(playing, Event.UpdatePosted.class)).isPresent();

        playing.when(new Command.Act(SAM, ROLL_BACK, "")).when(waitFor(Duration.ofMinutes(7)));
        playing.when(new Command.PostUpdate(SAM, Audience.STATUS_PAGE, "It works again."));
        assertThat(last(playing, Event.UpdatePosted.class).audience()).isEqualTo(Audience.STATUS_PAGE);
    }

    @Test
    void f24AWrongClaimIsComparedWithTheTruthOfItsMoment() {
        var playing = play("f35-messages");
        playing.when(new Command.PostUpdate(
                SAM,
                Audience.CHANNEL,
                "It is fixed. No customers are affected. Caused by the database ledger.",
                List.of()));
        assertThat(last(playing, Event.ClaimsJudged.class).claims())
                .containsExactlyInAnyOrder(
                        new JudgedClaim(new Claim.Fixed(), Truth.FALSE),
                        new JudgedClaim(new Claim.NoImpact(), Truth.FALSE),
                        new JudgedClaim(new Claim.RootCause(FaultClass.DATABASE, "ledger"), Truth.FALSE));

        playing.when(new Command.Act(SAM, ROLL_BACK, "")).when(waitFor(Duration.ofMinutes(9)));
        playing.when(new Command.PostUpdate(
                SAM,
                Audience.CHANNEL,
                "Fixed: caused by release 2.1.0 of till.",
                List.of(new Claim.RootCause(FaultClass.BAD_RELEASE, "till"))));
        assertThat(last(playing, Event.ClaimsJudged.class).claims())
                .containsExactly(
                        new JudgedClaim(new Claim.RootCause(FaultClass.BAD_RELEASE, "till"), Truth.TRUE),
                        new JudgedClaim(new Claim.Fixed(), Truth.TRUE));
    }

    @Test
    void f33WhoeverWasPagedTwiceAnswersMoreSlowlyUntilTheShiftEnds() {
        var page = new Command.Escalate(SAM, SHOP, "");
        var playing = play("f33-tired-people").when(page).when(waitFor(Duration.ofMinutes(2)));
        assertThat(last(playing, Event.ReplyReceived.class))
                .isEqualTo(new Event.ReplyReceived(SHOP, "Ana Costa", "Looking at the till."));
        playing.when(page).when(waitFor(Duration.ofMinutes(2))).when(page);
        assertThat(responseTime(playing)).isEqualTo(Duration.ofMinutes(6));

        until(playing, "14:22")
                .thenAt(
                        at("14:20"),
                        new Event.MessageReceived(
                                "Ana Costa (Shop)",
                                "I am off. The till has been failing since two; nothing rolled back yet."
                                        + " Eva Novak is on call for Shop from now on."))
                .when(page);
        assertThat(responseTime(playing)).isEqualTo(Duration.ofMinutes(2));
        playing.when(waitFor(Duration.ofMinutes(3)));
        assertThat(last(playing, Event.ReplyReceived.class).text()).startsWith("I read what Ana wrote.");
    }

    @Test
    void f33OutsideTheirHoursPeopleTakeLonger() {
        var page = new Command.Escalate(SAM, new TeamId("data"), "");
        var playing = play("f33-tired-people").when(page);
        assertThat(responseTime(playing)).isEqualTo(Duration.ofMinutes(10));

        until(until(playing, "14:36"), "15:00").when(page);
        assertThat(responseTime(playing)).isEqualTo(Duration.ofMinutes(2));
    }

    private static Duration responseTime(Playing playing) {
        var paged = playing.incident().history().reversed().stream()
                .filter(each -> each.event() instanceof Event.Escalated)
                .findFirst()
                .orElseThrow();
        return Duration.between(paged.at(), ((Event.Escalated) paged.event()).replyDue());
    }

    @Test
    void f35MessagesComeWithTheClockAndRemindUntilTheyAreAnswered() {
        var asked = new ReceivedMessage.Asked(Wanted.ETA, at("14:20"));
        var playing = until(play("f35-messages"), "14:17");
        playing.thenAt(
                        at("14:10"),
                        new Event.PersonWrote(
                                new MessageId("M2"),
                                new mayday.scenario.PersonId("boss"),
                                0,
                                "Kenji (VP)",
                                "By when is this over? The board meets at half past.",
                                List.of(asked)))
                .thenAt(
                        at("14:16"),
                        new Event.PersonReminded(new MessageId("M2"), "Kenji (VP)", "The board waits. By when?"))
                .when(new Command.Reply(SAM, new MessageId("M1"), "Thank you", List.of()))
                .thenRefused(new Refusal.NotNow("That message asks for nothing."));

        playing.when(new Command.Reply(SAM, new MessageId("M2"), "We will have it mitigated by 14:25.", List.of()));
        assertThat(last(playing, Event.MessageAnswered.class).gives()).containsExactly(Wanted.ETA);
        assertThat(last(playing, Event.ClaimsJudged.class).claims())
                .containsExactly(new JudgedClaim(new Claim.Eta(at("14:25")), Truth.OPEN));
        until(playing, "14:30");
        assertThat(find(playing, Event.AnswerOverdue.class)).isEmpty();
    }

    @Test
    void f35WhatIsNotAnsweredInTimeIsRecorded() {
        until(play("f35-messages"), "14:21")
                .thenAt(at("14:20"), new Event.AnswerOverdue(new MessageId("M2"), Wanted.ETA));
    }

    @Test
    void f35AnUpdateAnswersThoseWhoReadItAndAreToldWhatTheyWanted() {
        var playing = until(play("f35-messages"), "14:11");
        playing.when(new Command.PostUpdate(SAM, Audience.STAKEHOLDERS, "We are looking into it."));
        assertThat(find(playing, Event.MessageAnswered.class)).isEmpty();
        playing.when(new Command.PostUpdate(SAM, Audience.CHANNEL, "Soon.", List.of(new Claim.Eta(at("14:20")))));
        assertThat(find(playing, Event.MessageAnswered.class)).isEmpty();
        playing.when(new Command.PostUpdate(SAM, Audience.STAKEHOLDERS, "Rolling back; ETA 14:20.", List.of()));
        assertThat(last(playing, Event.MessageAnswered.class))
                .isEqualTo(new Event.MessageAnswered(
                        new MessageId("M2"), SAM, Event.MessageAnswered.Way.UPDATE, "", List.of(Wanted.ETA)));
    }

    @Test
    void f35AMessageCanWaitForSomethingToHappen() {
        var playing = play("f35-messages").when(new Command.Act(SAM, ROLL_BACK, ""));
        playing.when(waitFor(Duration.ofMinutes(10)));
        assertThat(playing.incident().people().messages())
                .extracting(each -> each.person() + " " + each.letter())
                .contains("support 0", "boss 0", "support 1");
    }

    @Test
    void f36LateMetricsSpeakUpToWhatTheyHaveSeen() {
        var playing = play("f36-late-metrics").when(ask("errors?", Dimension.ERROR_RATE));
        assertThat(answer(playing))
                .startsWith("As of 14:00 UTC, since the metrics are 6 min late: Error ratio now: door 0");
        var chart = playing.incident().board().cards().getFirst().evidence();
        assertThat(chart.asOf()).isEqualTo(playing.incident().now().minus(Duration.ofMinutes(6)));
        assertThat(chart.body())
                .isInstanceOfSatisfying(
                        Evidence.Chart.class,
                        body -> assertThat(body.lines()
                                        .getFirst()
                                        .points()
                                        .getLast()
                                        .epochSeconds())
                                .isLessThanOrEqualTo(chart.asOf().getEpochSecond()));
    }

    @Test
    void aReplayEqualsWhatWasLived() {
        var playing = until(play("f35-messages"), "14:11")
                .when(new Command.Reply(SAM, new MessageId("M2"), "By 14:20, mitigated by 14:20.", List.of()))
                .when(new Command.PostUpdate(SAM, Audience.CHANNEL, "It is fixed."))
                .when(waitFor(Duration.ofMinutes(9)));
        var incident = playing.incident();
        var replayed = Evolution.replay(incident.scenario(), incident.history());
        assertThat(replayed.people()).isEqualTo(incident.people());
        assertThat(replayed.history()).isEqualTo(incident.history());
    }

    @Test
    void lookingOnMoreOftenChangesNothing() {
        // Those that run for days look at themselves too often for a test.
        var withinHours = FEATURES.scenarios().stream()
                .filter(scenario -> scenario.limit().compareTo(Duration.ofHours(2)) <= 0)
                .toList();
        for (var scenario : withinHours) {
            var cause = scenario.causes().getFirst().id();
            var lived = Decider.open(scenario, 7, cause, ClockMode.LIVE, Instant.EPOCH, SAM)
                    .after();
            var watched = lived;
            for (var now = scenario.pagedAt(); now.isBefore(scenario.endsAt()); now = now.plusSeconds(37)) {
                watched = Decider.decide(scenario, watched, new Command.Observe(), now)
                        .after();
            }
            var end = scenario.endsAt();
            assertThat(Decider.decide(scenario, watched, new Command.Observe(), end)
                            .after()
                            .history())
                    .isEqualTo(Decider.decide(scenario, lived, new Command.Observe(), end)
                            .after()
                            .history());
        }
    }
}
