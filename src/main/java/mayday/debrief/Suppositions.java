package mayday.debrief;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mayday.evidence.Answer;
import mayday.evidence.Interpretation;
import mayday.incident.CommonPast;
import mayday.incident.Incident;
import mayday.incident.Openings;
import mayday.incident.Supposition;
import mayday.scenario.CauseId;
import mayday.scenario.Tool;
import mayday.scenario.ToolTrouble;

/**
 * An incident as it would have gone under each of the scenario's causes, with the same seed and the learner's own moves: what every
 * question would have been answered had another cause been the true one. It remembers what it worked out, so it is for one thread.
 */
public final class Suppositions {
    /**
     * A cause that is so many times less likely than the true one is out of the question: since every answer that came is what the true
     * one gives, it cannot catch up any more, and with what is left of it 0.0002 bits are unknown. What it would have answered from then on
     * is not worked out.
     */
    private static final double OUT_OF_THE_QUESTION = 1e-5;

    /** A question and when it is answered. */
    record Asked(Interpretation interpretation, Instant asOf) {}

    private final Belief prior;
    private final int truth;
    private final Set<Tool> late;
    private final Map<CauseId, Supposition> worlds = new LinkedHashMap<>();
    private final Map<Asked, List<Answer>> answers;
    private final Map<Asked, List<Likelihoods>> byTruth;

    /** By question that was really asked. */
    private final Map<Asked, Likelihoods> told = new HashMap<>();

    public Suppositions(Incident incident) {
        this(incident, cause -> new Supposition(incident, cause));
    }

    /** The same, sharing what other incidents with the same scenario and seed have in common with it. */
    public Suppositions(Incident incident, CommonPast past) {
        this(incident, cause -> past.supposition(incident, cause));
    }

    /** The same, of an incident that was opened there. */
    public Suppositions(Incident incident, Openings openings) {
        this(incident, cause -> openings.supposition(incident, cause));
    }

    /** The same, where others were played under some of the causes, by cause: what goes as it went there is not computed again. */
    public Suppositions(Incident incident, Openings openings, Map<CauseId, Incident> played) {
        this(incident, cause -> {
            var other = played.get(cause);
            return other == null ? openings.supposition(incident, cause) : openings.supposition(incident, other);
        });
    }

    private Suppositions(Incident incident, Function<CauseId, Supposition> suppose) {
        this.answers = new HashMap<>();
        this.byTruth = new HashMap<>();
        this.prior = Belief.before(incident.scenario());
        this.truth = incident.scenario().causes().indexOf(incident.drawnCause());
        this.late = incident.scenario().organisation().tools().stream()
                .filter(trouble -> trouble instanceof ToolTrouble.Late)
                .map(ToolTrouble::tool)
                .collect(Collectors.toUnmodifiableSet());
        // One that was read from the journal has no numbers yet.
        incident.computed();
        // Worlds know nothing of one another, and together they are most of the work: every core may have one.
        var causes = incident.scenario().causes();
        var supposed =
                causes.parallelStream().map(cause -> suppose.apply(cause.id())).toList();
        for (var cause = 0; cause < causes.size(); cause++) {
            worlds.put(causes.get(cause).id(), supposed.get(cause));
        }
    }

    private Suppositions(Suppositions same, int truth) {
        this.prior = same.prior;
        this.truth = truth;
        this.late = same.late;
        this.worlds.putAll(same.worlds);
        // Neither depends on which cause is the true one.
        this.answers = same.answers;
        this.byTruth = same.byTruth;
    }

