package mayday.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.simulation.Series;

/**
 * What came of an ended incident: scores with reasons, times, impact, timeline and the truth.
 *
 * @param unknown how much there was to find out, in bits
 * @param told what each answer told, in order of time
 * @param par how the expert did, if it is known
 */
public record Debrief(
        Truth truth,
        Structure structure,
        Time time,
        Impact impact,
        List<Entry> timeline,
        Curves curves,
        double unknown,
        List<Told> told,
        List<Confidence> confidences,
        Optional<Par> par) {
    public Debrief {
        confidences = List.copyOf(confidences);
        timeline = List.copyOf(timeline);
        told = List.copyOf(told);
    }

    /**
     * What the answer to a question told about the cause.
     *
     * @param sequence of the question
     * @param bits how much less was unknown after it
     * @param left how much was still unknown
     * @param best the question that could be expected to tell most per minute at that moment; empty if none would have told anything
     * @param bestBits what that one could be expected to tell
     * @param ruledOut the causes that the answer struck out, in few words
     * @param bestRulesOut those that the best question would have struck out, as things were
     */
    public record Told(
            long sequence,
            double bits,
            double left,
            String best,
            double bestBits,
            List<String> ruledOut,
            List<String> bestRulesOut) {
        /** Less is not worth a word. */
        public static final double NOTICEABLE_BITS = 0.15;

        public Told {
            ruledOut = List.copyOf(ruledOut);
            bestRulesOut = List.copyOf(bestRulesOut);
        }

        /** Whether the best question would have told noticeably more. */
        public boolean isBetterKnown() {
            return !best.isEmpty() && bestBits > bits + NOTICEABLE_BITS;
        }

        /** The same under another number of its question. */
        public Told numbered(long number) {
            return new Told(number, bits, left, best, bestBits, ruledOut, bestRulesOut);
        }
    }

    /** The same, measured against how the expert did. */
    public Debrief against(Par expert) {
        return new Debrief(
                truth, structure, time, impact, timeline, curves, unknown, told, confidences, Optional.of(expert));
    }

    /** The same, judged by a rubric. */
    Debrief judged(Structure judged, Rubric by) {
        return new Debrief(
                truth,
                judged,
                time,
                impact,
                timeline,
                curves,
                unknown,
                told,
                confidences,
                par.map(expert -> expert.by(by)));
    }

    /** The true cause. */
    public record Truth(
            String id, String title, String explanation, String faultClass, String target, Instant beganAt) {}

    /**
     * The diagnostic structure, from the parts that can be scored.
     *
     * @param score 0 to 100: the parts' scores weighed
     */
    public record Structure(int score, List<Part> parts) {
        public Structure {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One scored part.
     *
     * @param score 0 to 100
     * @param weight relative to the other parts
     */
    public record Part(String id, String title, int score, int weight, List<Finding> findings) {
        public Part {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A reason: what was done or left out, what it earned or cost, and what would have earned more.
     *
     * @param points positive or negative
     * @param most what it could have earned; 0 if it only costs
     * @param moves sequences of the events that it rests on; may be empty for something left undone
     * @param better what would have earned more; empty if nothing
     */
    public record Finding(FindingKind kind, String text, int points, int most, List<Long> moves, String better) {
        public Finding {
            moves = List.copyOf(moves);
        }
    }

    /** The three times, on customer impact. */
    public record Time(Elapsed detect, Elapsed acknowledge, Elapsed mitigate) {}

    /** A time that was reached or not. */
    public sealed interface Elapsed {
        record After(Duration length) implements Elapsed {}

        record Never() implements Elapsed {}
    }

    /**
     * What it cost customers, and what doing nothing would have cost over the same time.
     *
     * @param others costs of the scenario that are not availability
     */
    public record Impact(Cost actual, Cost doNothing, String sloTitle, List<OtherCost> others) {
        public Impact {
            others = List.copyOf(others);
        }
    }

    /** A cost that is not availability, such as jobs lost. */
    public record OtherCost(String title, String unit, double actual, double doNothing) {}

    /**
     * The price of an incident.
     *
     * @param budgetBurned share of the SLO window's error budget, 0 to 1 and above
     */
    public record Cost(double failedRequests, double budgetBurned) {}

    /**
     * An entry of the timeline.
     *
     * @param kind {@code page}, {@code question}, {@code action}, {@code hypothesis}, {@code communication}, {@code hint}, {@code coach},
     *     {@code impact}, {@code truth} or {@code end}
     */
    public record Entry(long sequence, Instant at, String kind, String text, String detail) {}

    /** The SLI as it went, and as it would have gone without any move; both of the error ratio. */
    public record Curves(String title, Series actual, Series doNothing, double threshold) {}
}
