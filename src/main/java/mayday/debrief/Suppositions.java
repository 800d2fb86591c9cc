package mayday.debrief;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mayday.evidence.Answer;
import mayday.evidence.Interpretation;
import mayday.incident.Incident;
import mayday.incident.Supposition;
import mayday.scenario.CauseId;

/**
 * An incident as it would have gone under each of the scenario's causes, with the same seed and the learner's own moves: what every
 * question would have been answered had another cause been the true one. It remembers what it worked out, so it is for one thread.
 */
public final class Suppositions {
    private record Asked(Interpretation interpretation, Instant asOf) {}

    private final CauseId truth;
    private final Map<CauseId, Supposition> worlds = new LinkedHashMap<>();
    private final Map<Asked, Map<CauseId, Answer>> answers = new HashMap<>();

    public Suppositions(Incident incident) {
        this.truth = incident.opened().cause();
        incident.scenario().causes().forEach(cause -> worlds.put(cause.id(), new Supposition(incident, cause.id())));
    }

    /** Goes on to where the incident is now. */
    public void follow(Incident incident) {
        worlds.values().forEach(world -> world.follow(incident));
    }

    /** The incident as it stands if {@code cause} is the true one. */
    public Incident under(CauseId cause) {
        var world = worlds.get(cause);
        if (world == null) {
            throw new IllegalArgumentException("no cause " + cause);
        }
        return world.incident();
    }

    /** The answer under each cause. */
    Map<CauseId, Answer> answers(Interpretation interpretation, Instant asOf) {
        return answers.computeIfAbsent(new Asked(interpretation, asOf), asked -> {
            var byCause = new LinkedHashMap<CauseId, Answer>();
            worlds.forEach((cause, world) -> byCause.put(cause, world.answer(asked.interpretation(), asked.asOf())));
            return byCause;
        });
    }

    /** How likely the answer that came in truth is under each cause. */
    Map<CauseId, Double> likelihoods(Interpretation interpretation, Instant asOf) {
        return likelihoods(answers(interpretation, asOf), truth, Knowledge.misread(interpretation));
    }

    /** How likely the answer that comes under {@code truth} is under each cause. */
    private static Map<CauseId, Double> likelihoods(Map<CauseId, Answer> answers, CauseId truth, double misread) {
        var given = answers.get(truth);
        var likelihoods = new LinkedHashMap<CauseId, Double>();
        answers.forEach((cause, answer) ->
                likelihoods.put(cause, given != null && Likeness.alike(given, answer) ? 1 : misread));
        return likelihoods;
    }

    /** How likely, under each cause, the answer is that comes under each other: the truth first, then the cause supposed. */
    Map<CauseId, Map<CauseId, Double>> likelihoodsByTruth(Interpretation interpretation, Instant asOf) {
        var byCause = answers(interpretation, asOf);
        var byTruth = new LinkedHashMap<CauseId, Map<CauseId, Double>>();
        byCause.keySet()
                .forEach(supposed ->
                        byTruth.put(supposed, likelihoods(byCause, supposed, Knowledge.misread(interpretation))));
        return byTruth;
    }
}
