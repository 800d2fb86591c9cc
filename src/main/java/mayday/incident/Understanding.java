package mayday.incident;

import java.util.List;
import mayday.evidence.Interpretation;

/**
 * How an utterance was understood.
 *
 * @param interpretations what is to be answered, at most {@value #MOST_INTERPRETATIONS}; empty unless the outcome is {@link
 *     Outcome#ANSWERED}
 * @param reply what is said when nothing is answered, such as {@code Of checkout or of edge?}; may be empty when answered
 * @param suggestions utterances to choose from after an ask-back, at most {@value #MOST_SUGGESTIONS}; each is understood when sent
 * @param offer an action or hypothesis to confirm; its fields are empty strings unless the outcome is one of the two
 */
public record Understanding(
        Outcome outcome,
        List<Interpretation> interpretations,
        String reply,
        List<Suggestion> suggestions,
        Offer offer) {
    public static final int MOST_INTERPRETATIONS = 6;
    public static final int MOST_SUGGESTIONS = 3;

    public Understanding {
        interpretations = List.copyOf(interpretations);
        suggestions = List.copyOf(suggestions);
    }

    /** A chip: what it shows and what it sends. */
    public record Suggestion(String label, String say) {}

    /**
     * What the learner might have meant to do or to claim.
     *
     * @param action id of an action kind, such as {@code roll-back}; empty if none
     * @param faultClass id of a fault class, such as {@code bad-release}; empty if none
     * @param target service, region or flag; empty if none was named
     */
    public record Offer(String action, String faultClass, String target) {
        public static final Offer NONE = new Offer("", "", "");
    }

    /** Answered: nothing to say beside the answers themselves. */
    public static Understanding answered(List<Interpretation> interpretations) {
        return new Understanding(Outcome.ANSWERED, interpretations, "", List.of(), Offer.NONE);
    }

    /** Not answered, with a reply. */
    public static Understanding refused(Outcome outcome, String reply) {
        return new Understanding(outcome, List.of(), reply, List.of(), Offer.NONE);
    }
}
