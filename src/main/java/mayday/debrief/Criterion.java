package mayday.debrief;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.scenario.Dimension;

/**
 * Something of a run that a rubric may judge by: each gives 0 to 100, or is not counted where it did not come up. What a rubric says is
 * which of them it takes and how much each weighs; how they are measured is {@link Measuring}'s, for all rubrics alike.
 */
public sealed interface Criterion {

    /** The score of a part, an instructor's override included. */
    record PartScore(PartName part) implements Criterion {}

    /** The share of the points that a finding could have earned. */
    record Earned(FindingKind kind) implements Criterion {}

    /** All if there is no such finding, half if there is one, nothing if there are more. */
    record Without(FindingKind kind) implements Criterion {}

    /**
     * Questions in the order of a runbook, each by when it was first asked: of each two steps all if asked in this order, half if in the
     * other, a quarter if only one of them was asked; the mean of that.
     */
    record AskedInOrder(List<Step> steps) implements Criterion {
        public AskedInOrder {
            steps = List.copyOf(steps);
        }
    }

    /** A step of a runbook: any of these dimensions takes it. */
    record Step(Set<Dimension> dimensions) {
        public Step {
            dimensions = Set.copyOf(dimensions);
        }

        String words() {
            return dimensions.stream().sorted().map(Dimension::words).collect(Collectors.joining(" or "));
        }
    }

    /** Others were called in within {@code window} of the page, if customers were hurt longer than that; fading when late. */
    record EscalatedWithin(Duration window) implements Criterion {}

    /** The first update came within {@code window} of the page, if customers were hurt; fading when late. */
    record UpdatedWithin(Duration window) implements Criterion {}

    /** Customer impact ended within {@code window} of the page; fading when late. */
    record MitigatedWithin(Duration window) implements Criterion {}

    /**
     * How many of the requests that would have failed without any move did not.
     *
     * @param enough the share that counts as all, above 0 to 1
     */
    record FailuresAvoided(double enough) implements Criterion {}

    /** How many kinds of fault were written down as hypotheses before the first action; {@code enough} of them count as all. */
    record FaultClasses(int enough) implements Criterion {}

    /** In how many layers of the system those lay; {@code enough} of them count as all. */
    record Layers(int enough) implements Criterion {}

    /** The widest action reached no further than {@code most}, 1 to 4; one step further half, more nothing. */
    record BlastRadius(int most) implements Criterion {}
}
