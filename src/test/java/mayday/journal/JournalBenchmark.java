package mayday.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Status;

/**
 * Measures durable appends a second with 1 and with 64 writers, each waiting for its own append before the next, one
 * event of about 0.5 KB an append; how long an opening takes; and how long 500 such events take to be read. {@code
 * main} takes a folder.
 */
final class JournalBenchmark {
    private static final long WARM_UP = 1_000_000_000L;
    private static final long MEASURED = 5_000_000_000L;
    private static final int EVENTS_READ = 500;

    private JournalBenchmark() {}

    public static void main(String[] arguments) throws DataUnusable {
        var folder = Path.of(arguments[0]);
        for (var writers : new int[] {1, 8, 64}) {
            try (var journal = Journal.open(folder.resolve("writers-" + writers), InstantSource.system())) {
                run(journal, writers, "warm-" + System.nanoTime() + "-", WARM_UP);
                var transactions = journal.writer().transactions();
                var appends = run(journal, writers, "run-" + System.nanoTime() + "-", MEASURED);
                System.out.printf(
                        "%d writers: %,d appends/s, %.1f appends a transaction%n",
                        writers,
                        appends * 1_000_000_000L / MEASURED,
                        (double) appends / (journal.writer().transactions() - transactions));
                read(journal, "read-" + System.nanoTime());
            }
        }
        reopen(folder.resolve("writers-64"));
    }

    private static long run(Journal journal, int writers, String prefix, long nanos) {
        var appended = new AtomicLong();
        var end = System.nanoTime() + nanos;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (var writer = 0; writer < writers; writer++) {
                var id = new IncidentId(prefix + writer);
                threads.execute(() -> {
                    journal.open(id, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
                    for (var sequence = 2L; System.nanoTime() < end; sequence++) {
                        append(journal, id, sequence);
                        appended.incrementAndGet();
                    }
                });
            }
        }
        return appended.get();
    }

    private static void append(Journal journal, IncidentId id, long sequence) {
        var outcome = journal.append(id, sequence - 1, List.of(JournalTest.recorded(sequence, event())), Status.OPEN);
        if (!(outcome instanceof Append.Appended)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static void read(Journal journal, String name) {
        var id = new IncidentId(name);
        journal.open(id, JournalTest.SOURCES, JournalTest.opening("p-ada", JournalTest.NOON));
        for (var sequence = 2L; sequence <= EVENTS_READ; sequence++) {
            append(journal, id, sequence);
        }
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 50; round++) {
            var began = System.nanoTime();
            if (journal.read(id, 0).size() != EVENTS_READ) {
                throw new IllegalStateException("events are missing");
            }
            best = Math.min(best, System.nanoTime() - began);
        }
        System.out.printf("  reading %d events: %.1f ms%n", EVENTS_READ, best / 1e6);
    }

    private static void reopen(Path folder) throws DataUnusable {
        for (var round = 0; round < 3; round++) {
            var began = System.nanoTime();
            Journal.open(folder, InstantSource.system()).close();
            System.out.printf(
                    "opening a journal of %.0f MB: %.0f ms%n",
                    folder.resolve("mayday.db").toFile().length() / 1e6, (System.nanoTime() - began) / 1e6);
        }
    }

    private static Event event() {
        return new Event.MessageReceived("Support", "Customers write that they cannot pay. ".repeat(12));
    }
}
