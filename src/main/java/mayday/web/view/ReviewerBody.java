package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Words;
import org.jspecify.annotations.Nullable;

/** The reviewer's questions as the API sends them: those that are open or settled. */
public record ReviewerBody(List<Question> questions) {
    public ReviewerBody {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param opening the kind of conduct that it is about; three questions have the same
     * @param moves numbers in the transcript of the moves that it rests on
     * @param status {@code open}, or how it was settled
     * @param version what the kept answer is known by; 0 if there is none
     * @param writtenAt real time; null if there is no answer
     */
    public record Question(
            String id,
            String opening,
            String theme,
            int layer,
            String text,
            List<String> wants,
            List<Long> moves,
            String status,
            String answer,
            long version,
            @Nullable Instant writtenAt,
            List<ReviewerView.Check> checks) {
        public Question {
            wants = List.copyOf(wants);
            moves = List.copyOf(moves);
            checks = List.copyOf(checks);
        }
    }

    public static ReviewerBody of(ReviewerView view) {
        return new ReviewerBody(view.strands().stream()
                .flatMap(strand -> strand.questions().stream().map(asked -> question(strand, asked)))
                .toList());
    }

    private static Question question(ReviewerView.Strand strand, ReviewerView.Asked asked) {
        return new Question(
                asked.id(),
                strand.kind(),
                strand.theme(),
                asked.layer(),
                asked.text(),
                asked.wants(),
                strand.moves().stream().map(ReviewerView.Move::number).toList(),
                Words.kebab(asked.state()),
                asked.answer(),
                asked.number(),
                asked.number() == 0 ? null : asked.writtenAt(),
                asked.checks());
    }
}
