package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.incident.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a log are wanted, in words, becomes the command that looks for them. */
class LogWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "logs of checkout containing timeout; journalctl -u checkout | grep -iF 'timeout'",
                "checkout logs that mention \"connection refused\"; journalctl -u checkout | grep -iF 'connection refused'",
                "log lines of checkout with the word timeout; journalctl -u checkout | grep -iF 'timeout'",
                "grep OutOfMemory in payments logs; journalctl -u payments | grep -iF 'outofmemory'",
                "search the logs of payments for \"card declined\"; journalctl -u payments | grep -iF 'card declined'",
                "look through the checkout logs for deadlock; journalctl -u checkout | grep -iF 'deadlock'",
                "logs of checkout with status 503; journalctl -u checkout | grep -iE '\\b503\\b'",
                "logs of checkout with status 5xx; journalctl -u checkout | grep -iE '\\b5[0-9]{2}\\b'",
                "logs of checkout with status 503 after 14:00; journalctl -u checkout --since \"2026-03-10 14:00\" | grep -iE '\\b503\\b'",
                "logs of checkout containing timeout in the last 15 minutes; journalctl -u checkout --since \"15 min ago\" | grep -iF 'timeout'",
                "logs of checkout containing timeout between 13:40 and 13:50; journalctl -u checkout --since \"2026-03-10 13:40\" --until \"2026-03-10 13:50\" | grep -iF 'timeout'",
                "only errors in the checkout logs; journalctl -u checkout -p err",
                "checkout logs, only warnings; journalctl -u checkout -p warning",
                "checkout logs at level error containing pool; journalctl -u checkout -p err | grep -iF 'pool'",
                "logs of checkout-3 containing timeout; journalctl -u checkout | grep -iF 'timeout'"
            })
    void becomeACommand(String words, String command) {
        assertThat(LoadedModel.ask(words).interpretations())
                .extracting(each -> each.command())
                .containsExactly(command);
    }

    @ParameterizedTest
    @CsvSource({
        "logs of checkout",
        "error rate of checkout",
        "show the checkout logs of the last hour",
        "what do the logs of cart say"
    })
    void nothingInParticularIsWanted(String words) {
        assertThat(LoadedModel.ask(words).interpretations())
                .extracting(each -> each.command())
                .containsExactly("");
    }

    @Test
    void ofNoServiceItIsAskedOfWhichWithTheSearchInTheChip() {
        var understood = LoadedModel.ask("logs containing timeout");

        assertThat(understood.outcome()).isEqualTo(Outcome.ASK_BACK);
        assertThat(understood.suggestions())
                .extracting(each -> each.say())
                .containsExactly("What do the logs of edge say containing \"timeout\"");
        assertThat(LoadedModel.ask("What do the logs of edge say containing \"timeout\"")
                        .interpretations())
                .extracting(each -> each.command())
                .containsExactly("journalctl -u edge | grep -iF 'timeout'");
    }

    /** What is looked for ends up in a command line: nothing of it gets out of its quotes. */
    @Test
    void quotesStayWithinTheirQuotes() {
        assertThat(LoadedModel.ask("logs of checkout containing \"it's ; rm -rf\"")
                        .interpretations())
                .extracting(each -> each.command())
                .containsExactly("journalctl -u checkout | grep -iF 'its ; rm -rf'");
    }

    @Test
    void ofAServiceThatIsNotThereNothingIsShown() {
        assertThat(LoadedModel.ask("grep timeout in the kafka logs").outcome()).isEqualTo(Outcome.ABSENT);
    }
}
