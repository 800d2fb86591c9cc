package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.drill.Ward.Scribe;
import mayday.evidence.EvidenceId;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.HintStep;
import mayday.incident.Recorded;
import mayday.incident.Refusal;
import mayday.incident.Terms;
import mayday.journal.Place;
import mayday.journal.Store;
import mayday.scenario.Audience;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One room: the journal first, then the incident, then the subscribers. */
@ParameterizedClass
@EnumSource(Store.class)
class JournaledRoomTest {
    private static final Command ACKNOWLEDGE = new Command.Acknowledge(Ward.SAM);
    private static final Command PIN_NOTHING = new Command.PinEvidence(Ward.SAM, new EvidenceId("E99"), true);

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    Path folder;

    private Place place = new Place.Folder(Path.of(""));

    private Ward ward;

    @BeforeEach
    void open() throws Exception {
        place = store.place(folder);
        ward = Ward.in(place);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void subscribersHearOfWhatIsInTheJournal() {
        var room = ward.open(ClockMode.PRACTICE);
        var stored = new ArrayList<Recorded>();
        room.subscribe(room.incident().version(), (_, _) -> stored.addAll(ward.journal.read(room.id(), 0)));

        var decision = room.submit(ACKNOWLEDGE);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        assertThat(stored).isEqualTo(room.incident().history());
        assertThat(stored.getLast().event()).isEqualTo(new Event.Acknowledged(Ward.SAM));
    }

    @Test
    void wordsTheNextHintAndTakesItAtThePriceThatWasAnnounced() {
        var terms = new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF);
        var room = ward.rooms.open(Ward.SCENARIO, Ward.SEED, TinyShop.BAD_RELEASE, ClockMode.PRACTICE, terms, Ward.SAM);

        assertThat(room.hint(Ward.SAM, HintStep.WHERE)).isInstanceOf(Decision.Accepted.class);
        assertThat(ward.journal.read(room.id(), 0).getLast().event())
                .isInstanceOfSatisfying(
                        Event.HintTaken.class,
                        taken -> assertThat(taken.text()).startsWith("Look at the extent of it"));

        var version = room.incident().version();
        assertThat(room.hint(Ward.SAM, HintStep.WHERE)).isInstanceOf(Decision.Refused.class);
        assertThat(room.incident().version()).isEqualTo(version);
    }

    @Test
    void takesNoHintWhereTheTermsHaveNone() {
        var room = ward.open(ClockMode.PRACTICE);

        assertThat(((Decision.Refused) room.hint(Ward.SAM, HintStep.WHERE)).refusal())
                .isEqualTo(new Refusal.NotNow("This incident is played without hints."));
    }

