package mayday.compiler;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.compiler.Value.Text;
import mayday.scenario.Words;

/**
 * Reads single values. Each method reports what is wrong and then returns something of the right type, so that the rest
 * of the file is read as well; nobody sees it, since a file with errors gives no scenario.
 */
final class Scalars {

    /** A title or name. */
    static final int LINE_CHARS = 200;

    /** A paragraph. */
    static final int PROSE_CHARS = 4_000;

    private static final int ID_CHARS = 60;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** One line of text. */
    Text line(Value value, String key) {
        var text = text(value, key, LINE_CHARS);
        if (text.text().strip().indexOf('\n') >= 0) {
            problems.error(text.place(), "several-lines", "`" + key + "` is one line of text");
        }
        return stripped(text);
    }

    /** One or several lines of text. */
    Text prose(Value value, String key) {
        return stripped(text(value, key, PROSE_CHARS));
    }

    Text text(Value value, String key, int mostChars) {
        if (!(value instanceof Text text)) {
            wrongType(value, "`" + key + "`", "text");
            return Text.reported(value.place());
        }
        if (text.isReported()) {
            return text;
        }
        if (text.isNothing() || text.text().isBlank()) {
            problems.error(text.place(), "missing-value", "`" + key + "` has no value");
        } else if (text.text().length() > mostChars) {
            problems.error(
                    text.place(),
                    "too-long",
                    "`%s` has %,d characters, at most %,d can be shown"
                            .formatted(key, text.text().length(), mostChars));
        }
        return text;
    }

    private static Text stripped(Text text) {
        return new Text(text.place(), text.text().strip(), text.style());
    }

    /** Whether something went wrong with the text itself, which was then reported. */
    static boolean isUnusable(Text text) {
        return text.isNothing() || text.text().isBlank();
    }

    /** A name that the author gives: small letters, digits and hyphens. */
    String id(Text text) {
        if (!isUnusable(text) && !isId(text.text())) {
            problems.error(
                    text.place(),
                    "bad-id",
                    "`" + text.text() + "` is not a name: small letters, digits and single hyphens, at most " + ID_CHARS
                            + " of them");
        }
        return text.text();
    }

    static boolean isId(String text) {
        return text.length() <= ID_CHARS && ID.matcher(text).matches();
    }

    /** {@code true} or {@code false}. */
    boolean flag(Value value, String key) {
        var text = line(value, key);
        if (!isUnusable(text) && !text.text().equals("true") && !text.text().equals("false")) {
            problems.error(
                    text.place(), "bad-choice", "`" + key + "` is `true` or `false`, this is `" + text.text() + "`");
        }
        return text.text().equals("true");
    }

    double number(Value value, String key, Range range) {
        return figure(line(value, key), "`" + key + "`", range);
    }

    /** A figure with its unit. */
    double figure(Text text, String what, Range range) {
        if (isUnusable(text)) {
            return range.least();
        }
        var measure = range.measure();
        var parsed = measure.parse(text.text());
        if (parsed.isEmpty()) {
            var figure = Measure.isFigure(text.text());
            problems.error(
                    text.place(),
                    figure && measure.hasUnits() ? "bad-unit" : "bad-number",
                    what + " is " + measure.example() + ", this is `" + text.text() + "`");
            return range.least();
        }
        var number = parsed.get().doubleValue();
        if (!range.holds(number)) {
            problems.error(text.place(), "out-of-range", what + " is " + range.words() + ", this is " + text.text());
        }
        return number;
    }

    Duration duration(Value value, String key, Range range) {
        return Duration.ofMillis(Math.round(number(value, key, range) * 1000));
    }

    /** One of an enum's constants, written in kebab case. */
    <E extends Enum<E>> E choice(Value value, String key, Class<E> type) {
        var text = line(value, key);
        var chosen = Words.parse(type, text.text());
        if (chosen.isEmpty() && !isUnusable(text)) {
            var words = Stream.of(type.getEnumConstants()).map(Words::kebab).toList();
            problems.error(
                    text.place(),
                    "bad-choice",
                    "`" + text.text() + "` is no " + key,
                    Suggestions.nearest(text.text(), words));
        }
        return chosen.orElse(type.getEnumConstants()[0]);
    }

    void wrongType(Value value, String what, String wanted) {
        if (value instanceof Text text && text.isReported()) {
            return;
        }
        if (value instanceof Text text && text.isNothing()) {
            problems.error(value.place(), "missing-value", what + " has no value; it is " + wanted);
        } else {
            problems.error(value.place(), "wrong-type", what + " is " + wanted + ", this is " + value.kind());
        }
    }
}
