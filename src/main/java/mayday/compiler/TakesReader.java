package mayday.compiler;

import java.time.Duration;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind.Takes;

/** Reads how long something takes: {@code 3m}, or {@code 3m to 5m} where it is drawn by seed. */
final class TakesReader {
    private final Range range;
    private final Problems problems;

    TakesReader(Range range, Problems problems) {
        this.range = range;
        this.problems = problems;
    }

    /** @param what it is that takes so long, for problems: {@code an action} */
    Takes read(Text text, String what) {
        var parts = text.text().split("\\s+to\\s+", 2);
        var least = seconds(text, parts[0], what);
        var most = parts.length == 1 ? least : seconds(text, parts[1], what);
        if (least.compareTo(most) > 0) {
            problems.error(
                    text.place(), "out-of-range", what + " takes `least to most`, this is `" + text.text() + "`");
        }
        return new Takes(least, most);
    }

    private Duration seconds(Text whole, String part, String what) {
        var text = new Text(whole.at(whole.text().lastIndexOf(part)), part, Text.Style.PLAIN);
        var seconds = new Scalars(problems).figure(text, "how long " + what + " takes", range);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
