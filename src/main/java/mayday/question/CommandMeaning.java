package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;

/** What the wording of a command says that it is about, beyond what its program is usually for, and the services that stand in it. */
record CommandMeaning(Reader reader, Segmenter segmenter, SimulatedSystem system, Names names) {
    /** A request tells many things; what is wanted of its answer is in its options and in what follows the pipe. */
    private static final Pattern REQUEST = Pattern.compile("^(?:curl|wget|http|https|httpie)\\b");

    private static final double CLEAR_OF_REQUEST = 0.7;

    private static final Pattern SCHEDULE = Pattern.compile("\\b(?:crond?|crontabs?|list-timers|cronjobs?)\\b");

    /** Looks a name up for how long it is kept rather than for where it leads. */
    private static final Pattern TIME_TO_LIVE = Pattern.compile("\\b(?:dig|kdig)\\b.*\\+ttl");

    private static final Pattern MEMORY_OF_STORE = Pattern.compile("\\bredis-cli\\b.*\\binfo memory\\b");

    /** Asks whether somebody else's service is well. */
    private static final Pattern STATUS_OF_PROVIDER =
            Pattern.compile("^(?:curl|wget|http|https|httpie)\\b(?!.*time_).*(?:http_code|health|status|ping|ready)");

    /** Prometheus and Atlas by HTTP: whatever the figure is, it is no trace. */
    private static final Pattern METRICS_BY_HTTP = Pattern.compile("/api/v1/(?:query|graph|fetch)");

    /** Eureka, which lists what runs. */
    private static final Pattern REGISTRY_BY_HTTP = Pattern.compile("/eureka/|//eureka\\S*/(?:v2/)?apps");

    /** What follows says of which service something is. */
    private static final Pattern OWNER = Pattern.compile(
            "https?://([a-z0-9.-]+)|\\b(?:service(?:_?name)?|app|application|job|deployment|container)(?:=|:|=~|%3d)\"?([a-z0-9-]+)");

    /** Metrics begin with what exports them: {@code haproxy_frontend_http_requests_total}. */
    private static final Pattern METRIC = Pattern.compile("(?<![a-z0-9_])([a-z][a-z0-9]+)_[a-z0-9_]+");

    /** From here on the wording says what a command is about, whatever its program; 0 to 1. */
    private static final double CLEAR = 0.8;

    /** "curl -w time_total" is about latency, "curl -vI | grep expire" about a certificate. */
    Optional<Dimension> dimension(String plain) {
        if (STATUS_OF_PROVIDER.matcher(plain).find()
                && services(plain).stream()
                        .anyMatch(piece -> piece instanceof Piece.OfService(var service, var _)
                                && service.kind() == ServiceKind.THIRD_PARTY)) {
            return Optional.of(Dimension.DEPENDENCY_STATUS);
        }
        if (SCHEDULE.matcher(plain).find()) {
            return Optional.of(Dimension.CRON_JOBS);
        }
        if (TIME_TO_LIVE.matcher(plain).find()) {
            return Optional.of(Dimension.DNS_TTL_RESOLVER);
        }
        if (MEMORY_OF_STORE.matcher(plain).find()) {
            return Optional.of(Dimension.MEMORY);
        }
        var reading = segmenter.reading(reader.piecesAsTyped(plain));
        boolean isClear = !reading.isOnlyNames()
                && reading.probability() >= (REQUEST.matcher(plain).find() ? CLEAR_OF_REQUEST : CLEAR);
        return isClear && reading.topic() instanceof Topic.Of(var dimension)
                ? Optional.of(dimension)
                : ofAddress(plain);
    }

    /** What a request is about when its words leave it open: not every one looks at how a service answers. */
    private static Optional<Dimension> ofAddress(String plain) {
        if (!REQUEST.matcher(plain).find()) {
            return Optional.empty();
        }
        if (METRICS_BY_HTTP.matcher(plain).find()) {
            return Optional.of(Dimension.TRAFFIC);
        }
        if (REGISTRY_BY_HTTP.matcher(plain).find()) {
            return Optional.of(Dimension.SCALING_INSTANCES);
        }
        return plain.contains("hystrix") ? Optional.of(Dimension.DEPENDENCY_STATUS) : Optional.empty();
    }

    /** Services whose ids stand in a path, an address, a label or the like: {@code app=cart}, {@code /var/log/cart/app.log}. */
    List<Piece> services(String plain) {
        var owners = OWNER.matcher(plain).results().map(found -> found.group()).collect(Collectors.joining(" "));
        var ofOwners = servicesIn(owners);
        if (!ofOwners.isEmpty()) {
            return ofOwners;
        }
        var named = servicesIn(plain);
        return named.isEmpty() ? exporters(plain) : named;
    }

    /** The one service that runs what a metric is called after. */
    private List<Piece> exporters(String plain) {
        return METRIC.matcher(plain)
                .results()
                .map(metric -> metric.group(1))
                .flatMap(product -> names.running(product).stream())
                .distinct()
                .<Piece>map(service -> new Piece.OfService(service, Recogniser.noun(service.kind())))
                .toList();
    }

    private List<Piece> servicesIn(String plain) {
        var rest = plain.replaceAll("/(?:api|rest|graphql)(?=/)|application/\\w+", "/");
        var found = new ArrayList<Piece>();
        var longestFirst = system.services().stream()
                .sorted(Comparator.comparingInt(
                        (Service service) -> -service.id().value().length()))
                .toList();
        for (var service : longestFirst) {
            // Of a provider's whole domain: api.cardlink.example is nobody else's.
            var subdomains = service.kind() == ServiceKind.THIRD_PARTY ? "(?:[a-z0-9-]+\\.)*" : "";
            var id = Pattern.compile("(?<![a-z0-9])"
                    + subdomains
                    + service.id().value().replace("-", "[-_]?")
                    + "(?![a-z0-9]|[-_](?:db|cache|store|table)\\b)");
            if (id.matcher(rest).find()) {
                found.add(new Piece.OfService(service, Recogniser.noun(service.kind())));
                rest = id.matcher(rest).replaceAll(" ");
            }
        }
        return found;
    }

    /** {@code pieces}, and the services in {@code plain} if they name none. */
    List<Piece> withServices(List<Piece> pieces, String plain) {
        if (Mentions.in(pieces).namesAService()) {
            return pieces;
        }
        var all = new ArrayList<>(pieces);
        all.addAll(services(plain));
        return all;
    }

    /** What was run, with the dimension that its wording says, and about the services that stand in it. */
    Understanding of(Understanding run, String plain) {
        if (run.outcome() != Outcome.ANSWERED) {
            return run;
        }
        var meant = dimension(plain);
        var named = Mentions.in(services(plain)).targets();
        return Understanding.answered(run.interpretations().stream()
                .map(each -> new Interpretation(
                        meant.orElse(each.dimension()),
                        namesAService(each.targets()) ? each.targets() : named,
                        each.window(),
                        each.confidence(),
                        each.authored(),
                        each.command()))
                .toList());
    }

    private static boolean namesAService(List<Target> targets) {
        return targets.stream().anyMatch(TypedCommands::isPlace);
    }
}
