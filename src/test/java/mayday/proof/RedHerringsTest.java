package mayday.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import mayday.debrief.Debriefs;
import mayday.exercise.PreparedInject;
import mayday.incident.Decider;
import mayday.incident.OpeningRequest;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.scenario.CauseId;
import mayday.scenario.ChangeId;
import mayday.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** A suspicion that is never true: it is looked at when a scenario is proved, and nowhere else. */
class RedHerringsTest {
    private static final CauseId HERRING = new CauseId("wrong-tax");

    private final Scenario scenario = Proving.compiled(Proving.sources("red-herring"));

    @Test
    void noSeedDrawsOne() {
        assertThat(LongStream.range(0, 1_000).mapToObj(seed -> Decider.drawCause(scenario, seed)))
                .containsOnly(new CauseId("broken-receipts"), new CauseId("crowded-ledger"));
    }

    @Test
    void nobodyOpensAnIncidentWithOne() {
        var request = new OpeningRequest("red-herring", "practice", "1", HERRING.value());

        assertThat(request.read(List.of(scenario), List.of("default"), 1))
                .isEqualTo(new OpeningRequest.Rejected(List.of(
                        new OpeningRequest.Mistake("cause", HERRING.value(), "must be a cause of this scenario"))));
    }

    @Test
    void noFacilitatorThrowsOneIn() {
        assertThat(PreparedInject.of(scenario, new CauseId("broken-receipts")))
                .extracting(PreparedInject::id)
                .noneMatch(id -> id.contains(HERRING.value()))
                .anyMatch(id -> id.contains("crowded-ledger"));
    }

    @Test
    void noDebriefSpeaksOfOne() {
        var played = Playthrough.play(scenario, 7, new CauseId("broken-receipts"), Style.EXPERT);

        assertThat(Debriefs.of(played).toString())
                .contains("about 2 possible causes")
                .doesNotContain(HERRING.value(), "tax table of the year is broken", "config change, till");
        assertThat(played.history().toString()).doesNotContain(HERRING.value());
    }

    @Test
    void itIsLaidBesideEveryCause() {
        var proved = Proofs.played(Proving.sources("red-herring"), scenario);

        assertThat(proved.redHerrings())
                .extracting(Proved.Pair::one)
                .containsExactly(new CauseId("broken-receipts"), new CauseId("crowded-ledger"));
        assertThat(proved.redHerrings()).extracting(Proved.Pair::other).containsOnly(HERRING);
        assertThat(proved.redHerrings().getFirst().soonest())
                .hasValueSatisfying(
                        telling -> assertThat(telling.words()).isEqualTo("does the tax table have all rates"));
        assertThat(proved.pairs()).hasSize(1);
        assertThat(proved.solvable()).hasSize(2);
        assertThat(proved.questions())
                .allSatisfy(question -> assertThat(question.groups().stream().flatMap(List::stream))
                        .doesNotContain(HERRING));
        assertThat(proved.unexplained()).isEmpty();
    }

    @Test
    void aChangeThatNothingBlamesIsNamed() {
        var unsaid = Proving.sources("red-herring").files().values().stream()
                .filter(text -> text.startsWith("id: red-herring"))
                .findFirst()
                .orElseThrow()
                .replace("    blames: tax-table\n", "");
        var sources = Proving.of("red-herring", unsaid);

        var proved = Proofs.played(sources, Proving.compiled(sources));

        assertThat(proved.problems()).isEmpty();
        assertThat(proved.unexplained()).containsExactly(new ChangeId("tax-table"));
    }
}
