package mayday.coach;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.debrief.Belief;
import mayday.debrief.BestQuestions;
import mayday.debrief.Deductions;
import mayday.debrief.Suppositions;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Hypothesis;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;

/** Where an open incident stands for somebody who knows the candidate causes, and of the truth only the answers so far. For one thread. */
final class Standing {
    /** Less than this told nothing. */
    private static final double TOLD_NOTHING = 0.05;

    /** As little as one explanation, with some doubt, leaves unknown. */
    private static final double NARROW_BITS = 1.0;

    final Incident incident;

    /** Running every candidate cause takes a while, and most hints rest on what was done alone. */
    private Optional<Conclusions> drawn = Optional.empty();

    private record Conclusions(Suppositions suppositions, Deductions deductions) {
        static Conclusions of(Incident incident) {
            var suppositions = new Suppositions(incident);
            return new Conclusions(suppositions, Deductions.guarded(incident, suppositions));
        }
    }

    Standing(Incident incident) {
        this.incident = incident;
    }

    private Conclusions conclusions() {
        var conclusions = drawn.orElseGet(() -> Conclusions.of(incident));
        drawn = Optional.of(conclusions);
        return conclusions;
    }

    private Deductions deductions() {
        return conclusions().deductions();
    }

    /** The kinds of questions that tell anything and were not asked, the one that tells most per minute first. */
    List<Dimension> telling() {
        var asked = asked();
        return new BestQuestions(incident.scenario(), conclusions().suppositions(), lastSeenAt())
                .ranked(deductions().known()).stream()
                        .map(ranked -> ranked.candidate().read().dimension())
                        .filter(dimension -> !asked.contains(dimension))
                        .distinct()
                        .toList();
    }

    /** What was asked about and understood. */
    Set<Dimension> asked() {
        var asked = EnumSet.noneOf(Dimension.class);
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.QuestionAsked question) {
                question.understoodAs().interpretations().stream()
                        .map(Interpretation::dimension)
                        .forEach(asked::add);
            }
        }
        return asked;
    }

    /** The last instant at which anything happened that the learner knows of: others would tell when something hidden did. */
    private Instant lastSeenAt() {
        return incident.history().reversed().stream()
                .filter(each -> each.event() instanceof Event.Public)
                .map(Recorded::at)
                .findFirst()
                .orElse(incident.scenario().pagedAt());
    }

    boolean isNarrow() {
        return now().bits() <= NARROW_BITS;
    }

    /** What is left of the explanations that the page can have, 0 to 1. */
    double leftOver() {
        return StrictMath.pow(2, now().bits() - before().bits());
    }

    boolean hasAnswers() {
        return !deductions().steps().isEmpty();
    }

    /** What the answers told apart, or what they did not. */
    Set<Dimension> heard(boolean telling) {
        var told = EnumSet.noneOf(Dimension.class);
        var mute = EnumSet.noneOf(Dimension.class);
        for (var step : deductions().steps()) {
            (step.bits() >= TOLD_NOTHING ? told : mute)
                    .addAll(step.interpretations().stream()
                            .map(Interpretation::dimension)
                            .toList());
        }
        mute.removeAll(told);
        return telling ? told : mute;
    }

    /** How much more likely the answers make a hypothesis, 1 for not at all; 0 if no candidate is such. */
    double support(Hypothesis hypothesis) {
        var prior = share(before(), hypothesis);
        return prior == 0 ? 0 : share(now(), hypothesis) / prior;
    }

    private double share(Belief belief, Hypothesis hypothesis) {
        return incident.scenario().causes().stream()
                .filter(cause -> cause.faults().stream()
                        .anyMatch(fault -> isOf(fault.fault().faultClass(), hypothesis)
                                && isAt(fault.fault().target().value(), hypothesis)))
                .mapToDouble(cause -> belief.of(cause.id()))
                .sum();
    }

    private static boolean isOf(FaultClass fault, Hypothesis hypothesis) {
        return hypothesis.faultClass() == FaultClass.OTHER || hypothesis.faultClass() == fault;
    }

    private static boolean isAt(String target, Hypothesis hypothesis) {
        return hypothesis.target().isEmpty() || hypothesis.target().equals(target);
    }

    private Belief before() {
        return deductions().before().belief();
    }

    private Belief now() {
        return deductions().known().belief();
    }
}
