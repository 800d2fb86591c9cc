package mayday.incident;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a hint about one matter, each with its price. What the matter is does not change the price, so that the price tells
 * nothing about it.
 */
public enum HintStep {
    /** Which kind of thing, or which part of the work. */
    WHERE(1, "where to look", Duration.ofSeconds(30), 5),
    /** The question, or the move, in words. */
    WHAT(2, "what to ask", Duration.ofSeconds(60), 10),
    /** What the answers so far speak for, and what they do not. */
    MEANING(3, "what it means", Duration.ofSeconds(60), 10);

    private final int number;
    private final String words;
    private final Duration cost;
    private final int points;

    HintStep(int number, String words, Duration cost, int points) {
        this.number = number;
        this.words = words;
        this.cost = cost;
        this.points = points;
    }

    /** The step of that number, from 1. */
    public static Optional<HintStep> of(int number) {
        return Stream.of(values()).filter(step -> step.number() == number).findFirst();
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public String words() {
        return words;
    }

    /** Incident time on the practice clock; a live clock runs by itself. */
    public Duration cost() {
        return cost;
    }

    /** What it takes off the score of the part of the debrief that it helps, 0 to 100. */
    public int points() {
        return points;
    }

    /** The step after this one about the same matter. */
    Optional<HintStep> next() {
        return switch (this) {
            case WHERE -> Optional.of(WHAT);
            case WHAT -> Optional.of(MEANING);
            case MEANING -> Optional.empty();
        };
    }
}
