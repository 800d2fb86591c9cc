package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mayday.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named by who looks after it or by what it is written in, in the shop that is shipped. */
class OwnedTest {
    private static final Lexicon LEXICON = Ontology.wordLists();
    private static final Scenario SCENARIO = Evaluations.shipped("elevated-500s");
    private final Reader reader =
            new Reader(LEXICON, new Spelling(Map.of(), _ -> true), new Names(SCENARIO.system(), LEXICON));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amara's service, is it slow             | [web]",
                "heap of Wei's boxes                     | [catalog]",
                "the Node.js thing, how many instances   | []",
                "latency of the Python service           | [recommendations]",
                "cpu of the one written in Python        | [recommendations]",
                "ready to go service by service          | []",
                "did Amara restart anything              | []"
            })
    void isKnownIfItIsOneThing(String words, String targets) {
        assertThat(Mentions.in(reader.pieces(words)).targets())
                .extracting(target -> target.words())
                .hasToString(targets);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"threads of the Java service | 3", "errors of Priya's service | 3"})
    void staysOpenIfItIsSeveral(String words, int fit) {
        assertThat(Mentions.in(reader.pieces(words)).oneOf())
                .singleElement()
                .satisfies(one -> assertThat(one.services()).hasSize(fit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not web, not catalog: the log of accounts | [accounts]",
                "other than cart, is search slow           | [search]",
                "whether or not checkout is slow           | [checkout]",
                "not web                                   | [web]"
            })
    void whatIsSetAsideIsNotMeant(String words, String targets) {
        assertThat(Mentions.in(reader.pieces(words)).targets())
                .extracting(target -> target.words())
                .hasToString(targets);
    }
}
