package mayday.player;

import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.Dimension;

/** Scope, then a checklist in its order, then what the scenario's people know, until one cause is likely enough to act on. */
final class Methodical implements Tactics {
    private static final double SURE = 0.8;

    private static final List<Dimension> CHECKLIST = List.of(
            Dimension.ERROR_RATE,
            Dimension.LATENCY,
            Dimension.TRAFFIC,
            Dimension.CPU,
            Dimension.MEMORY,
            Dimension.DEPENDENCY_STATUS,
            Dimension.ERROR_TYPES,
            Dimension.LOGS,
            Dimension.CONN_POOLS,
            Dimension.DB_HEALTH,
            Dimension.CACHE,
            Dimension.DNS_RESOLUTION,
            Dimension.CERTIFICATES,
            Dimension.NETWORK,
            Dimension.PROCESSES_THREADS,
            Dimension.SCALING_INSTANCES,
            Dimension.CRON_JOBS,
            Dimension.TRACES);

    @Override
    public void play(Seat seat) {
        var investigation = new Investigation(seat);
        investigation.begin();
        for (var dimension : CHECKLIST) {
            if (isSure(investigation) || seat.isOver()) {
                break;
            }
            seat.ask(dimension);
            investigation.keepTold();
            investigation.reasoning().follow(seat.incident());
        }
        for (var question : seat.incident().scenario().questions()) {
            if (isSure(investigation) || seat.isOver()) {
                break;
            }
            var targets = question.services().stream()
                    .<Target>map(Target.OfService::new)
                    .toList();
            seat.ask(
                    new Interpretation(
                            question.dimension(),
                            targets,
                            new Window.Usual(),
                            1,
                            question.id().value()),
                    question.asks().isEmpty()
                            ? question.dimension().words()
                            : question.asks().getFirst());
            investigation.keepTold();
            investigation.reasoning().follow(seat.incident());
        }
        investigation.hypothesise();
        investigation.mend();
        investigation.conclude();
    }

    private static boolean isSure(Investigation investigation) {
        var reasoning = investigation.reasoning();
        return reasoning.share(reasoning.ranked().getFirst()) >= SURE;
    }
}
