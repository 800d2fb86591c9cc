package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.FaultClass;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of saying something that is recognised, whatever is looked at first to pass over sentences that say nothing of the sort. */
class ClaimWordsTest {
    private static final Instant NOW = TinyShop.PAGED_AT;

    private static List<Claim> claims(String text) {
        return ClaimWords.in(text, TinyShop.scenario(), NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is fixed.",
                "Resolved",
                "We have mitigated it.",
                "The shop recovered.",
                "Service is restored.",
                "All back to normal.",
                "All clear!",
                "The outage is solved.",
                "That’s over.",
                "Login works again.",
                "The edge is up again."
            })
    void thatItIsOver(String text) {
        assertThat(claims(text)).containsExactly(new Claim.Fixed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No customer impact.",
                "There is no impact",
                "None of our customers are affected.",
                "Users are not hurt.",
                "Nobody is affected."
            })
    void thatNobodyIsHurt(String text) {
        assertThat(claims(text)).containsExactly(new Claim.NoImpact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Checkout fails for one in five",
                "Users get errors",
                "Customers cannot pay",
                "People can’t log in",
                "Orders are affected",
                "Payments were impacted",
                "Shoppers are hurt",
                "Requests are slow",
                "Viewers are unable to watch"
            })
    void thatCustomersAreHurt(String text) {
        assertThat(claims(text)).containsExactly(new Claim.CustomersHurt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The root cause was the cache.",
                "It was caused by the cache",
                "This is because of the cache",
                "Slow due to the cache",
                "The cause is the cache",
                "Culprit: the cache"
            })
    void whatItComesFrom(String text) {
        assertThat(claims(text)).containsExactly(new Claim.RootCause(FaultClass.CACHE, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Next update in 10 minutes.",
                "I will update you within 10 min",
                "More at 14:10",
                "More news by 14:10",
                "News in about 10 m"
            })
    void whenTheNextUpdateComes(String text) {
        assertThat(claims(text)).containsExactly(new Claim.NextUpdate(NOW.plus(Duration.ofMinutes(10))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ETA 14:10",
                "Fixed by 14:10",
                "We resolve this within 10 min",
                "Mitigation in 10 minutes",
                "We expect to recover in 10 minutes",
                "Restored at 14:10",
                "It will be over by 14:10",
                "Back in 10 min",
                "Done in 10 min",
                "Normal by 14:10"
            })
    void whenItWillBeOver(String text) {
        assertThat(claims(text)).containsExactly(new Claim.Eta(NOW.plus(Duration.ofMinutes(10))));
    }

    @Test
    void sentencesEndAtStopsAndAtLineBreaks() {
        var said = Stream.of(
                        "Orders fail. Next update in 10 min",
                        "Orders fail\n\nNext update in 10 min",
                        "Orders fail;\tnext update in 10 min!\n")
                .map(ClaimWordsTest::claims);
        assertThat(said)
                .allMatch(claims -> claims.equals(
                        List.of(new Claim.CustomersHurt(), new Claim.NextUpdate(NOW.plus(Duration.ofMinutes(10))))));
        assertThat(claims("Not over.It is not fixed")).isEmpty();
    }
}
