package mayday.incident;

import static mayday.incident.Playing.SAM;
import static mayday.incident.Playing.ask;
import static mayday.incident.Playing.live;
import static mayday.incident.Playing.minute;
import static mayday.incident.Playing.practice;
import static mayday.incident.Playing.waitFor;
import static mayday.scenario.TinyShop.BAD_FLAG;
import static mayday.scenario.TinyShop.BAD_RELEASE;
import static mayday.scenario.TinyShop.BROKEN;
import static mayday.scenario.TinyShop.PASSING;
import static mayday.scenario.TinyShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.incident.Inject.Arrival;
import mayday.scenario.Action;
import mayday.scenario.AlertId;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Person;
import mayday.scenario.PersonId;
import mayday.scenario.TinyShop;
import mayday.scenario.Tool;
import mayday.scenario.Where;
import org.junit.jupiter.api.Test;

/** A facilitator throws something in: a message, an alert, a further fault, a tool that is down. */
class InjectsTest {
    private static final Participant FAY = new Participant("f1", "Fay");
    private static final InjectId FIRST = new InjectId("I1");
    private static final Inject ALERT = new Inject.Alert("Disk > 90 % on shop-db");
    private static final Inject FLAG = new Inject.Fault(BAD_FLAG);
    private static final Action ROLL_BACK = new Action.RollBack(SHOP, Where.everywhere());
    private static final Action FLAG_OFF = new Action.SetFlag("new-basket", false);

    private static Command now(Inject inject) {
        return new Command.Inject(FAY, inject, new Arrival.Now());
    }

    private static Command at(Instant at, Inject inject) {
        return new Command.Inject(FAY, inject, new Arrival.At(at));
    }

    private static Command act(Action action) {
        return new Command.Act(SAM, action, "");
    }

    @Test
    void aMessageIsReadInTheChannel() {
        var message = new Inject.Message("Kenji (VP)", " Is it us? ", List.of());
        live(BAD_RELEASE)
                .whenAt(minute(2), now(message))
                .then(new Event.InjectSent(FIRST, FAY, message), new Event.MessageReceived("Kenji (VP)", "Is it us?"));
    }

    @Test
    void aMessageThatWantsAnAnswerIsOverdueAfterItsTimeAndAnsweredByAReply() {
        var message = new Inject.Message("Kenji (VP)", "How is it?", List.of(Duration.ofMinutes(5)));
        var id = new MessageId("M1");
        var wrote = new Event.PersonWrote(
                id,
                new PersonId("facilitator"),
                -1,
                "Kenji (VP)",
                "How is it?",
                List.of(new ReceivedMessage.Asked(Person.Wanted.NEWS, minute(7))));
        var playing = live(BAD_RELEASE)
                .whenAt(minute(2), now(message))
                .then(new Event.InjectSent(FIRST, FAY, message), wrote);

        playing.whenAt(minute(9), new Command.Observe())
                .thenAt(minute(7), new Event.AnswerOverdue(id, Person.Wanted.NEWS));
        playing.whenAt(minute(9), new Command.Reply(SAM, id, "We look at the release.", List.of()));
        assertThat(playing.incident().people().open()).isEmpty();
    }

    @Test
    void anAlertFiresAtItsOwnInstantHoweverLateAnybodyLooks() {
        var playing = live(BAD_RELEASE)
                .whenAt(minute(2), at(minute(3).plusSeconds(7), ALERT))
                .then(new Event.InjectScheduled(FIRST, FAY, ALERT, minute(3).plusSeconds(7)));
        assertThat(playing.incident().injects().scheduled()).hasSize(1);

        playing.whenAt(minute(10), new Command.Observe())
                .thenAt(minute(3).plusSeconds(7), new Event.InjectSent(FIRST, FAY, ALERT))
                .thenAt(
                        minute(3).plusSeconds(7),
                        new Event.AlertFired(new AlertId("inject-I1"), "Disk > 90 % on shop-db"));
        assertThat(playing.incident().injects().scheduled()).isEmpty();
    }

    @Test
    void aScheduledOneCanBeWithdrawnOnce() {
        var withdraw = new Command.WithdrawInject(FAY, FIRST);
        live(BAD_RELEASE)
                .whenAt(minute(2), at(minute(3), ALERT))
                .whenAt(minute(2), withdraw)
                .then(new Event.InjectWithdrawn(FIRST, FAY))
                .whenAt(minute(3), new Command.Observe())
                .then()
                .whenAt(minute(3), withdraw)
                .thenRefused(
                        new Refusal.NotNow("No inject I1 is waiting: it has arrived, was withdrawn, or never was."));
    }

