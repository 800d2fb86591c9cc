package mayday.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Event;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Understanding;
import mayday.journal.Codec;
import mayday.scenario.Dimension;
import mayday.scenario.ScenarioId;
import mayday.web.view.IncidentView;
import mayday.web.view.PublicEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves that make sense and moves that nobody would make, at times that jump: none breaks an incident. After each the codec and the fold
 * give the same incident again; after the last one the whole journal does, and what its player may see has nothing of the truth.
 */
class HostileMovesTest {
    private static final int ROUNDS = 20;
    private static final int MOVES = 40;

    @Test
    void neverBreakAnIncident() {
        var scenarios = Authored.SHIPPED.scenarios();
        Fuzz.rounds(ROUNDS, random -> {
            var scenario = scenarios.get(random.nextInt(scenarios.size()));
            var incident = random.nextInt(4) == 0
                    ? Played.toTheEnd(scenario, random, MOVES, true)
                    : Played.of(scenario, random, MOVES, true);
            var stream = Codec.readBack(incident.history());
            assertThat(stream).isEqualTo(incident.history());
            Played.assertSame(Evolution.replay(scenario, stream), incident);
            if (!incident.isOver()) {
                assertNothingIsGivenAway(incident);
            }
        });
    }

    private static void assertNothingIsGivenAway(Incident incident) {
        var seen = new StringBuilder(
                JsonMapper.shared().writeValueAsString(IncidentView.of(new IncidentId("i"), incident, incident.now())));
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.Public told) {
                seen.append(JsonMapper.shared()
                        .writeValueAsString(PublicEvent.of(recorded.sequence(), recorded.at(), told)));
            }
        }
        for (var cause : incident.scenario().causes()) {
            assertThat(seen).doesNotContain(cause.title(), cause.explanation());
        }
        // Only as keys: to tell the cause is among what people ask for.
        assertThat(seen)
                .doesNotContain(
                        "\"seed\":",
                        "\"cause\":",
                        Long.toString(incident.opened().seed()));
    }

    /** Found: a name that consists of dots alone broke {@code dig}, and with it the question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dig @999.999.999.999 ....",
                "ping -c 1 .",
                "curl http://./",
                "traceroute ..",
                "dig . | cut -d '' -f 0"
            })
    void aNameOfDotsIsNoName(String typed) {
        assertAnswered(new Window.Usual(), typed);
    }

    /** Found: a window of more years than a calendar has. */
    @Test
    void aWindowOfAgesIsCutToWhatThereIs() {
        assertAnswered(new Window.Last(Duration.ofSeconds(Long.MAX_VALUE)), "");
        assertAnswered(new Window.Last(Duration.ofSeconds(Long.MIN_VALUE)), "");
    }

    private static void assertAnswered(Window window, String typed) {
        var scenario = Authored.SHIPPED.find(new ScenarioId("elevated-500s")).orElseThrow();
        var opened = Decider.open(
                        scenario,
                        1,
                        scenario.causes().getFirst().id(),
                        ClockMode.PRACTICE,
                        Instant.EPOCH,
                        RandomMoves.SAM)
                .after();
        var service = scenario.system().services().getFirst().id();
        var question = new Interpretation(
                Dimension.DNS_RESOLUTION, List.of(new Target.OfService(service)), window, 1, "", typed);
        var ask = new Command.Ask(RandomMoves.SAM, "what?", Understanding.answered(List.of(question)));
        var asked = Decider.decide(scenario, opened, ask, opened.now());
        assertThat(Decider.decide(
                                scenario,
                                asked.after(),
                                new Command.Observe(),
                                opened.now().plusSeconds(600))
                        .after()
                        .history())
                .anyMatch(each -> each.event() instanceof Event.QuestionAnswered);
    }
}
