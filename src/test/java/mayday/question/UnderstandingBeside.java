package mayday.question;

import java.util.List;

/** Understanding questions, and what the sentence model alone has to do for the same texts. */
public final class UnderstandingBeside {
    private final Evaluations.Asked asked;
    private final SentenceEncoder encoder = SentenceEncoder.load();
    private final List<String> texts;

    /** With the questions of the development set, about the shipped storefront. */
    public UnderstandingBeside() {
        this.asked = Evaluations.asking(QuestionModel.load(), Evaluations.shipped("elevated-500s"));
        this.texts = Utterances.named("development").single().stream()
                .map(Utterances.Single::say)
                .toList();
    }

    /** How many different texts there are. */
    public int texts() {
        return texts.size();
    }

    /** Understands a question. */
    public void understand(int number) {
        if (asked.apply(text(number)).interpretations().size() > 100) {
            throw new IllegalStateException("no such question");
        }
    }

    /** Makes the vector of the same question. */
    public void embed(int number) {
        if (encoder.encode(text(number)).length != SentenceEncoder.DIMENSIONS) {
            throw new IllegalStateException("no vector");
        }
    }

    private String text(int number) {
        return texts.get(number % texts.size());
    }
}