    @Test
    void oneAtATimeGoneByOrAfterTheEndIsRefused() {
        live(BAD_RELEASE)
                .whenAt(minute(2), at(minute(1), ALERT))
                .thenRefused(new Refusal.NotNow(
                        "It is 14:02 in the incident: 14:01 has gone by. Send it now, or name a later time."))
                .whenAt(minute(2), at(minute(30), ALERT))
                .thenRefused(
                        new Refusal.NotNow(
                                "The time runs out at 14:30, before this would arrive. Name an earlier time, or give more time first."))
                .whenAt(minute(2), new Command.ExtendTime(FAY, Duration.ofMinutes(1)))
                .whenAt(minute(2), at(minute(30), ALERT))
                .then(new Event.InjectScheduled(FIRST, FAY, ALERT, minute(30)));
    }

    @Test
    void nothingArrivesWhilePausedUnlessItIsSentNow() {
        var playing = live(BAD_RELEASE)
                .whenAt(minute(2), at(minute(4), ALERT))
                .whenAt(minute(3), new Command.PauseClock(FAY))
                .whenAt(minute(9), new Command.Observe())
                .then()
                .whenAt(minute(9), now(new Inject.Alert("Now")))
                .thenAt(minute(3), new Event.AlertFired(new AlertId("inject-I2"), "Now"));
        assertThat(playing.incident().injects().scheduled()).hasSize(1);
    }

    @Test
    void aFurtherFaultIsAPartOfWhatIsWrongAndHasToBeUndoneAsWell() {
        var playing = practice(BAD_RELEASE)
                .when(now(FLAG))
                .then(new Event.InjectSent(FIRST, FAY, FLAG), new Event.CauseAdvanced(BAD_FLAG, BROKEN));
        assertThat(playing.incident().cause().faults()).extracting(Cause::id).containsExactly(BAD_RELEASE, BAD_FLAG);
        assertThat(playing.incident().drawnCause().id()).isEqualTo(BAD_RELEASE);

        playing.when(act(ROLL_BACK)).when(waitFor(Duration.ofMinutes(12)));
        assertThat(playing.incident().status()).isEqualTo(Status.OPEN);
        playing.when(act(FLAG_OFF)).when(waitFor(Duration.ofMinutes(8)));
        assertThat(playing.incident().status()).isEqualTo(Status.MITIGATED);
    }

    @Test
    void aFaultThatComesAfterTheFirstWasEndedBringsTheImpactBack() {
        var playing = practice(BAD_RELEASE).when(act(ROLL_BACK)).when(waitFor(Duration.ofMinutes(9)));
        assertThat(playing.incident().status()).isEqualTo(Status.MITIGATED);

        playing.when(now(FLAG)).when(waitFor(Duration.ofMinutes(5)));
        assertThat(playing.incident().status()).isEqualTo(Status.OPEN);
        assertThat(playing.latest()).extracting(Recorded::event).contains(new Event.ImpactReturned());
    }

    @Test
    void theChangeThatCarriesAFurtherFaultIsMadeWhenItBegins() {
        var playing = live(BAD_RELEASE).whenAt(minute(5), now(FLAG));
        playing.whenAt(minute(6), ask("any flag changes?", Dimension.CONFIG_FLAG_CHANGES))
                .whenAt(minute(9), new Command.Observe());

        assertThat(playing.latest())
                .extracting(Recorded::event)
                .filteredOn(Event.QuestionAnswered.class::isInstance)
                .first()
                .asString()
                .contains("14:05", "new-basket");
    }

    @Test
    void afterAnInjectTheIncidentFoldsToTheSame() {
        var played = practice(BAD_RELEASE)
                .when(now(FLAG))
                .when(at(minute(7), new Inject.ToolOutage(Tool.METRICS, Duration.ofMinutes(3))))
                .when(act(ROLL_BACK))
                .when(waitFor(Duration.ofMinutes(12)))
                .incident();
        var replayed = Evolution.replay(TinyShop.scenario(), played.history());

        assertThat(replayed.injects()).isEqualTo(played.injects());
        assertThat(replayed.world().passages()).isEqualTo(played.world().passages());
        assertThat(replayed.cause()).isEqualTo(played.cause());
    }

