package mayday.debrief;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.scenario.Dimension;

/**
 * What the answers so far say about the candidate causes. Answers about different things count by themselves. All symptoms together
 * (who fails, since when, where, how much) are one view of one thing and count once, by the one that speaks loudest. Immutable.
 */
public final class Knowledge {
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

    private final Map<Subject, Likelihoods> heard;
    private final Belief belief;

    /** Where nothing was heard, every answer is as likely under each cause. */
    private final Likelihoods nothing;

    private Knowledge(Map<Subject, Likelihoods> heard, Belief belief) {
        this.heard = heard;
        this.belief = belief;
        this.nothing = Likelihoods.of(belief.causes().size(), _ -> 1);
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

    /** Whether a question is about how the incident shows, not about what the system does or what somebody knows. */
    public static boolean isSymptom(Interpretation read) {
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
        return new Knowledge(Map.of(), prior);
    }

    /** With one more answer. What was heard about the same thing before counts no less for it, and no second time. */
    Knowledge with(Interpretation read, Likelihoods answer) {
        var subject = Subject.of(read);
        var more = new LinkedHashMap<>(heard);
        more.merge(subject, answer, Likelihoods::sharper);
        var before = heard(subject);
        return new Knowledge(Collections.unmodifiableMap(more), belief.after(cause -> factor(before, answer, cause)));
    }

    /** How much less is unknown if {@code answer} comes, without making anything of it. */
    double bitsAfter(Interpretation read, Likelihoods answer, double[] scratch) {
        var before = heard(Subject.of(read));
        for (var cause = 0; cause < scratch.length; cause++) {
            scratch[cause] = belief.share(cause) * factor(before, answer, cause);
        }
        Belief.normalise(scratch);
        return Belief.bits(scratch);
    }

    private Likelihoods heard(Subject subject) {
        return heard.getOrDefault(subject, nothing);
    }

    /** By what an answer changes what was heard about the same thing before. */
    private static double factor(Likelihoods before, Likelihoods answer, int cause) {
        return Math.min(1, answer.of(cause) / before.of(cause));
    }

    /** What follows from all answers together (Bayes' rule). */
    public Belief belief() {
        return belief;
    }
}
