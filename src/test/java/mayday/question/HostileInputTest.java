package mayday.question;

import static mayday.question.LoadedModel.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import mayday.Turns;
import mayday.incident.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, pasted or sent is answered at once and does no harm. */
class HostileInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "?",
                "\0\0\0",
                "\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25\uD83D\uDD25",
                "\uD800 lone surrogate",
                "\u202Egnp.exe\u202C",
                "что сломалось и с какого времени",
                "何が起きていますか",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                "'; DROP TABLE incidents; --",
                "<script>alert(1)</script>",
                "%n%n%n%s%s%s",
                "../../../../etc/passwd",
                "(((((((((((((((((((((((((((((((((((((((((((",
                "\\d+\\1(?<=a+)+$",
                "kubectl",
                "sudo",
                "ssh checkout-1",
                "between 25:99 and 77:00"
            })
    void revealsNothing(String words) {
        assertThat(ask(words).interpretations()).isEmpty();
        assertThat(ask(words).reply()).isNotEmpty();
    }

    @Test
    void readsNoFurtherThanAQuestionIsLong() {
        assertThat(ask("a ".repeat(500_000)).outcome()).isNotEqualTo(Outcome.ANSWERED);
        assertThat(ask("and ".repeat(100_000) + "error rate of checkout").outcome())
                .isNotEqualTo(Outcome.ANSWERED);
    }

    /** Whatever is written, the sentence model reads it a bounded number of times, and no rule runs away on its own words: this ends. */
    @Test
    void takesABoundedNumberOfReadings() {
        var words = new String[] {
            "please ",
            "just ",
            "could ",
            "we ",
            "should ",
            "it ",
            "be ",
            "is ",
            "the ",
            "service ",
            "roll ",
            "back ",
            "last ",
            "hour ",
            "and ",
            "what ",
            "if ",
            "a ",
            "of ",
            "checkout ",
            "to ",
            "me ",
            "all ",
            "not ",
            "in ",
            "- ",
            "orders-db-",
            "1 ",
            ", ",
            "? ",
            "$ ",
            "run "
        };
        var random = new SplittableRandom(7);
        for (var i = 0; i < Turns.many(15, 60); i++) {
            var text = new StringBuilder();
            while (text.length() < 390) {
                text.append(words[random.nextInt(words.length)]);
            }
            assertThat(ask(text.toString())).isNotNull();
            assertThat(Fragments.sentences(LoadedModel.pieces(text.toString())))
                    .hasSizeLessThanOrEqualTo(Fragments.MOST);
            for (var sentence : Fragments.sentences(LoadedModel.pieces(text.toString()))) {
                assertThat(Fragments.of(sentence.pieces(), Separator.STOP)).hasSizeLessThanOrEqualTo(Fragments.MOST);
            }
        }
    }
}
