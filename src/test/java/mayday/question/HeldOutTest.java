package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Utterances that nobody who wrote phrasings has seen are understood well enough. Prints figures, never the utterances. */
class HeldOutTest {

    @Test
    void isUnderstoodWellEnough() throws IOException {
        var report = QuestionReport.heldOut(LoadedModel.MODEL);
        System.out.println(report.table());

        assertThat(report.share("single", QuestionReport.Mark.RIGHT))
                .as("singles")
                .isGreaterThanOrEqualTo(0.85);
        assertThat(report.share("single", QuestionReport.Mark.WRONG))
                .as("singles, wrongly revealed")
                .isLessThanOrEqualTo(0.05);
        assertThat(report.share("compound", QuestionReport.Mark.RIGHT))
                .as("compounds")
                .isGreaterThanOrEqualTo(0.80);
        assertThat(report.share("seed-five", QuestionReport.Mark.RIGHT))
                .as("the first five")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(report.share("negative", QuestionReport.Mark.WRONG))
                .as("negatives, revealed")
                .isLessThanOrEqualTo(0.08);
    }
}
