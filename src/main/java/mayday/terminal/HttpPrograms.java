package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code curl} 8: one request to a service, and how it ended. Chance decides in the proportions of the model. */
final class HttpPrograms {
    private static final String[] VALUED = {
        "-o", "-w", "-H", "-X", "-m", "--max-time", "--connect-timeout", "-d", "--data", "-u", "--resolve", "-A"
    };

    private HttpPrograms() {}

    static List<String> names(Stage stage) {
        return stage.arguments().operands(VALUED).stream().limit(1).toList();
    }

    /** How a request ended. */
    private record Ended(int status, double seconds, String failure) {
        static Ended with(int status, double seconds) {
            return new Ended(status, seconds, "");
        }
    }

    static Printed curl(Session session, Stage stage) {
        var url = names(stage).stream().findFirst().orElse("");
        if (url.isEmpty()) {
            return new Printed.Word("curl what? Give it an address, such as `curl -v https://"
                    + Fleet.hostname(session.here().service()) + "/`.");
        }
        var pages = Pages.find(session, url);
        if (pages.isPresent()) {
            return pages.get();
        }
        var found = session.fleet().machine(url, session.region());
        var host = Fleet.bare(url);
        if (found.isEmpty()) {
            return new Printed.Output(
                    Session.CONSOLE,
                    List.of("curl: (6) Could not resolve host: " + host),
                    host + " is no name that is known here.");
        }
        var request = new Request(session, stage, found.get(), host, url);
        return request.made();
    }

    /** One request. */
    private record Request(Session session, Stage stage, Machine to, String host, String url) {

        Printed made() {
            var arguments = stage.arguments();
            var ended = ended();
            var lines = new ArrayList<String>();
            if (arguments.has("-v", "--verbose")) {
                lines.addAll(verbose(ended));
            } else if (arguments.has("-I", "-i") && ended.failure().isEmpty()) {
                lines.addAll(head(ended));
            }
            if (!ended.failure().isEmpty()) {
                lines.add("curl: " + ended.failure());
            } else if (!arguments.has("-o", "--output", "-I")) {
                lines.add(body(ended.status()));
            }
            arguments.value("-w", "--write-out").ifPresent(form -> lines.addAll(written(form, ended)));
            return session.output(
                    lines,
                    ended.failure().isEmpty()
                            ? "%s answered %d in %s.".formatted(host, ended.status(), Numbers.seconds(ended.seconds()))
                            : "The request to %s ended without an answer.".formatted(host));
        }

        private boolean secure() {
            return url.startsWith("https") || (!url.startsWith("http:") && port() == 443);
        }

        private int port() {
            var given = url.replaceFirst("^(?:[a-z]+://)?[^/:]+:(\\d{1,5}).*$", "$1");
            return given.matches("\\d{1,5}")
                    ? Integer.parseInt(given)
                    : url.startsWith("https") ? 443 : Software.of(to.service()).port();
        }

        private String path() {
            var path = url.replaceFirst("^[a-z]+://", "").replaceFirst("^[^/]*", "");
            return path.isEmpty() ? "/" : path;
        }

        private Optional<Dependency> edge() {
            return NetworkPrograms.edge(session, to);
        }

        private double asCaller(DependencySignal signal) {
            return edge().map(edge -> session.instruments().lately(signal, edge, session.where()))
                    .orElse(0.0);
        }

        private double patience() {
            var given = stage.arguments().value("-m", "--max-time").orElse("");
            return given.matches("\\d{1,4}(\\.\\d{1,3})?") ? Double.parseDouble(given) : 60;
        }

        private Ended ended() {
            var at = session.instruments();
            double drawn = session.chance("curl/" + host);
            double name = asCaller(DependencySignal.NAME_RATIO);
            double tls = secure() ? asCaller(DependencySignal.TLS_RATIO) : 0;
            double refused = asCaller(DependencySignal.REFUSED_RATIO);
            if (drawn < name) {
                return new Ended(0, 5, "(6) Could not resolve host: " + host);
            }
            if (at.lately(Signal.CERTIFICATE_DAYS, to) <= 0 && secure()) {
                return new Ended(0, 0.02, "(60) SSL certificate problem: certificate has expired");
            }
            if (drawn < name + tls) {
                return new Ended(
                        0, 0.02, "(35) TLS connect error: error:0A000412:SSL routines::ssl/tls alert bad certificate");
            }
            double left = (drawn - name - tls) / Math.max(1e-9, 1 - name - tls);
            double seconds = latency(session.chance("curl/time/" + host));
            if (seconds > patience()) {
                return new Ended(
                        0,
                        patience(),
                        "(28) Operation timed out after %d milliseconds with 0 bytes received"
                                .formatted(Numbers.whole(1000 * patience())));
            }
            double sum = 0;
            for (var kind : List.of(
                    Signal.ERROR_REJECTED,
                    Signal.ERROR_TIMEOUT,
                    Signal.ERROR_DEPENDENCY,
                    Signal.ERROR_NAME_RESOLUTION,
                    Signal.ERROR_TLS,
                    Signal.ERROR_OWN)) {
                sum += at.lately(kind, to);
                if (left < Math.max(sum, kind == Signal.ERROR_REJECTED ? refused : 0)) {
                    return Ended.with(at.status(kind, to), kind == Signal.ERROR_REJECTED ? 0.003 : seconds);
                }
            }
            return left < at.lately(Signal.ERROR_RATIO, to)
                    ? Ended.with(at.status(Signal.ERROR_OWN, to), seconds)
                    : Ended.with(200, seconds);
        }

