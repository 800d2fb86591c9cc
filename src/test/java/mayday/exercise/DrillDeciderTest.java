package mayday.exercise;

import static mayday.exercise.DrillStory.DELE;
import static mayday.exercise.DrillStory.HERON;
import static mayday.exercise.DrillStory.INES;
import static mayday.exercise.DrillStory.KESTREL;
import static mayday.exercise.DrillStory.MARA;
import static mayday.exercise.DrillStory.NOON;
import static mayday.exercise.DrillStory.PRIYA;
import static mayday.exercise.DrillStory.REVISION;
import static mayday.exercise.DrillStory.TOMASZ;
import static mayday.exercise.DrillStory.crowd;
import static mayday.exercise.DrillStory.lobby;
import static mayday.exercise.DrillStory.running;
import static mayday.exercise.DrillStory.start;
import static mayday.exercise.DrillStory.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mayday.incident.IncidentId;
import org.junit.jupiter.api.Test;

/** What becomes of what people do in a drill. */
class DrillDeciderTest {
    @Test
    void whoComesInWithoutAWishIsSeatedInTheSmallestTeamWhereSomebodyIsMissing() {
        lobby().when(take(TOMASZ, "", ""))
                .then(new DrillEvent.Joined(TOMASZ, KESTREL, Role.INCIDENT_COMMANDER))
                .when(take(PRIYA, "", ""))
                .then(new DrillEvent.Joined(PRIYA, HERON, Role.INCIDENT_COMMANDER))
                .when(take(MARA, "", ""))
                .then(new DrillEvent.Joined(MARA, KESTREL, Role.OPERATIONS));
    }

    @Test
    void joiningTwiceKeepsOnesSeat() {
        var story = lobby().when(take(TOMASZ, "kestrel", "scribe"))
                .when(take(TOMASZ, "", ""))
                .then();
        assertThat(story.drill().seats()).containsExactly(new Seat(TOMASZ, KESTREL, Role.SCRIBE, false));
    }

    @Test
    void anotherSeatIsTakenAndOneHasToGetReadyAgain() {
        var story = lobby().when(
                        take(TOMASZ, "kestrel", "scribe"),
                        new DrillCommand.BeReady(TOMASZ, true),
                        take(TOMASZ, "heron", "operations"));
        assertThat(story.drill().seats()).containsExactly(new Seat(TOMASZ, HERON, Role.OPERATIONS, false));
    }

    @Test
    void aTeamHasOneCommander() {
        lobby().seated()
                .when(take(DELE, "kestrel", "incident-commander"))
                .thenRefused(
                        "seat-taken",
                        "Tomasz is Kestrel’s incident commander. Take another role, or let them hand over.");
    }

    @Test
    void theFiftyFirstIsSentToAnotherTeam() {
        var story = lobby();
        for (var each : crowd(50)) {
            story.when(take(each, "kestrel", "operations"));
        }
        story.when(take(MARA, "kestrel", "operations"))
                .thenRefused("team-full", "Kestrel has 50 people, which is all that a team takes. Choose another team.")
                .when(take(MARA, "heron", "operations"))
                .then(new DrillEvent.Joined(MARA, HERON, Role.OPERATIONS));
    }

    @Test
    void teamsAndRolesThatThereAreNotAreNamed() {
        lobby().when(take(MARA, "osprey", "scribe"))
                .thenRefused("unknown", "There is no team osprey in this drill.")
                .when(take(MARA, "kestrel", "hero"))
                .thenRefused(
                        "unknown",
                        "There is no role hero. The roles are incident-commander, operations, communications, scribe,"
                                + " observer.");
    }

    @Test
    void allClocksStartAtOnceAndOnlyOnce() {
        running()
                .then(new DrillEvent.Started(
                        REVISION,
                        List.of(
                                new TeamIncident(KESTREL, new IncidentId("i-kestrel")),
                                new TeamIncident(HERON, new IncidentId("i-heron"))),
                        INES))
                .when(start())
                .thenRefused("already-begun", "This drill has begun already.");
    }

    /** Found: whoever starts counts the teams first, and somebody else may add one meanwhile. */
    @Test
    void aTeamThatIsAddedAtTheSameMomentIsNotLeftBehind() {
        lobby().seated()
                .when(new DrillCommand.AddTeam(INES, "Osprey"), start())
                .thenRefused("teams-changed", "A team was added at the same moment. Start the drill once more.");
    }

    @Test
    void withoutAnybodyThereIsNothingToStart() {
        lobby().when(take(MARA, "kestrel", "observer"), start())
                .thenRefused("nobody-there", "Nobody has taken a seat yet. Give people the join code first.");
    }

    @Test
    void aLatecomerMayStillJoinButNobodyChangesTeamsAnyMore() {
        running()
                .when(take(DELE, "kestrel", ""))
                .then(new DrillEvent.Joined(DELE, KESTREL, Role.COMMUNICATIONS))
                .when(take(DELE, "heron", ""))
                .thenRefused("not-now", "The drill has begun: people stay in their team.");
    }

