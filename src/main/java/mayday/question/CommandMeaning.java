package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Pattern ESCAPED = Pattern.compile("%([2-7][0-9a-f])");

    /** Whom a command asks about something else: {@code dig cart @resolver-2}, {@code --bootstrap-server events-1:9092}. */
    private static final Pattern ADDRESSED =
            Pattern.compile("(?: @|--bootstrap-server[ =]|--broker-list[ =])([a-z][a-z0-9.:-]*)");

    private static final Set<ServiceKind> ASKED_OF_OTHERS = Set.of(ServiceKind.RESOLVER, ServiceKind.QUEUE);

    /** Where a cluster, a bastion or a group of instances is: {@code --context prod-dub}. */
    private static final Pattern CLUSTER = Pattern.compile(
            "(?:--context[ =]|--cluster[ =]|\\bssh |\\bclusters/|\\b(?:app|rollout) (?:history|get|status|diff) |\\b(?=(?:prod|bastion)-))([a-z0-9_.-]+)");

    /** Whatever a cloud calls it, it is the edge that it counts for. */
    private static final Pattern LOAD_BALANCER = Pattern.compile("aws/(?:application|network)?elb\\b");

    /** The table of what keeps the processors busy, without an option for what else it should show. */
    private static final Pattern TOP =
            Pattern.compile("^(?:[$#>] ?|sudo |ssh \\S+ )*top(?: -(?:b|bn ?\\d+|n ?\\d+|d ?\\d+))*(?: \\||$| on )");

    /** Nothing but an address: how it answers is all that is wanted. */
    private static final Pattern BARE_REQUEST =
            Pattern.compile("^(?:curl|wget|http|https|httpie)(?: -{1,2}[a-z-]+)* (?:https?://)?[a-z0-9.:-]+/?$");

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

    /** From here on the wording says what a command is about, whatever its program; of a request, which may be about anything, sooner; 0 to 1. */
    private static final double CLEAR = 0.5;

    private static final double CLEAR_OF_REQUEST = 0.4;

    /** "curl -w time_total" is about latency, "curl -vI | grep expire" about a certificate. */
    Optional<Dimension> dimension(String text) {
        var plain = decoded(text);
        return bySigns(plain).or(() -> byWording(plain)).or(() -> ofAddress(plain));
    }

    private Optional<Dimension> byWording(String plain) {
        var reading = segmenter.reading(reader.piecesAsTyped(plain));
        boolean isRequest = REQUEST.matcher(plain).find();
        if (reading.isOnlyNames()
                || reading.probability() < (isRequest ? CLEAR_OF_REQUEST : CLEAR)
                || BARE_REQUEST.matcher(plain).matches()) {
            return Optional.empty();
        }
        return reading.topic() instanceof Topic.Of(var dimension) ? Optional.of(dimension) : Optional.empty();
    }

    private Optional<Dimension> bySigns(String plain) {
        if (STATUS_OF_PROVIDER.matcher(plain).find()
                && services(plain).stream()
                        .anyMatch(piece -> piece instanceof Piece.OfService(var service, var _)
                                && service.kind() == ServiceKind.THIRD_PARTY)) {
            return Optional.of(Dimension.DEPENDENCY_STATUS);
        }
        if (TOP.matcher(plain).find()) {
            return Optional.of(Dimension.CPU);
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
        return Optional.empty();
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

    /** The text as it reads without an address's escapes ({@code service.name%3Dcart}) and the parts of its path that are no names. */
    static String decoded(String plain) {
        var readable = ESCAPED.matcher(plain)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
        return Console.PATHS.matcher(readable).replaceAll("/");
    }

    /**
     * What stands beside the name that a command looks up: the resolver that is to answer, the queue that is asked of its consumers,
     * and the regions in names, labels and options.
     */
    List<Piece> beside(String text) {
        var plain = decoded(text);
        var found = new ArrayList<Piece>();
        ADDRESSED
                .matcher(plain)
                .results()
                .map(match -> match.group(1))
                .flatMap(name -> system.services().stream()
                        .filter(service -> ASKED_OF_OTHERS.contains(service.kind()) && isCalled(service, name)))
                .forEach(service -> found.add(new Piece.OfService(service, Recogniser.noun(service.kind()))));
        for (var region : system.regions()) {
            var id = Pattern.compile("(?<![a-z0-9])" + region.id().value() + "(?:-?\\d[a-z]?)?(?![a-z0-9]|-[a-z])");
            if (id.matcher(plain).find()) {
                found.add(new Piece.OfRegion(region.id(), "region"));
            }
        }
        if (LOAD_BALANCER.matcher(plain).find() && services(plain).isEmpty()) {
            onlyEdge().ifPresent(edge -> found.add(new Piece.OfService(edge, Recogniser.noun(edge.kind()))));
        }
        CLUSTER.matcher(plain)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("[-_.]")))
                .flatMap(part -> names.region(Names.key(part)).stream())
                .forEach(region -> found.add(new Piece.OfRegion(region, "region")));
        return found;
    }

    private Optional<Service> onlyEdge() {
        var edges = system.services().stream()
                .filter(service -> service.kind() == ServiceKind.EDGE)
                .toList();
        return edges.size() == 1 ? Optional.of(edges.getFirst()) : Optional.empty();
    }

    private static boolean isCalled(Service service, String name) {
        var host = name.replaceFirst("[.:].*$", "").replaceFirst("-\\d+$", "");
        return Names.key(host).equals(Names.key(service.id().value()))
                || service.aliases().stream().anyMatch(alias -> Names.key(alias).equals(Names.key(host)));
    }

    /** Services whose ids stand in a path, an address, a label or the like: {@code app=cart}, {@code /var/log/cart/app.log}. */
    List<Piece> services(String text) {
        var plain = decoded(text);
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
        var rest = plain; // Without the names that were found.
        var found = new ArrayList<Piece>();
        var longestFirst = system.services().stream()
                .sorted(Comparator.comparingInt(
                        (Service service) -> -service.id().value().length()))
                .toList();
        for (var service : longestFirst) {
            // Of a provider's whole domain: api.cardlink.example is nobody else's.
            var subdomains = service.kind() == ServiceKind.THIRD_PARTY ? "(?:[a-z0-9-]+\\.)*" : "";
            var id = Pattern.compile("(?<![a-z0-9])(?<!describe-)(?<!services/)"
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

    /** {@code pieces}, the services in {@code plain} if they name none, and what stands beside them. */
    List<Piece> withServices(List<Piece> pieces, String plain) {
        var all = new ArrayList<>(pieces);
        if (!Mentions.in(pieces).namesAService()) {
            all.addAll(services(plain));
        }
        all.addAll(beside(plain));
        return all;
    }

    /** What was run, about the services that stand in it. */
    Understanding of(Understanding run, String plain) {
        if (run.outcome() != Outcome.ANSWERED) {
            return run;
        }
        var named = Mentions.in(withServices(List.of(), plain)).targets();
        return Understanding.answered(run.interpretations().stream()
                .map(each -> new Interpretation(
                        each.dimension(),
                        namesAService(each.targets()) || named.isEmpty() ? each.targets() : named,
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
