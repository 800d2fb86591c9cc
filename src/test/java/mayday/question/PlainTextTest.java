package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.incident.Limits;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void isLowerCaseWithSingleBlanks() {
        assertThat(PlainText.of("  Error\tRATE\n of  Checkout ")).isEqualTo("error rate of checkout");
    }

    @Test
    void hasNoLookAlikesAndNothingInvisible() {
        assertThat(PlainText.of("ｅｒｒｏｒ rate\u200B of caf\u00E9, it\u2019s \u202Eslow"))
                .isEqualTo("error rate of cafe, it's slow");
    }

    @Test
    void isCut() {
        assertThat(PlainText.of("x".repeat(10_000))).hasSize(Limits.QUESTION_CHARACTERS);
    }

    @Test
    void whatHasHardlyALetterIsUnreadable() {
        assertThat(PlainText.isUnreadable(PlainText.of("\u0001\u0002 99 ##"))).isTrue();
        assertThat(PlainText.isUnreadable(PlainText.of("何が起きていますか p99"))).isTrue();
        assertThat(PlainText.isUnreadable(PlainText.of("p99?"))).isFalse();
    }
}
