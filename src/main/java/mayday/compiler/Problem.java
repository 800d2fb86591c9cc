package mayday.compiler;

import mayday.scenario.Words;

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

    /** Longer source lines are shown around the caret only. */
    private static final int MOST_SHOWN = 110;

    private static final String INDENT = "    ";

    /** {@code file:line:col: error [id] message}, the source line, a caret below it, and the suggestion. */
    public String rendered() {
        var text = new StringBuilder(
                "%s:%d:%d: %s [%s] %s\n".formatted(file, line, column, Words.kebab(severity), id, message));
        if (!sourceLine.isBlank()) {
            text.append(pointedAt());
        }
        if (!suggestion.isEmpty()) {
            text.append(INDENT).append(suggestion).append('\n');
        }
        return text.toString();
    }

    private String pointedAt() {
        // Columns count characters, not chars. Control characters could play tricks with a terminal, and tabs move the
        // caret.
        var shown = sourceLine
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .toArray();
        var caret = Math.min(column - 1, shown.length);
        var first = shown.length <= MOST_SHOWN
                ? 0
                : Math.max(0, Math.min(caret - MOST_SHOWN / 2, shown.length - MOST_SHOWN));
        var count = Math.min(MOST_SHOWN, shown.length - first);
        var before = first > 0 ? "..." : "";
        var after = first + count < shown.length ? "..." : "";
        return INDENT + before + new String(shown, first, count) + after + '\n' + INDENT
                + " ".repeat(before.length() + caret - first) + "^\n";
    }
}
