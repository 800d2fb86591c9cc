package mayday.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mayday.terminal.Instruments.Taken;

/** The processes of a host, and how its cores share the work. */
final class Processes {
    /** The kernel keeps so much of a command's name (TASK_COMM_LEN without its end). */
    private static final int COMMAND_CHARS = 15;

    /** Threads that {@code top -H} lists. */
    private static final int MOST_THREADS = 40;

    /** Between one core and the next, on a host whose work is spread evenly. */
    private static final double UNEVEN = 0.06;

    private static final int MOST_CORES = 256;

    /** A core that is so much busier than the mean does work that cannot be shared. */
    private static final double SERIAL = 0.15;

    private Processes() {}

    /**
     * A process, or a thread of one, as top's tasks are.
     *
     * @param command its name
     * @param line its command line
     * @param time processor time that it has taken
     */
    record Task(
            int id,
            String user,
            double cores,
            double residentMib,
            int threads,
            String command,
            String line,
            Duration time) {}

    /** The busiest first. */
    static List<Task> of(Session session, Vitals vitals) {
        var software = Software.of(session.here().service());
        var processes = new ArrayList<Task>();
        var up = Duration.between(session.instruments().bornAt(session.here().host()), session.now());
        double usual = Math.max(
                0.02,
                session.instruments()
                        .usual(mayday.scenario.Signal.CPU, session.here().host()));
        var time = Duration.ofMillis((long) (up.toMillis() * usual * vitals.cores()));
        int own = mainProcess(session);
        processes.add(new Task(
                own,
                software.user(),
                vitals.ownCores(),
                Math.max(1, vitals.usedMib() - 38),
                threadCount(session),
                software.command(),
                line(session, software),
                time));
        for (var taken : session.instruments().taken(session.here().host())) {
            if (taken.byProcess() && taken.cores() > 0.005) {
                processes.add(foreign(session, taken));
            }
        }
        processes.add(new Task(
                400 + session.drawn("exporter", 90),
                "root",
                0.004,
                38,
                6,
                "node_exporter",
                "/usr/bin/node_exporter",
                Duration.ofMillis(up.toMillis() / 250)));
        processes.sort(Comparator.comparingDouble(Task::cores).reversed());
        return processes;
    }

    private static Task foreign(Session session, Taken taken) {
        var name = taken.process();
        return new Task(
                2000 + session.drawn("foreign/" + name, 900),
                "root",
                taken.cores(),
                180,
                4,
                name.length() > COMMAND_CHARS ? name.substring(0, COMMAND_CHARS) : name,
                "/usr/local/bin/" + name,
                Duration.ofMillis((long) (taken.cores() * 600_000)));
    }

    /** In a container the service is the first process; on a host it was started by the service manager. */
    static int mainProcess(Session session) {
        return switch (session.platform().runsOn()) {
            case KUBERNETES -> 1;
            case EC2_AUTO_SCALING, BARE_HOSTS -> 1100 + session.drawn("pid", 800);
        };
    }

    /** Processes of a whole host that do next to nothing and are not listed; a container has none. */
    static int others(Session session) {
        return session.platform().runsOn() == mayday.scenario.Platform.RunsOn.KUBERNETES
                ? 0
                : 96 + session.drawn("others", 30);
    }

    static int threadCount(Session session) {
        return Math.min(4_000, session.here().service().capacity().concurrency()) + 9;
    }

    private static String line(Session session, Software software) {
        var id = session.here().id().value();
        return switch (software.command()) {
            case "java" -> "java -XX:MaxRAMPercentage=75 -jar /app/" + id + ".jar";
            case "node" -> "node /app/server.js";
            case "python3" -> "python3 -m " + id.replace('-', '_');
            case "postgres" -> "postgres -D /data";
            case "mysqld" -> "/usr/sbin/mysqld";
            case "redis-server" -> "redis-server *:6379";
            default -> software.command();
        };
    }

    /** The busiest core, if one is busier than chance makes it: then one thread works and the others wait for it. */
    private static double busiest(Session session, Vitals vitals) {
        double core = session.instruments()
                .lately(mayday.scenario.Signal.CPU_BUSIEST_CORE, session.here().host());
        return Math.clamp(core, Math.min(1, vitals.busy()), 1);
    }

    /** The busiest threads: workers share what their process takes, and the busiest core shows how evenly. */
    static List<Task> threads(Session session, Vitals vitals) {
        var threads = new ArrayList<Task>();
        for (var process : of(session, vitals)) {
            int count = Math.min(MOST_THREADS, process.threads());
            double all = Math.min(
                    process.cores(), session.here().service().capacity().cores());
            boolean own = process.id() == mainProcess(session);
            double one = own ? busiest(session, vitals) : 0;
            boolean serial = one > vitals.busy() + SERIAL && count > 1;
            var shares = shares(session, process, count, serial ? Math.max(0, all - one) : all);
            if (serial) {
                shares[1] = one;
            }
            for (int i = 0; i < count; i++) {
                threads.add(new Task(
                        process.id() + (i == 0 ? 0 : 30 + i),
                        process.user(),
                        shares[i],
                        process.residentMib(),
                        1,
                        threadName(process, i),
                        process.line(),
                        Duration.ofMillis(process.time().toMillis() / count)));
            }
        }
        threads.sort(Comparator.comparingDouble(Task::cores).reversed());
        return threads.subList(0, Math.min(MOST_THREADS, threads.size()));
    }

    private static double[] shares(Session session, Task process, int count, double cores) {
        var shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = 0.4 + session.chance(process.command() + "/thread", i);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] = Math.min(1, shares[i] / sum * cores);
        }
        return shares;
    }

    private static String threadName(Task process, int number) {
        return number == 0 || !process.command().equals("java")
                ? process.command()
                : String.format(Locale.ROOT, "http-worker-%d", number);
    }

    /** How busy each core is, 0 to 1: the mean is that of the host. */
    static double[] cores(Session session, Vitals vitals) {
        int count = Math.clamp(Math.round(vitals.cores()), 1, MOST_CORES);
        var shares = new double[count];
        double busy = Math.clamp(vitals.busy(), 0, 1);
        double busiest = busiest(session, vitals);
        if (busiest > busy + SERIAL && count > 1) {
            Arrays.fill(shares, Math.clamp((busy * count - busiest) / (count - 1), 0, 1));
            shares[session.drawn("busiest", count)] = busiest;
            return shares;
        }
        double spread = Math.min(UNEVEN, Math.min(busy, 1 - busy));
        for (int i = 0; i + 1 < count; i += 2) {
            double off = spread * session.chance("core", i);
            shares[i] = busy + off;
            shares[i + 1] = busy - off;
        }
        if (count % 2 == 1) {
            shares[count - 1] = busy;
        }
        return shares;
    }
}
