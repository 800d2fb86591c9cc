package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunOnsTest {

    @Test
    void aQuestionBeginsWithItsQuestionWord() {
        assertThat(cut("which services are broken which settings were changed and how slow is it"))
                .containsExactly("which services are broken", "which settings were changed and how slow is it");
    }

    @Test
    void aQuestionBeginsWithItsVerb() {
        assertThat(cut("what is its p95 is the cache hitting"))
                .containsExactly("what is its p95", "is the cache hitting");
    }

    /** "How slow is it" and "I want to know which" are one stretch each. */
    @Test
    void aVerbBelongsToTheQuestionWordBeforeIt() {
        assertThat(cut("how slow is it")).isEmpty();
        assertThat(cut("i want to know which service fails")).isEmpty();
        assertThat(cut("in which region is the resolver")).isEmpty();
    }

    @Test
    void whatWouldFallIntoTooManyPiecesStaysWhole() {
        assertThat(cut("what a b who c d which e f how g h when i j where k l")).isEmpty();
    }

    private static List<String> cut(String text) {
        return RunOns.of(LoadedModel.pieces(text)).stream().map(Reader::read).toList();
    }
}