    @Test
    void whatFellDueBeforeARefusalHappenedNonetheless() {
        var room = ward.open(ClockMode.LIVE);
        var before = room.incident().version();
        ward.passes(Duration.ofMinutes(5));

        var decision = room.submit(PIN_NOTHING);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.Unknown("evidence", "E99")));
        assertThat(ward.journal.read(room.id(), before))
                .isEqualTo(decision.recorded())
                .extracting(Recorded::event)
                .contains(new Event.MessageReceived("Ines", "Anything I can tell support?"));
    }

    @Test
    void whenNothingHappenedNothingIsStored() {
        var room = ward.open(ClockMode.LIVE);
        var version = room.incident().version();
        ward.passes(Duration.ofSeconds(1));
        assertThat(room.submit(new Command.Observe()).recorded()).isEmpty();
        assertThat(ward.journal.find(room.id()).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void whatCannotBeStoredHasNotHappened() {
        var room = ward.open(ClockMode.PRACTICE);
        var scribe = new Scribe();
        var before = room.incident();
        room.subscribe(before.version(), scribe);
        ward.journal.close();

        assertThat(room.submit(ACKNOWLEDGE))
                .isEqualTo(new Decision.Refused(new Refusal.NotStored(JournaledRoom.NOT_STORED), List.of(), before));
        assertThat(room.incident()).isSameAs(before);
        assertThat(scribe.heard).isEmpty();
    }

    @Test
    void aCommandThatLostARaceIsDecidedAgain() {
        var here = ward.open(ClockMode.PRACTICE);
        try (var other = ward.beside().rooms) {
            var there = other.find(here.id()).orElseThrow();
            var scribe = new Scribe();
            there.subscribe(there.incident().version(), scribe);
            here.submit(ACKNOWLEDGE);

            var decision = there.submit(new Command.PostUpdate(Ward.SAM, Audience.CHANNEL, "Looking."));
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            assertThat(there.incident().history()).isEqualTo(ward.journal.read(here.id(), 0));
            assertThat(scribe.heard)
                    .extracting(Recorded::event)
                    .containsExactly(
                            new Event.Acknowledged(Ward.SAM),
                            new Event.UpdatePosted(Audience.CHANNEL, "Looking.", Ward.SAM));
        }
    }

    @Test
    void aCommandThatTheOtherMadeFutileIsRefusedWithTheirTruth() {
        var here = ward.open(ClockMode.PRACTICE);
        try (var other = ward.beside().rooms) {
            var there = other.find(here.id()).orElseThrow();
            here.submit(ACKNOWLEDGE);
            assertThat(there.submit(ACKNOWLEDGE))
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> assertThat(refused.refusal())
                                    .isEqualTo(new Refusal.NotNow("The page is acknowledged already.")));
        }
    }

    @Test
    void takesTwoHundredMovesAMinute() {
        var room = ward.open(ClockMode.PRACTICE);
        for (var move = 0; move < Room.MOVES_A_MINUTE; move++) {
            assertThat(refusal(room.submit(PIN_NOTHING))).isInstanceOf(Refusal.Unknown.class);
            room.submit(new Command.Observe());
        }
        var refusal = refusal(room.submit(ACKNOWLEDGE));
        assertThat(refusal).isEqualTo(new Refusal.LimitReached("moves a minute", 200));
        assertThat(refusal(room.ask(Ward.SAM, "errors?"))).isEqualTo(refusal);
        assertThat(ward.understood).hasValue(0);

        ward.passes(Duration.ofMinutes(1));
        assertThat(room.submit(ACKNOWLEDGE)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void asksWithTheInterpretersReading() {
        var room = ward.open(ClockMode.PRACTICE);
        assertThat(room.ask(Ward.SAM, " errors of shop? ")).isInstanceOf(Decision.Accepted.class);
        var asked = room.incident().history().stream()
                .map(Recorded::event)
                .filter(Event.QuestionAsked.class::isInstance)
                .map(Event.QuestionAsked.class::cast)
                .toList();
        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.words()).isEqualTo("errors of shop?");
            assertThat(question.understoodAs().interpretations()).hasSize(1);
        });
        assertThat(ward.understood).hasValue(1);
    }

    @Test
    void doesNotTryToUnderstandWhatIsRefusedAnyway() {
        var room = ward.open(ClockMode.PRACTICE);
        assertThat(refusal(room.ask(Ward.SAM, "x".repeat(401)))).isInstanceOf(Refusal.OutOfRange.class);
        assertThat(refusal(room.ask(Ward.SAM, "  "))).isInstanceOf(Refusal.OutOfRange.class);
        room.submit(new Command.Close(Ward.SAM, "It was the release."));
        assertThat(refusal(room.ask(Ward.SAM, "why?"))).isEqualTo(new Refusal.IncidentOver());
        assertThat(ward.understood).hasValue(0);
    }

    @Test
    void letsTheIncidentBeReadWhileNothingHappens() {
        var room = ward.open(ClockMode.LIVE);
        ward.passes(Duration.ofMinutes(5));
        var scribe = new Scribe();
        room.subscribe(room.incident().version(), scribe);
        ward.passes(Duration.ofMinutes(30));
        assertThat(room.<Boolean>read(incident -> incident.isOver())).isTrue();
        assertThat(scribe.heard.getLast().event()).isEqualTo(new Event.TimeRanOut());
    }

    private static Refusal refusal(Decision decision) {
        return ((Decision.Refused) decision).refusal();
    }
}