    @Test
    void pausingOneTeamLeavesTheOthersAlone() {
        var story = running()
                .at(5, 0)
                .when(new DrillCommand.Pause(INES, List.of(HERON)))
                .then(new DrillEvent.Paused(List.of(HERON), INES))
                .when(new DrillCommand.Pause(INES, List.of(HERON)))
                .thenRefused("already-paused", "That clock stands already.")
                .at(6, 0)
                .when(new DrillCommand.Pause(INES, List.of()))
                .then(new DrillEvent.Paused(List.of(KESTREL), INES))
                .at(8, 0)
                .when(new DrillCommand.Resume(INES, List.of()))
                .then(new DrillEvent.Resumed(List.of(KESTREL, HERON), INES));
        assertThat(story.drill().ran(NOON.plusSeconds(600))).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void extraTimeHasALimitForEachTeam() {
        running()
                .when(new DrillCommand.Extend(INES, List.of(HERON), Duration.ofMinutes(115)))
                .then(new DrillEvent.Extended(List.of(HERON), Duration.ofMinutes(115), INES))
                .when(new DrillCommand.Extend(INES, List.of(), Duration.ofMinutes(10)))
                .thenRefused(
                        "out-of-range",
                        "With that a team would have more than 120 minutes of extra time, the most that there is.")
                .when(new DrillCommand.Extend(INES, List.of(), Duration.ZERO))
                .thenRefused("out-of-range", "A drill is extended by 1 to 120 minutes.");
    }

    @Test
    void commandIsHandedOverWithinTheTeamAndRolesAreSwapped() {
        var story = running()
                .when(new DrillCommand.HandOver(MARA, "p-mara"))
                .thenRefused("commander-only", "Tomasz has command: only they hand it over.")
                .when(new DrillCommand.HandOver(TOMASZ, "p-priya"))
                .thenRefused("unknown", "Nobody like that is in your team. Hand over to somebody who is.")
                .when(new DrillCommand.HandOver(TOMASZ, "p-mara"))
                .then(new DrillEvent.CommandHandedOver(KESTREL, TOMASZ, MARA));
        assertThat(story.roleOf(MARA)).isEqualTo(Role.INCIDENT_COMMANDER);
        assertThat(story.roleOf(TOMASZ)).isEqualTo(Role.OPERATIONS);
        assertThat(story.roleOf(PRIYA)).isEqualTo(Role.INCIDENT_COMMANDER);
    }

    @Test
    void commandThatNobodyHasMayBeTaken() {
        var story = running()
                .when(new DrillCommand.Leave(TOMASZ), new DrillCommand.HandOver(MARA, "p-mara"))
                .then(new DrillEvent.CommandHandedOver(KESTREL, MARA, MARA));
        assertThat(story.roleOf(MARA)).isEqualTo(Role.INCIDENT_COMMANDER);
    }

    @Test
    void aClockOfTheMachineThatIsSetBackNeverGoesBackInTheDrill() {
        var story = running().at(-90, 0).when(new DrillCommand.Say(INES, "two minutes"));
        assertThat(story.drill().now()).isEqualTo(NOON);
    }

    @Test
    void whatIsOverTakesNothingMoreButWhatComesAfter() {
        running()
                .at(20, 0)
                .when(new DrillCommand.End(INES))
                .then(new DrillEvent.Ended(INES))
                .when(take(DELE, "", ""))
                .thenRefused("drill-over", "This drill is over. Its debrief tells how it went.")
                .when(new DrillCommand.Pause(INES, List.of()))
                .thenRefused("drill-over")
                .when(new DrillCommand.Reveal(INES))
                .then(new DrillEvent.Revealed(1, INES))
                .when(new DrillCommand.Reveal(INES), new DrillCommand.Reveal(INES))
                .thenRefused("already-revealed", "All places have been revealed.")
                .when(new DrillCommand.NameAction(MARA, " ask for the scope first "))
                .then(new DrillEvent.ActionNamed(MARA, "ask for the scope first"));
    }

    @Test
    void twoTeamsOfOneNameAreNotMade() {
        lobby().when(new DrillCommand.AddTeam(INES, " Kestrel "))
                .thenRefused("name-taken", "There is a team called Kestrel already.")
                .when(new DrillCommand.AddTeam(INES, "Osprey"))
                .then(new DrillEvent.TeamAdded(new DrillTeam(new DrillTeamId("osprey"), "Osprey"), INES));
    }

    @Test
    void whatWasDecidedIsWhatAReplayGives() {
        var drill = running()
                .at(3, 0)
                .when(new DrillCommand.SendHint(INES, KESTREL, "Who else uses it?", 3))
                .at(4, 0)
                .when(new DrillCommand.HandOver(TOMASZ, "p-mara"), new DrillCommand.End(INES))
                .drill();
        assertThat(DrillEvolution.replay(drill.id(), drill.history())).isEqualTo(drill);
    }
}
