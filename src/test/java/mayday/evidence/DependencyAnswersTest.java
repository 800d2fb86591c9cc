package mayday.evidence;

import static mayday.evidence.Shop.CARDLINK;
import static mayday.evidence.Shop.CHECKOUT;
import static mayday.evidence.Shop.NORTH;
import static mayday.evidence.Shop.ORDERS_DB;
import static mayday.evidence.Shop.RESOLVER;
import static mayday.evidence.Shop.SOUTH;
import static mayday.evidence.Telling.NOW;
import static mayday.evidence.Telling.node;
import static mayday.evidence.Telling.only;
import static mayday.evidence.Telling.service;
import static mayday.scenario.Where.everywhere;
import static mayday.scenario.Where.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.evidence.Evidence.Note;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Table;
import mayday.evidence.Observation.Health;
import mayday.scenario.DependencySignal;
import mayday.scenario.Dimension;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

/** What callers see of what they call: dependencies, names, certificates. */
class DependencyAnswersTest {
    private static final KnownHistory REFUSED_HANDSHAKES = new KnownHistory()
            .from("14:00", DependencySignal.FAILURE_RATIO, CHECKOUT, CARDLINK, everywhere(), 1)
            .from("14:00", DependencySignal.TLS_RATIO, CHECKOUT, CARDLINK, everywhere(), 1);

    @Test
    void tellsHowCallsFailAsTheCallerSeesIt() {
        var answer = Telling.of(REFUSED_HANDSHAKES).ask(Dimension.DEPENDENCY_STATUS, service(CHECKOUT));

        assertThat(answer.text()).isEqualTo("Attempts that fail now: checkout to cardlink 100 % (TLS handshake).");
        assertThat(only(Table.class, answer).rows())
                .containsExactly(
                        List.of("checkout", "cardlink", "100 %", "TLS handshake", "12 ms", "12 ms"),
                        List.of("checkout", "orders-db", "0 %", "–", "12 ms", "12 ms"),
                        List.of("checkout", "cart-cache", "0 %", "–", "12 ms", "12 ms"));
    }

    @Test
    void quotesTheStatusPageOfAThirdPartyWhichKnowsOnlyItself() {
        var fine = Telling.of(REFUSED_HANDSHAKES).ask(Dimension.DEPENDENCY_STATUS, service(CARDLINK));
        assertThat(fine.text())
                .isEqualTo("Attempts that fail now: checkout to cardlink 100 % (TLS handshake)."
                        + " cardlink's status page says: \"All systems operational.\"");
        assertThat(only(Note.class, fine).paragraphs())
                .containsExactly("All systems operational.", "Last updated 14:10 UTC.");

        var sick = Telling.of(new KnownHistory().from("14:00", Signal.ERROR_OWN, CARDLINK, everywhere(), 0.3));
        assertThat(sick.text(Dimension.DEPENDENCY_STATUS, service(CARDLINK)))
                .endsWith("cardlink's status page says: \"Elevated error rates. We are investigating.\"");
    }

    @Test
    void namesWhatIsSlow() {
        var slow = new KnownHistory().from("14:00", DependencySignal.LATENCY, CHECKOUT, ORDERS_DB, everywhere(), 0.51);

        assertThat(Telling.of(slow).text(Dimension.DEPENDENCY_STATUS))
                .isEqualTo("Slower than usual: checkout to orders-db takes 510 ms, usually 12 ms.");
        assertThat(Telling.of(new KnownHistory()).text(Dimension.DEPENDENCY_STATUS))
                .isEqualTo("None of these 4 kinds of calls fails 1 % or more now, and none is slower than usual.");
    }

    @Test
    void digsANameThatDoesNotResolve() {
        var history =
                new KnownHistory().from("14:00", DependencySignal.NAME_RATIO, CHECKOUT, CARDLINK, in(NORTH), 0.75);
        var answer = Telling.of(history).ask(Dimension.DNS_RESOLUTION, service(CARDLINK));

        assertThat(answer.text()).isEqualTo("Look-ups that fail now: api.cardlink.example in north 75 %.");
        var dig = only(Output.class, answer);
        assertThat(dig.command()).isEqualTo("dig api.cardlink.example");
        assertThat(dig.lines()).anySatisfy(line -> assertThat(line).contains("status: NXDOMAIN"));
        assertThat(dig.lines()).contains(";; SERVER: 10.0.0.2#53(10.0.0.2) (UDP)");
    }

