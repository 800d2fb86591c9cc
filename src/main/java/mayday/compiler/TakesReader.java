package mayday.compiler;

import java.time.Duration;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind.Takes;

/** Reads how long something takes: {@code 3m}, or {@code 3m to 5m} where it is drawn by seed; {@code 3m..5m} is the same. */
final class TakesReader {
    private static final Range OF_AN_ACTION = Range.seconds(1, 3_600);

    private final Range range;
    private final String what;
    private final Problems problems;

    /** @param what it is that takes so long, for problems: {@code an action} */
    TakesReader(Range range, String what, Problems problems) {
        this.range = range;
        this.what = what;
        this.problems = problems;
    }

    /** Of actions. */
    TakesReader(Problems problems) {
        this(OF_AN_ACTION, "an action", problems);
    }

    Takes read(Text text) {
        var parts = text.text().split("\\s+to\\s+|\\s*\\.\\.\\s*", 2);
        var least = seconds(text, parts[0]);
        var most = parts.length == 1 ? least : seconds(text, parts[1]);
        if (least.compareTo(most) > 0) {
            problems.error(
                    text.place(), "out-of-range", what + " takes `least to most`, this is `" + text.text() + "`");
        }
        return new Takes(least, most);
    }

    private Duration seconds(Text whole, String part) {
        var text = new Text(whole.at(whole.text().lastIndexOf(part)), part, Text.Style.PLAIN);
        var seconds = new Scalars(problems).figure(text, "how long " + what + " takes", range);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
