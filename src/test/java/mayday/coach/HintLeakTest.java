package mayday.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Shipped;
import mayday.debrief.Look;
import mayday.evidence.Answer;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Event;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hints tell nothing of the truth: for shipped scenarios, by turns, two true causes whose answers so far look alike get the same hints to the
 * letter, and no hint names a cause.
 */
class HintLeakTest {
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final long SEED = 11;

    /** Asks at first what tells little, so that many causes still look alike when hints are compared. */
    private static final List<Dimension> ASKING_AS_IT_COMES = List.of(
            Dimension.CERTIFICATES,
            Dimension.ONCALL_ESCALATION,
            Dimension.RECENT_DEPLOYS,
            Dimension.CACHE,
            Dimension.SERVICE_SCOPE);

    private static final List<Dimension> GOING_ABOUT_IT_WELL = List.of(
            Dimension.SERVICE_SCOPE, Dimension.CUSTOMER_IMPACT, Dimension.RECENT_DEPLOYS, Dimension.ERROR_TYPES);

    /** One of three, or all. */
    static Stream<Scenario> scenarios() {
        return Turns.one(3, Shipped.library().scenarios());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void causesThatTheAnswersDoNotTellApartGetTheSameHints(Scenario scenario) {
        // The earlier, the more of them look alike; after the last question hints have most to go by.
        var moments = Turns.areAll() ? Set.of(1, 3, 5) : Set.of(1);
        assertThat(compared(scenario, ASKING_AS_IT_COMES, moments))
                .isGreaterThan(scenario.causes().size());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void noHintNamesACauseEvenWhenLittleIsLeft(Scenario scenario) {
        compared(scenario, GOING_ABOUT_IT_WELL, Set.of(4));
    }

    /** Plays every cause with the same questions; after so many of them all hints are compared. How many pairs had to be the same. */
    private static int compared(Scenario scenario, List<Dimension> questions, Set<Integer> moments) {
        var compared = 0;
        var incidents = new TreeMap<String, Incident>();
        scenario.causes().forEach(cause -> incidents.put(cause.id().value(), opened(scenario, cause.id())));
        for (var asked = 0; asked < questions.size(); asked++) {
            var next = ask(questions.get(asked));
            incidents.replaceAll((_, incident) -> made(incident, next));
            if (moments.contains(asked + 1)) {
                compared += compared(incidents);
            }
        }
        return compared;
    }

    /** How many pairs looked alike, and so had to get the same. */
    private static int compared(NavigableMap<String, Incident> incidents) {
        var hints = new TreeMap<String, List<String>>();
        incidents.forEach((cause, incident) -> {
            hints.put(cause, hints(incident));
            namesNothing(incident, hints.get(cause));
        });
        var compared = 0;
        for (var one : incidents.entrySet()) {
            for (var other : incidents.tailMap(one.getKey(), false).entrySet()) {
                if (lookAlike(one.getValue(), other.getValue())) {
                    compared++;
                    assertThat(hints.get(other.getKey()))
                            .as(one.getKey() + " and " + other.getKey())
                            .isEqualTo(hints.get(one.getKey()));
                }
            }
        }
        return compared;
    }

    /** The learner's own words may be named; here there are none. */
    private static void namesNothing(Incident incident, List<String> hints) {
        var scenario = incident.scenario();
        var paged = scenario.page().condition().service();
        for (var hint : hints) {
            var said = hint.toLowerCase(Locale.ROOT);
            for (Cause cause : scenario.causes()) {
                assertThat(said).doesNotContain(cause.title().toLowerCase(Locale.ROOT));
                for (var fault : cause.faults()) {
                    assertThat(said)
                            .doesNotContain(fault.fault().faultClass().title())
                            .doesNotContain(fault.id().value().replace('-', ' '));
                    if (!fault.fault().target().equals(paged)) {
                        assertThat(words(said))
                                .doesNotContain(fault.fault().target().value());
                    }
                }
            }
        }
    }

    private static List<String> words(String said) {
        return List.of(said.split("[^a-z0-9-]+"));
    }

    /** All that could be had at this moment. */
    private static List<String> hints(Incident incident) {
        var standing = new Standing(incident);
        var matter = Matters.first(standing);
        return Stream.of(HintStep.values())
                .map(step -> Hints.text(matter, step, standing))
                .toList();
    }

    private static boolean lookAlike(Incident one, Incident other) {
        var answers = answers(one);
        var others = answers(other);
        if (answers.size() != others.size()) {
            return false;
        }
        for (var i = 0; i < answers.size(); i++) {
            if (!Look.alike(answers.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Answer> answers(Incident incident) {
        return incident.history().stream()
                .flatMap(each -> each.event() instanceof Event.QuestionAnswered(var _, var text, var evidence, var seen)
                        ? Stream.of(new Answer(text, evidence, seen))
                        : Stream.<Answer>of())
                .toList();
    }

    private static Incident opened(Scenario scenario, CauseId cause) {
        var terms = new Terms(Terms.DEFAULT_RUBRIC, true, Terms.Coaching.OFF);
        return Decider.open(scenario, SEED, cause, ClockMode.PRACTICE, Instant.EPOCH, SAM, terms)
                .after();
    }

    private static Incident made(Incident incident, Command command) {
        return Decider.decide(incident.scenario(), incident, command, incident.now())
                .after();
    }

    private static Command ask(Dimension dimension) {
        return new Command.Ask(
                SAM,
                dimension.words(),
                Understanding.answered(List.of(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""))));
    }
}
