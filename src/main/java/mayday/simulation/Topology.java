package mayday.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mayday.scenario.Caching;
import mayday.scenario.Dependency;
import mayday.scenario.RegionId;
import mayday.scenario.Route;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/** The shape of a system as the model walks over it: nodes, which are services in regions, and edges, which are their dependencies. */
final class Topology {

    /** Stands for "none" where an index is expected. */
    static final int NONE = -1;

    /** How long a look-up in a cache may take when the author did not write the dependency on the cache down, seconds. */
    private static final double LOOKUP_TIMEOUT = 0.25;

    /** A service in a region. */
    record Node(Service service, RegionId region) {}

    /**
     * A dependency of a node on a node.
     *
     * @param lookup the edge on which the cache in front is asked, or {@link #NONE}
     */
    record Edge(Dependency dependency, int caller, int callee, int lookup) {}

    final SimulatedSystem system;
    final List<Node> nodes;
    final List<Edge> edges;

    /** What holds without any effect. */
    final Ordinary ordinary;

    private final List<Dependency> dependencies;
    /** By edge: the nodes that can resolve the callee's name, one of each resolver; none if the name is not looked up. */
    private final int[][] resolvers;

    private final Map<ServiceId, int[]> nodesOf;
    private final Map<ServiceId, int[]> edgesFrom;

    Topology(SimulatedSystem system) {
        this.system = system;
        this.nodes = List.copyOf(nodesOf(system));
        this.dependencies = withLookups(system.dependencies());
        this.edges = List.copyOf(edgesOf());
        this.resolvers = edges.stream()
                .map(edge -> edge.dependency.resolvesNames() ? resolversOf(nodes.get(edge.caller).region) : new int[0])
                .toArray(int[][]::new);
        this.ordinary = new Ordinary(this);
        this.nodesOf = byKey(nodes.size(), n -> nodes.get(n).service.id());
        this.edgesFrom = byKey(edges.size(), e -> edges.get(e).dependency.from());
    }

    int nodeCount() {
        return nodes.size();
    }

    int edgeCount() {
        return edges.size();
    }

    /** The node of a service in a region, or {@link #NONE}. */
    int node(ServiceId service, RegionId region) {
        for (var n = 0; n < nodes.size(); n++) {
            if (nodes.get(n).region.equals(region) && nodes.get(n).service.id().equals(service)) {
                return n;
            }
        }
        return NONE;
    }

    /** The node that an edge asks for its callee's name when {@code which} resolver is named, or {@link #NONE}. */
    int resolver(int edge, double which) {
        var each = resolvers[edge];
        return which < 0 || each.length == 0 ? NONE : each[(int) Math.min(which, each.length - 1.0)];
    }

    /** All nodes that names are looked up at, each once. */
    int[] resolvers() {
        return Arrays.stream(resolvers)
                .flatMapToInt(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
    }

    /** The nodes of a service, in the order of its regions. */
    int[] nodes(ServiceId service, Where where) {
        return covered(nodesOf.getOrDefault(service, new int[0]), n -> where.covers(nodes.get(n).region));
    }

    /** The edges from one service to another, callers in {@code where}. */
    int[] edges(ServiceId from, ServiceId to, Where where) {
        var between = edgesFrom.getOrDefault(from, new int[0]);
        return covered(
                between,
                e -> edges.get(e).dependency.to().equals(to) && where.covers(nodes.get(edges.get(e).caller).region));
    }

    /** Those for which it is so: signals are read often. */
    private static int[] covered(int[] all, IntPredicate isSo) {
        var found = new int[all.length];
        var count = 0;
        for (var each : all) {
            if (isSo.test(each)) {
                found[count++] = each;
            }
        }
        return count == all.length ? all : Arrays.copyOf(found, count);
    }

    private static <T> Map<T, int[]> byKey(int count, IntFunction<T> key) {
        var lists = IntStream.range(0, count).boxed().collect(Collectors.groupingBy(key::apply));
        return lists.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .mapToInt(Integer::intValue)
                                .toArray()));
    }

    private static List<Node> nodesOf(SimulatedSystem system) {
        var nodes = new ArrayList<Node>();
        for (var service : system.services()) {
            for (var region : service.regions()) {
                nodes.add(new Node(service, region));
            }
        }
        return nodes;
    }

    /** A cache costs time and takes load: where a caller's dependency on its cache was not written down, it is added. */
    private static List<Dependency> withLookups(List<Dependency> written) {
        var all = new ArrayList<>(written);
        for (var dependency : written) {
            if (dependency.caching() instanceof Caching.By by
                    && all.stream().noneMatch(each -> joins(each, dependency.from(), by.cache()))) {
                all.add(lookup(dependency, by.cache()));
            }
        }
        return all;
    }

    private static boolean joins(Dependency dependency, ServiceId from, ServiceId to) {
        return dependency.from().equals(from) && dependency.to().equals(to);
    }

    private static Dependency lookup(Dependency cached, ServiceId cache) {
        return new Dependency(
                cached.from(),
                cache,
                cached.calls(),
                Math.min(LOOKUP_TIMEOUT, cached.timeoutSeconds()),
                1,
                1,
                0,
                Route.SAME_REGION,
                new Caching.None(),
                false,
                0);
    }

    private List<Edge> edgesOf() {
        var unlinked = new ArrayList<Edge>();
        for (var dependency : dependencies) {
            for (var region : system.service(dependency.from()).regions()) {
                unlinked.add(new Edge(dependency, node(dependency.from(), region), calleeOf(dependency, region), NONE));
            }
        }
        return unlinked.stream().map(edge -> linked(edge, unlinked)).toList();
    }

    private int calleeOf(Dependency dependency, RegionId region) {
        var callee = system.service(dependency.to());
        var near = dependency.route() == Route.SAME_REGION && callee.runsIn(region);
        return node(callee.id(), near ? region : callee.primaryRegion());
    }

    private int[] resolversOf(RegionId region) {
        return system.services().stream()
                .filter(service -> service.kind() == ServiceKind.RESOLVER)
                .mapToInt(service -> node(service.id(), service.runsIn(region) ? region : service.primaryRegion()))
                .toArray();
    }

    private static Edge linked(Edge edge, List<Edge> all) {
        if (edge.dependency.caching() instanceof Caching.By by) {
            for (var e = 0; e < all.size(); e++) {
                if (all.get(e).caller == edge.caller
                        && all.get(e).dependency.to().equals(by.cache())) {
                    return new Edge(edge.dependency, edge.caller, edge.callee, e);
                }
            }
        }
        return edge;
    }
}
