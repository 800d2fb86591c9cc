package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import mayday.scenario.DependencySignal;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** How long the certificates that services show are still valid, and whether third parties take ours. */
final class CertificateAnswers {
    private static final double SECONDS_A_DAY = 86_400;

    /** Certificates with fewer days than this are named. */
    private static final double SOON_DAYS = 14;

    private CertificateAnswers() {}

    private record Certificate(Service service, double days, Instant expires, String what) {
        String words() {
            return days <= 0
                    ? what + " expired " + Figures.days(Math.ceil(-days)) + " ago"
                    : what + " has " + Figures.days(days) + " left";
        }
    }

    static Reply certificates(Inquiry inquiry) {
        var period =
                Period.of(inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Sight.NOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> reply(inquiry, covered).adding(covered.remark());
        };
    }

    private static Reply reply(Inquiry inquiry, Period.Covered period) {
        var until = period.until();
        var certificates = services(inquiry).stream()
                .map(service -> certificate(inquiry, service, until))
                .sorted(Comparator.comparingDouble(Certificate::days))
                .toList();
        var first = certificates.getFirst();
        var rows = certificates.stream()
                .map(each -> List.of(
                        each.service().id().value(),
                        each.what(),
                        each.days() <= 0 ? "expired" : Figures.days(each.days()),
                        stamp(each.expires())))
                .toList();
        var table = new Exhibit(
                "Certificates",
                "Certificate inventory · " + inquiry.where().words(),
                ScopeAnswers.table(List.of("Service", "Certificate", "Days left", "Valid until (UTC)"), rows));
        var reply = Reply.showing(words(certificates), table);
        if (inquiry.namedServices().isEmpty()) {
            return reply;
        }
        return reply.and(sClient(inquiry, first, period)).adding(handshakes(inquiry, until));
    }

    private static String words(List<Certificate> certificates) {
        if (certificates.size() <= 2) {
            return ScopeAnswers.capital(Figures.list(certificates.stream()
                            .map(each -> "the " + each.words() + " (until " + stamp(each.expires()) + " UTC)")
                            .toList())
                    + ".");
        }
        var soon = certificates.stream()
                .filter(each -> each.days() < SOON_DAYS)
                .map(each -> "the " + each.words())
                .limit(4)
                .toList();
        return soon.isEmpty()
                ? "%d certificates, none with less than %s; the first to end: the %s."
                        .formatted(
                                certificates.size(),
                                Figures.days(SOON_DAYS),
                                certificates.getFirst().words())
                : "Of %d certificates, those with less than %s: %s."
                        .formatted(certificates.size(), Figures.days(SOON_DAYS), Figures.list(soon));
    }

    /** The named services and the third parties that they call; all if none was named. */
    private static List<Service> services(Inquiry inquiry) {
        var named = inquiry.namedServices();
        if (named.isEmpty()) {
            return inquiry.system().services();
        }
        var services = new LinkedHashSet<Service>(named);
        for (var service : named) {
            inquiry.system().dependenciesOf(service.id()).stream()
                    .map(edge -> inquiry.system().service(edge.to()))
                    .filter(callee -> callee.kind() == ServiceKind.THIRD_PARTY)
                    .forEach(services::add);
        }
        return List.copyOf(services);
    }

    /**
     * How handshakes end between the named services and the third parties that they call: there our own certificate is
     * shown too.
     */
    private static String handshakes(Inquiry inquiry, Instant until) {
        var named = inquiry.namedServices();
        var ends = new ArrayList<String>();
        for (var edge : inquiry.system().dependencies()) {
            var callee = inquiry.system().service(edge.to());
            boolean asked = named.stream()
                    .anyMatch(service ->
                            service.id().equals(edge.from()) || service.id().equals(edge.to()));
            if (asked && callee.kind() == ServiceKind.THIRD_PARTY) {
                double failing = inquiry.sight().lately(DependencySignal.TLS_RATIO, edge, inquiry.where(), until);
                ends.add("%s of the handshakes from %s to %s fail"
                        .formatted(Figures.percent(failing), edge.from(), edge.to()));
            }
        }
        return ends.isEmpty() ? "" : ScopeAnswers.capital(Figures.list(ends)) + ".";
    }

    private static Certificate certificate(Inquiry inquiry, Service service, Instant until) {
        var samples = inquiry.history()
                .samples(Signal.CERTIFICATE_DAYS, service.id(), inquiry.where(), until.minus(Sight.NOW), until);
        double days = samples.value(samples.size() - 1);
        var expires = until.plus(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)));
        var whose = service.kind() == ServiceKind.THIRD_PARTY ? " (theirs)" : "";
        return new Certificate(service, days, expires, "certificate of " + service.id() + whose);
    }

    private static Optional<Exhibit> sClient(Inquiry inquiry, Certificate certificate, Period.Covered period) {
        var about = new Subject(certificate.service(), Where.everywhere(), 0);
        var name = NameAnswers.hostname(certificate.service());
        return CommandAnswers.onConsole(inquiry, about, period, "openssl s_client -connect " + name + ":443");
    }

    private static String stamp(Instant at) {
        return Figures.day(at) + " " + Figures.clock(at);
    }
}
