package mayday.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import mayday.debrief.BestQuestions;
import mayday.debrief.Debriefs;
import mayday.debrief.Scored;
import mayday.debrief.Suppositions;
import mayday.incident.CommonPast;
import mayday.incident.Incident;
import mayday.incident.Openings;
import mayday.player.Playthrough;
import mayday.player.Style;
import mayday.scenario.CauseId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What several runs have in common is worked out once, and comes out as it does for each of them alone. */
class CommonPastTest {
    private static final long SEED = 7;

    @Test
    void expertsWhoShareThePastPlayAsEachDoesAlone() {
        var scenario = Proving.compiled(Proving.sources("fair-with-questions"));
        var openings = Openings.of(scenario, SEED);
        var past = new CommonPast(openings);
        var bearings =
                Playthrough.bearings(openings, scenario.causes().getFirst().id());
        assertThat(scenario.causes()).hasSizeGreaterThan(1);

        for (var cause : scenario.causes()) {
            var played = Playthrough.play(openings, cause.id(), Style.EXPERT, past, bearings);
            var shared = played.incident();
            var alone = Playthrough.play(scenario, SEED, cause.id(), Style.EXPERT);

            assertThat(shared.history()).isEqualTo(alone.history());
            var debrief = Debriefs.of(shared, new Suppositions(shared, past));
            assertThat(debrief.structure()).isEqualTo(Debriefs.of(alone).structure());
            assertThat(debrief.told()).isEqualTo(Debriefs.of(alone).told());
            var openly = Debriefs.of(alone, new Suppositions(alone, openings));
            assertThat(openly.structure()).isEqualTo(debrief.structure());
            assertThat(openly.told()).isEqualTo(debrief.told());
            var thought = Debriefs.of(shared, played.suppositions());
            assertThat(thought.structure()).isEqualTo(debrief.structure());
            assertThat(thought.told()).isEqualTo(debrief.told());
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void whoReadsNoReasonsScoresTheSame(Style style) {
        var scenario = Proving.compiled(Proving.sources("guessing-pays"));
        var openings = Openings.of(scenario, SEED);
        for (var cause : scenario.causes()) {
            var played = Playthrough.play(openings, cause.id(), style);
            var suppositions = new Suppositions(played, openings);
            var debrief = Debriefs.of(played, suppositions);
            var atPage = BestQuestions.atPage(scenario, suppositions);

            assertThat(Scored.of(played, suppositions, atPage))
                    .isEqualTo(new Scored(debrief.structure().score(), debrief.time()));
        }
    }

    @Test
    void whatIsSupposedIsAsItWasPlayed() {
        var scenario = Proving.compiled(Proving.sources("fair-with-questions"));
        var openings = Openings.of(scenario, SEED);
        var played = new LinkedHashMap<CauseId, Incident>();
        for (var cause : scenario.causes()) {
            played.put(cause.id(), Playthrough.play(openings, cause.id(), Style.JUMPER));
        }

        for (var one : played.values()) {
            var alone = Debriefs.of(one, new Suppositions(one, openings));
            var beside = Debriefs.of(one, new Suppositions(one, openings, played));
            assertThat(beside.structure()).isEqualTo(alone.structure());
            assertThat(beside.told()).isEqualTo(alone.told());
        }
    }
}
