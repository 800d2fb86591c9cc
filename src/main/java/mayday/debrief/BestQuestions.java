package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.evidence.Answers;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;

/**
 * Which question would tell most in a minute to somebody who believes something: one of each dimension about the incident as a whole,
 * and each of the scenario's own. What they would be answered is worked out at one moment.
 *
 * <p>The scenario's own questions come when no general one tells anything any more: to ask how last night's snapshot of a database went,
 * one has to have heard something that points there.
 */
public final class BestQuestions {
    private static final double LEAST_BITS = 0.05;

    /** What would be told if something less likely were true makes no difference. */
    private static final double BELIEVED = 1e-9;

    /** More questions in a row than this nobody needs. */
    private static final int LONGEST_LINE = 12;

    private final Map<Candidate, List<Likelihoods>> likelihoods = new LinkedHashMap<>();

    /** A question that could be asked. */
    public record Candidate(Interpretation read, String words, Duration takes) {
        public double minutes() {
            return takes.toSeconds() / 60.0;
        }
    }

    /** A candidate with the bits that it can be expected to tell. */
    public record Ranked(Candidate candidate, double bits) {
        public double bitsPerMinute() {
            return bits / candidate.minutes();
        }
    }

    public BestQuestions(Scenario scenario, Suppositions suppositions, Instant at) {
        var reads = reads(scenario);
        suppositions.lookUp(
                reads.stream().map(read -> new Suppositions.Asked(read, at)).toList());
        reads.forEach(read -> likelihoods.put(candidate(scenario, read), suppositions.likelihoodsByTruth(read, at)));
    }

    /**
     * What questions tell at the page, whatever is done after it: the same for all incidents of one scenario and seed. It is not written to
     * any more, and several threads may read it.
     */
    public static BestQuestions atPage(Scenario scenario, Suppositions suppositions) {
        return new BestQuestions(scenario, suppositions, scenario.pagedAt());
    }

    private static List<Interpretation> reads(Scenario scenario) {
        var reads = new ArrayList<Interpretation>();
        for (var dimension : Dimension.values()) {
            reads.add(new Interpretation(dimension, List.of(), new Window.Usual(), 1, ""));
        }
        scenario.questions().forEach(question -> reads.add(read(question)));
        return reads;
    }

    private static Interpretation read(AuthoredQuestion question) {
        var targets =
                question.services().stream().<Target>map(Target.OfService::new).toList();
        return new Interpretation(
                question.dimension(),
                targets,
                new Window.Usual(),
                1,
                question.id().value());
    }

    private static Candidate candidate(Scenario scenario, Interpretation read) {
        var own = scenario.questions().stream()
                .filter(question -> question.id().value().equals(read.authored()))
                .findFirst();
        var words = own.filter(question -> !question.asks().isEmpty())
                .map(question -> question.asks().getFirst())
                .orElse(read.dimension().question());
        var takes = Duration.ofSeconds(Answers.costSeconds(read.dimension()))
                .plus(own.map(AuthoredQuestion::takes).orElse(Duration.ZERO));
        return new Candidate(read, words, takes);
    }

    /** The question that tells most per minute to who knows {@code known}; none if nothing tells anything. */
    public Optional<Ranked> best(Knowledge known) {
        return best(known, true).or(() -> best(known, false));
    }

    private Optional<Ranked> best(Knowledge known, boolean general) {
        return likelihoods.keySet().stream()
                .filter(candidate -> candidate.read().authored().isEmpty() == general)
                .map(candidate -> new Ranked(candidate, expectedBits(known, candidate)))
                .filter(ranked -> ranked.bits() >= LEAST_BITS)
                .max(Comparator.comparingDouble(Ranked::bitsPerMinute));
    }

    /** What is known once {@code candidate} is answered as it is under {@code truth}. */
    Knowledge answered(Knowledge known, Candidate candidate, CauseId truth) {
        var at = known.belief().causes().indexOf(truth);
        return known.with(candidate.read(), likelihoods(candidate).get(at));
    }

    /** The questions that tell anything to who knows {@code known}, general ones first, each by what it tells per minute. */
    public List<Ranked> ranked(Knowledge known) {
        return likelihoods.keySet().stream()
                .map(candidate -> new Ranked(candidate, expectedBits(known, candidate)))
                .filter(ranked -> ranked.bits() >= LEAST_BITS)
                .sorted(Comparator.comparing((Ranked ranked) ->
                                !ranked.candidate().read().authored().isEmpty())
                        .thenComparing(Comparator.comparingDouble(Ranked::bitsPerMinute)
                                .reversed()))
                .toList();
    }

    /** The questions that somebody who always asks the best one asks, until no more than {@code bits} are unknown or nothing helps. */
    public List<Candidate> lineTo(Knowledge from, CauseId truth, double bits) {
        var line = new ArrayList<Candidate>();
        var known = from;
        while (known.belief().bits() > bits && line.size() < LONGEST_LINE) {
            var best = best(known);
            if (best.isEmpty()) {
                break;
            }
            var candidate = best.get().candidate();
            line.add(candidate);
            known = answered(known, candidate, truth);
        }
        return line;
    }

    /** The fall of entropy, averaged over the causes as they are believed. */
    private double expectedBits(Knowledge known, Candidate candidate) {
        var belief = known.belief();
        var scratch = new double[belief.causes().size()];
        var left = 0.0;
        var answers = likelihoods(candidate);
        for (var truth = 0; truth < scratch.length; truth++) {
            if (belief.share(truth) >= BELIEVED) {
                left += belief.share(truth) * known.bitsAfter(candidate.read(), answers.get(truth), scratch);
            }
        }
        return Math.max(0, belief.bits() - left);
    }

    private List<Likelihoods> likelihoods(Candidate candidate) {
        return likelihoods.getOrDefault(candidate, List.of());
    }
}
