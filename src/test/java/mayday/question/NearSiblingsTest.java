package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

/** Dimensions that are easily taken for one another are told apart: who asks about deploys learns nothing of flags. */
class NearSiblingsTest {

    static List<Map<String, List<String>>> pairs() {
        return Utterances.table("near-siblings", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void areToldApart(Map<String, List<String>> pair) {
        var asking = Evaluations.asking(LoadedModel.MODEL, Evaluations.shipped("elevated-500s"));
        var misunderstood = new ArrayList<String>();
        pair.forEach((dimension, questions) -> {
            assertThat(questions).as(dimension).hasSizeGreaterThanOrEqualTo(6);
            for (var question : questions) {
                var understood = asking.apply(question);
                if (!QuestionReport.dimensions(understood).equals(java.util.Set.of(dimension))) {
                    misunderstood.add(
                            dimension + ": " + question + " -> " + LoadedModel.read(understood) + understood.reply());
                }
            }
        });

        assertThat(misunderstood).isEmpty();
    }
}
