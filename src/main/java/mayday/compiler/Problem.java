package mayday.compiler;

/**
 * Something wrong in a scenario's text, with its place and how to mend it.
 *
 * @param id stable, such as {@code unknown-service}
 * @param file path as in {@link Sources}
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, a sentence without a full stop
 * @param sourceLine the text of that line; empty if the file could not be read
 * @param suggestion how to mend it, such as {@code did you mean `checkout`?}; empty if nothing can be said
 */
public record Problem(
        Severity severity,
        String id,
        String file,
        int line,
        int column,
        String message,
        String sourceLine,
        String suggestion) {

    /** Whether the scenario can be played in spite of it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** {@code file:line:col: error [id] message}, the source line, a caret below it, and the suggestion. */
    public String rendered() {
        throw new UnsupportedOperationException();
    }
}