    /**
     * The same as seen from another true cause of an incident with {@linkplain Supposition#areMovesOf the same moves}; not to be followed
     * any further.
     */
    public Suppositions seenFrom(CauseId cause) {
        return new Suppositions(this, List.copyOf(worlds.keySet()).indexOf(cause));
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

    /** Looks up what will be asked. Each core takes a world with all questions at once, which is less work than a question with all worlds. */
    void lookUp(Collection<Asked> questions) {
        var open = questions.stream()
                .distinct()
                .filter(asked -> !answers.containsKey(asked))
                .toList();
        var byWorld = worlds.values().parallelStream()
                .map(world -> open.stream()
                        .map(asked -> world.answer(asked.interpretation(), asked.asOf()))
                        .toList())
                .toList();
        for (var i = 0; i < open.size(); i++) {
            var question = i;
            answers.put(
                    open.get(i),
                    byWorld.stream().map(each -> each.get(question)).toList());
        }
    }

    /** The answer under each cause. */
    List<Answer> answers(Interpretation interpretation, Instant asOf) {
        return answers.computeIfAbsent(
                new Asked(interpretation, asOf),
                asked -> worlds.values().parallelStream()
                        .map(world -> world.answer(asked.interpretation(), asked.asOf()))
                        .toList());
    }

    /**
     * How likely the answers that came in truth are under each cause.
     *
     * @param questions all that were asked, in order: a cause that an answer has struck out is not asked the same kind of thing again,
     *     since what was heard about one thing counts once ({@link Knowledge#with}), nor anything once it is {@linkplain
     *     #OUT_OF_THE_QUESTION out of the question}, and is given 1
     */
    Map<Asked, Likelihoods> told(List<Asked> questions) {
        var supposed = List.copyOf(worlds.values());
        var open = questions.stream().filter(asked -> !told.containsKey(asked)).toList();
        if (!open.isEmpty()) {
            var inTruth = open.stream()
                    .map(asked -> answer(supposed.get(truth), asked))
                    .toList();
            var byCause = IntStream.range(0, supposed.size())
                    .parallel()
                    .mapToObj(cause -> likelihoods(questions, open, inTruth, supposed.get(cause), cause))
                    .toList();
            for (var i = 0; i < open.size(); i++) {
                var question = i;
                told.put(open.get(i), Likelihoods.of(supposed.size(), cause -> byCause.get(cause)[question]));
            }
        }
        return told;
    }

    /** How likely the answers to {@code open}, the last of {@code questions}, are under one cause. */
    private double[] likelihoods(
            List<Asked> questions, List<Asked> open, List<Answer> inTruth, Supposition supposed, int cause) {
        var likelihoods = new double[open.size()];
        Arrays.fill(likelihoods, 1);
        if (cause == truth) {
            return likelihoods;
        }
        var struckOut = new HashSet<Knowledge.Subject>();
        var odds = prior.share(cause) / prior.share(truth);
        for (var asked : questions) {
            var before = told.get(asked);
            if (before != null && before.of(cause) < 1 && struckOut.add(Knowledge.Subject.of(asked.interpretation()))) {
                odds *= before.of(cause);
            }
        }
        for (var i = 0; i < open.size() && odds >= OUT_OF_THE_QUESTION; i++) {
            var asked = open.get(i);
            var subject = Knowledge.Subject.of(asked.interpretation());
            if (!struckOut.contains(subject) && !Likeness.alike(inTruth.get(i), answer(supposed, asked))) {
                likelihoods[i] = Knowledge.misread(asked.interpretation());
                odds *= likelihoods[i];
                struckOut.add(subject);
            }
        }
        return likelihoods;
    }

    private static Answer answer(Supposition supposed, Asked asked) {
        return supposed.answer(asked.interpretation(), asked.asOf());
    }

    /**
     * How likely the answer that came in truth is under each cause, without telling causes apart that a chain of alike answers connects: alike is not
     * transitive, and so what one cause's answer excludes could tell it from another whose answer looks the same.
     */
    Likelihoods guardedLikelihoods(Interpretation interpretation, Instant asOf) {
        var answers = answers(interpretation, asOf);
        if (late.contains(Tool.of(interpretation.dimension()))) {
            // What was shown may have been older than what is supposed here: nothing is concluded from it.
            return Likelihoods.of(answers.size(), _ -> 1);
        }
        var alike = Kin.of(answers, truth);
        var misread = Knowledge.misread(interpretation);
        return Likelihoods.of(answers.size(), cause -> alike.contains(cause) ? 1 : misread);
    }

    /** How likely, under each cause, the answer is that comes under each other: by the truth, then by the cause supposed. */
    List<Likelihoods> likelihoodsByTruth(Interpretation interpretation, Instant asOf) {
        return byTruth.computeIfAbsent(new Asked(interpretation, asOf), _ -> byTruth(interpretation, asOf));
    }

    private List<Likelihoods> byTruth(Interpretation interpretation, Instant asOf) {
        var answers = answers(interpretation, asOf);
        var misread = Knowledge.misread(interpretation);
        var alike = new boolean[answers.size()][answers.size()];
        for (var one = 0; one < alike.length; one++) {
            alike[one][one] = true;
            for (var other = 0; other < one; other++) {
                alike[one][other] = Likeness.alike(answers.get(one), answers.get(other));
                alike[other][one] = alike[one][other];
            }
        }
        return Arrays.stream(alike)
                .map(row -> Likelihoods.of(row.length, cause -> row[cause] ? 1 : misread))
                .toList();
    }
}
