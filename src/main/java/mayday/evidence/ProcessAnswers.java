package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
                            ? reply.and(CommandAnswers.shown(inquiry, subjects.getFirst(), period, "ps aux"))
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
        var rows = new ArrayList<List<String>>();
        for (var each : workers.waiting()) {
            if (Math.round(each.workers()) > 0) {
                rows.add(List.of("waiting for " + each.callee(), Figures.count(each.workers())));
            }
        }
        rows.add(List.of("own work", Figures.count(workers.running())));
        rows.add(List.of("idle", Figures.count(Math.max(0, workers.limit() - workers.busy()))));
        rows.add(List.of("requests that wait for a worker", Figures.count(workers.queued())));
        return new Exhibit(
                "Workers of " + subject.hostName(),
                "Thread dump, summed up · " + subject.where().words(),
                ScopeAnswers.table(List.of("Doing", "Workers"), rows));
    }
}
