package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Signal;

/** {@code SHOW ENGINE INNODB STATUS} of MySQL and MariaDB: transactions, the disk's work, the buffer pool, and who waits to get in. */
final class InnoDb {
    /** Transactions that are listed; the longest come first. */
    private static final int MOST_LISTED = 12;

    private static final int PAGE_BYTES = 16_384;

    private InnoDb() {}

    static List<String> status(Session session, List<DatabaseSessions.OneSession> busy, boolean vertical) {
        var at = session.instruments();
        var host = session.here().host();
        double rate = at.lately(Signal.REQUEST_RATE, host);
        var lines = new ArrayList<String>();
        if (vertical) {
            lines.addAll(
                    List.of("*".repeat(27) + " 1. row " + "*".repeat(27), "  Type: InnoDB", "  Name: ", "Status: "));
        }
        var rule = "=".repeat(37);
        lines.addAll(List.of(
                rule,
                Numbers.formatter("yyyy-MM-dd HH:mm:ss").format(session.now()) + " INNODB MONITOR OUTPUT",
                rule,
                "Per second averages calculated from the last 60 seconds"));
        section(lines, "TRANSACTIONS");
        transactions(session, busy, rate, lines);
        section(lines, "FILE I/O");
        lines.add("Pending normal aio reads: [0, 0, 0, 0] , aio writes: [0, 0, 0, 0]");
        lines.add("%s reads/s, %d avg bytes/read, %s writes/s, %s fsyncs/s"
                .formatted(
                        Numbers.fixed(rate * 0.7, 2),
                        PAGE_BYTES,
                        Numbers.fixed(rate * 0.3, 2),
                        Numbers.fixed(rate * 0.1, 2)));
        section(lines, "BUFFER POOL AND MEMORY");
        buffers(session, lines);
        section(lines, "ROW OPERATIONS");
        long waiting = Numbers.whole(at.lately(Signal.QUEUE_DEPTH, host));
        lines.add(busy.size() + " queries inside InnoDB, " + waiting + " queries in queue");
        lines.add(busy.size() + " read views open inside InnoDB");
        lines.add("%s inserts/s, %s updates/s, 0.00 deletes/s, %s reads/s"
                .formatted(Numbers.fixed(rate * 0.2, 2), Numbers.fixed(rate * 0.2, 2), Numbers.fixed(rate * 0.6, 2)));
        lines.addAll(List.of("-".repeat(28), "END OF INNODB MONITOR OUTPUT", "=".repeat(28)));
        return lines;
    }

    private static void section(List<String> lines, String title) {
        var rule = "-".repeat(title.length());
        lines.addAll(List.of(rule, title, rule));
    }

    private static void transactions(
            Session session, List<DatabaseSessions.OneSession> busy, double rate, List<String> lines) {
        long newest = 42_000_000L + session.drawn("trx", 1_000_000);
        lines.add("Trx id counter " + newest);
        // Purge keeps what the oldest transaction may still want to see.
        double oldest = busy.isEmpty() ? 0 : busy.getFirst().seconds();
        lines.add("History list length " + Numbers.whole(12 + rate * 0.3 * oldest));
        lines.add("LIST OF TRANSACTIONS FOR EACH SESSION:");
        for (int i = 0; i < Math.min(MOST_LISTED, busy.size()); i++) {
            var each = busy.get(i);
            lines.add("---TRANSACTION %d, ACTIVE %d sec".formatted(newest - i - 1, (long) each.seconds()));
            lines.add("MySQL thread id %d, query id %d %s %s"
                    .formatted(each.id(), 90_000 + each.id(), each.address(), each.user()));
            lines.add(each.query());
        }
        if (busy.size() > MOST_LISTED) {
            lines.add("... " + (busy.size() - MOST_LISTED) + " more transactions");
        }
    }

    private static void buffers(Session session, List<String> lines) {
        var vitals = Vitals.of(session);
        long pages = Numbers.whole(vitals.totalMib() * 0.75 * 1024 * 1024 / PAGE_BYTES);
        long full = Math.min(pages, Numbers.whole(vitals.usedMib() * 0.9 * 1024 * 1024 / PAGE_BYTES));
        lines.add("Buffer pool size   " + pages);
        lines.add("Free buffers       " + (pages - full));
        lines.add("Database pages     " + full);
    }
}
