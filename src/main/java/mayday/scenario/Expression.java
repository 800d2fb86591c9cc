package mayday.scenario;

import java.util.List;

/**
 * An author's formula, compiled and type-checked.
 *
 * @param text as the author wrote it
 * @param inputs what it looks at, in the order in which {@code evaluator} takes them
 */
public record Expression(String text, List<Input> inputs, Evaluator evaluator) {
    public Expression {
        inputs = List.copyOf(inputs);
    }

    /** The same text about the same things is the same formula, whoever compiled it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Expression(var otherText, var otherInputs, var _)
                && text.equals(otherText)
                && inputs.equals(otherInputs);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
