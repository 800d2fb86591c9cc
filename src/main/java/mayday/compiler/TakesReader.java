package mayday.compiler;

import java.time.Duration;
import mayday.compiler.Value.Text;
import mayday.scenario.ActionKind.Takes;

/** Reads how long an action takes: {@code 3m} or {@code 3m to 5m}; {@code 3m..5m} is the same. */
final class TakesReader {
    private static final Range TAKES = Range.seconds(1, 3_600);

    private final Problems problems;

    TakesReader(Problems problems) {
        this.problems = problems;
    }

    Takes read(Text text) {
        var parts = text.text().split("\\s+to\\s+|\\s*\\.\\.\\s*", 2);
        var least = seconds(text, parts[0]);
        var most = parts.length == 1 ? least : seconds(text, parts[1]);
        if (least.compareTo(most) > 0) {
            problems.error(
                    text.place(), "out-of-range", "an action takes `least to most`, this is `" + text.text() + "`");
        }
        return new Takes(least, most);
    }

    private Duration seconds(Text whole, String part) {
        var offset = whole.text().lastIndexOf(part);
        var text = new Text(whole.at(offset), part, Text.Style.PLAIN);
        var seconds = new Scalars(problems).figure(text, "how long an action takes", TAKES);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
