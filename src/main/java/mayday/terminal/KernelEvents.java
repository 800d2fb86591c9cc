package mayday.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.scenario.Signal;

/** What the kernel of a host noted: how it started, processes that it killed for memory, and sockets that could take no more. */
final class KernelEvents {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int MOST_STEPS = 2_000;

    /** Memory that falls from so near its limit by so much was given back by force. */
    private static final double NEARLY_FULL = 0.9;

    private static final double GIVEN_BACK = 0.3;

    private KernelEvents() {}

    record KernelEvent(Instant at, String text) {}

    static List<KernelEvent> of(Session session) {
        var booted = Vitals.bootedAt(session);
        var events = new ArrayList<KernelEvent>();
        events.add(new KernelEvent(booted, "Linux version 6.12.57 (build@kernel) (gcc 14.2.0) #1 SMP PREEMPT_DYNAMIC"));
        events.add(new KernelEvent(
                booted.plusMillis(812),
                "Memory: %dK/%dK available"
                        .formatted(
                                Numbers.whole(1_000_000
                                        * session.here().service().capacity().memoryLimitGib()),
                                Numbers.whole(1_048_576
                                        * session.here().service().capacity().memoryLimitGib()))));
        events.add(new KernelEvent(
                booted.plusMillis(1_604), "EXT4-fs (nvme0n1p1): mounted filesystem with ordered data mode"));
        killed(session, events);
        overflowed(session, events);
        events.sort(Comparator.comparing(KernelEvent::at));
        return events;
    }

    private static List<Double> history(Session session, Signal signal) {
        return session.instruments()
                .means(signal, session.here().host(), session.instruments().begin(), STEP, MOST_STEPS);
    }

    private static void killed(Session session, List<KernelEvent> events) {
        double limit = session.here().service().capacity().memoryLimitGib();
        var memory = history(session, Signal.MEMORY);
        var program = Software.of(session.here().service()).command();
        for (int i = 1; i < memory.size(); i++) {
            if (memory.get(i - 1) >= NEARLY_FULL * limit && memory.get(i) < memory.get(i - 1) - GIVEN_BACK * limit) {
                long kib = Numbers.whole(memory.get(i - 1) * 1_048_576);
                events.add(new KernelEvent(
                        session.instruments().begin().plus(STEP.multipliedBy(i)),
                        "Memory cgroup out of memory: Killed process %d (%s) total-vm:%dkB, anon-rss:%dkB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:%dkB oom_score_adj:968"
                                .formatted(Processes.mainProcess(session), program, 6 * kib, kib, kib / 480)));
            }
        }
    }

    /** The first moment at which requests were turned away because the queue was full. */
    private static void overflowed(Session session, List<KernelEvent> events) {
        var rejected = history(session, Signal.ERROR_REJECTED);
        for (int i = 0; i < rejected.size(); i++) {
            if (rejected.get(i) > 0.02) {
                int port = Software.of(session.here().service()).port();
                events.add(new KernelEvent(
                        session.instruments().begin().plus(STEP.multipliedBy(i + 1L)),
                        "TCP: request_sock_TCP: Possible SYN flooding on port 0.0.0.0:%d. Sending cookies."
                                .formatted(port)));
                return;
            }
        }
    }
}
