package mayday.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.evidence.Evidence.Line;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** Connection pools: those that a service holds, or those that its callers hold to it. */
final class PoolAnswers {
    private static final int MOST_ROWS = 20;

    private PoolAnswers() {}

    private record Pool(Dependency edge, Where where, double inUse, double size, double waiting) {
        String name() {
            return edge.from() + " to " + edge.to();
        }

        String words() {
            return "%s %s of %s in use, %s waiting"
                    .formatted(name(), Figures.count(inUse), Figures.count(size), Figures.count(waiting));
        }
    }

    static Reply pools(Inquiry inquiry) {
        var period = Period.of(
                inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Inquiry.USUAL_WINDOW);
        return switch (period) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> reply(inquiry, covered).adding(covered.remark());
        };
    }

    private static Reply reply(Inquiry inquiry, Period.Covered period) {
        var pools = edges(inquiry).stream()
                .map(edge -> pool(inquiry, edge, period))
                .filter(pool -> pool.size() > 0)
                .sorted(Comparator.comparingDouble((Pool pool) -> pool.inUse() / pool.size())
                        .reversed())
                .limit(MOST_ROWS)
                .toList();
        var about = inquiry.namedServices();
        if (pools.isEmpty()) {
            return Reply.words(
                    about.isEmpty()
                            ? "No service here keeps a connection pool."
                            : about.getFirst().id() + " keeps no connection pool, and none is kept to it.");
        }
        var lines = new ArrayList<Line>();
        for (var pool : pools) {
            var samples = inquiry.sight()
                    .samples(DependencySignal.POOL_IN_USE, pool.edge(), pool.where(), period.from(), period.until());
            lines.add(Charts.line(pool.name(), samples));
        }
        var limit = pools.size() == 1 ? pools.getFirst().size() : Charts.NO_THRESHOLD;
        var words = pools.stream().limit(3).map(Pool::words).toList();
        var more = pools.size() > 3 ? "; " + (pools.size() - 3) + " more in the table" : "";
        return Reply.showing(
                "Connections %s: %s%s.".formatted(MetricAnswers.at(inquiry, period), String.join("; ", words), more),
                new Exhibit(
                        "Connections in use",
                        "Metric · " + inquiry.where().words(),
                        Charts.chart(Signal.Unit.COUNT, lines, limit)),
                new Exhibit("Connection pools", "Metrics · " + inquiry.where().words(), table(pools)));
    }

    private static Evidence.Table table(List<Pool> pools) {
        return ScopeAnswers.table(
                List.of("Pool", "In use", "Size", "Waiting"),
                pools.stream()
                        .map(pool -> List.of(
                                pool.name(),
                                Figures.count(pool.inUse()),
                                Figures.count(pool.size()),
                                Figures.count(pool.waiting())))
                        .toList());
    }

    private static Pool pool(Inquiry inquiry, Dependency edge, Period.Covered period) {
        var sight = inquiry.sight();
        var where = inquiry.where();
        return new Pool(
                edge,
                where,
                sight.lately(DependencySignal.POOL_IN_USE, edge, where, period.until()),
                sight.lately(DependencySignal.POOL_SIZE, edge, where, period.until()),
                sight.lately(DependencySignal.POOL_WAITING, edge, where, period.until()));
    }

    /**
     * The pools of the named services: to what they call and, where they are called through one, from their callers.
     */
    private static List<Dependency> edges(Inquiry inquiry) {
        var named = inquiry.namedServices();
        var all = inquiry.system().dependencies();
        if (named.isEmpty()) {
            var ofPaged = inquiry.system().dependenciesOf(inquiry.paged().id()).stream()
                    .filter(edge -> edge.poolSize() > 0)
                    .toList();
            return ofPaged.isEmpty() ? all : ofPaged;
        }
        return all.stream()
                .filter(edge -> named.stream()
                        .anyMatch(service ->
                                service.id().equals(edge.from()) || service.id().equals(edge.to())))
                .toList();
    }
}