        /** A time with these percentiles: straight between them. */
        private double latency(double share) {
            var at = session.instruments();
            double p50 = at.lately(Signal.LATENCY_P50, to);
            double p95 = at.lately(Signal.LATENCY_P95, to);
            double p99 = at.lately(Signal.LATENCY_P99, to);
            if (share < 0.5) {
                return p50 * (0.4 + 1.2 * share);
            }
            return share < 0.95 ? p50 + (p95 - p50) * (share - 0.5) / 0.45 : p95 + (p99 - p95) * (share - 0.95) / 0.05;
        }

        private List<String> verbose(Ended ended) {
            var lines = new ArrayList<String>();
            if (ended.failure().startsWith("(6)")) {
                return List.of("* Could not resolve host: " + host, "* shutting down connection #0");
            }
            var address = session.fleet().address(to.service(), to.region(), Math.max(1, to.number()));
            lines.add("* Host %s:%d was resolved.".formatted(host, port()));
            lines.add("* IPv6: (none)");
            lines.add("* IPv4: " + address);
            lines.add("*   Trying %s:%d...".formatted(address, port()));
            lines.add("* Connected to %s (%s) port %d".formatted(host, address, port()));
            if (secure()) {
                lines.addAll(Certificates.handshake(session, to, host, ended.failure()));
            }
            if (!ended.failure().isEmpty() && !ended.failure().startsWith("(28)")) {
                lines.add("* closing connection #0");
                return lines;
            }
            lines.add("> %s %s HTTP/1.1".formatted(stage.arguments().has("-I") ? "HEAD" : "GET", path()));
            lines.add("> Host: " + host);
            lines.add("> User-Agent: curl/8.14.1");
            lines.add("> Accept: */*");
            lines.add(">");
            if (ended.failure().isEmpty()) {
                lines.add("* Request completely sent off");
                head(ended).forEach(line -> lines.add("< " + line));
                lines.add("* Connection #0 to host " + host + " left intact");
            } else {
                lines.add("* Operation timed out after %d milliseconds with 0 bytes received"
                        .formatted(Numbers.whole(1000 * ended.seconds())));
                lines.add("* closing connection #0");
            }
            return lines;
        }

        private List<String> head(Ended ended) {
            var lines = new ArrayList<String>();
            lines.add("HTTP/1.1 " + ended.status() + " " + reason(ended.status()));
            lines.add("server: " + Software.of(to.service()).command());
            lines.add("date: "
                    + Numbers.formatter("EEE, dd MMM yyyy HH:mm:ss 'GMT'").format(session.now()));
            lines.add("content-type: application/json");
            lines.add("content-length: " + body(ended.status()).length());
            lines.add("x-request-id: "
                    + Long.toHexString(Chance.hash(
                                    session.instruments().seed(),
                                    host,
                                    session.now().getEpochSecond())
                            >>> 32));
            lines.add("x-response-time: " + Numbers.whole(1000 * ended.seconds()) + "ms");
            return lines;
        }

        private static String reason(int status) {
            return switch (status) {
                case 200 -> "OK";
                case 500 -> "Internal Server Error";
                case 502 -> "Bad Gateway";
                case 503 -> "Service Unavailable";
                default -> "Gateway Timeout";
            };
        }

        private static String body(int status) {
            return status == 200
                    ? "{\"status\":\"ok\"}"
                    : "{\"error\":\"" + reason(status).toLowerCase(Locale.ROOT) + "\"}";
        }

        private List<String> written(String form, Ended ended) {
            var text = form.replace("%{http_code}", ended.status() == 0 ? "000" : Integer.toString(ended.status()))
                    .replace("%{response_code}", ended.status() == 0 ? "000" : Integer.toString(ended.status()))
                    .replace("%{time_total}", Numbers.fixed(ended.seconds(), 6))
                    .replace("%{time_starttransfer}", Numbers.fixed(ended.seconds() * 0.98, 6))
                    .replace("%{time_namelookup}", Numbers.fixed(ended.failure().startsWith("(6)") ? 5 : 0.0012, 6))
                    .replace("%{time_connect}", Numbers.fixed(0.0018, 6))
                    .replace("%{time_appconnect}", Numbers.fixed(secure() ? 0.0094 : 0, 6));
            return List.of(text.replaceAll("\\\\n$", "").split("\\\\n"));
        }
    }
}
