package mayday.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;

/** How often a replica enters the kernel: for each request it reads and writes, and for each call of its own once more. */
final class SystemCalls {
    private record Kind(String name, long calls, long errors, double weight) {
        double cost() {
            return calls * weight;
        }
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final double kernelSeconds;

    SystemCalls(Session session, int seconds) {
        var at = session.instruments();
        var host = session.here().host();
        double requests = at.lately(Signal.REQUEST_RATE, host) * seconds;
        double calls = 0;
        double timedOut = 0;
        double refused = 0;
        for (var edge : session.callsFrom(host)) {
            double made = at.lately(DependencySignal.CALL_RATE, edge, session.where()) * seconds / session.ready(host);
            calls += made;
            timedOut += made * at.lately(DependencySignal.TIMEOUT_RATIO, edge, session.where());
            refused += made * at.lately(DependencySignal.REFUSED_RATIO, edge, session.where());
        }
        double busy = ProcessPrograms.busy(session);
        add(session, "futex", 4 * requests + 40 * busy, 0.4 * requests, 3);
        add(session, "epoll_wait", 2 * (requests + calls) + 20, 0, 1);
        add(session, "read", requests + calls, 0.15 * (requests + calls), 1.2);
        add(session, "write", requests + calls, 0, 1.6);
        add(session, "connect", 0.02 * calls + refused + timedOut, refused + timedOut, 4);
        add(session, "close", 0.02 * (requests + calls) + refused + timedOut, 0, 0.8);
        add(session, "madvise", 0.05 * requests + 2, 0, 9);
        kinds.sort(Comparator.comparingDouble(Kind::cost).reversed());
        var vitals = Vitals.of(session);
        kernelSeconds = Math.max(0.0004, vitals.system() / 100 * vitals.cores() * seconds);
    }

    private void add(Session session, String name, double calls, double errors, double weight) {
        long made = session.whole(calls, name);
        if (made > 0) {
            kinds.add(new Kind(name, made, Math.min(made, session.whole(errors, name, 1)), weight));
        }
    }

    long all() {
        return kinds.stream().mapToLong(Kind::calls).sum();
    }

    long errors() {
        return kinds.stream().mapToLong(Kind::errors).sum();
    }

    List<String> table() {
        var row = "%6s %11s %11s %9s %9s %s";
        var rule = "------ ----------- ----------- --------- --------- ----------------";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("% time", "seconds", "usecs/call", "calls", "errors", "syscall"));
        lines.add(rule);
        double all = kinds.stream().mapToDouble(Kind::cost).sum();
        for (var kind : kinds) {
            double seconds = kernelSeconds * kind.cost() / all;
            lines.add(row.formatted(
                    Numbers.fixed(100 * kind.cost() / all, 2),
                    Numbers.fixed(seconds, 6),
                    Numbers.whole(seconds * 1e6 / kind.calls()),
                    kind.calls(),
                    kind.errors() == 0 ? "" : kind.errors(),
                    kind.name()));
        }
        lines.add(rule);
        lines.add(row.formatted(
                "100.00",
                Numbers.fixed(kernelSeconds, 6),
                Numbers.whole(kernelSeconds * 1e6 / Math.max(1, all())),
                all(),
                errors(),
                "total"));
        return lines;
    }
}
