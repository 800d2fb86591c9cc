package mayday.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.scenario.Signal;

/**
 * The workers of a replica by what they do.
 *
 * @param waiting for whom the busy ones wait, the most first
 */
record Workers(String host, double limit, double busy, double queued, List<Waiting> waiting) {
    Workers {
        waiting = List.copyOf(waiting);
    }

    record Waiting(String callee, double workers) {}

    /** By Little's law calls a second times the time of a call are in flight; together no more than there are busy workers. */
    static Workers of(Session session) {
        double busy = ProcessPrograms.busy(session);
        var waiting = new ArrayList<Waiting>();
        double inFlight = 0;
        for (var edge : session.callsFrom(session.here())) {
            double calls = ProcessPrograms.waitingFor(session, edge);
            waiting.add(new Waiting(edge.to().value(), calls));
            inFlight += calls;
        }
        double scale = inFlight > busy ? busy / inFlight : 1;
        var scaled = waiting.stream()
                .map(each -> new Waiting(each.callee(), each.workers() * scale))
                .sorted(Comparator.comparingDouble(Waiting::workers).reversed())
                .toList();
        return new Workers(
                session.here().hostName(),
                session.here().service().capacity().concurrency(),
                busy,
                session.instruments().lately(Signal.QUEUE_DEPTH, session.here().host()),
                scaled);
    }

    double running() {
        return Math.max(0, busy - waiting.stream().mapToDouble(Waiting::workers).sum());
    }

    String words() {
        var longest = waiting.isEmpty() || waiting.getFirst().workers() < 0.5
                ? ""
                : "; of the busy ones %s wait for %s"
                        .formatted(
                                Numbers.fixed(waiting.getFirst().workers(), 0),
                                waiting.getFirst().callee());
        return "%s: %s of %s workers busy%s.".formatted(host, Numbers.fixed(busy, 0), Numbers.fixed(limit, 0), longest);
    }
}
