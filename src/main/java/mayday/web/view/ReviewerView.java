package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.review.AnswerCheck;
import mayday.review.Repertoire;
import mayday.review.ReviewerQuestions;
import mayday.scenario.Words;

/**
 * The reviewer's questions with the answers so far, ready for their template.
 *
 * @param mayAnswer whether whoever looks may write answers
 */
public record ReviewerView(String incident, List<Strand> strands, boolean mayAnswer) {
    public ReviewerView {
        strands = List.copyOf(strands);
    }

    /**
     * Questions about one piece of conduct, those that are open or settled.
     *
     * @param moves the moves that it rests on
     * @param deeper how many questions follow when these are settled
     */
    public record Strand(String kind, String theme, List<Move> moves, List<Asked> questions, int deeper) {
        public Strand {
            moves = List.copyOf(moves);
            questions = List.copyOf(questions);
        }
    }

    /** A move, by its number in the transcript and its time. */
    public record Move(long number, String time) {}

    /**
     * A question.
     *
     * @param number what the kept answer is known by; 0 if there is none
     * @param typed what stands in the field
     * @param error what is wrong with what was typed; empty if nothing
     */
    public record Asked(
            String id,
            int layer,
            String text,
            List<String> wants,
            State state,
            String answer,
            long number,
            Instant writtenAt,
            List<Check> checks,
            String typed,
            String error) {
        public Asked {
            wants = List.copyOf(wants);
            checks = List.copyOf(checks);
        }
    }

    /** What would be said about an answer: {@code met} if nothing is to mend. */
    public record Check(String id, boolean met, String text) {}

    /** How far a question is. */
    public enum State {
        OPEN,
        ANSWERED,
        SKIPPED
    }

    /**
     * A kept answer.
     *
     * @param text empty: the question was skipped
     * @param number what it is known by
     */
    public record Given(String text, long number, Instant writtenAt) {
        static final Given NOTHING = new Given("", 0, Instant.EPOCH);

        State state() {
            return number == 0 ? State.OPEN : text.isEmpty() ? State.SKIPPED : State.ANSWERED;
        }
    }

    /**
     * Everything that may be shown of {@code questions}.
     *
     * @param given by the question's id
     * @param draft the form called by a question's id, if its text was not taken
     */
    public static ReviewerView of(
            IncidentId id,
            Incident incident,
            ReviewerQuestions questions,
            Map<String, Given> given,
            Repertoire.Signs signs,
            boolean mayAnswer,
            Draft draft) {
        var settled = new HashSet<>(given.keySet());
        var page = new Page(incident, questions, given, signs, draft);
        return new ReviewerView(
                id.value(),
                questions.asked(settled).stream()
                        .map(strand -> page.strand(strand, settled))
                        .toList(),
                mayAnswer);
    }

    private record Page(
            Incident incident,
            ReviewerQuestions questions,
            Map<String, Given> given,
            Repertoire.Signs signs,
            Draft draft) {

        Strand strand(ReviewerQuestions.Strand strand, Set<String> settled) {
            var shown = strand.shown(settled);
            return new Strand(
                    strand.kind(),
                    Words.kebab(strand.theme()),
                    moves(strand.moves()),
                    shown.stream().map(this::asked).toList(),
                    strand.questions().size() - shown.size());
        }

        private List<Move> moves(List<Long> sequences) {
            var numbers = PublicStream.numbers(incident);
            var moves = new ArrayList<Move>();
            for (var recorded : incident.history()) {
                if (sequences.contains(recorded.sequence()) && numbers.containsKey(recorded.sequence())) {
                    moves.add(new Move(numbers.get(recorded.sequence()), Format.minute(recorded.at())));
                }
            }
            return moves;
        }

        private Asked asked(ReviewerQuestions.Question question) {
            var answer = given.getOrDefault(question.id(), Given.NOTHING);
            return new Asked(
                    question.id(),
                    question.layer(),
                    question.text(),
                    question.wants().stream().map(Words::kebab).sorted().toList(),
                    answer.state(),
                    answer.text(),
                    answer.number(),
                    answer.writtenAt(),
                    answer.text().isEmpty()
                            ? List.of()
                            : AnswerCheck.of(question, answer.text(), questions.figures(), signs).stream()
                                    .map(check -> new Check(check.id(), check.met(), check.words()))
                                    .toList(),
                    draft.form().equals(question.id()) ? draft.typed("text") : answer.text(),
                    draft.error(question.id()));
        }
    }
}
