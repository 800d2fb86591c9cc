package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {
    private static final Lexicon LEXICON = Ontology.wordLists();
    private final Reader reader =
            new Reader(LEXICON, new Spelling(Map.of(), _ -> true), new Names(Storefront.system(), LEXICON));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errors of orders-db                | [orders-db]",
                "errors of the orders db            | [orders-db]",
                "errors of ordersdb                 | [orders-db]",
                "is the orders database slow        | [orders-db]",
                "recs latency                       | [recommendations]",
                "payment service errors             | [payments]",
                "is the load balancer ok            | [edge]",
                "is the card provider up            | [cardlink]",
                "cart in eu and ap                  | [cart in eu-west, cart in ap-south]",
                "cpu of checkout-3                  | [checkout-3]",
                "cpu of checkout-7d9f8-x2bqk         | [checkout]",
                "cpu of checkout-archive            | []",
                "is eu-west-1 affected              | [eu-west]",
                "tell us the error rate             | []",
                "errors in the us                   | [us-east]",
                "who is in the data team            | [team data]",
                "how many users are affected        | []",
                "search the logs for timeouts       | []",
                "latency of search                  | [search]",
                "check out the dashboards           | []",
                "is opensearch slow                 | [search]",
                "does api.cardlink.example resolve  | [cardlink]",
                "do the resolvers answer            | [resolver]",
                "are the name servers up            | [resolver]",
                "mtr orders-db.eu-west.shop.internal | [orders-db in eu-west]",
                "errors of orders-db-1.eu-west.shop.internal | [orders-db-1]"
            })
    void names(String words, String targets) {
        assertThat(Mentions.in(reader.pieces(words)).targets())
                .extracting(target -> target.words())
                .hasToString(targets);
    }

    @Test
    void aSharedNameStaysOpen() {
        assertThat(Mentions.in(reader.pieces("is redis ok")).oneOf())
                .singleElement()
                .satisfies(one -> assertThat(one.services())
                        .extracting(service -> service.id().value())
                        .containsExactly("catalog-cache", "session-store"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka lag                          | kafka",
                "is the shipping service ok         | shipping",
                "the gizmo service is slow          | gizmo service",
                "errors of gizmo-db                 | gizmo-db",
                "memory of accounts-cache           | accounts-cache",
                "is mongo-1 up                      | mongo-1",
                "errors in us-west-2                | us-west-2",
                "cpu of checkout-77                 | checkout-77",
                "latency of checkout.us-west.shop.internal | us-west"
            })
    void missing(String words, String name) {
        assertThat(reader.pieces(words).stream()
                        .filter(Piece.Missing.class::isInstance)
                        .map(piece -> ((Piece.Missing) piece).name())
                        .toList())
                .isEqualTo(List.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "the affected service",
        "the price of an outage",
        "who does support",
        "the whole system",
        "our payment provider"
    })
    void ordinaryWordsMissNothing(String words) {
        assertThat(reader.pieces(words)).noneMatch(Piece.Missing.class::isInstance);
    }
}
