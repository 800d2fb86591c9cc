package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.evidence.Evidence.Output;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;

/** What the workers of one replica are doing: how many are busy, and what those wait for. */
final class ProcessAnswers {
    private ProcessAnswers() {}

    static Reply processes(Inquiry inquiry) {
        return inquiry.aboutOurs(
                List.of(inquiry.paged()), Sight.NOW, "its processes are not ours to see.", (subjects, period) -> {
                    var reply = Reply.words("");
                    for (var subject : subjects) {
                        var workers = workers(inquiry, HostAnswers.asHost(subject), period.until());
                        reply = reply.adding(words(inquiry, subject, workers, period))
                                .and(dump(subject, workers));
                    }
                    return subjects.size() == 1
                            ? reply.and(processList(inquiry, subjects.getFirst(), period.until()))
                            : reply;
                });
    }

    /** Workers of a replica by what they do; {@code waiting} has the calls that they are in. */
    private record Workers(double limit, double busy, double queued, List<Waiting> waiting) {
        double running() {
            return Math.max(
                    0, busy - waiting.stream().mapToDouble(Waiting::workers).sum());
        }
    }

    private record Waiting(String callee, double workers) {}

    /**
     * By Little's law, calls a second times the time of a call are in flight; together no more than there are busy
     * workers.
     */
    private static Workers workers(Inquiry inquiry, Subject host, Instant until) {
        var sight = inquiry.sight();
        double busy = sight.lately(Signal.THREADS_BUSY, host, until);
        var replica = new Subject(host.service(), host.where(), 0);
        double replicas = Math.max(1, sight.lately(Signal.REPLICAS_READY, replica, until));
        var waiting = new ArrayList<Waiting>();
        double inFlight = 0;
        for (var edge : inquiry.system().dependenciesOf(host.id())) {
            double calls = sight.lately(DependencySignal.CALL_RATE, edge, host.where(), until)
                    * sight.lately(DependencySignal.LATENCY, edge, host.where(), until)
                    / replicas;
            waiting.add(new Waiting(edge.to().value(), calls));
            inFlight += calls;
        }
        double scale = inFlight > busy ? busy / inFlight : 1;
        var scaled = waiting.stream()
                .map(each -> new Waiting(each.callee(), each.workers() * scale))
                .sorted(Comparator.comparingDouble(Waiting::workers).reversed())
                .toList();
        return new Workers(
                host.service().capacity().concurrency(), busy, sight.lately(Signal.QUEUE_DEPTH, host, until), scaled);
    }

    private static String words(Inquiry inquiry, Subject subject, Workers workers, Period.Covered period) {
        var longest = workers.waiting().isEmpty()
                        || workers.waiting().getFirst().workers() < 0.5
                ? ""
                : "; of the busy ones %s wait for %s"
                        .formatted(
                                Figures.count(workers.waiting().getFirst().workers()),
                                workers.waiting().getFirst().callee());
        return "%s: %s of %s workers of a replica are busy %s, %s requests wait for one%s."
                .formatted(
                        subject.words(),
                        Figures.count(workers.busy()),
                        Figures.count(workers.limit()),
                        MetricAnswers.at(inquiry, period),
                        Figures.count(workers.queued()),
                        longest);
    }

    private static Exhibit dump(Subject subject, Workers workers) {
        boolean java = Program.isJava(subject.service());
        var row = "%6d  %-14s %s";
        var lines = new ArrayList<String>();
        for (var each : workers.waiting()) {
            if (Math.round(each.workers()) > 0) {
                var place = java
                        ? "%s.call(%s.java:%d)"
                                .formatted(
                                        client(each.callee()),
                                        client(each.callee()),
                                        40 + Chance.below(120, Chance.hash(2, each.callee())))
                        : "waiting for " + each.callee();
                lines.add(row.formatted(Math.round(each.workers()), java ? "TIMED_WAITING" : "waiting", place));
            }
        }
        lines.add(row.formatted(
                Math.round(workers.running()),
                java ? "RUNNABLE" : "running",
                java ? "RequestHandler.handle(RequestHandler.java:57)" : "own work"));
        long idle = Math.round(Math.max(0, workers.limit() - workers.busy()));
        lines.add(
                row.formatted(idle, java ? "WAITING" : "idle", java ? "WorkerPool.take(WorkerPool.java:112)" : "idle"));
        lines.add("");
        lines.add(
                "%d workers, %d requests queued".formatted(Math.round(workers.limit()), Math.round(workers.queued())));
        var command = java ? "jstack 1 | summary --by-top-frame" : "thread-dump --summary";
        var title = (java ? "jstack" : "threads") + " on " + subject.hostName();
        return new Exhibit(
                title, "Command · " + subject.where().words(), new Output(subject.hostName(), command, lines));
    }

    private static String client(String service) {
        var name = new StringBuilder();
        for (var part : service.split("-")) {
            name.append(part.isEmpty() ? "" : ScopeAnswers.capital(part));
        }
        return name.append("Client").toString();
    }

    private static Exhibit processList(Inquiry inquiry, Subject subject, Instant until) {
        var capacity = subject.service().capacity();
        var program = Program.of(subject.service());
        double cpu = inquiry.sight().lately(Signal.CPU, subject, until);
        double memory = inquiry.sight().lately(Signal.MEMORY, subject, until);
        double foreign = inquiry.history().foreignCores(subject.id(), subject.where(), until);
        var row = "%7s %-9s %5s %5s %5s %s";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("PID", "USER", "%CPU", "%MEM", "NLWP", "COMMAND"));
        lines.add(row.formatted(
                1,
                program.user(),
                Commands.plain(100 * Math.max(0, cpu * capacity.cores() - foreign), 1),
                Commands.plain(Math.min(100, 100 * memory / Math.max(0.001, capacity.memoryLimitGib())), 1),
                capacity.concurrency() + 9,
                program.command()));
        if (foreign > 0) {
            lines.add(row.formatted(
                    2417, "root", Commands.plain(100 * foreign, 1), "1.0", 4, HostAnswers.foreign(inquiry, subject)));
        }
        lines.add(row.formatted(43, "root", "0.4", "0.1", 6, "node-exporter"));
        var output = new Output(subject.hostName(), "ps -eo pid,user,pcpu,pmem,nlwp,comm --sort=-pcpu", lines);
        return new Exhibit(
                "ps on " + subject.hostName(), "Command · " + subject.where().words(), output);
    }
}
