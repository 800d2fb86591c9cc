package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code openssl s_client} and {@code x509} of OpenSSL 3, and what curl says of a handshake. */
final class Certificates {
    private static final double SECONDS_A_DAY = 86_400;

    /** Certificates are issued for so many days; the shortest that fits is taken. */
    private static final List<Integer> ISSUED_FOR_DAYS = List.of(90, 365, 825, 3_650);

    private Certificates() {}

    static List<String> names(Stage stage) {
        return stage.arguments().value("-connect").or(() -> stage.arguments().value("-servername")).stream()
                .toList();
    }

    private record Certificate(String name, String issuer, double days, Instant from, Instant until) {
        static Certificate of(Session session, Machine machine, String name) {
            double days = session.instruments().lately(Signal.CERTIFICATE_DAYS, machine);
            var until = session.now().plus(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)));
            var issuedFor = ISSUED_FOR_DAYS.stream()
                    .filter(each -> each > days)
                    .findFirst()
                    .orElse(ISSUED_FOR_DAYS.getLast());
            boolean theirs = machine.service().kind() == ServiceKind.THIRD_PARTY;
            return new Certificate(
                    name,
                    theirs ? "O=Public Trust, CN=Public Trust Issuing CA 2" : "O=Internal, CN=Internal Issuing CA 2",
                    days,
                    until.minus(Duration.ofDays(issuedFor)),
                    until);
        }

        boolean expired() {
            return days <= 0;
        }
    }

    private static String stamp(Instant at) {
        return Numbers.formatter("MMM ppd HH:mm:ss yyyy 'GMT'").format(at);
    }

    static List<String> handshake(Session session, Machine to, String host, String failure) {
        var certificate = Certificate.of(session, to, host);
        var lines = new ArrayList<String>();
        lines.add("* ALPN: curl offers h2,http/1.1");
        lines.add("* TLSv1.3 (OUT), TLS handshake, Client hello (1):");
        if (failure.startsWith("(60)")) {
            lines.add("* TLSv1.3 (OUT), TLS alert, certificate expired (557):");
            lines.add("* SSL certificate problem: certificate has expired");
            return lines;
        }
        if (failure.startsWith("(35)")) {
            lines.add("* TLSv1.3 (IN), TLS alert, bad certificate (554):");
            lines.add("* TLS connect error: error:0A000412:SSL routines::ssl/tls alert bad certificate");
            return lines;
        }
        lines.add("* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519MLKEM768 / RSASSA-PSS");
        lines.add("* ALPN: server accepted http/1.1");
        lines.add("* Server certificate:");
        lines.add("*  subject: CN=" + host);
        lines.add("*  start date: " + stamp(certificate.from()));
        lines.add("*  expire date: " + stamp(certificate.until()));
        lines.add("*  issuer: " + certificate.issuer());
        lines.add("*  SSL certificate verify ok.");
        return lines;
    }

    static Printed openssl(Session session, Stage stage) {
        var named = names(stage).stream().findFirst();
        if (!stage.words().contains("s_client") || named.isEmpty()) {
            return new Printed.Word("Here openssl looks at what a server shows: `openssl s_client -connect HOST:443`.");
        }
        Optional<Machine> machine = session.fleet().machine(named.get(), session.region());
        if (machine.isEmpty()) {
            return new Printed.Output(
                    Session.CONSOLE,
                    List.of("BIO_lookup_ex: name or service not known", "connect:errno=22"),
                    Fleet.bare(named.get()) + " is no name that is known here.");
        }
        var certificate = Certificate.of(session, machine.get(), Fleet.bare(named.get()));
        return session.onConsole(
                connected(certificate),
                "The certificate of %s is valid until %s, %s days."
                        .formatted(
                                certificate.name(),
                                Numbers.formatter("d MMM yyyy HH:mm").format(certificate.until()),
                                Numbers.fixed(Math.floor(certificate.days()), 0)));
    }

    private static List<String> connected(Certificate certificate) {
        var code = certificate.expired() ? "10 (certificate has expired)" : "0 (ok)";
        var lines = new ArrayList<String>();
        lines.add("CONNECTED(00000003)");
        lines.add("depth=1 " + certificate.issuer());
        lines.add("verify return:1");
        lines.add("depth=0 CN=" + certificate.name());
        if (certificate.expired()) {
            lines.add("verify error:num=10:certificate has expired");
            lines.add("notAfter=" + stamp(certificate.until()));
        }
        lines.add("verify return:1");
        lines.add("---");
        lines.add("Certificate chain");
        lines.add(" 0 s:CN=" + certificate.name());
        lines.add("   i:" + certificate.issuer());
        lines.add("   a:PKEY: RSA, 2048 (bit); sigalg: sha256WithRSAEncryption");
        lines.add("   v:NotBefore: %s; NotAfter: %s".formatted(stamp(certificate.from()), stamp(certificate.until())));
        lines.add("---");
        lines.add("Server certificate");
        lines.add("subject=CN=" + certificate.name());
        lines.add("issuer=" + certificate.issuer());
        lines.add("---");
        lines.add("No client certificate CA names sent");
        lines.add("---");
        lines.add("SSL handshake has read 3154 bytes and written 409 bytes");
        lines.add("Verification" + (certificate.expired() ? " error: certificate has expired" : ": OK"));
        lines.add("---");
        lines.add("New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384");
        lines.add("Protocol: TLSv1.3");
        lines.add("Verify return code: " + code);
        lines.add("---");
        return lines;
    }

    /** {@code openssl x509 -noout -dates}, {@code -enddate}, {@code -subject}, {@code -issuer}, of what an s_client before it printed. */
    static Optional<List<String>> x509(List<String> connected, Stage stage) {
        var dates = connected.stream()
                .filter(line -> line.contains("v:NotBefore: "))
                .findFirst();
        if (!stage.program().equals("openssl") || !stage.words().contains("x509") || dates.isEmpty()) {
            return Optional.empty();
        }
        var from = dates.get().replaceFirst("^.*NotBefore: ", "").replaceFirst("; NotAfter:.*$", "");
        var until = dates.get().replaceFirst("^.*NotAfter: ", "");
        var arguments = stage.arguments();
        var lines = new ArrayList<String>();
        for (var wanted : List.of("subject", "issuer")) {
            if (arguments.words().contains("-" + wanted) || arguments.words().contains("-text")) {
                connected.stream()
                        .filter(line -> line.startsWith(wanted + "="))
                        .findFirst()
                        .ifPresent(lines::add);
            }
        }
        if (arguments.words().contains("-dates")
                || arguments.words().contains("-startdate")
                || arguments.words().contains("-text")) {
            lines.add("notBefore=" + from);
        }
        if (arguments.words().contains("-dates")
                || arguments.words().contains("-enddate")
                || arguments.words().contains("-text")) {
            lines.add("notAfter=" + until);
        }
        return Optional.of(lines);
    }
}
