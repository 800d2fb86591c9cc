package mayday.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.SimulatedSystem;

/**
 * Spreads a question over what its subject consists of: {@code by region}, {@code per host}, {@code each service}. Who asks for it
 * gets a line for each, at most {@value #MOST_TARGETS}; which of them stand out is for the answer to say ({@code top 5 hosts}).
 */
final class Breakdown {
    /** More lines than that nobody reads. */
    static final int MOST_TARGETS = 24;

    private static final Map<String, By> UNITS = Map.ofEntries(
            Map.entry("region", By.REGION),
            Map.entry("regions", By.REGION),
            Map.entry("host", By.HOST),
            Map.entry("hosts", By.HOST),
            Map.entry("pod", By.HOST),
            Map.entry("pods", By.HOST),
            Map.entry("instance", By.HOST),
            Map.entry("instances", By.HOST),
            Map.entry("replica", By.HOST),
            Map.entry("replicas", By.HOST),
            Map.entry("machine", By.HOST),
            Map.entry("machines", By.HOST),
            Map.entry("node", By.HOST),
            Map.entry("nodes", By.HOST),
            Map.entry("service", By.SERVICE),
            Map.entry("services", By.SERVICE));
    private static final Set<String> DISTRIBUTIVE = Set.of("by", "per", "each", "every");
    private static final Set<String> SUPERLATIVE = Set.of("top", "worst", "busiest", "slowest", "hottest", "loudest");

    /** What a single host has of its own. */
    private static final Set<Dimension> OF_HOSTS = EnumSet.of(
            Dimension.ERROR_RATE,
            Dimension.LATENCY,
            Dimension.TRAFFIC,
            Dimension.CPU,
            Dimension.MEMORY,
            Dimension.DISK,
            Dimension.NETWORK,
            Dimension.CONN_POOLS,
            Dimension.PROCESSES_THREADS,
            Dimension.LOGS);

    private final SimulatedSystem system;

    Breakdown(SimulatedSystem system) {
        this.system = system;
    }

    /** Over what a question is spread. */
    enum By {
        REGION,
        HOST,
        SERVICE
    }

    /**
     * A breakdown that is asked for.
     *
     * @param length how many words ask for it
     */
    record Asked(By by, int length) {}

    /**
     * A question as it is understood with its {@code per region}, {@code by host} or the like, or else without, and spread out so: the
     * words may belong to the question, as those of "errors by region" do.
     */
    Understanding of(List<Piece> pieces, ServiceId paged, Function<List<Piece>, Understanding> understand) {
        for (var at = 0; at < pieces.size(); at++) {
            var asked = at(pieces, at);
            if (asked.isPresent()) {
                var whole = understand.apply(pieces);
                var rest = new ArrayList<>(pieces.subList(0, at));
                rest.addAll(pieces.subList(at + asked.get().length(), pieces.size()));
                var without = whole.interpretations().isEmpty() && !rest.isEmpty() ? understand.apply(rest) : whole;
                return without.interpretations().isEmpty()
                        ? whole
                        : of(asked.get().by(), without, paged);
            }
        }
        return understand.apply(pieces);
    }

    /** What is asked for by the words that begin at {@code at}: {@code for each region}, {@code top 5 hosts}. */
    static Optional<Asked> at(List<Piece> pieces, int at) {
        var first = word(pieces, at);
        if (DISTRIBUTIVE.contains(first)) {
            var ofThe =
                    word(pieces, at + 1).equals("of") && word(pieces, at + 2).equals("the") ? 2 : 0;
            var doubled = DISTRIBUTIVE.contains(word(pieces, at + 1)) ? 1 : ofThe;
            return unit(pieces, at + 1 + doubled, 2 + doubled);
        }
        if (SUPERLATIVE.contains(first)) {
            var counted = word(pieces, at + 1).matches("\\d{1,3}|two|three|five|ten") ? 1 : 0;
            return unit(pieces, at + 1 + counted, 2 + counted);
        }
        return Optional.empty();
    }

    private static Optional<Asked> unit(List<Piece> pieces, int at, int length) {
        var by = UNITS.get(word(pieces, at));
        return by == null ? Optional.empty() : Optional.of(new Asked(by, length));
    }

