package mayday.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of the reviewer's questions, as data: what is asked about each kind of conduct, layer by layer, and which words show what in
 * an answer.
 *
 * @param kinds by their name, such as {@code acted-before-change}
 */
public record Repertoire(Map<String, Kind> kinds, Signs signs) {
    /** The opening question and two that dig deeper. */
    public static final int LAYERS = 3;

    public Repertoire {
        kinds = Map.copyOf(kinds);
    }

    /**
     * A kind of conduct that questions are asked about.
     *
     * @param gravity how telling it is, 1 to 10
     */
    public record Kind(Theme theme, int gravity, List<Layer> layers) {
        public Kind {
            layers = List.copyOf(layers);
            if (layers.size() != LAYERS) {
                throw new IllegalArgumentException("a question has " + LAYERS + " layers, not " + layers.size());
            }
        }
    }

    /** What a question is about. */
    public enum Theme {
        SCOPE,
        INFORMATION,
        HYPOTHESES,
        MITIGATION,
        COMMUNICATION,
        /** What was good, what else might have been, and what keeps it from coming again. */
        DEPTH
    }

    /** A question with the names of facts in braces, such as {@code You {action} at {at}.} */
    public record Layer(String ask, Set<Want> wants) {
        public Layer {
            wants = Set.copyOf(wants);
        }
    }

    /** What a good answer to a question has. */
    public enum Want {
        /** What the writer did or decided, in the first person. */
        OWN,
        /** A figure. */
        NUMBER,
        /** A change of the system or of how people work, which outlives good intentions. */
        CHANGE
    }

    /**
     * What shows that an answer has what is wanted.
     *
     * @param systemic beginnings of words that name changes of systems, such as {@code alert}
     * @param local what people promise who change nothing, such as {@code be more careful}
     */
    public record Signs(List<String> systemic, List<String> local) {
        public Signs {
            systemic = List.copyOf(systemic);
            local = List.copyOf(local);
        }
    }
}
