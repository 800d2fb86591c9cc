package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.Understanding;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which action of its scenario an order means, and what is filled in before the learner confirms. */
class OrdersTest {
    private static final Library SHIPPED = Shipped.library();
    private static final Library FEATURES = Library.read(Path.of("src/test/resources/features"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "block the scraper                          | block-client price-scraper",
                "can we ban the price scraper?              | block-client price-scraper",
                "block the load generators                  | block-client load-generators",
                "stop the bots                              | block-client",
                "unblock the price scraper                  | unblock-client price-scraper",
                "turn off inline recs                       | set-flag inline-recs on=false",
                "disable the inline-recs flag               | set-flag inline-recs on=false",
                "turn gift wrap on                          | set-flag gift-wrap on=true",
                "please switch the dense grid off           | set-flag dense-grid on=false",
                "turn the feature flag off                  | set-flag on=false",
                "move traffic out of eu                     | drain-region eu-west",
                "drain eu-west                              | drain-region eu-west",
                "let's evacuate us-east                     | drain-region us-east",
                "send the traffic back to eu                | return-region eu-west",
                "kill that query on orders-db               | kill-query orders-db",
                "kill the long running transaction on orders-db | kill-query orders-db",
                "stop the report job                        | stop-job",
                "stop the catalog import                    | stop-job catalog-import",
                "cancel the search reindex job              | stop-job search-reindex",
                "kill the orders backup                     | stop-job orders-backup",
                "roll back checkout                         | roll-back checkout",
                "roll it back                               | roll-back",
                "revert checkout to the previous version in eu | roll-back checkout region=eu-west",
                "revert the config of payments              | revert-config payments",
                "scale checkout to 12 in eu                 | scale checkout replicas=12 region=eu-west",
                "add more pods to payments                  | scale payments",
                "restart checkout in us                     | restart checkout region=us-east",
                "restart checkout-3                         | restart-host checkout host=3",
                "take checkout-3 out                        | take-out-host checkout host=3",
                "put checkout-3 back                        | return-host checkout host=3",
                "fail over orders-db                        | fail-over orders-db",
                "flush the catalog cache                    | flush-cache catalog-cache",
                "flush dns in eu                            | flush-dns region=eu-west",
                "renew the certificate of payments          | renew-certificate payments",
                "drop 20% of the traffic                    | shed-load percent=20",
                "shed load                                  | shed-load",
                "post an update                             | post-update channel",
                "update the status page                     | post-update status-page",
                "tell the stakeholders that we are on it    | post-update stakeholders",
                "page the DBAs                              | escalate data",
                "wake up the payments team                  | escalate payments",
                "page whoever owns checkout                 | escalate orders",
                "escalate                                   | escalate",
                "declare a sev2                             | declare-severity SEV2",
                "wait 2 minutes                             | wait seconds=120",
                "let's give it five minutes                 | wait seconds=300",
                "please let another 90 seconds pass         | wait seconds=90",
                "wait for two days                          | wait",
                "let some time pass                         | wait",
                "kubectl rollout undo deploy/checkout       | roll-back checkout",
                "kubectl scale deploy/checkout --replicas=9 | scale checkout replicas=9"
            })
    void ofTheShop(String words, String offered) {
        assertThat(offer("elevated-500s", words)).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dns-failures        | put the record of cart back           | put-record-back cart",
                "dns-failures        | restore the record for checkout       | put-record-back checkout",
                "dns-failures        | put the acl back                      | put-acl-back",
                "dns-failures        | restore the network acl               | put-acl-back",
                "dns-failures        | enter the delegation at the parent    | delegate-zone",
                "dns-failures        | turn off the query log                | set-flag query-log on=false",
                "f15-ramped-action   | replay the queue at 50 percent        | replay-queue percent=50",
                "f15-ramped-action   | use the other resolver for till       | use-resolver till resolver=dns-b",
                "f15-ramped-action   | use the other resolver                | use-resolver till resolver=dns-b",
                "f15-ramped-action   | point till at dns-a                   | use-resolver till resolver=dns-a",
                "f16-automation      | freeze the healer                     | freeze-automation healer",
                "f16-automation      | freeze the automation                 | freeze-automation healer",
                "f16-automation      | let the healer run again              | unfreeze-automation healer",
                "f16-automation      | stop the day-end job                  | stop-job day-end",
                "clients             | block the partner                     | block-client partner",
                "cpu-spike           | stop chaos monkey                     | stop-job chaos-monkey",
                "cpu-spike           | turn off autoplay preview             | set-flag autoplay-preview on=false"
            })
    void ofAScenariosOwn(String scenario, String words, String offered) {
        assertThat(offer(scenario, words)).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate the quux",
                "blorp the frunk",
                "which jobs were stopped?",
                "what is blocked",
                "did somebody turn off a flag",
                "share of customers affected",
                "get checkout logs",
                "call graph of checkout",
                "what do the stakeholders say",
                "was the page about checkout",
                "put into numbers: how many errors",
                "the network acl of eu-west"
            })
    void isNoOrder(String words) {
        assertThat(LoadedModel.ask(scenario("dns-failures"), words).outcome()).isNotEqualTo(Outcome.ACTION);
    }

    @Test
    void whatTheMenuHasNotGotIsOfferedAsNothing() {
        var understood = LoadedModel.ask(scenario("elevated-500s"), "freeze the autoscaler");

        assertThat(understood.outcome()).isEqualTo(Outcome.ACTION);
        assertThat(understood.offer().isNone()).isTrue();
        assertThat(understood.reply()).isEqualTo(Replies.ORDER_WITHOUT_KIND);
    }

    @Test
    void timeIsLetPassWhereItStandsStillOnly() {
        assertThat(waiting(ClockMode.PRACTICE).offer().action()).isEqualTo(Understanding.WAIT);
        assertThat(waiting(ClockMode.PRACTICE).reply()).isEqualTo(Replies.ORDER_TO_WAIT);
        assertThat(waiting(ClockMode.LIVE).offer().isNone()).isTrue();
        assertThat(waiting(ClockMode.LIVE).reply()).isEqualTo(Replies.CLOCK_RUNS);
    }

    private static Understanding waiting(ClockMode clock) {
        var shop = scenario("elevated-500s");
        var cause = shop.causes().getFirst().id();
        var opened = Decider.open(shop, 7, cause, clock, Instant.EPOCH, new Participant("p1", "Sam"));
        return LoadedModel.interpreter(shop).understand("wait 2 minutes", opened.after());
    }

    /** By its title every action of every scenario is understood, and what is offered can be started as it is or lacks a choice only. */
    @Test
    void everyActionIsUnderstoodByItsTitle() {
        for (var library : List.of(SHIPPED, FEATURES)) {
            for (var scenario : library.scenarios()) {
                for (var item : ActionMenu.of(scenario).items()) {
                    var words = words(item);
                    var understood = LoadedModel.ask(scenario, words);

                    assertThat(understood.offer().action())
                            .as(scenario.id() + ": " + words)
                            .isEqualTo(item.id());
                    assertThat(understood.offer().target()).as(words).isIn(target(item), "");
                }
            }
        }
    }

    private static String words(ActionMenu.Item item) {
        var host =
                item.arguments().stream().anyMatch(argument -> argument.name().equals("host"));
        return switch (item.kind()) {
            case TAKE_OUT_HOST -> "take out " + target(item) + "-1";
            case RETURN_HOST -> "put " + target(item) + "-1 back";
            case USE_RESOLVER -> "use another resolver for " + target(item);
            default -> item.title().toLowerCase(java.util.Locale.ROOT) + " " + target(item) + (host ? "-1" : "");
        };
    }

    private static String target(ActionMenu.Item item) {
        return item.targets().isEmpty() ? "" : item.targets().getFirst();
    }

    @Test
    void whatIsOfferedOfAWholeOrderCanBeStarted() {
        var scenario = scenario("elevated-500s");
        for (var words : List.of(
                "scale checkout to 12 in eu",
                "turn off inline recs",
                "block the scraper",
                "move traffic out of eu",
                "restart checkout-3")) {
            var offer = LoadedModel.ask(scenario, words).offer();
            var arguments = new java.util.HashMap<String, String>();
            offer.arguments().forEach(argument -> arguments.put(argument.name(), argument.value()));

            assertThat(ActionRequest.parse(scenario, offer.action(), offer.target(), arguments))
                    .as(words)
                    .isInstanceOf(ActionRequest.Parsed.class);
        }
    }

    private static Scenario scenario(String id) {
        return SHIPPED.find(new ScenarioId(id))
                .or(() -> FEATURES.find(new ScenarioId(id)))
                .orElseThrow();
    }

    /** {@code scale checkout replicas=12 region=eu-west}. */
    private static String offer(String scenario, String words) {
        var understood = LoadedModel.ask(scenario(scenario), words);
        assertThat(understood.outcome()).as(words).isEqualTo(Outcome.ACTION);
        return written(understood.offer());
    }

    private static String written(Understanding.Offer offer) {
        var words = new ArrayList<String>();
        words.add(offer.action());
        words.add(offer.target());
        offer.arguments().forEach(argument -> words.add(argument.name() + "=" + argument.value()));
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }
}