    private static String word(List<Piece> pieces, int at) {
        return at < pieces.size() && pieces.get(at) instanceof Piece.Word(var text) ? text : "";
    }

    /** Whether an answer about {@code dimension} can be given for each of them. */
    static boolean isPossible(By by, Dimension dimension) {
        return switch (by) {
            case REGION, SERVICE -> Scope.of(dimension) != Scope.WHOLE;
            case HOST -> OF_HOSTS.contains(dimension);
        };
    }

    /**
     * {@code targets} spread, or as they are where that cannot be.
     *
     * @param paged what is meant where none is named
     */
    List<Target> of(By by, Dimension dimension, List<Target> targets, ServiceId paged) {
        if (!isPossible(by, dimension)) {
            return targets;
        }
        var regions = regions(targets);
        var spread = switch (by) {
            case REGION ->
                services(targets, paged).stream()
                        .flatMap(service -> service.regions().stream()
                                .<Target>map(region -> new Target.OfNode(service.id(), region)))
                        .toList();
            case HOST -> hosts(services(targets, paged), regions);
            case SERVICE -> everyService(dimension, regions);
        };
        return spread.stream().distinct().limit(MOST_TARGETS).toList();
    }

    /** An answered question spread, each of its parts where that can be. */
    Understanding of(By by, Understanding understood, ServiceId paged) {
        if (understood.interpretations().isEmpty()) {
            return understood;
        }
        var spread = understood.interpretations().stream()
                .map(each -> each.authored().isEmpty() && each.command().isEmpty() ? of(by, each, paged) : each)
                .toList();
        return new Understanding(
                understood.outcome(), spread, understood.reply(), understood.suggestions(), understood.offer());
    }

    private Interpretation of(By by, Interpretation each, ServiceId paged) {
        return new Interpretation(
                each.dimension(),
                of(by, each.dimension(), each.targets(), paged),
                each.window(),
                each.confidence(),
                each.authored());
    }

    private List<Service> services(List<Target> targets, ServiceId paged) {
        var services = new ArrayList<Service>();
        for (var target : targets) {
            switch (target) {
                case Target.OfService(var service) -> services.add(system.service(service));
                case Target.OfNode(var service, var _) -> services.add(system.service(service));
                case Target.OfHost(var service, var _, var _) -> services.add(system.service(service));
                case Target.OfTeam(var team) ->
                    system.services().stream()
                            .filter(service -> service.owner().equals(team))
                            .forEach(services::add);
                case Target.OfRegion _ -> {}
            }
        }
        return services.isEmpty() ? List.of(system.service(paged)) : services;
    }

    static List<RegionId> regions(List<Target> targets) {
        var regions = new ArrayList<RegionId>();
        for (var target : targets) {
            switch (target) {
                case Target.OfNode(var _, var region) -> regions.add(region);
                case Target.OfHost(var _, var region, var _) -> regions.add(region);
                case Target.OfRegion(var region) -> regions.add(region);
                case Target.OfService _, Target.OfTeam _ -> {}
            }
        }
        return regions.stream().distinct().toList();
    }

    /** In turn one of each region, so that a limit leaves no region out. */
    private static List<Target> hosts(List<Service> services, List<RegionId> regions) {
        var hosts = new ArrayList<Target>();
        for (var service : services) {
            var where = service.regions().stream()
                    .filter(region -> regions.isEmpty() || regions.contains(region))
                    .toList();
            for (var number = 1; number <= service.capacity().replicas() && hosts.size() < MOST_TARGETS; number++) {
                for (var region : where) {
                    hosts.add(new Target.OfHost(service.id(), region, number));
                }
            }
        }
        return hosts;
    }

    private List<Target> everyService(Dimension dimension, List<RegionId> regions) {
        var targets = new ArrayList<Target>();
        for (var service : system.services()) {
            if (!Scope.of(dimension).fits(service)) {
                continue;
            }
            if (regions.isEmpty()) {
                targets.add(new Target.OfService(service.id()));
            }
            regions.stream()
                    .filter(service::runsIn)
                    .forEach(region -> targets.add(new Target.OfNode(service.id(), region)));
        }
        return targets;
    }
}
