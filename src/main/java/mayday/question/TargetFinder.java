package mayday.question;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.evidence.Target;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Dimension;
import mayday.scenario.Service;
import mayday.scenario.SimulatedSystem;

/** Decides of what a question is asked: what it names, what was talked about, or nothing that could be told without asking back. */
final class TargetFinder {
    private static final Set<Dimension> OF_ONE_NAMED = EnumSet.of(
            Dimension.START_TIME,
            Dimension.ONSET_SHAPE,
            Dimension.SLO_ERROR_BUDGET,
            Dimension.ONCALL_ESCALATION,
            Dimension.CUSTOMER_IMPACT,
            Dimension.TRIED_SO_FAR,
            Dimension.RECENT_DEPLOYS,
            Dimension.CONFIG_FLAG_CHANGES,
            Dimension.PRIOR_INCIDENTS_RUNBOOK,
            Dimension.CERTIFICATES,
            Dimension.DNS_RESOLUTION,
            Dimension.DNS_TTL_RESOLVER);

    /** From here on a question is about one thing that it does not name; where all things may be meant as well, only from there. */
    private static final double LIKELY_ONE = 0.5;

    private static final double SURELY_ONE = 0.9;

    /** From here on a question is about one thing that it does not name, whatever else it names; 0 to 1. */
    private static final double SURELY_POINTING = 0.9;

    /** Whoever means one of these is helped by no service's name. */
    private static final Set<String> NO_SERVICES = Set.of("region", "job");

    /** The same where something must be named and nothing is: all things may be meant as well. */
    private static final double LIKELY_POINTING = 0.2;

    private static final int FEWEST_PIECES_OF_ALL = 4;

    /** Who says "redis" where there are two, or asks for a log, is from here on thought to mean one; 0 to 1. */
    private static final double PERHAPS_ONE = 0.25;

    private final SimulatedSystem system;
    private final Ontology ontology;
    private final OrdinaryNames ordinary;
    private final ToDoubleFunction<List<Piece>> meansOne;

    /** @param meansOne how likely a question that names nothing is about one thing rather than anything; 0 to 1 */
    TargetFinder(SimulatedSystem system, Ontology ontology, Names names, ToDoubleFunction<List<Piece>> meansOne) {
        this.system = system;
        this.meansOne = meansOne;
        this.ordinary = new OrdinaryNames(names);
        this.ontology = ontology;
    }

    /** Whether the one service that is named anywhere in an utterance is what its question is about: "on checkout now: since when?" */
    static boolean isOfWhatIsNamed(Dimension dimension, Mentions all) {
        return OF_ONE_NAMED.contains(dimension)
                && all.services().size() == 1
                && all.hosts().isEmpty()
                && all.oneOf().isEmpty();
    }

    /**
     * "Its p95, and is the cache even hitting": where {@code own} fits several things, the one that is used by what {@code all} names;
     * of pools, what uses it: "has it got free connections to the database".
     */
    Mentions usedByNamed(Dimension dimension, Mentions own, Mentions all) {
        if (own.namesAService() || own.oneOf().isEmpty() || !all.namesAService()) {
            return own;
        }
        if (dimension == Dimension.CONN_POOLS) {
            return new Mentions(all.services(), all.hosts(), own.regions(), own.teams(), List.of()).orElse(all);
        }
        var several = own.oneOf().getFirst().services();
        var used = Stream.concat(all.services().stream(), all.hosts().stream().map(Piece.OfHost::service))
                .flatMap(service -> system.dependenciesOf(service.id()).stream())
                .map(dependency -> system.service(dependency.to()))
                .filter(several::contains)
                .distinct()
                .toList();
        return used.size() == 1 ? own.and(Mentions.of(used.getFirst())) : own;
    }

    /** Where a search for targets ends. */
    sealed interface Found {
        record Targets(List<Target> targets) implements Found {}

        /** Several things fit, or none was named: this is what to ask. */
        record Missing(String question, List<Suggestion> suggestions) implements Found {}
    }

