package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log card offers to ask next. */
class LogQuestionsTest {
    private static final Instant AS_OF = Instant.parse("2026-03-12T14:10:00Z");
    private static final CardBody.Log LOG = new CardBody.Log(
            List.of(new CardBody.Line("14:05:01", "ERROR", "web-1", "503 (pool empty)")), List.of("ERROR"), 4_000);

    @Test
    void asksForWhatWasWrittenSince() {
        assertThat(LogQuestions.of("checkout in eu-west logs", LOG, AS_OF, LogFilter.NONE))
                .isEqualTo(new LogQuestions(
                        "logs of checkout in eu-west since 14:10",
                        "journalctl -u checkout --since 14:05:01 in eu-west"));
    }

    @Test
    void looksThroughTheWholeLogWithTheFilter() {
        assertThat(LogQuestions.of("web-3 logs", LOG, AS_OF, LogFilter.of("ERROR", "pool|don't"))
                        .whole())
                .isEqualTo("journalctl -u web --since 14:05:01 -p err | grep -iE 'pool|don.t' on web-3");
        assertThat(LogQuestions.of("web logs", LOG, AS_OF, LogFilter.of("", "(pool"))
                        .whole())
                .isEqualTo("journalctl -u web --since 14:05:01 | grep -iF '(pool'");
    }

    @Test
    void offersNothingForWhatAnAuthorWrote() {
        assertThat(LogQuestions.of("Slow query log", LOG, AS_OF, LogFilter.NONE))
                .isEqualTo(new LogQuestions("", ""));
    }
}
