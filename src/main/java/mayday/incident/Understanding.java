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

    /** Offered in place of an action: to page a team, which is the target. */
    public static final String ESCALATE = "escalate";

    /** Offered in place of an action: to post an update to an audience, which is the target. */
    public static final String POST_UPDATE = "post-update";

    /** To let time pass; its argument {@code seconds} says how much. */
    public static final String WAIT = "wait";

    /** Offered in place of an action: to declare a severity, which is the target. */
    public static final String DECLARE_SEVERITY = "declare-severity";

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
     * @param action id of an action of the menu, such as {@code roll-back}, or of another move: {@link #ESCALATE}, {@link
     *     #POST_UPDATE}, {@link #DECLARE_SEVERITY}, {@link #WAIT}; empty if none
     * @param faultClass id of a fault class, such as {@code bad-release}; empty if none
     * @param target service, region, flag or whatever else it is done to; empty if none was named
     * @param arguments what was said beside the target, by name as the action's form has it; at most {@value #MOST_ARGUMENTS}
     */
    public record Offer(String action, String faultClass, String target, List<Argument> arguments) {
        public static final int MOST_ARGUMENTS = 4;
        public static final Offer NONE = new Offer("", "", "");

        public Offer {
            arguments = List.copyOf(arguments);
        }

        /** Nothing was said beside the target. */
        public Offer(String action, String faultClass, String target) {
            this(action, faultClass, target, List.of());
        }

        public boolean isNone() {
            return action.isEmpty() && faultClass.isEmpty();
        }
    }

    /** One argument of an action: {@code region} and {@code eu-west}. */
    public record Argument(String name, String value) {}

    /** Answered: nothing to say beside the answers themselves. */
    public static Understanding answered(List<Interpretation> interpretations) {
        return new Understanding(Outcome.ANSWERED, interpretations, "", List.of(), Offer.NONE);
    }

    /** Not answered, with a reply. */
    public static Understanding refused(Outcome outcome, String reply) {
        return new Understanding(outcome, List.of(), reply, List.of(), Offer.NONE);
    }
}
