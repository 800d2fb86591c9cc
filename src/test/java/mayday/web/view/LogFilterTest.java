package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogFilterTest {
    private static final CardBody.Line REFUSED = new CardBody.Line("04:10:31", "ERROR", "web-1", "503 (pool empty)");
    private static final CardBody.Line RETRY = new CardBody.Line("04:10:32", "WARN", "web-2", "retry 2/3");
    private static final CardBody.Log LOG = new CardBody.Log(List.of(REFUSED, RETRY), List.of("ERROR", "WARN"), 0);

    @Test
    void showsEverythingWhenNothingIsAsked() {
        assertThat(LogFilter.NONE.of(LOG)).containsExactly(REFUSED, RETRY);
    }

    @Test
    void filtersByLevelHostAndExpression() {
        assertThat(LogFilter.of("WARN", "").of(LOG)).containsExactly(RETRY);
        assertThat(LogFilter.of("", "WEB-1").of(LOG)).containsExactly(REFUSED);
        assertThat(LogFilter.of("", "retry \\d/3|nothing").of(LOG)).containsExactly(RETRY);
        assertThat(LogFilter.of("ERROR", "retry").of(LOG)).isEmpty();
    }

    @Test
    void takesABrokenExpressionAsPlainTextAndSaysSo() {
        var filter = LogFilter.of("", "(pool");
        assertThat(filter.mistake()).contains("Not a regular expression");
        assertThat(filter.of(LOG)).containsExactly(REFUSED);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(LogFilter.of("", "x".repeat(5_000)).text()).hasSize(LogFilter.MOST_CHARACTERS);
    }
}
