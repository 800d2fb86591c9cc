package mayday.web.view;

import mayday.incident.Costs;
import mayday.incident.Limits;
import mayday.review.AnswerCheck;

/** How much the fields of forms take, and what a question costs. */
public final class Sizes {
    public static final int QUESTION = Limits.QUESTION_CHARACTERS;
    public static final int HYPOTHESIS = Limits.HYPOTHESIS_CHARACTERS;
    public static final int UPDATE = Limits.UPDATE_CHARACTERS;
    public static final int EXPECTATION = Limits.EXPECTATION_CHARACTERS;
    public static final int STATEMENT = Limits.STATEMENT_CHARACTERS;
    public static final int ANSWER = AnswerCheck.MOST_CHARACTERS;

    /** Minutes and seconds that a question costs on average. */
    public static final String USUAL_COST = Format.length(Costs.USUAL_QUESTION);

    private Sizes() {}
}
