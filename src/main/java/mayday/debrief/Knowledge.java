package mayday.debrief;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;

/**
 * What the answers so far say about the candidate causes. Answers about different things count by themselves. All symptoms together
 * (who fails, since when, where, how much) are one view of one thing and count once, by the one that speaks loudest.
 *
 * @param prior before any answer
 * @param likelihoods by what was asked about, how likely the answers are under each cause
 */
public record Knowledge(Belief prior, Map<Subject, Map<CauseId, Double>> likelihoods) {
    private static final Set<Dimension> SYMPTOMS = EnumSet.of(
            Dimension.SERVICE_SCOPE,
            Dimension.START_TIME,
            Dimension.ONSET_SHAPE,
            Dimension.REGION_SCOPE,
            Dimension.CUSTOMER_IMPACT,
            Dimension.SLO_ERROR_BUDGET,
            Dimension.ERROR_RATE,
            Dimension.ERROR_TYPES,
            Dimension.LATENCY,
            Dimension.TRAFFIC);

    /**
     * How likely an answer is under a cause that would have given another one. A symptom points; what the system itself shows tells
     * more; a fact that somebody looked up settles it. Never nothing: screens are misread, and what was struck out must be able to come
     * back.
     */
    private static final double SYMPTOM_MISREAD = 0.2;

    private static final double STATE_MISREAD = 0.1;
    private static final double FACT_MISREAD = 0.03;

    public Knowledge {
        likelihoods = Collections.unmodifiableMap(new LinkedHashMap<>(likelihoods));
    }

    /** What an answer is about. */
    public sealed interface Subject {
        /** How the incident shows. */
        record Symptoms() implements Subject {}

        /** One question, however often it is asked. */
        record Asked(Dimension dimension, List<Target> targets, String authored, String command) implements Subject {}

        static Subject of(Interpretation read) {
            return isSymptom(read)
                    ? new Symptoms()
                    : new Asked(read.dimension(), read.targets(), read.authored(), read.command());
        }
    }

    private static boolean isSymptom(Interpretation read) {
        return read.authored().isEmpty() && SYMPTOMS.contains(read.dimension());
    }

    /** How likely an answer to {@code read} is under a cause that would have given another. */
    static double misread(Interpretation read) {
        if (!read.authored().isEmpty()) {
            return FACT_MISREAD;
        }
        return isSymptom(read) ? SYMPTOM_MISREAD : STATE_MISREAD;
    }

    static Knowledge before(Belief prior) {
        return new Knowledge(prior, Map.of());
    }

    Knowledge with(Interpretation read, Map<CauseId, Double> answer) {
        var more = new LinkedHashMap<>(likelihoods);
        more.merge(Subject.of(read), answer, Knowledge::sharper);
        return new Knowledge(prior, more);
    }

    /** Bayes' rule over all subjects. */
    public Belief belief() {
        var belief = prior;
        for (var likelihood : likelihoods.values()) {
            belief = belief.after(likelihood);
        }
        return belief;
    }

    private static Map<CauseId, Double> sharper(Map<CauseId, Double> one, Map<CauseId, Double> other) {
        var sharper = new LinkedHashMap<>(one);
        other.forEach((cause, likelihood) -> sharper.merge(cause, likelihood, Math::min));
        return sharper;
    }
}
