package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Signal;
import mayday.terminal.Instruments.Taken;

/**
 * A host's processor and memory at a moment.
 *
 * @param busy share of the cores in use, 0 to 1
 * @param foreignCores cores that processes take which are not the service's
 * @param stolenCores cores that the machine underneath gives to others
 */
record Vitals(
        double busy,
        double cores,
        double load1,
        double load5,
        double load15,
        double usedMib,
        double totalMib,
        double foreignCores,
        double stolenCores) {
    private static final int MEBIBYTES = 1024;

    /** Of processor time, what the kernel takes: usual for programs that mostly talk to the network. */
    private static final double SYSTEM_SHARE = 0.18;

    /** What is not used by the program, as page cache. */
    private static final double CACHED = 0.4;

    static Vitals of(Session session) {
        var at = session.instruments();
        var host = session.here().host();
        var capacity = host.service().capacity();
        double busy = at.lately(Signal.CPU, host);
        double workers = at.lately(Signal.THREADS_BUSY, host);
        var taken = at.taken(host);
        return new Vitals(
                busy,
                capacity.cores(),
                load(busy, capacity.cores(), workers),
                load(at.mean(Signal.CPU, host, Duration.ofMinutes(5)), capacity.cores(), workers),
                load(at.mean(Signal.CPU, host, Duration.ofMinutes(15)), capacity.cores(), workers),
                Math.min(at.lately(Signal.MEMORY, host), capacity.memoryLimitGib()) * MEBIBYTES,
                capacity.memoryLimitGib() * MEBIBYTES,
                cores(taken, true),
                cores(taken, false));
    }

    private static double cores(List<Taken> taken, boolean byProcess) {
        return taken.stream()
                .filter(each -> each.byProcess() == byProcess)
                .mapToDouble(Taken::cores)
                .sum();
    }

    /** What runs, and what waits to run: with one queue before the cores about u²/(1-u) of it, and no more than there are workers. */
    private static double load(double busy, double cores, double workers) {
        double running = busy * cores;
        double waiting = busy * busy / Math.max(0.01, 1 - busy);
        return running + Math.min(waiting, Math.max(0, workers - running));
    }

    double user() {
        return (100 * busy - stolen()) * (1 - SYSTEM_SHARE);
    }

    double system() {
        return (100 * busy - stolen()) * SYSTEM_SHARE;
    }

    /** In per cent, as the two before. */
    double stolen() {
        return Math.min(100 * busy, 100 * stolenCores / cores);
    }

    double idle() {
        return Math.max(0, 100 - 100 * busy);
    }

    double ownCores() {
        return Math.max(0, busy * cores - foreignCores - stolenCores);
    }

    double freeMib() {
        return Math.max(0, totalMib - usedMib) * (1 - CACHED);
    }

    double cachedMib() {
        return Math.max(0, totalMib - usedMib) * CACHED;
    }

    double availableMib() {
        return Math.max(0, totalMib - usedMib);
    }

    /** {@code load average: 3.60, 3.58, 2.74}. */
    String loadAverage() {
        return "load average: " + Numbers.fixed(load1, 2) + ", " + Numbers.fixed(load5, 2) + ", "
                + Numbers.fixed(load15, 2);
    }

    /** {@code 14:10:00 up 35 days,  4:12,  1 user,  load average: …}. */
    String uptime(Session session) {
        var up = Duration.between(bootedAt(session), session.now());
        var since = up.toDays() > 0
                ? "up %d day%s, %2d:%02d"
                        .formatted(up.toDays(), up.toDays() == 1 ? "" : "s", up.toHoursPart(), up.toMinutesPart())
                : "up %2d:%02d".formatted(up.toHoursPart(), up.toMinutesPart());
        return Numbers.clock(session.now()) + " " + since + ",  1 user,  " + loadAverage();
    }

    static Instant bootedAt(Session session) {
        long minutes = 20L * 1440 + session.drawn("boot", 80 * 1440);
        return session.instruments().begin().minus(Duration.ofMinutes(minutes));
    }
}
