package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.exercise.Drill;
import mayday.exercise.Probe;

/**
 * The questions that are being asked of everybody, as one person sees them. What is right is not among it.
 *
 * @param number 0 if nothing is being asked
 * @param secondsLeft real time until it ends
 * @param answered whether this person has answered
 * @param waiting whether it is theirs to answer: they have a seat
 */
public record ProbeView(
        String drill, int number, long secondsLeft, boolean answered, boolean waiting, List<QuestionView> questions) {
    public ProbeView {
        questions = List.copyOf(questions);
    }

    /** One question with its answers to choose from, in order. */
    public record QuestionView(String level, String text, List<String> choices) {
        public QuestionView {
            choices = List.copyOf(choices);
        }
    }

    /** What is asked at {@code now}, real time, of the person with that id. */
    public static ProbeView of(Drill drill, String person, Instant now) {
        var seated = drill.seat(person).isPresent();
        return drill.conduct()
                .openProbe()
                .filter(_ -> !drill.isOver())
                .map(probe -> new ProbeView(
                        drill.id().value(),
                        probe.number(),
                        Math.max(0, Duration.between(now, probe.until()).toSeconds()),
                        probe.answerOf(person).isPresent(),
                        seated,
                        probe.questions().stream().map(ProbeView::question).toList()))
                .orElseGet(() -> new ProbeView(drill.id().value(), 0, 0, false, false, List.of()));
    }

    private static QuestionView question(Probe.Question question) {
        return new QuestionView(mayday.scenario.Words.kebab(question.level()), question.text(), question.choices());
    }

    /** Whether the person is to answer now. */
    public boolean asks() {
        return number > 0 && waiting && !answered;
    }

    /** Changes when the person has to see something else. */
    public String state() {
        return number + (answered ? "a" : "") + (waiting ? "w" : "");
    }
}
