package mayday.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Understanding;
import mayday.scenario.ActionKind;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.ServiceId;
import mayday.scenario.Words;

/** How a question was understood, in words that a learner can check: {@code error rate of checkout in eu-west, last 15 minutes}. */
public final class UnderstoodAs {
    /** More hosts or services than this are counted, not listed. */
    private static final int MOST_LISTED = 4;

    private UnderstoodAs() {}

    /**
     * The words, without a full stop; empty where the reply says it all.
     *
     * @param now the incident time of asking
     */
    public static String words(Understanding understood, Instant now) {
        return switch (understood.outcome()) {
            case ANSWERED ->
                String.join(
                        "; ",
                        understood.interpretations().stream()
                                .map(each -> words(each, now))
                                .distinct()
                                .toList());
            case ACTION -> understood.offer().isNone() ? "an order" : "an order: " + order(understood.offer());
            case HYPOTHESIS -> "a hypothesis" + claim(understood.offer());
            case ASK_BACK, TOO_VAGUE, ABSENT, NO_ANSWER_KEY, OFF_TOPIC -> "";
        };
    }

    /** An offered action in words: {@code scale checkout, replicas 12, region eu-west}. */
    static String order(Understanding.Offer offer) {
        var words = new StringBuilder(
                switch (offer.action()) {
                    case "" -> "";
                    case Understanding.ESCALATE -> offer.target().isEmpty() ? "escalate" : "page team";
                    case Understanding.POST_UPDATE -> "post an update to the";
                    case Understanding.DECLARE_SEVERITY -> offer.target().isEmpty() ? "declare a severity" : "declare";
                    case Understanding.WAIT -> "let " + passing(offer) + " pass";
                    default -> action(offer.action());
                });
        if (!offer.target().isEmpty()) {
            var isAudience = offer.action().equals(Understanding.POST_UPDATE);
            words.append(' ').append(isAudience ? offer.target().replace('-', ' ') : offer.target());
        }
        if (offer.action().equals(Understanding.WAIT)) {
            return words.toString();
        }
        for (var argument : offer.arguments()) {
            words.append(", ").append(argument(argument));
        }
        return words.toString();
    }

    /** {@code 2 min}, {@code 90 s}, or {@code time} where nothing was said about how much. */
    private static String passing(Understanding.Offer offer) {
        return offer.arguments().stream()
                .map(Understanding.Argument::value)
                .mapToLong(Long::parseLong)
                .mapToObj(seconds -> seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s")
                .findFirst()
                .orElse("time");
    }

    private static String argument(Understanding.Argument argument) {
        return argument.name().equals("on")
                ? argument.value().equals("true") ? "on" : "off"
                : argument.name() + " " + argument.value();
    }

    private static String action(String id) {
        return ActionKind.GENERIC.stream()
                .filter(kind -> kind.id().equals(id))
                .map(kind -> kind.title().toLowerCase(java.util.Locale.ROOT).replace("dns", "DNS"))
                .findFirst()
                .orElse(id.replace('-', ' '));
    }

    private static String claim(Understanding.Offer offer) {
        var parts = Stream.of(
                        Words.parse(FaultClass.class, offer.faultClass())
                                .map(FaultClass::title)
                                .orElse(""),
                        offer.target())
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String words(Interpretation read, Instant now) {
        var of = targets(read.targets());
        var when = window(read.window(), now);
        if (!read.command().isEmpty()) {
            return read.command() + (of.isEmpty() || read.command().contains(of) ? "" : " (" + of + ")");
        }
        return subject(read.dimension()) + (of.isEmpty() ? "" : " of " + of) + (when.isEmpty() ? "" : ", " + when);
    }

    private static String targets(List<Target> targets) {
        var hosts = targets.stream().filter(Target.OfHost.class::isInstance).toList();
        if (hosts.size() > MOST_LISTED && hosts.size() == targets.size()) {
            var services = hosts.stream()
                    .map(host -> ((Target.OfHost) host).service())
                    .distinct()
                    .toList();
            return hosts.size() + " hosts of "
                    + list(services.stream().map(ServiceId::value).toList());
        }
        var services =
                targets.stream().filter(Target.OfService.class::isInstance).toList();
        if (services.size() > MOST_LISTED && services.size() == targets.size()) {
            return services.size() + " services";
        }
        return list(named(targets));
    }

    /** Several regions of a service are named together. */
    private static List<String> named(List<Target> targets) {
        var nodes = new LinkedHashMap<ServiceId, List<String>>();
        var names = new ArrayList<String>();
        for (var target : targets) {
            if (target instanceof Target.OfNode(var service, var region)) {
                nodes.computeIfAbsent(service, _ -> new ArrayList<>()).add(region.value());
            } else if (target instanceof Target.OfHost(var _, var region, var _)) {
                names.add(target.words() + " in " + region);
            } else {
                names.add(target.words());
            }
        }
        nodes.forEach((service, regions) -> names.add(service + " in " + list(regions)));
        return names;
    }

    private static String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** A stretch of time in words; empty where none was named. */
    static String window(Window window, Instant now) {
        return switch (window) {
            case Window.Usual() -> "";
            case Window.Last(var length) -> "last " + length(length);
            case Window.Since(var from) -> "since " + Format.moment(from, now);
            case Window.Between(var from, var until) -> Format.moment(from, now) + " to " + Format.moment(until, now);
        };
    }

    private static String length(Duration length) {
        if (length.toSeconds() % 60 != 0 || length.toMinutes() == 0) {
            return counted(length.toSeconds(), "second");
        }
        if (length.toMinutes() % 60 != 0) {
            return counted(length.toMinutes(), "minute");
        }
        return length.toHours() % 24 == 0 && length.toDays() > 1
                ? counted(length.toDays(), "day")
                : counted(length.toHours(), "hour");
    }

    private static String counted(long number, String noun) {
        return number == 1 ? noun : number + " " + noun + "s";
    }

    /** What is asked about, as a responder would say it. */
    public static String subject(Dimension dimension) {
        return switch (dimension) {
            case SERVICE_SCOPE -> "which services are affected";
            case START_TIME -> "since when";
            case ONSET_SHAPE -> "how it began";
            case REGION_SCOPE -> "which regions are affected";
            case CUSTOMER_IMPACT -> "customer impact";
            case RECENT_DEPLOYS -> "recent deploys";
            case CONFIG_FLAG_CHANGES -> "changes of config, flags and the like";
            case ERROR_RATE -> "error rate";
            case ERROR_TYPES -> "kinds of errors";
            case LATENCY -> "latency";
            case TRAFFIC -> "traffic";
            case CPU -> "CPU";
            case MEMORY -> "memory";
            case DISK -> "disk";
            case NETWORK -> "network";
            case DB_HEALTH -> "database health";
            case CONN_POOLS -> "connection pools";
            case QUEUE_DEPTH -> "queues";
            case CACHE -> "cache";
            case DEPENDENCY_STATUS -> "dependencies";
            case DNS_RESOLUTION -> "name resolution";
            case DNS_TTL_RESOLVER -> "resolvers and TTLs";
            case CERTIFICATES -> "certificates";
            case SCALING_INSTANCES -> "instances and scaling";
            case LOGS -> "logs";
            case TRACES -> "traces";
            case PROCESSES_THREADS -> "processes and threads";
            case CRON_JOBS -> "scheduled jobs";
            case PRIOR_INCIDENTS_RUNBOOK -> "past incidents and runbooks";
            case SLO_ERROR_BUDGET -> "SLO and error budget";
            case ONCALL_ESCALATION -> "who is on call";
            case TRIED_SO_FAR -> "what was tried so far";
        };
    }
}
