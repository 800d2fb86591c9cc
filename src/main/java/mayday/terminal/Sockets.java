package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;

/**
 * The TCP sockets of a replica: a connection for each request that it works on, and one for each call that it has in flight; to what
 * it keeps a pool for, those in use.
 *
 * @param backlog connections that wait to be accepted
 */
record Sockets(int port, long backlog, List<Socket> open) {
    /** Of more connections to one peer the rest is not listed. */
    private static final int MOST_TO_ONE = 4_000;

    Sockets {
        open = List.copyOf(open);
    }

    /** A connection; {@code sendQueue} holds bytes that the peer has not acknowledged. */
    record Socket(String state, long sendQueue, String local, String peer) {}

    static Sockets of(Session session) {
        var at = session.instruments();
        var host = session.here().host();
        var software = Software.of(host.service());
        var here = session.fleet().address(host.service(), session.region(), host.number());
        var open = new ArrayList<Socket>();
        long served = Numbers.whole(at.lately(Signal.THREADS_BUSY, host));
        var callers = session.callsTo(host).stream()
                .map(edge -> session.system().service(edge.from()))
                .toList();
        for (int i = 0; i < Math.min(MOST_TO_ONE, served); i++) {
            var peer = callers.isEmpty()
                    ? "198.51.100." + (1 + Chance.below(250, Chance.hash(5, here, i)))
                    : session.fleet().address(callers.get(i % callers.size()), session.region(), 1 + i % 3);
            open.add(new Socket("ESTAB", 0, here + ":" + software.port(), peer + ":" + ephemeral(here, i)));
        }
        for (var edge : session.callsFrom(host)) {
            calls(session, edge, here, open);
        }
        for (int i = 0; i < Math.min(200, served / 8); i++) {
            open.add(new Socket("TIME-WAIT", 0, here + ":" + ephemeral(here, 7_000 + i), here + ":" + software.port()));
        }
        return new Sockets(software.port(), Numbers.whole(at.lately(Signal.QUEUE_DEPTH, host)), open);
    }

    private static void calls(Session session, Dependency edge, String here, List<Socket> open) {
        var callee = session.system().service(edge.to());
        var there = session.callsFrom(session.here()).contains(edge) && callee.runsIn(session.region())
                ? session.region()
                : callee.primaryRegion();
        int port = Software.of(callee).port();
        long established = Numbers.whole(established(session, edge));
        double unanswered = session.instruments().lately(DependencySignal.TIMEOUT_RATIO, edge, session.where());
        for (int i = 0; i < Math.min(MOST_TO_ONE, established); i++) {
            var peer = session.fleet()
                    .address(
                            callee, there, 1 + i % Math.max(1, callee.capacity().replicas()));
            boolean stuck = session.chance(edge.to() + "/stuck", i) < unanswered;
            open.add(new Socket(
                    "ESTAB", stuck ? 214 : 0, here + ":" + ephemeral(here + edge.to(), i), peer + ":" + port));
        }
    }

    /** Connections of one replica to what it calls. */
    static double established(Session session, Dependency edge) {
        var at = session.instruments();
        double size = at.lately(DependencySignal.POOL_SIZE, edge, session.where());
        return size > 0
                ? at.lately(DependencySignal.POOL_IN_USE, edge, session.where()) / session.ready(session.here())
                : ProcessPrograms.waitingFor(session, edge);
    }

    private static int ephemeral(String peer, int number) {
        return 32_768 + Chance.below(28_000, Chance.hash(6, peer, number));
    }

    long count(String state) {
        return open.stream().filter(socket -> socket.state().equals(state)).count();
    }
}
