package mayday.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import mayday.compiler.Shipped;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Participant;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;

/** What an author saw on one host is said of that host, and of the service as a whole, but of no other host. */
class AuthoredAnswersTest {
    private static final ServiceId API = new ServiceId("api");
    private static final RegionId EU_WEST = new RegionId("eu-west");

    @Test
    void aboutTheHostThatTheAuthorLookedAtAreHis() {
        assertThat(frames(new Target.OfHost(API, EU_WEST, 3))).isTrue();
        assertThat(frames(new Target.OfService(API))).isTrue();
        assertThat(frames(new Target.OfNode(API, EU_WEST))).isTrue();
    }

    @Test
    void aboutAnotherHostAreWhatThatHostPrints() {
        var other = threads(new Target.OfHost(API, EU_WEST, 1));

        assertThat(other.evidence()).hasSize(1);
        assertThat(other.evidence().getFirst().body()).isInstanceOfSatisfying(Evidence.Output.class, output -> {
            assertThat(output.host()).isEqualTo("api-1");
            assertThat(output.lines()).anyMatch(line -> line.startsWith("Full thread dump"));
        });
    }

    @Test
    void aboutTheHostOfThatNumberInAnotherRegionAreNotHis() {
        assertThat(frames(new Target.OfHost(API, new RegionId("us-east"), 3))).isFalse();
    }

    @Test
    void aboutSeveralHostsAreHisWhenHisIsAmongThem() {
        assertThat(frames(new Target.OfHost(API, EU_WEST, 1), new Target.OfHost(API, EU_WEST, 3)))
                .isTrue();
    }

    private static boolean frames(Target... targets) {
        return threads(targets).text().contains("HashMap.getNode");
    }

    private static Answer threads(Target... targets) {
        var scenario = Shipped.library().find(new ScenarioId("cpu-spike")).orElseThrow();
        var incident = Decider.open(
                        scenario,
                        7,
                        new CauseId("spinning-threads"),
                        ClockMode.PRACTICE,
                        Instant.EPOCH,
                        new Participant("p1", "Sam"))
                .after();
        var question = new Interpretation(
                Dimension.PROCESSES_THREADS, List.of(targets), new Window.Usual(), 1, "api-threads", "jstack 1");
        var circumstances = new Circumstances(
                scenario,
                scenario.cause(new CauseId("spinning-threads")),
                incident.world().passages(),
                incident.world().trajectory(),
                List.of(),
                List.of(),
                7,
                incident.now());
        return Answers.answer(circumstances, question, 1);
    }
}
