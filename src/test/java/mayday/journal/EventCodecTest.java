package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.evidence.Observation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Claim;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.HintStep;
import mayday.incident.Inject;
import mayday.incident.JudgedClaim;
import mayday.incident.Matter;
import mayday.incident.Outcome;
import mayday.incident.Prompt;
import mayday.incident.Stance;
import mayday.incident.Terms;
import mayday.incident.Verdict;
import mayday.scenario.Action;
import mayday.scenario.Audience;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Person;
import mayday.scenario.Severity;
import mayday.scenario.Signal;
import mayday.scenario.Tool;
import mayday.scenario.Where;
import mayday.scenario.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stored text is a promise: the approved files say what was written into learners' journals. A file for a new event is
 * made by hand from the failure's message; a file that exists is never changed.
 */
class EventCodecTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved/events");

    static Stream<String> samples() {
        return Samples.events().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesWhatWasApproved(String sample) throws IOException {
        assertThat(EventCodec.encode(event(sample)) + "\n").isEqualTo(approved(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatWasApproved(String sample) throws IOException {
        var event = EventCodec.decode(typeIn(sample), EventCodec.FORMAT, approved(sample));
        assertThat(event).isEqualTo(event(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void callsTheTypeByItsStoredName(String sample) {
        assertThat(EventCodec.type(event(sample))).isEqualTo(typeIn(sample));
    }

    @Test
    void approvesNothingThatIsGone() throws IOException {
        try (var files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(samples().toList());
        }
    }

    @Test
    void hasASampleOfEveryVariant() {
        var text = Samples.events().values().stream().map(Object::toString).collect(Collectors.joining("\n"));
        var families = List.of(
                Event.class,
                Action.class,
                Where.class,
                Target.class,
                Window.class,
                Evidence.Body.class,
                Claim.class,
                Matter.class,
                Inject.class);
        for (var family : families) {
            assertThat(variants(family))
                    .isNotEmpty()
                    .allSatisfy(variant -> assertThat(text).contains(variant.getSimpleName() + "["));
        }
    }

    /** The records of a family, those of families within it included. */
    private static Stream<Class<?>> variants(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(EventCodecTest::variants);
    }

    /** Enum constants are stored as their kebab-case names: one may be added, none renamed or taken away. */
    @Test
    void keepsTheWordsOfEveryStoredEnum() throws IOException {
        var words = new TreeSet<String>();
        var stored = Set.of(
                Audience.class,
                ClockMode.class,
                Outcome.class,
                Stance.class,
                Verdict.class,
                Dimension.class,
                FaultClass.class,
                Severity.class,
                Signal.Unit.class,
                Observation.Health.class,
                Event.MessageAnswered.Way.class,
                JudgedClaim.Truth.class,
                Person.Wanted.class,
                HintStep.class,
                Prompt.class,
                Terms.Coaching.class,
                Tool.class);
        for (var type : stored) {
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant -> words.add(type.getSimpleName() + " " + Words.kebab((Enum<?>) constant)));
        }
        assertThat(words).containsAll(Files.readAllLines(APPROVED.resolveSibling("stored-words.txt")));
    }

    @Test
    void passesOverKeysThatItDoesNotKnow() {
        var text = "{\"by\":{\"id\":\"p-ada\",\"name\":\"Ada\",\"pronoun\":\"she\"},\"from\":\"a phone\"}";
        assertThat(EventCodec.decode("acknowledged", 1, text)).isEqualTo(new Event.Acknowledged(Samples.ADA));
    }

    @Test
    void saysWhatIsWrongWithTextThatItCannotRead() {
        assertUnreadable("acknowledged", 1, "{}", "`by` is missing");
        assertUnreadable("acknowledged", 1, "{\"by\":", "it is not JSON");
        assertUnreadable("acknowledged", 1, "{\"by\":\"Ada\"}", "expected an object, found STRING");
        assertUnreadable("confetti", 1, "{}", "\"confetti\" is no kind of Event");
        assertUnreadable("impact-returned", 2, "{}", "it has format 2, and this Mayday knows format 1");
        assertUnreadable("impact-ended", 1, "{\"since\":\"noon\"}", "\"noon\" is no instant");
        assertUnreadable(
                "severity-declared",
                1,
                "{\"severity\":\"sev9\",\"by\":{\"id\":\"\",\"name\":\"\"}}",
                "\"sev9\" is no Severity");
        assertUnreadable(
                "hypothesis-revised",
                1,
                "{\"id\":\"H1\",\"by\":{\"id\":\"\",\"name\":\"\"},\"confidence\":0.5}",
                "expected a whole number, found NUMBER");
    }

    @Test
    void storesNoInfiniteNumber() {
        var chart = new Evidence.Chart(Signal.Unit.RATIO, List.of(), Double.POSITIVE_INFINITY);
        var sample = (Event.QuestionAnswered) event("question-answered.note");
        var note = sample.evidence().getFirst();
        var evidence = new Evidence(note.id(), note.title(), note.source(), note.asOf(), chart);
        var event = new Event.QuestionAnswered(sample.id(), sample.text(), List.of(evidence), List.of());
        assertThatThrownBy(() -> EventCodec.encode(event)).hasMessage("an infinite number cannot be stored");
    }

    private static void assertUnreadable(String type, int format, String text, String message) {
        assertThatThrownBy(() -> EventCodec.decode(type, format, text))
                .isInstanceOf(JsonShapes.Unreadable.class)
                .hasMessageContaining(message);
    }

    private static String typeIn(String sample) {
        return sample.replaceFirst("\\..*", "");
    }

    private static Event event(String sample) {
        var event = Samples.events().get(sample);
        if (event == null) {
            throw new AssertionError(sample + " has no sample");
        }
        return event;
    }

    private static String approved(String sample) throws IOException {
        var file = APPROVED.resolve(sample + ".json");
        if (!Files.exists(file)) {
            throw new AssertionError(file + " is missing; it would hold\n" + EventCodec.encode(event(sample)));
        }
        return Files.readString(file);
    }
}
