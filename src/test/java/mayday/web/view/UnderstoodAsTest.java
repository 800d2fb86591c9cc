package mayday.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnderstoodAsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T14:02:00Z");
    private static final ServiceId CHECKOUT = new ServiceId("checkout");
    private static final RegionId EU = new RegionId("eu-west");
    private static final RegionId US = new RegionId("us-east");

    @Test
    void saysWhatOfWhichAndWhen() {
        assertThat(words(read(Dimension.ERROR_RATE, new Window.Last(Duration.ofMinutes(15)), node(EU))))
                .isEqualTo("error rate of checkout in eu-west, last 15 minutes");
        assertThat(words(read(Dimension.LATENCY, new Window.Usual()))).isEqualTo("latency");
        assertThat(words(read(Dimension.CPU, new Window.Last(Duration.ofHours(1)), host(3))))
                .isEqualTo("CPU of checkout-3 in eu-west, last hour");
        assertThat(words(read(Dimension.RECENT_DEPLOYS, new Window.Last(Duration.ofDays(7)))))
                .isEqualTo("recent deploys, last 7 days");
    }

    @Test
    void saysTimesWithTheirDayWhereItIsAnother() {
        var from = Instant.parse("2026-03-09T23:50:00Z");

        assertThat(words(read(Dimension.LOGS, new Window.Since(NOW.minusSeconds(720)), node(EU))))
                .isEqualTo("logs of checkout in eu-west, since 13:50");
        assertThat(words(read(Dimension.LOGS, new Window.Between(from, from.plusSeconds(1200)), node(EU))))
                .isEqualTo("logs of checkout in eu-west, 9 Mar 23:50 to 00:10");
    }

    @Test
    void putsTheRegionsOfAServiceTogetherAndCountsHosts() {
        assertThat(words(read(Dimension.ERROR_RATE, new Window.Usual(), node(EU), node(US))))
                .isEqualTo("error rate of checkout in eu-west and us-east");
        var hosts = IntStream.rangeClosed(1, 6).mapToObj(UnderstoodAsTest::host).toArray(Target[]::new);
        assertThat(words(read(Dimension.CPU, new Window.Usual(), hosts))).isEqualTo("CPU of 6 hosts of checkout");
    }

    @Test
    void saysSeveralOneAfterAnother() {
        var both = Understanding.answered(List.of(
                read(Dimension.START_TIME, new Window.Usual()), read(Dimension.REGION_SCOPE, new Window.Usual())));

        assertThat(UnderstoodAs.words(both, NOW)).isEqualTo("since when; which regions are affected");
    }

    @Test
    void saysACommandAsItIsRun() {
        var command = new Interpretation(
                Dimension.LOGS,
                List.of(new Target.OfService(CHECKOUT)),
                new Window.Usual(),
                1,
                "",
                "journalctl -u checkout | grep -iF 'timeout'");

        assertThat(words(command)).isEqualTo("journalctl -u checkout | grep -iF 'timeout'");
    }

    @Test
    void saysAnOrderWithWhatIsFilledIn() {
        var scale = new Offer(
                "scale", "", "checkout", List.of(new Argument("replicas", "12"), new Argument("region", "eu-west")));

        assertThat(words(offering(Outcome.ACTION, scale)))
                .isEqualTo("an order: scale checkout, replicas 12, region eu-west");
        assertThat(words(offering(
                        Outcome.ACTION,
                        new Offer("set-flag", "", "inline-recs", List.of(new Argument("on", "false"))))))
                .isEqualTo("an order: set flag inline-recs, off");
        assertThat(words(offering(Outcome.ACTION, new Offer("escalate", "", "data"))))
                .isEqualTo("an order: page team data");
        assertThat(words(offering(Outcome.ACTION, new Offer("post-update", "", "status-page"))))
                .isEqualTo("an order: post an update to the status page");
        assertThat(words(offering(Outcome.ACTION, waiting("120")))).isEqualTo("an order: let 2 min pass");
        assertThat(words(offering(Outcome.ACTION, waiting("90")))).isEqualTo("an order: let 90 s pass");
        assertThat(words(offering(Outcome.ACTION, new Offer("wait", "", "")))).isEqualTo("an order: let time pass");
        assertThat(words(offering(Outcome.ACTION, Offer.NONE))).isEqualTo("an order");
        assertThat(words(offering(Outcome.HYPOTHESIS, new Offer("", "resource-leak", "cart"))))
                .isEqualTo("a hypothesis: resource leak, cart");
    }

    @Test
    void saysNothingWhereTheReplyDoes() {
        assertThat(words(Understanding.refused(Outcome.ABSENT, "There is no Kafka here.")))
                .isEmpty();
        assertThat(words(new Understanding(
                        Outcome.ASK_BACK, List.of(), "Of which?", List.of(new Suggestion("a", "a")), Offer.NONE)))
                .isEmpty();
    }

    @Test
    void anOfferLeadsToItsFormFilledIn() {
        var scale = new Offer("scale", "", "checkout", List.of(new Argument("region", "eu-west")));

        assertThat(Turn.Offer.of(scale).address("i1"))
                .isEqualTo("/incidents/i1/actions/scale?target=checkout&region=eu-west");
        assertThat(Turn.Offer.of(scale).title()).isEqualTo("Scale checkout, region eu-west");
        assertThat(Turn.Offer.of(new Offer("roll-back", "", "")).address("i1"))
                .isEqualTo("/incidents/i1/actions/roll-back");
        assertThat(Turn.Offer.of(new Offer("escalate", "", "data")).address("i1"))
                .isEqualTo("/incidents/i1/escalations?team=data");
        assertThat(Turn.Offer.of(waiting("120")).address("i1")).isEqualTo("/incidents/i1/wait?seconds=120");
        assertThat(Turn.Offer.of(waiting("120")).title()).isEqualTo("Let 2 min pass");
        assertThat(Turn.Offer.of(new Offer("set-flag", "", "a&b=c")).address("i1"))
                .isEqualTo("/incidents/i1/actions/set-flag?target=a%26b%3Dc");
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void everyDimensionHasWordsOfItsOwn(Dimension dimension) {
        assertThat(UnderstoodAs.subject(dimension)).isNotBlank().doesNotContain("-");
    }

    private static Offer waiting(String seconds) {
        return new Offer("wait", "", "", List.of(new Argument("seconds", seconds)));
    }

    private static Target node(RegionId region) {
        return new Target.OfNode(CHECKOUT, region);
    }

    private static Target host(int number) {
        return new Target.OfHost(CHECKOUT, EU, number);
    }

    private static Interpretation read(Dimension dimension, Window window, Target... targets) {
        return new Interpretation(dimension, List.of(targets), window, 1, "");
    }

    private static Understanding offering(Outcome outcome, Offer offer) {
        return new Understanding(outcome, List.of(), "", List.of(), offer);
    }

    private static String words(Interpretation read) {
        return words(Understanding.answered(List.of(read)));
    }

    private static String words(Understanding understood) {
        return UnderstoodAs.words(understood, NOW);
    }
}
