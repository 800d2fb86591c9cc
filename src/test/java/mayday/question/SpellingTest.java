package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private final Spelling spelling = new Spelling(
            Map.of("latency", 9, "error", 9, "rate", 9, "the", 50, "deploys", 5),
            Set.of("lately", "deplore")::contains);

    @Test
    void mendsASlip() {
        assertThat(spelling.mended("latnecy")).isEqualTo("latency");
        assertThat(spelling.mended("eror")).isEqualTo("error");
        assertThat(spelling.mended("teh")).isEqualTo("the");
    }

    @Test
    void findsAForgottenBlank() {
        assertThat(spelling.mended("errorrate")).isEqualTo("error rate");
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        assertThat(spelling.mended("lately")).isEqualTo("lately");
        assertThat(spelling.mended("deploring")).isEqualTo("deploring");
        assertThat(spelling.mended("p99")).isEqualTo("p99");
        assertThat(spelling.mended("xyzzyx")).isEqualTo("xyzzyx");
    }

    @Test
    void countsASwapAsOneEdit() {
        assertThat(EditDistance.between("wehn", "when", 2)).isEqualTo(1);
        assertThat(EditDistance.between("kitten", "sitting", 3)).isEqualTo(3);
        assertThat(EditDistance.between("short", "very long", 2)).isGreaterThan(2);
    }
}
