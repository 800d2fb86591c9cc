package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mayday.scenario.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The ontology has something to say about everything that can be asked, in every register, and says nothing twice. */
class OntologyTest {
    private static final List<String> REGISTERS =
            List.of("terse", "plain", "typo", "verbose", "non-native", "slang", "spoken", "indirect", "command");
    private static final int LEAST_PHRASINGS = 60;

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void hasEveryDimensionInEveryRegister(Dimension dimension) {
        Map<String, Object> file = YAMLMapper.shared()
                .readValue(
                        new File("src/main/resources/ontology/dimensions/" + dimension.id() + ".yaml"),
                        new TypeReference<>() {});

        assertThat(file.keySet()).contains("say", "say-of").containsAll(REGISTERS);
        assertThat(file.values().stream()
                        .filter(List.class::isInstance)
                        .mapToInt(phrasings -> ((List<?>) phrasings).size())
                        .sum())
                .isGreaterThanOrEqualTo(LEAST_PHRASINGS);
    }

    @Test
    void knowsEveryTopicOfWhichSomebodyWasHeard() {
        var taught = Taught.load().heard().stream()
                .map(example -> ((Topic.Known) example.topic()).name())
                .collect(Collectors.toSet());

        assertThat(new File("src/main/resources/ontology/heard").list())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(taught).contains(file.replace(".yaml", "")));
    }

    @Test
    void hasThirtyTwoDimensions() {
        assertThat(Dimension.values()).hasSize(32);
        assertThat(Taught.load().sayings()).hasSize(32);
    }

    @Test
    void knowsItsWordsFromThoseThatNobodyUses() {
        var ontology = Ontology.load(Learnt.load());

        assertThat(ontology.hasWordOf("frobnicate the quux")).isFalse();
        assertThat(ontology.hasWordOf("frobnicate the latencies and replicas")).isTrue();
        assertThat(ontology.hasWordOf("stop all that, please")).isTrue();
    }

    @Test
    void saysNothingUnderTwoNames() {
        var topics = new HashMap<String, Topic>();
        var clashes = new TreeSet<String>();
        for (var example : Phrasings.of(Taught.load())) {
            var key = example.phrasing().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9{}]+", " ");
            var other = topics.putIfAbsent(key, example.topic());
            if (other != null && !other.equals(example.topic())) {
                clashes.add(example.phrasing());
            }
        }

        assertThat(clashes).isEmpty();
    }
}
