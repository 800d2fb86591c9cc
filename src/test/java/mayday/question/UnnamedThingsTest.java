package mayday.question;

import static mayday.question.LoadedModel.ask;
import static mayday.question.LoadedModel.read;
import static org.assertj.core.api.Assertions.assertThat;

import mayday.incident.Outcome;
import mayday.scenario.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who names nothing means anything, or one thing that only he knows. */
class UnnamedThingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OOM kills?                              | MEMORY",
                "did something run out of memory         | MEMORY",
                "are we running out of inodes anywhere?   | DISK",
                "slow queries anyone?                    | DB_HEALTH",
                "is any pool exhausted?                  | CONN_POOLS",
                "I wonder if some machine runs hot       | CPU",
                "are we low on memory here               | MEMORY"
            })
    void anythingIsAnsweredForAll(String words, Dimension dimension) {
        var understood = ask(words);

        assertThat(understood.interpretations()).singleElement().satisfies(answered -> {
            assertThat(answered.dimension()).isEqualTo(dimension);
            assertThat(answered.targets()).hasSizeGreaterThan(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu on that box",
                "its heap?",
                "how full is the disk of the machine Wei meant",
                "how much memory does it use",
                "show me the last lines of its log",
                "is that one's pool exhausted",
                "The pool to orders-db has room, Priya showed me. That other service, how many threads has it?"
            })
    void oneThingIsAskedBack(String words) {
        assertThat(ask(words).outcome()).isEqualTo(Outcome.ASK_BACK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catalog is slow, what's its p95 and is the cache even hitting | latency[catalog] cache[catalog-cache]",
                "TTL of cardlink's name, and which address does it give        | dns-ttl-resolver[cardlink] dns-resolution[cardlink]"
            })
    void whatIsNamedBesideItIsMeant(String words, String heard) {
        assertThat(read(ask(words))).isEqualTo(heard);
    }
}
