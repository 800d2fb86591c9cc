package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.scenario.DependencySignal;
import mayday.scenario.ServiceKind;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.terminal.CommandLine.Stage;

/** A database's console: MySQL's and PostgreSQL's own words for who is at work, and how long queries take. */
final class SqlPrograms {
    private static final int MOST_QUERY = 60;

    private SqlPrograms() {}

    static List<String> names(Stage stage) {
        return stage.arguments().value("-h", "--host").stream().toList();
    }

    /** {@code mysql -e '...'}, {@code psql -c '...'}: the statement behind the option. */
    static Printed client(Session session, Stage stage) {
        var statement = stage.arguments().value("-e", "-c", "--execute", "--command");
        return statement.isEmpty()
                ? new Printed.Word("You are at the prompt of " + session.here().hostName()
                        + ". Type a statement, such as SHOW PROCESSLIST or select * from pg_stat_activity.")
                : run(session, statement.get());
    }

    static Printed statement(Session session, Stage stage) {
        return run(session, stage.text());
    }

    private static Printed run(Session session, String statement) {
        var software = Software.of(session.here().service());
        var text = statement.replaceAll("(;|\\\\G)\\s*$", "").strip().toLowerCase(Locale.ROOT);
        if (software.isMySql()) {
            return mysql(session, text, statement.strip().endsWith("\\G"));
        }
        if (software.isPostgres()) {
            return postgres(session, text);
        }
        var service = session.here().service();
        return new Printed.Word(
                service.kind() == ServiceKind.DATABASE
                        ? service.id() + " is " + service.technology() + ": it has no SQL console here."
                        : service.id() + " is no database.");
    }

    private static Printed mysql(Session session, String text, boolean vertical) {
        var busy = DatabaseSessions.busy(session);
        var words = words(session, busy.size());
        if (text.matches("show (full )?processlist")
                || text.contains("information_schema.processlist")
                || text.contains("performance_schema.processlist")) {
            return session.output(processList(session, busy).mysql(), words);
        }
        if (text.matches("show engine innodb status.*")) {
            return session.output(InnoDb.status(session, busy, vertical), words);
        }
        if (text.startsWith("show")
                && text.contains("status")
                && !text.contains("slave")
                && !text.contains("replica")
                && !text.contains("engine")) {
            return session.output(globalStatus(session, text, busy.size()).mysql(), words);
        }
        if (text.matches("show (slave|replica) status")) {
            return session.output(List.of("Empty set (0.00 sec)"), words);
        }
        if (text.contains("max_connections")) {
            var limit = Integer.toString(session.here().service().capacity().concurrency());
            return session.output(
                    new SqlTable(List.of("Variable_name", "Value"), List.of(List.of("max_connections", limit))).mysql(),
                    words);
        }
        return text.contains("pg_stat")
                ? session.output(
                        List.of("ERROR 1146 (42S02): Table 'pg_stat_activity' doesn't exist"),
                        session.here().id() + " is MySQL; SHOW PROCESSLIST shows who is at work.")
                : cannot(session);
    }

    private static Printed cannot(Session session) {
        return new Printed.Word(
                "I can only look at who is at work in " + session.here().id()
                        + " and how long queries take, not at its data: "
                        + (Software.of(session.here().service()).isMySql()
                                ? "SHOW PROCESSLIST, SHOW GLOBAL STATUS."
                                : "pg_stat_activity, pg_stat_statements, pg_locks."));
    }

    private static String words(Session session, int busy) {
        return "%s: %d queries at work, %s waiting."
                .formatted(
                        session.here().hostName(),
                        busy,
                        Numbers.fixed(
                                session.instruments()
                                        .lately(
                                                Signal.QUEUE_DEPTH,
                                                session.here().host()),
                                0));
    }

    private static SqlTable processList(Session session, List<DatabaseSessions.OneSession> busy) {
        var rows = new ArrayList<List<String>>();
        for (var each : busy) {
            rows.add(List.of(
                    Integer.toString(each.id()),
                    each.user(),
                    each.address() + ":" + (33_000 + each.id() % 20_000),
                    schema(session),
                    "Query",
                    Long.toString((long) each.seconds()),
                    each.query().startsWith("SELECT") ? "executing" : "updating",
                    shortened(each.query())));
        }
        rows.add(List.of("9001", "oncall", "localhost", "NULL", "Query", "0", "init", "SHOW PROCESSLIST"));
        return new SqlTable(List.of("Id", "User", "Host", "db", "Command", "Time", "State", "Info"), rows);
    }

    static String schema(Session session) {
        return session.here()
                .id()
                .value()
                .replaceFirst("-(db|database|store)$", "")
                .replace('-', '_');
    }

    private static String shortened(String query) {
        return query.length() <= MOST_QUERY ? query : query.substring(0, MOST_QUERY);
    }

