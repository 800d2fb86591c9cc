package mayday.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind a pipe. */
class TextFiltersTest {
    private static final List<String> LINES =
            List.of("GET /a 200 12", "GET /b 504 timeout", "POST /a 200 7", "GET /c 504 Timeout");

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "grep 504                   ! GET /b 504 timeout,GET /c 504 Timeout",
                "grep -i TIMEOUT            ! GET /b 504 timeout,GET /c 504 Timeout",
                "grep -v GET                ! POST /a 200 7",
                "grep -c 504                ! 2",
                "grep -E '^(POST|PUT)'      ! POST /a 200 7",
                "grep '504\\|POST'          ! GET /b 504 timeout,POST /a 200 7,GET /c 504 Timeout",
                "grep -F '/a 2'             ! GET /a 200 12,POST /a 200 7",
                "grep -A1 -m1 POST          ! POST /a 200 7,GET /c 504 Timeout",
                "head -n 1                  ! GET /a 200 12",
                "tail -1                    ! GET /c 504 Timeout",
                "wc -l                      ! 4",
                "awk '{print $3}'           ! 200,504,200,504",
                "awk '/504/ {print $2, $NF}' ! /b timeout,/c Timeout",
                "cut -d' ' -f2              ! /a,/b,/a,/c",
                "sort -rn -k4               ! GET /a 200 12,POST /a 200 7,GET /b 504 timeout,GET /c 504 Timeout"
            })
    void makesOtherLinesOfLines(String filter, String expected) {
        assertThat(apply(LINES, filter)).containsExactly(expected.split(","));
    }

    @Test
    void countsWhatIsAlike() {
        assertThat(apply(apply(List.of("b", "a", "b"), "sort"), "uniq -c")).containsExactly("      1 a", "      2 b");
    }

    @Test
    void cannotDoEverything() {
        assertThat(TextFilters.apply(LINES, stage("sed s/a/b/"))).isEmpty();
        assertThat(TextFilters.apply(LINES, stage("grep '('")))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
        assertThat(TextFilters.apply(LINES, stage("grep -E '('"))).isEmpty();
        assertThat(TextFilters.apply(LINES, stage("awk 'BEGIN {while(1);}'"))).isEmpty();
    }

    /** A backtracking engine would need longer than the universe has existed. */
    @Test
    void isNotStalledByAnExpression() {
        assertThat(apply(List.of("a".repeat(2_000) + "!"), "grep -E '^(a+)+$'")).isEmpty();
    }

    private static List<String> apply(List<String> lines, String filter) {
        return TextFilters.apply(lines, stage(filter)).orElseThrow();
    }

    private static CommandLine.Stage stage(String text) {
        return CommandLine.parse(text).orElseThrow().first();
    }
}
