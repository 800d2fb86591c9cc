package mayday.exercise;

import static mayday.exercise.DrillStory.DELE;
import static mayday.exercise.DrillStory.INES;
import static mayday.exercise.DrillStory.KESTREL;
import static mayday.exercise.DrillStory.MARA;
import static mayday.exercise.DrillStory.NOON;
import static mayday.exercise.DrillStory.running;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A probe stops the drill for a minute and asks everybody. */
class ProbingTest {
    private static final List<Probe.Question> QUESTIONS = List.of(
            new Probe.Question(Probe.Level.PERCEPTION, "Who is hurt?", List.of("checkout", "search")),
            new Probe.Question(Probe.Level.PROJECTION, "In five minutes?", List.of("better", "as now", "worse")));
    private static final List<Probe.Truth> TRUTHS = List.of(new Probe.Truth(KESTREL, List.of(0, 2)));

    private static DrillStory probed() {
        return running().at(5, 0).when(new DrillCommand.StartProbe(INES, QUESTIONS, TRUTHS));
    }

    @Test
    void everyClockStandsForAMinute() {
        var story = probed().then(new DrillEvent.ProbeStarted(1, NOON.plusSeconds(360), QUESTIONS, TRUTHS, INES))
                .at(9, 0)
                .when(new DrillCommand.Observe())
                .then(new DrillEvent.ProbeEnded(1));
        assertThat(story.drill().history().getLast().at()).isEqualTo(NOON.plusSeconds(360));
        assertThat(story.drill().conduct().clocks()).noneMatch(TeamClock::stands);
        assertThat(story.drill().ran(NOON.plusSeconds(600))).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void aTeamThatWasPausedStaysPausedAfterwards() {
        var story = running()
                .when(new DrillCommand.Pause(INES, List.of(KESTREL)))
                .when(new DrillCommand.StartProbe(INES, QUESTIONS, TRUTHS))
                .at(9, 0)
                .when(new DrillCommand.Observe());
        assertThat(story.drill().conduct().clock(KESTREL).orElseThrow().stands())
                .isTrue();
    }

    @Test
    void everybodyAnswersOnceAndFromWhatIsThere() {
        probed().at(5, 20)
                .when(new DrillCommand.AnswerProbe(MARA, List.of(0, Probe.DO_NOT_KNOW)))
                .then(new DrillEvent.ProbeAnswered(1, MARA, List.of(0, Probe.DO_NOT_KNOW)))
                .when(new DrillCommand.AnswerProbe(MARA, List.of(1, 1)))
                .thenRefused("answered-already")
                .when(new DrillCommand.AnswerProbe(DELE, List.of(1, 1)))
                .thenRefused("no-seat")
                .when(new DrillCommand.AnswerProbe(DrillStory.TOMASZ, List.of(2, 0)))
                .thenRefused("unknown-choice")
                .at(6, 1)
                .when(new DrillCommand.AnswerProbe(DrillStory.TOMASZ, List.of(0, 0)))
                .thenRefused("no-probe", "Nothing is being asked just now. Your answer came after the time was over.");
    }
}
