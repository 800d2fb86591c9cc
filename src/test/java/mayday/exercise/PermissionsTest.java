package mayday.exercise;

import static mayday.exercise.DrillStory.DELE;
import static mayday.exercise.DrillStory.MARA;
import static mayday.exercise.DrillStory.TOMASZ;
import static mayday.exercise.DrillStory.plan;
import static mayday.exercise.DrillStory.running;
import static mayday.exercise.DrillStory.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mayday.incident.Participant;
import org.junit.jupiter.api.Test;

/** Who may do what in a team. */
class PermissionsTest {
    private static List<Duty> allowed(DrillStory story, Participant person) {
        var drill = story.drill();
        var seat = drill.seat(person.id()).orElseThrow();
        return Stream.of(Duty.values())
                .filter(duty -> Permissions.refusal(drill, seat, duty).isEmpty())
                .toList();
    }

    @Test
    void whereRolesAreAdviceEverybodyButAnObserverDoesEverything() {
        var story = running().when(take(DELE, "kestrel", "observer"));
        assertThat(allowed(story, MARA)).containsExactly(Duty.values());
        assertThat(allowed(story, DELE)).isEmpty();
    }

    @Test
    void whereTheyAreEnforcedTheCommanderFillsInForEmptySeats() {
        var story = running(plan(Plan.RoleRule.ENFORCED));
        assertThat(allowed(story, MARA)).containsExactly(Duty.ASK, Duty.REASON, Duty.ACT);
        assertThat(allowed(story, TOMASZ)).containsExactly(Duty.ASK, Duty.REASON, Duty.COMMUNICATE, Duty.DECIDE);
    }

    @Test
    void withoutACommanderWhoeverIsThereFillsIn() {
        var story = running(plan(Plan.RoleRule.ENFORCED)).when(new DrillCommand.Leave(TOMASZ));
        assertThat(allowed(story, MARA)).containsExactly(Duty.values());
    }

    @Test
    void theRefusalSaysWhoseItIs() {
        var drill = running(plan(Plan.RoleRule.ENFORCED)).drill();
        var mara = drill.seat(MARA.id()).orElseThrow();
        assertThat(Permissions.refusal(drill, mara, Duty.COMMUNICATE)
                        .orElseThrow()
                        .reason())
                .isEqualTo("Writing to people is for the incident commander, since nobody has that role, in this"
                        + " drill; you are operations.");
        assertThat(Permissions.refusal(drill, mara, Duty.DECIDE).orElseThrow().reason())
                .isEqualTo("Declaring the severity, taking hints and closing is for incident commander in this drill;"
                        + " you are operations.");
    }
}