    @Test
    void tellsForHowLongAnAnswerMayBeKeptNow() {
        var history = new KnownHistory()
                .from("14:00", DependencySignal.NAME_RATIO, CHECKOUT, CARDLINK, in(NORTH), 1)
                .from("14:00", DependencyParameter.NEGATIVE_TTL, CHECKOUT, CARDLINK, in(NORTH), 3600)
                .from("14:00", DependencyParameter.TTL, CHECKOUT, CARDLINK, in(SOUTH), 5);
        var shop = Telling.of(history);

        assertThat(only(Output.class, shop.ask(Dimension.DNS_RESOLUTION, node(CARDLINK, NORTH)))
                        .lines())
                .contains("cardlink.example.\t\t3600\tIN\tSOA\tns.cardlink.example. hostmaster.cardlink.example."
                        + " 2026031200 7200 1800 86400 3600");
        assertThat(only(Output.class, shop.ask(Dimension.DNS_RESOLUTION, node(CARDLINK, SOUTH)))
                        .lines())
                .anySatisfy(line -> assertThat(line).startsWith("api.cardlink.example.\t5\tIN\tA\t"));
        assertThat(shop.text(Dimension.DNS_TTL_RESOLVER, node(CHECKOUT, SOUTH)))
                .endsWith("checkout keeps names for: cardlink 5 s.");
    }

    @Test
    void looksNamesUpWhereTheHostIsToldTo() {
        var past = new KnownHistory()
                .from("12:00", DependencyParameter.RESOLVER, CHECKOUT, CARDLINK, in(NORTH), -1)
                .from("12:00", Signal.RESOLVER_FAILURE_RATIO, RESOLVER, in(NORTH), 1);

        assertThat(only(Output.class, Telling.of(past).ask(Dimension.DNS_TTL_RESOLVER, node(CHECKOUT, NORTH)))
                        .lines())
                .contains("nameserver 169.254.169.253");
    }

    @Test
    void resolvesNamesOnAnOrdinaryDay() {
        var shop = Telling.of(new KnownHistory());

        assertThat(shop.text(Dimension.DNS_RESOLUTION)).isEqualTo("All names that I tried resolve now.");
        var answer = shop.ask(Dimension.DNS_TTL_RESOLVER, service(CHECKOUT));
        assertThat(answer.text())
                .isEqualTo(
                        "Hosts ask resolver of their own region. It answers 200/s now; 0 % of look-ups fail, p95 80 ms."
                                + " checkout keeps names for: cardlink 60 s.");
        assertThat(only(Output.class, answer).command()).isEqualTo("cat /etc/resolv.conf");
    }

    @Test
    void judgesTheResolverByItsLookUpsWhereItWasAskedAbout() {
        var shop =
                Telling.of(new KnownHistory().from("12:00", Signal.RESOLVER_FAILURE_RATIO, RESOLVER, in(NORTH), 0.3));

        assertThat(shop.ask(Dimension.DNS_TTL_RESOLVER).observations())
                .containsExactly(new Observation(RESOLVER, Health.FAILING, NOW));
        assertThat(shop.ask(Dimension.DNS_TTL_RESOLVER, node(CHECKOUT, NORTH)).observations())
                .containsExactly(new Observation(RESOLVER, Health.FAILING, NOW));
        assertThat(shop.ask(Dimension.DNS_TTL_RESOLVER, node(CHECKOUT, SOUTH)).observations())
                .containsExactly(new Observation(RESOLVER, Health.HEALTHY, NOW));
    }

    @Test
    void countsTheDaysOfACertificateAndTheHandshakesThatFail() {
        var history = new KnownHistory().from("12:00", Signal.CERTIFICATE_DAYS, CHECKOUT, everywhere(), -0.5);
        var answer = Telling.of(history).ask(Dimension.CERTIFICATES, service(CHECKOUT));

        assertThat(answer.text())
                .isEqualTo("The certificate of checkout expired 1 day ago (until 12 Mar 2026 02:10 UTC) and the"
                        + " certificate of cardlink (theirs) has 54 days left (until 5 May 2026 14:10 UTC)."
                        + " 0 % of the handshakes from checkout to cardlink fail.");
        assertThat(only(Output.class, answer).lines())
                .contains("notAfter=Mar 12 02:10:00 2026 GMT", "Verify return code: 10 (certificate has expired)");
    }

    @Test
    void findsTheCertificatesThatEndSoon() {
        var history = new KnownHistory().from("12:00", Signal.CERTIFICATE_DAYS, ORDERS_DB, everywhere(), 3.2);

        assertThat(Telling.of(history).text(Dimension.CERTIFICATES))
                .isEqualTo("Of 6 certificates, those with less than 14 days: the certificate of orders-db has 3 days"
                        + " left.");
    }
}
