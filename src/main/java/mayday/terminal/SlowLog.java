package mayday.terminal;

import java.util.ArrayList;
import mayday.scenario.Signal;

/** A database's log of slow queries, as MySQL and PostgreSQL write it. */
final class SlowLog {
    private SlowLog() {}

    /** Of the queries, those that take longer than a second: one in a hundred where p99 is a second, and more as it grows. */
    static double share(Session session) {
        double p99 =
                session.instruments().lately(Signal.LATENCY_P99, session.here().host());
        double p95 =
                session.instruments().lately(Signal.LATENCY_P95, session.here().host());
        double p50 =
                session.instruments().lately(Signal.LATENCY_P50, session.here().host());
        return p50 > 1 ? 0.5 : p95 > 1 ? 0.05 : p99 > 1 ? 0.01 : 0;
    }

    /** The slow log: what took more than a second in the last minute. */
    static Printed read(Session session, int most) {
        var host = session.here().host();
        double rate = session.instruments().lately(Signal.REQUEST_RATE, host);
        double slow = session.instruments().lately(Signal.LATENCY_P99, host);
        long entries = Math.min(most, session.whole(60 * rate * share(session), "slow"));
        var lines = new ArrayList<String>();
        boolean mysql = Software.of(host.service()).isMySql();
        var callers = session.callsTo(host);
        for (int i = 0; i < entries && !callers.isEmpty(); i++) {
            var edge = callers.get(i % callers.size());
            double seconds = 1 + Math.max(0, slow - 1) * (0.3 + 0.9 * session.chance("slow", i));
            var at = session.now().minusMillis(60_000 * (entries - i) / Math.max(1, entries));
            var table = edge.from().value().replace('-', '_');
            if (mysql) {
                lines.add("# Time: "
                        + Numbers.formatter("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").format(at));
                lines.add("# User@Host: %s[%s] @  [%s]  Id: %5d"
                        .formatted(
                                table,
                                table,
                                session.fleet().address(session.system().service(edge.from()), session.region(), 1),
                                4000 + i));
                lines.add("# Query_time: %s  Lock_time: 0.000014 Rows_sent: 1  Rows_examined: %d"
                        .formatted(Numbers.fixed(seconds, 6), Numbers.whole(seconds * 400_000)));
                lines.add("SET timestamp=" + at.getEpochSecond() + ";");
                lines.add("SELECT * FROM " + table + "_rows WHERE state = 'open' ORDER BY created_at;");
            } else {
                lines.add(
                        "%s UTC [%d] %s@%s LOG:  duration: %s ms  execute <unnamed>: SELECT * FROM %s_rows WHERE state = 'open' ORDER BY created_at"
                                .formatted(
                                        Numbers.formatter("yyyy-MM-dd HH:mm:ss.SSS")
                                                .format(at),
                                        4000 + i,
                                        table,
                                        SqlPrograms.schema(session),
                                        Numbers.fixed(1000 * seconds, 3),
                                        table));
            }
        }
        return session.output(
                lines,
                "%d queries of more than 1 s in the last minute at %s."
                        .formatted(entries, session.here().hostName()));
    }
}
