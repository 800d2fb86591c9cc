package mayday.proof;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.debrief.Debriefs;
import mayday.debrief.Suppositions;
import mayday.incident.CommonPast;
import mayday.incident.Openings;
import mayday.player.Playthrough;
import mayday.player.Style;
import org.junit.jupiter.api.Test;

/** What several runs have in common is worked out once, and comes out as it does for each of them alone. */
class CommonPastTest {
    private static final long SEED = 7;

    @Test
    void expertsWhoShareThePastPlayAsEachDoesAlone() {
        var scenario = Proving.compiled(Proving.sources("fair-with-questions"));
        var openings = Openings.of(scenario, SEED);
        var past = new CommonPast(openings);
        assertThat(scenario.causes()).hasSizeGreaterThan(1);

        for (var cause : scenario.causes()) {
            var shared = Playthrough.play(openings, cause.id(), Style.EXPERT, past);
            var alone = Playthrough.play(scenario, SEED, cause.id(), Style.EXPERT);

            assertThat(shared.history()).isEqualTo(alone.history());
            var debrief = Debriefs.of(shared, new Suppositions(shared, past));
            assertThat(debrief.structure()).isEqualTo(Debriefs.of(alone).structure());
            assertThat(debrief.told()).isEqualTo(Debriefs.of(alone).told());
            var openly = Debriefs.of(alone, new Suppositions(alone, openings));
            assertThat(openly.structure()).isEqualTo(debrief.structure());
            assertThat(openly.told()).isEqualTo(debrief.told());
        }
    }
}