    Found of(Dimension dimension, Reading asked, Conversation conversation) {
        var points = asked.mentions().isEmpty()
                ? BackReferences.leastToPointAtOne(dimension, asked.pieces())
                : SURELY_POINTING;
        if (asked.pointing().orElse(0.0) >= points && !asked.isAuthored()) {
            return ofOneUnnamed(dimension, asked, conversation);
        }
        var reading = withOrdinaryName(asked);
        var scope = Scope.of(dimension);
        var mentions = reading.mentions();
        if (mentions.namesAService()) {
            return named(dimension, scope, withResolver(dimension, reading), conversation);
        }
        if (!mentions.oneOf().isEmpty() && scope != Scope.WHOLE) {
            var several = mentions.oneOf().getFirst().services().stream()
                    .filter(scope::fits)
                    .toList();
            return Anywhere.isAsked(dimension, reading) && !several.isEmpty()
                    ? everywhere(several, mentions, conversation)
                    : orAnywhere(
                            oneOf(dimension, scope, mentions, conversation), dimension, several, reading, conversation);
        }
        if (scope.needsTarget()) {
            var fitting = system.services().stream().filter(scope::fits).toList();
            return Anywhere.isAsked(dimension, reading)
                    ? everywhere(fitting, mentions, conversation)
                    : orAnywhere(
                            chosen(dimension, scope.noun(), fitting, mentions, conversation),
                            dimension,
                            fitting,
                            reading,
                            conversation);
        }
        if (mentions.isEmpty()
                && (BackReferences.toOneService(dimension, reading.pieces()) || pointsAtOne(dimension, reading))) {
            var latest = latest(system.services(), conversation);
            return latest.isPresent()
                    ? new Found.Targets(about(latest.get(), mentions))
                    : new Found.Missing("Of which service?", suggestions(dimension, system.services(), conversation));
        }
        return new Found.Targets(mentions.targets());
    }

    /** "That other service, how many threads has it": of what was asked about before, unless that is what is spoken of beside it. */
    private Found ofOneUnnamed(Dimension dimension, Reading asked, Conversation conversation) {
        var scope = Scope.of(dimension);
        var fitting = system.services().stream()
                .filter(scope::fits)
                .filter(service -> !asked.mentions().services().contains(service))
                .toList();
        var latest = latest(fitting, conversation);
        var noun = BackReferences.noun(asked.pieces(), scope.noun());
        return latest.isPresent()
                ? new Found.Targets(Mentions.of(latest.get()).targets())
                : new Found.Missing(
                        "Of which " + noun + "?",
                        NO_SERVICES.contains(noun) ? List.of() : suggestions(dimension, fitting, conversation));
    }

    /** Where it is not known of which of {@code fitting}, and any will do ("OOM kills?"): of all of them, or of the page's. */
    private Found orAnywhere(
            Found found, Dimension dimension, List<Service> fitting, Reading asked, Conversation conversation) {
        if (!(found instanceof Found.Missing)
                || fitting.isEmpty()
                || asked.isAuthored()
                || !asked.isClassified()
                || (!asked.isOfEverything() && meansOne(dimension, asked))) {
            return found;
        }
        var paged = system.service(conversation.paged());
        if (Anywhere.isTooMuchOfAll(dimension)) {
            return fitting.contains(paged) ? new Found.Targets(about(paged, asked.mentions())) : found;
        }
        return everywhere(fitting, asked.mentions(), conversation);
    }

    /** "CPU per host?" and "is redis ok" say too little for all things to be meant. */
    private boolean meansOne(Dimension dimension, Reading asked) {
        var isBare = !asked.mentions().oneOf().isEmpty() || asked.pieces().size() < FEWEST_PIECES_OF_ALL;
        return asked.pointing()
                .map(probability -> isBare || probability >= LIKELY_POINTING)
                .orElseGet(() -> meansOne.applyAsDouble(asked.pieces()) >= leastOfOne(dimension, asked));
    }

    /** Who says "redis" where there are two, or asks for a log, more likely means one of them. */
    private static double leastOfOne(Dimension dimension, Reading asked) {
        return asked.mentions().oneOf().isEmpty() && !Anywhere.isTooMuchOfAll(dimension) ? LIKELY_ONE : PERHAPS_ONE;
    }

    /** An author's question says itself what it is about. */
    private boolean pointsAtOne(Dimension dimension, Reading reading) {
        return !reading.isAuthored()
                && BackReferences.points(dimension, reading.pieces())
                && meansOne.applyAsDouble(reading.pieces()) >= SURELY_ONE;
    }

    private Reading withOrdinaryName(Reading reading) {
        var mentions = reading.mentions();
        return mentions.namesAService() || !mentions.oneOf().isEmpty()
                ? reading
                : ordinary.in(reading.pieces())
                        .map(service -> reading.with(mentions.and(Mentions.of(service))))
                        .orElse(reading);
    }

