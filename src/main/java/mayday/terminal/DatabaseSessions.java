package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;

/** Who is at work in a database: as many sessions as it has busy workers, in proportion to how much time each caller's calls take. */
final class DatabaseSessions {
    private static final List<String> VERBS = List.of("SELECT", "SELECT", "SELECT", "UPDATE", "INSERT");

    private DatabaseSessions() {}

    /**
     * One session.
     *
     * @param seconds for which its query has run
     */
    record OneSession(int id, String user, String address, double seconds, String query) {}

    /** The busy ones, the longest first. */
    static List<OneSession> busy(Session session) {
        var host = session.here().host();
        var at = session.instruments();
        long busy = Numbers.whole(at.lately(Signal.THREADS_BUSY, host));
        var callers = session.callsTo(host);
        double calls = callers.stream().mapToDouble(edge -> rate(session, edge)).sum();
        double mean = at.lately(Signal.LATENCY_P50, host);
        double slow = at.lately(Signal.LATENCY_P99, host);
        var sessions = new ArrayList<OneSession>();
        double taken = 0;
        for (var edge : callers) {
            double share = calls > 0 ? rate(session, edge) / calls : 1.0 / callers.size();
            long from = Numbers.whole(taken * busy);
            taken += share;
            for (long i = from; i < Numbers.whole(taken * busy); i++) {
                double drawn = session.chance("session/" + edge.from(), i);
                // What is seen at work is on average half done, and the slow ones are seen more often.
                double seconds = drawn < 0.9 ? mean * drawn : slow * (drawn - 0.9) * 10;
                sessions.add(new OneSession(
                        4_000 + session.drawn("session", 2_000) + (int) i,
                        edge.from().value().replace('-', '_'),
                        session.fleet()
                                .address(session.system().service(edge.from()), session.region(), 1 + (int) (i % 4)),
                        seconds,
                        query(edge, (int) i)));
            }
        }
        sessions.sort(java.util.Comparator.comparingDouble(OneSession::seconds).reversed());
        return sessions;
    }

    private static double rate(Session session, Dependency edge) {
        return session.instruments().lately(DependencySignal.CALL_RATE, edge, mayday.scenario.Where.everywhere());
    }

    private static String query(Dependency edge, int number) {
        var table = edge.from().value().replace('-', '_');
        var verb = VERBS.get(Math.floorMod(number, VERBS.size()));
        int id = 10_000 + Chance.below(90_000, Chance.hash(11, table, number));
        return switch (verb) {
            case "UPDATE" -> "UPDATE " + table + "_rows SET state = 'open' WHERE id = " + id;
            case "INSERT" -> "INSERT INTO " + table + "_events (row_id, kind) VALUES (" + id + ", 'seen')";
            default -> "SELECT * FROM " + table + "_rows WHERE id = " + id;
        };
    }
}