    @Test
    void onlyFaultsThatCanStillBeginAreTaken() {
        live(BAD_RELEASE)
                .whenAt(minute(2), now(new Inject.Fault(new CauseId("sunspots"))))
                .thenRefused(new Refusal.Unknown("cause", "sunspots"))
                .whenAt(minute(2), now(new Inject.Fault(BAD_RELEASE)))
                .thenRefused(new Refusal.NotNow(
                        "\"Release 1.4.0 of shop fails a third of requests\" is at work in this incident already."))
                .whenAt(minute(2), at(minute(4), FLAG))
                .whenAt(minute(2), now(FLAG))
                .thenRefused(
                        new Refusal.NotNow(
                                "\"Flag new-basket fails a third of requests\" is scheduled already. Withdraw that first to name another time."));
    }

    @Test
    void aToolThatIsDownAnswersNothingUntilItIsBack() {
        var outage = new Inject.ToolOutage(Tool.METRICS, Duration.ofMinutes(5));
        var playing = practice(BAD_RELEASE)
                .when(now(outage))
                .then(new Event.InjectSent(FIRST, FAY, outage))
                .when(ask("errors?", Dimension.ERROR_RATE));
        assertThat(answer(playing)).isEqualTo("Nothing comes back from the metrics: every request times out.");
        assertThat(playing.latest()).extracting(Recorded::event).anyMatch(Event.LookupFailed.class::isInstance);

        playing.when(waitFor(Duration.ofMinutes(5))).when(ask("errors?", Dimension.ERROR_RATE));
        assertThat(answer(playing)).doesNotContain("times out");
    }

    private static String answer(Playing playing) {
        return playing.latest().stream()
                .map(Recorded::event)
                .filter(Event.QuestionAnswered.class::isInstance)
                .map(each -> ((Event.QuestionAnswered) each).text())
                .reduce("", (_, later) -> later);
    }

    @Test
    void everythingHasItsBounds() {
        live(BAD_RELEASE)
                .whenAt(minute(2), now(new Inject.Alert(" ")))
                .thenRefused(new Refusal.OutOfRange("alert", "at least 1 character long"))
                .whenAt(minute(2), now(new Inject.Alert("x".repeat(1_001))))
                .thenRefused(new Refusal.OutOfRange("alert", "at most 1000 characters long"))
                .whenAt(minute(2), now(new Inject.Message("", "Hello", List.of())))
                .thenRefused(new Refusal.OutOfRange("sender", "at least 1 character long"))
                .whenAt(minute(2), now(new Inject.Message("Kenji", "Hello", List.of(Duration.ofMinutes(61)))))
                .thenRefused(new Refusal.OutOfRange("time for the answer", "1 to 60 whole minutes"))
                .whenAt(minute(2), now(new Inject.ToolOutage(Tool.LOGS, Duration.ZERO)))
                .thenRefused(new Refusal.OutOfRange("outage", "1 to 60 whole minutes"));

        var full = live(BAD_RELEASE);
        for (var inject = 0; inject < Limits.INJECTS; inject++) {
            full.whenAt(minute(2), now(ALERT));
        }
        full.whenAt(minute(2), now(ALERT)).thenRefused(new Refusal.LimitReached("injects", 50));
    }

    @Test
    void anotherCauseIsSupposedWithTheSameInjects() {
        var played = practice(BAD_RELEASE)
                .when(now(FLAG))
                .when(act(FLAG_OFF))
                .when(waitFor(Duration.ofMinutes(10)))
                .incident();

        var passing = new Supposition(played, PASSING).incident();
        assertThat(passing.cause().faults()).extracting(Cause::id).containsExactly(PASSING, BAD_FLAG);
        assertThat(passing.world().latest(BAD_FLAG).orElseThrow().state().id()).isEqualTo(Cause.UNDONE);
        // Supposed to be the cause itself, it has begun before the page and not once more.
        var flag = new Supposition(played, BAD_FLAG).incident();
        assertThat(flag.cause()).isEqualTo(flag.drawnCause());
    }

    @Test
    void aForkHasWhatWasScheduledBeforeIt() {
        var parent = practice(BAD_RELEASE)
                .when(at(minute(7), FLAG))
                .when(new Command.Acknowledge(SAM))
                .when(waitFor(Duration.ofMinutes(9)))
                .when(new Command.Close(SAM, "It was the flag."))
                .incident();
        var fork = Evolution.replay(
                TinyShop.scenario(),
                Forks.of(parent, new IncidentId("p"), new ForkPoint.At(minute(1)), SAM, Instant.EPOCH)
                        .orElseThrow());
        var later = Decider.decide(fork.scenario(), fork, waitFor(Duration.ofMinutes(9)), fork.now());

        assertThat(later.recorded()).anySatisfy(each -> {
            assertThat(each.event()).isEqualTo(new Event.CauseAdvanced(BAD_FLAG, BROKEN));
            assertThat(each.at()).isEqualTo(minute(7));
        });
    }
}