    /** "Whose name server is checkout asking": of that, too. */
    private static Mentions withResolver(Dimension dimension, Reading reading) {
        var asked = reading.mentions();
        if (dimension != Dimension.DNS_RESOLUTION && dimension != Dimension.DNS_TTL_RESOLVER) {
            return asked;
        }
        for (var piece : reading.pieces()) {
            if (piece instanceof Piece.OneOf(var services, var noun, var _)
                    && noun.startsWith("resolver")
                    && services.size() == 1) {
                return asked.and(Mentions.of(services.getFirst()));
            }
        }
        return asked;
    }

    /** As many as a chart has lines: what was talked about first, then what is nearest to the page. */
    private Found everywhere(List<Service> fitting, Mentions mentions, Conversation conversation) {
        var nearest = new LinkedHashSet<Service>();
        conversation.askedAbout().forEach(id -> nearest.add(system.service(id)));
        nearest.add(system.service(conversation.paged()));
        for (var next = new ArrayDeque<>(nearest); !next.isEmpty(); ) {
            for (var dependency : system.dependenciesOf(next.removeFirst().id())) {
                var used = system.service(dependency.to());
                if (nearest.add(used)) {
                    next.add(used);
                }
            }
        }
        nearest.addAll(fitting);
        var some = nearest.stream()
                .filter(fitting::contains)
                .limit(Evidence.Chart.MOST_LINES)
                .toList();
        return new Found.Targets(new Mentions(some, List.of(), mentions.regions(), List.of(), List.of()).targets());
    }

    private Found named(Dimension dimension, Scope scope, Mentions mentions, Conversation conversation) {
        if ((scope != Scope.DATABASE && scope != Scope.CACHE)
                || !mentions.hosts().isEmpty()) {
            return new Found.Targets(mentions.targets());
        }
        var fitting = mentions.services().stream().filter(scope::fits).toList();
        if (!fitting.isEmpty()) {
            var only = new Mentions(fitting, List.of(), mentions.regions(), List.of(), List.of());
            return new Found.Targets(only.targets());
        }
        // "slow queries of checkout": of the database that checkout uses.
        var used = mentions.services().stream()
                .flatMap(service -> system.dependenciesOf(service.id()).stream())
                .map(dependency -> system.service(dependency.to()))
                .filter(scope::fits)
                .distinct()
                .toList();
        return used.isEmpty()
                ? new Found.Targets(mentions.targets())
                : chosen(dimension, scope.noun(), used, mentions, conversation);
    }

    private Found oneOf(Dimension dimension, Scope scope, Mentions mentions, Conversation conversation) {
        var several = mentions.oneOf().getFirst();
        var fitting = several.services().stream().filter(scope::fits).toList();
        return fitting.isEmpty()
                ? chosen(
                        dimension,
                        scope.noun(),
                        system.services().stream().filter(scope::fits).toList(),
                        mentions,
                        conversation)
                : chosen(dimension, Recogniser.noun(fitting.getFirst().kind()), fitting, mentions, conversation);
    }

    /** The only one, the one that was talked about last, or a question. */
    private Found chosen(
            Dimension dimension, String noun, List<Service> fitting, Mentions mentions, Conversation conversation) {
        if (fitting.size() == 1) {
            return new Found.Targets(about(fitting.getFirst(), mentions));
        }
        var latest = latest(fitting, conversation);
        return latest.isPresent()
                ? new Found.Targets(about(latest.get(), mentions))
                : new Found.Missing("Of which " + noun + "?", suggestions(dimension, fitting, conversation));
    }

    private Optional<Service> latest(List<Service> fitting, Conversation conversation) {
        return conversation.askedAbout().stream()
                .map(system::service)
                .filter(fitting::contains)
                .findFirst();
    }

    /** Services that a command without an argument may have meant. */
    List<Suggestion> suggestions(Dimension dimension, Conversation conversation) {
        var fitting =
                system.services().stream().filter(Scope.of(dimension)::fits).toList();
        return suggestions(dimension, fitting, conversation);
    }

    /** Only what the learner has spoken of, or the page: a chip must not point at anything. */
    private List<Suggestion> suggestions(Dimension dimension, List<Service> fitting, Conversation conversation) {
        var suggestions = new ArrayList<Suggestion>();
        for (var service : conversation.mentionable()) {
            if (fitting.contains(system.service(service))) {
                suggestions.add(new Suggestion(service.value(), ontology.say(dimension, service.value())));
            }
        }
        return suggestions;
    }

    private static List<Target> about(Service service, Mentions mentions) {
        return new Mentions(List.of(service), List.of(), mentions.regions(), List.of(), List.of()).targets();
    }
}
