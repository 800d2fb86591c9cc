package mayday.studio;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Differences are shown with a few lines around them. */
class DifferencesTest {
    private static String shown(String before, String after) {
        return Differences.between(before, after).stream()
                .map(line -> switch (line.kind()) {
                            case SAME -> " ";
                            case ADDED -> "+";
                            case REMOVED -> "-";
                            case GAP -> "@";
                        }
                        + line.text())
                .collect(joining("|"));
    }

    private static String lines(int from, int until) {
        return IntStream.rangeClosed(from, until).mapToObj(String::valueOf).collect(joining("\n"));
    }

    @Test
    void aChangeStandsBetweenTheLinesAroundIt() {
        assertThat(shown("a\nb\nc", "a\nx\nc")).isEqualTo(" a|-b|+x| c");
        assertThat(shown("a\nb", "a\nb")).isEmpty();
        assertThat(shown("", "a")).isEqualTo("+a");
    }

    @Test
    void whatIsFarFromAnyChangeIsLeftOut() {
        assertThat(shown(lines(1, 20), lines(1, 20).replace("5\n", "five\n").replace("15\n", "fifteen\n")))
                .startsWith("@line 2| 2| 3| 4|-5|+five| 6| 7| 8|@line 12| 12");
        assertThat(shown(lines(1, 20), lines(1, 19))).isEqualTo("@line 17| 17| 18| 19|-20");
    }
}
