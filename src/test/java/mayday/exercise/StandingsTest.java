package mayday.exercise;

import static mayday.exercise.DrillStory.HERON;
import static mayday.exercise.DrillStory.KESTREL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four columns that count the same; ties go to whoever hurt fewer customers. */
class StandingsTest {
    private static final DrillTeamId MERLIN = new DrillTeamId("merlin");

    private static Standing standing(DrillTeamId team, int structure, int communication, int mitigated, long failed) {
        var after = mitigated == 0 ? List.<Duration>of() : List.of(Duration.ofMinutes(mitigated));
        return new Standing(team, structure, communication, after, failed, 1, 50);
    }

    @Test
    void theLowestSumOfPlacesLeads() {
        var places = Standings.of(List.of(
                standing(KESTREL, 40, 30, 12, 900),
                standing(HERON, 80, 90, 15, 1_000),
                standing(MERLIN, 60, 60, 0, 2_000)));
        assertThat(places.stream().map(each -> each.standing().team())).containsExactly(HERON, KESTREL, MERLIN);
        assertThat(places.stream().map(Standings.Place::sum)).containsExactly(6, 8, 10);
        assertThat(places.stream().map(Standings.Place::mitigation)).containsExactly(2, 1, 3);
    }

    @Test
    void ofEqualSumsTheOneWithFewerFailedRequestsIsFirst() {
        var places = Standings.of(List.of(standing(KESTREL, 80, 90, 15, 1_000), standing(HERON, 40, 30, 12, 900)));
        assertThat(places.stream().map(Standings.Place::sum)).containsExactly(6, 6);
        assertThat(places.stream().map(each -> each.standing().team())).containsExactly(HERON, KESTREL);
    }

    @Test
    void whoIsAlikeInEverythingSharesAPlace() {
        var places = Standings.of(List.of(standing(KESTREL, 50, 50, 9, 7), standing(HERON, 50, 50, 9, 7)));
        assertThat(places.stream().map(Standings.Place::place)).containsExactly(1, 1);
    }
}
