package mayday.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.incident.Participant;

/**
 * A moment at which the drill stands still and everybody is asked what is known, what it means and what comes next (SAGAT, Endsley 1988:
 * the situation awareness global assessment technique).
 *
 * @param number from 1
 * @param until real time at which it ends
 * @param questions the same for all
 * @param truths what was right, by team; nobody but facilitators learns it before the end
 * @param answers one a person at most
 */
public record Probe(
        int number, Instant until, List<Question> questions, List<Truth> truths, List<Answer> answers, boolean ended) {
    public Probe {
        questions = List.copyOf(questions);
        truths = List.copyOf(truths);
        answers = List.copyOf(answers);
    }

    /** A level of situation awareness. */
    public enum Level {
        PERCEPTION,
        COMPREHENSION,
        PROJECTION
    }

    /** One question with its answers to choose from. */
    public record Question(Level level, String text, List<String> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /** Which choice was right for a team, by question. */
    public record Truth(DrillTeamId team, List<Integer> choices) {
        public Truth {
            choices = List.copyOf(choices);
        }
    }

    /** What somebody chose, by question; {@link #DO_NOT_KNOW} where they did not know. */
    public record Answer(Participant person, DrillTeamId team, List<Integer> choices) {
        public Answer {
            choices = List.copyOf(choices);
        }
    }

    public static final int DO_NOT_KNOW = -1;

    /** What somebody answered, if they did. */
    public Optional<Answer> answerOf(String personId) {
        return answers.stream()
                .filter(each -> each.person().id().equals(personId))
                .findFirst();
    }

    Probe with(Answer answer) {
        var more = new ArrayList<>(answers);
        more.add(answer);
        return new Probe(number, until, questions, truths, more, ended);
    }

    Probe over() {
        return new Probe(number, until, questions, truths, answers, true);
    }
}
