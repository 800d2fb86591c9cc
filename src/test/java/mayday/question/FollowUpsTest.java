package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said after something else, and how it is read: exactly. The page is about edge, it is 14:02, and the page came at 14:00. */
class FollowUpsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The same of something else.
                "error rate of checkout          | and in eu?                     | error-rate[checkout in eu-west]",
                "error rate of checkout          | what about us?                 | error-rate[checkout in us-east]",
                "error rate of checkout          | same for payments              | error-rate[payments]",
                "error rate of checkout          | and payments?                  | error-rate[payments]",
                "error rate of checkout in eu    | same for payments              | error-rate[payments in eu-west]",
                "error rate of checkout          | how about cart and payments    | error-rate[cart, payments]",
                "error rate of checkout          | again for payments             | error-rate[payments]",
                "cpu of checkout-2               | and checkout-3?                | cpu[checkout-3]",
                "error rate of checkout          | and latency?                   | latency[checkout]",
                "error rate of checkout in eu    | and latency?                   | latency[checkout in eu-west]",
                "latency of payments             | and what about traffic         | traffic[payments]",
                "error rate of checkout          | logs?                          | logs[checkout]",
                "latency of checkout             | in ap-south                    | latency[checkout in ap-south]",
                // The other places.
                "error rate of checkout in eu    | what about the other regions   | error-rate[checkout in us-east, checkout in ap-south]",
                "error rate of checkout in eu    | and the others?                | error-rate[checkout in us-east, checkout in ap-south]",
                "error rate of checkout in eu    | and elsewhere?                 | error-rate[checkout in us-east, checkout in ap-south]",
                "latency in eu                   | and in the other regions       | latency[us-east, ap-south]",
                "error rate of checkout          | and the other regions?         | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south]",
                "error rate of checkout in eu    | and everywhere?                | error-rate[checkout]",
                "error rate of checkout in eu    | same for all regions           | error-rate[checkout]",
                "cpu of checkout-2               | and the other hosts            | cpu[checkout-1, checkout-3, checkout-4, checkout-5, checkout-6]",
                // Spread out.
                "error rate of checkout          | per region                     | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south]",
                "error rate of checkout          | by region?                     | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south]",
                "error rate of checkout          | for each region                | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south]",
                "latency of checkout and payments | per region                    | latency[checkout in eu-west, checkout in us-east, checkout in ap-south, payments in eu-west, payments in us-east, payments in ap-south]",
                "cpu of checkout in eu           | per host                       | cpu[checkout-1, checkout-2, checkout-3, checkout-4, checkout-5, checkout-6]",
                "cpu of checkout in eu           | by pod please                  | cpu[checkout-1, checkout-2, checkout-3, checkout-4, checkout-5, checkout-6]",
                "cpu of checkout in eu           | top 5 hosts                    | cpu[checkout-1, checkout-2, checkout-3, checkout-4, checkout-5, checkout-6]",
                "are the databases healthy       | again                          | db-health[orders-db, catalog-db, accounts-db]",
                "db health of orders-db          | each service                   | db-health[orders-db, catalog-db, accounts-db]",
                // What it uses: the topology is no secret.
                "error rate of checkout          | and its database?              | error-rate[orders-db]",
                "logs of checkout                | and its database               | logs[orders-db]",
                "when did it start on checkout   | and its database               | db-health[orders-db]",
                "error rate of catalog           | and its cache?                 | error-rate[catalog-cache]",
                "latency of payments             | what about its provider        | latency[cardlink]",
                "error rate of checkout          | and its dependencies?          | dependency-status[checkout]",
                "error rate of checkout          | what about what it calls       | dependency-status[checkout]",
                // The same once more, or more of it.
                "error rate of checkout          | again                          | error-rate[checkout]",
                "error rate of checkout          | and now?                       | error-rate[checkout]",
                "error rate of checkout          | once more please               | error-rate[checkout]",
                "error rate of checkout          | refresh                        | error-rate[checkout]",
                "error rate of checkout          | show me more                   | error-rate[checkout] last 3h",
                "error rate of checkout          | more                           | error-rate[checkout] last 3h",
                "logs of checkout                | show me more                   | logs[checkout] last 30m",
                "latency of cart, last 15 min    | more please                    | latency[cart] last 30m",
                "latency of cart since 13:50     | further back                   | latency[cart] since 12:50",
                "latency of cart, last 15 min    | zoom out                       | latency[cart] last 30m",
                // Another time.
                "error rate of checkout          | and yesterday?                 | error-rate[checkout] 9th 00:00 to 00:00",
                "error rate of checkout          | and in the last 24 hours?      | error-rate[checkout] last 24h",
                "error rate of checkout          | since 13:50                    | error-rate[checkout] since 13:50",
                "error rate of checkout          | before the page?               | error-rate[checkout] 13:00 to 14:00",
                "error rate of checkout          | and an hour ago                | error-rate[checkout] 12:52 to 13:12",
                "error rate of checkout          | same time yesterday            | error-rate[checkout] 9th 13:52 to 9th 14:12",
                "error rate of checkout since 13:50 | and in us?                  | error-rate[checkout in us-east] since 13:50",
                "error rate of checkout          | and payments since 13:30       | error-rate[payments] since 13:30",
                "error rate of checkout since 13:50 | logs of payments since then | logs[payments] since 13:50",
                "error rate of checkout between 13:40 and 13:50 | latency since then | latency[] since 13:40",
                "error rate of checkout          | per region since 13:50         | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south] since 13:50",
                // Beside another.
                "error rate of checkout          | compare with last week         | error-rate[checkout] error-rate[checkout] 3rd 13:02 to 3rd 14:02",
                "error rate of checkout          | compare with yesterday         | error-rate[checkout] error-rate[checkout] 9th 13:02 to 9th 14:02",
                "latency of cart, last 15 min    | compared to a week ago         | latency[cart] last 15m latency[cart] 3rd 13:52 to 3rd 14:12",
                "error rate of checkout          | compare with payments          | error-rate[checkout, payments]",
                "error rate of checkout in eu    | vs us                          | error-rate[checkout in eu-west, checkout in us-east]",
                "error rate of checkout in eu    | compare with the other regions | error-rate[checkout in eu-west, checkout in us-east, checkout in ap-south]",
                "error rate of checkout          | vs payments                    | error-rate[checkout, payments]",
                // One of several.
                "error rate of checkout and payments | the second one             | error-rate[payments]",
                "error rate of checkout and payments | only the first             | error-rate[checkout]",
                "error rate of checkout and payments | just the last one          | error-rate[payments]",
                "cpu?                            | the first one                  | cpu[edge]",
                "cpu?                            | 1                              | cpu[edge]",
                "cpu?                            | of checkout                    | cpu[checkout]",
                "cpu?                            | checkout in eu                 | cpu[checkout in eu-west]",
                "cpu per host?                   | of checkout in eu              | cpu[checkout-1, checkout-2, checkout-3, checkout-4, checkout-5, checkout-6]"
            })
    void isReadInTheLightOfTheQuestionBefore(String before, String said, String heard) {
        assertThat(read(LoadedModel.askInTurn(before, said))).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "logs of checkout; only 503s; journalctl -u checkout | grep -iE '\\b503\\b'",
                "logs of checkout; just the errors; journalctl -u checkout -p err",
                "logs of checkout in eu; containing timeout; journalctl -u checkout | grep -iF 'timeout'",
                "logs of checkout since 13:50; only errors; journalctl -u checkout --since \"2026-03-10 13:50\" -p err",
                "logs of checkout containing timeout; same for payments; journalctl -u payments | grep -iF 'timeout'",
                "logs of checkout containing timeout; and in eu?; journalctl -u checkout | grep -iF 'timeout'",
                "journalctl -u checkout -p err; only 503s; journalctl -u checkout -p err | grep -iE '\\b503\\b'",
                "logs containing timeout; of checkout; journalctl -u checkout | grep -iF 'timeout'"
            })
    void searchesTheLogThatWasShown(String before, String said, String command) {
        assertThat(LoadedModel.askInTurn(before, said).interpretations())
                .extracting(each -> each.command())
                .containsExactly(command);
    }

    @Test
    void only503sOfAnErrorRateAsksForTheKindsOfErrors() {
        assertThat(read(LoadedModel.askInTurn("error rate of checkout", "only 503s")))
                .isEqualTo("error-types[checkout]");
    }

    @Test
    void whatItHasNotGotIsSaid() {
        assertThat(LoadedModel.askInTurn("error rate of payments", "and its cache?")
                        .reply())
                .isEqualTo("payments uses no cache. Ask what it depends on, or about another service.");
        assertThat(LoadedModel.askInTurn("error rate of payments", "compare with kafka")
                        .outcome())
                .isEqualTo(Outcome.ABSENT);
        assertThat(LoadedModel.askInTurn("cpu?", "the third one").reply()).isEqualTo(Replies.NO_SUCH_CHOICE);
    }

    @ParameterizedTest
    @CsvSource({
        "per region",
        "again",
        "more",
        "the second one",
        "and its database?",
        "since then",
        "compare with last week"
    })
    void withoutAQuestionBeforeNothingOfTheKindIsRevealed(String said) {
        var understood = LoadedModel.ask(said);

        assertThat(read(understood)).isIn("", "region-scope[]", "error-rate[] last 168h");
        assertThat(understood.interpretations().isEmpty() ? understood.reply() : "answered")
                .isNotEmpty();
    }

    @Test
    void sinceTheDeployIsSinceTheOneThatWasShown() {
        var shown = new Heard("", List.of(deploy("13:52", "checkout"), deploy("13:20", "cart")));
        var conversation = LoadedModel.saying(
                new Conversation.Turn("any deploys?", LoadedModel.ask("any deploys?"), LoadedModel.NOW, shown));

        assertThat(read(say("errors since the deploy", conversation))).isEqualTo("error-rate[] since 13:52");
        assertThat(read(say("latency of cart since the cart deploy", conversation)))
                .isEqualTo("latency[cart] since 13:20");
        assertThat(read(say("latency of cart since then", conversation))).isEqualTo("latency[cart] since 13:52");
        assertThat(read(say("errors of checkout before the deploy", conversation)))
                .isEqualTo("error-rate[checkout] 12:52 to 13:52");
    }

    @Test
    void ofADeployThatNobodyWasShownItIsAskedWhich() {
        var understood = LoadedModel.ask("errors since the deploy");

        assertThat(understood.outcome()).isEqualTo(Outcome.ASK_BACK);
        assertThat(understood.reply()).isEqualTo(Replies.WHICH_DEPLOY);
        assertThat(understood.suggestions()).isEmpty();
    }

    @Test
    void sinceThenIsSinceTheTimeThatWasTold() {
        var told = new Heard("13:47", List.of());
        var conversation = LoadedModel.saying(
                new Conversation.Turn("since when?", LoadedModel.ask("since when?"), LoadedModel.NOW, told));

        assertThat(read(say("logs of checkout since then", conversation))).isEqualTo("logs[checkout] since 13:47");
    }

    private static Understanding say(String words, Conversation conversation) {
        return LoadedModel.interpreter(Storefront.scenario()).understand(words, conversation);
    }

    private static Landmarks.Deploy deploy(String clock, String service) {
        return new Landmarks.Deploy(Instant.parse("2026-03-10T" + clock + ":00Z"), service);
    }

    /** {@code error-rate[checkout] since 13:50}. */
    private static String read(Understanding understood) {
        var parts = new ArrayList<String>();
        for (var each : understood.interpretations()) {
            var one = Understanding.answered(List.of(each));
            parts.add((LoadedModel.read(one) + " " + words(each.window())).strip());
        }
        return String.join(" ", parts);
    }

    static String words(Window window) {
        return switch (window) {
            case Window.Usual() -> "";
            case Window.Last(var length) -> "last " + length(length);
            case Window.Since(var from) -> "since " + clock(from);
            case Window.Between(var from, var until) -> clock(from) + " to " + clock(until);
        };
    }

    private static String length(Duration length) {
        return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
    }

    /** With the day of the month if it is not the day of the page. */
    private static String clock(Instant at) {
        var text = at.toString();
        return (text.startsWith("2026-03-10") ? "" : Integer.parseInt(text.substring(8, 10)) + ordinal(text) + " ")
                + text.substring(11, 16);
    }

    private static String ordinal(String at) {
        return at.startsWith("03", 8) ? "rd" : "th";
    }
}