    private static SqlTable globalStatus(Session session, String text, int busy) {
        double rate =
                session.instruments().lately(Signal.REQUEST_RATE, session.here().host());
        var all = List.of(
                List.of("Queries", Long.toString(Numbers.whole(rate * 86_400))),
                List.of("Slow_queries", Long.toString(Numbers.whole(SlowLog.share(session) * rate * 600))),
                List.of("Threads_connected", Integer.toString(busy + 1 + busy / 4)),
                List.of("Threads_running", Integer.toString(busy + 1)));
        // Quotes are the shell's to take off: by here some are gone.
        var like = text.replaceFirst("^.*like '?([^' ]*)'?.*$", "$1").replace("%", "");
        var rows = text.contains(" like ")
                ? all.stream()
                        .filter(row -> row.getFirst().toLowerCase(Locale.ROOT).startsWith(like))
                        .toList()
                : all;
        return new SqlTable(List.of("Variable_name", "Value"), rows);
    }

    private static Printed postgres(Session session, String text) {
        var busy = DatabaseSessions.busy(session);
        var words = words(session, busy.size());
        if (text.contains("processlist")) {
            return session.output(
                    List.of("ERROR:  unrecognized configuration parameter \"processlist\""),
                    session.here().id() + " is PostgreSQL, which keeps its sessions in pg_stat_activity; "
                            + words.replaceFirst("^[^:]*: ", ""));
        }
        if (text.startsWith("show engine")) {
            return session.output(
                    List.of("ERROR:  syntax error at or near \"innodb\""),
                    session.here().id()
                            + " is PostgreSQL and has no InnoDB; pg_stat_activity and pg_locks show what it would.");
        }
        if (text.contains("pg_stat_activity")) {
            return session.output(activity(text, busy).psql(), words);
        }
        if (text.contains("pg_stat_statements")) {
            return session.output(statements(session).psql(), words);
        }
        if (text.contains("pg_locks") || text.contains("pg_stat_replication")) {
            return session.output(
                    new SqlTable(
                                    List.of(
                                            text.contains("locks") ? "locktype" : "application_name",
                                            text.contains("locks") ? "granted" : "state"),
                                    List.of())
                            .psql(),
                    words);
        }
        if (text.startsWith("show max_connections")) {
            var limit = Integer.toString(session.here().service().capacity().concurrency());
            return session.output(new SqlTable(List.of("max_connections"), List.of(List.of(limit))).psql(), words);
        }
        return cannot(session);
    }

    private static SqlTable activity(String text, List<DatabaseSessions.OneSession> busy) {
        int idle = busy.size() / 4;
        if (text.contains("group by")) {
            return text.contains("usename")
                    ? new SqlTable(List.of("usename", "state", "count"), byUser(busy))
                    : new SqlTable(
                            List.of("state", "count"),
                            List.of(
                                    List.of("active", Integer.toString(busy.size() + 1)),
                                    List.of("idle", Integer.toString(idle))));
        }
        if (text.contains("count(")) {
            boolean active = text.matches(".*state *= *'?active.*");
            return new SqlTable(
                    List.of("count"), List.of(List.of(Integer.toString(busy.size() + 1 + (active ? 0 : idle)))));
        }
        var rows = new ArrayList<List<String>>();
        for (var each : busy) {
            rows.add(List.of(
                    Integer.toString(each.id()),
                    each.user(),
                    each.address(),
                    "active",
                    "",
                    interval(each.seconds()),
                    shortened(each.query())));
        }
        rows.add(List.of("9001", "oncall", "", "active", "", interval(0), shortened(text)));
        return new SqlTable(
                List.of("pid", "usename", "client_addr", "state", "wait_event_type", "query_age", "query"), rows);
    }

    private static List<List<String>> byUser(List<DatabaseSessions.OneSession> busy) {
        var counts = new java.util.TreeMap<String, Integer>();
        busy.forEach(each -> counts.merge(each.user(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> List.of(each.getKey(), "active", Integer.toString(each.getValue())))
                .toList();
    }

    private static String interval(double seconds) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%09.6f", (long) seconds / 3600, (long) seconds / 60 % 60, seconds % 60);
    }

    private static SqlTable statements(Session session) {
        var rows = new ArrayList<List<String>>();
        for (var edge : session.callsTo(session.here())) {
            double rate = session.instruments().lately(DependencySignal.CALL_RATE, edge, Where.everywhere());
            double mean = session.instruments().lately(DependencySignal.LATENCY, edge, Where.everywhere());
            var table = edge.from().value().replace('-', '_');
            rows.add(List.of(
                    "SELECT * FROM " + table + "_rows WHERE id = $1",
                    Long.toString(Numbers.whole(rate * 3600)),
                    Numbers.fixed(1000 * mean, 3),
                    Numbers.fixed(1000 * mean * rate * 3600, 0)));
        }
        rows.sort(java.util.Comparator.comparingDouble((List<String> row) -> Double.parseDouble(row.get(3)))
                .reversed());
        return new SqlTable(List.of("query", "calls", "mean_exec_time", "total_exec_time"), rows);
    }
}
