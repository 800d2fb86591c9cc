package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** {@code iostat} of sysstat: what a host's disks have to do. */
final class DiskPrograms {
    private static final int MOST_REPORTS = 5;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final double READ_KIB = 16;
    private static final double WRITE_KIB = 8;

    /** Of what is not waited for, such as the log of a service. */
    private static final double BUFFERED_SECONDS = 0.0005;

    private DiskPrograms() {}

    /**
     * A disk's work.
     *
     * @param inFlight mean number of requests that the disk has under way
     */
    private record Work(String device, double reads, double writes, double inFlight) {
        double await() {
            return reads + writes > 0 ? inFlight / (reads + writes) : 0;
        }

        /** Share of the time with anything under way: Poisson arrivals that do not wait for each other (M/G/inf). */
        double use() {
            return 1 - StrictMath.exp(-inFlight);
        }
    }

    /** {@code iostat [-x] [interval [count]]}. */
    static Printed iostat(Session session, Stage stage) {
        var vitals = Vitals.of(session);
        var counts = stage.arguments().operands().stream()
                .filter(word -> word.matches("\\d{1,4}"))
                .toList();
        int reports = counts.size() < 2 ? 1 : Arguments.number(counts.get(1), 1, 1, MOST_REPORTS);
        boolean extended = stage.arguments().has("-x");
        var lines = new ArrayList<String>();
        lines.add("Linux 6.12.30 (%s) \t%s \t_x86_64_\t(%d CPU)"
                .formatted(
                        session.here().hostName(),
                        Numbers.formatter("MM/dd/yy").format(session.now()),
                        Math.max(1, Numbers.whole(vitals.cores()))));
        var works = works(session, vitals, reports);
        for (var work : works) {
            lines.add("");
            lines.addAll(processor(vitals));
            lines.add("");
            lines.addAll(extended ? extended(work) : brief(work));
        }
        return session.output(lines, words(session, works.getLast()));
    }

    private static String words(Session session, Work work) {
        return "%s: %s has %s requests under way, %s each."
                .formatted(
                        session.here().hostName(),
                        work.device(),
                        Numbers.fixed(work.inFlight(), work.inFlight() < 9.95 ? 1 : 0),
                        Numbers.seconds(work.await()));
    }

    /**
     * What works on a request in a store is at the processor or at the disk, so by Little's law the disk has what is not at the
     * processor. Others write their log and wait for nothing.
     */
    private static List<Work> works(Session session, Vitals vitals, int count) {
        var at = session.instruments();
        var host = session.here().host();
        var from = session.now().minus(INTERVAL.multipliedBy(count));
        var rates = at.means(Signal.REQUEST_RATE, host, from, INTERVAL, count);
        double busy = at.lately(Signal.THREADS_BUSY, host);
        var works = new ArrayList<Work>();
        for (double rate : rates.isEmpty() ? List.of(at.lately(Signal.REQUEST_RATE, host)) : rates) {
            works.add(
                    switch (host.service().kind()) {
                        case DATABASE -> stored(rate * 0.7, rate * 0.3, busy - vitals.ownCores());
                        case QUEUE -> stored(rate * 0.1, rate, busy - vitals.ownCores());
                        case CACHE, SERVICE, EDGE, RESOLVER, THIRD_PARTY -> {
                            double writes = 0.4 + rate * (host.service().kind() == ServiceKind.CACHE ? 0.001 : 0.01);
                            yield new Work("nvme0n1", 0.1, writes, writes * BUFFERED_SECONDS);
                        }
                    });
        }
        return works;
    }

    private static Work stored(double reads, double writes, double inFlight) {
        return new Work("nvme1n1", reads, writes, Math.max((reads + writes) * 0.0001, inFlight));
    }

    private static List<String> processor(Vitals vitals) {
        return List.of(
                "avg-cpu:  %user   %nice %system %iowait  %steal   %idle",
                "%15s %7s %7s %7s %7s %7s"
                        .formatted(
                                Numbers.fixed(vitals.user(), 2),
                                "0.00",
                                Numbers.fixed(vitals.system(), 2),
                                "0.00",
                                Numbers.fixed(vitals.stolen(), 2),
                                Numbers.fixed(vitals.idle(), 2)));
    }

    private static List<String> brief(Work work) {
        var row = "%-13s %9s %12s %12s";
        return List.of(
                row.formatted("Device", "tps", "kB_read/s", "kB_wrtn/s"),
                row.formatted(
                        work.device(),
                        Numbers.fixed(work.reads() + work.writes(), 2),
                        Numbers.fixed(READ_KIB * work.reads(), 2),
                        Numbers.fixed(WRITE_KIB * work.writes(), 2)));
    }

    private static List<String> extended(Work work) {
        var row = "%-13s %8s %9s %7s %8s %8s %9s %7s %8s %7s %6s";
        var wait = Numbers.fixed(1000 * work.await(), 2);
        return List.of(
                row.formatted(
                        "Device",
                        "r/s",
                        "rkB/s",
                        "r_await",
                        "rareq-sz",
                        "w/s",
                        "wkB/s",
                        "w_await",
                        "wareq-sz",
                        "aqu-sz",
                        "%util"),
                row.formatted(
                        work.device(),
                        Numbers.fixed(work.reads(), 2),
                        Numbers.fixed(READ_KIB * work.reads(), 2),
                        wait,
                        Numbers.fixed(READ_KIB, 2),
                        Numbers.fixed(work.writes(), 2),
                        Numbers.fixed(WRITE_KIB * work.writes(), 2),
                        wait,
                        Numbers.fixed(WRITE_KIB, 2),
                        Numbers.fixed(work.inFlight(), 2),
                        Numbers.fixed(100 * work.use(), 2)));
    }
}
