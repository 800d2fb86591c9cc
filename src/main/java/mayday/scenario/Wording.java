package mayday.scenario;

import java.util.List;

/**
 * A text of an author with figures in it.
 *
 * @param text as it was written, {@code Lost so far: {{lost-jobs}}}
 * @param inputs the figures, in the order in which {@code filler} takes them
 */
public record Wording(String text, List<Input> inputs, Filler filler) {
    public Wording {
        inputs = List.copyOf(inputs);
    }

    /** Puts figures, in words, into the text. Pure. */
    @FunctionalInterface
    public interface Filler {
        String fill(List<String> figures);
    }

    /** The same text is the same wording, whoever compiled it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Wording(var otherText, var otherInputs, var _)
                && text.equals(otherText)
                && inputs.equals(otherInputs);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
