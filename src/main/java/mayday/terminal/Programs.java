package mayday.terminal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.scenario.Dimension;
import mayday.terminal.CommandLine.Stage;

/** Every program that is known here, by the name under which it is called. */
final class Programs {
    private static final Map<String, Program> TABLE = table();
    private static final Program STATEMENT =
            Program.anywhere(Dimension.DB_HEALTH, _ -> List.of(), SqlPrograms::statement);

    private Programs() {}

    /** The program that a stage runs; a statement is run by the database's console. */
    static Optional<Program> find(Stage stage) {
        if (isStatement(stage)) {
            return Optional.of(STATEMENT);
        }
        var program = TABLE.get(stage.program());
        if (program == null || (isReader(stage.program()) && !FilePrograms.reads(stage))) {
            return Optional.empty();
        }
        return Optional.of(program);
    }

    /** Whether there is a program of this name, with or without its path. */
    static boolean isOne(String name) {
        return TABLE.containsKey(name.substring(name.lastIndexOf('/') + 1));
    }

    /** {@code SHOW PROCESSLIST}, {@code select … from pg_stat_activity}: typed as they are, or handed to a client. */
    static boolean isStatement(Stage stage) {
        return stage.text()
                .matches(
                        "(?is)show (full )?(global |session )?(processlist|status|variables|engine|slave|replica|max_connections).*"
                                + "|select .*\\b(pg_stat_\\w+|pg_locks|information_schema\\.processlist|performance_schema\\.\\w+)\\b.*");
    }

    private static boolean isReader(String program) {
        return List.of("cat", "less", "more", "tail", "head", "grep", "egrep", "zgrep", "fgrep")
                .contains(program);
    }

    private static Map<String, Program> table() {
        var table = new HashMap<String, Program>();
        onHost(table, Dimension.CPU, ProcessorPrograms::top, "top");
        onHost(table, Dimension.CPU, ProcessorPrograms::htop, "htop");
        onHost(table, Dimension.CPU, ProcessorPrograms::uptime, "uptime", "w");
        onHost(table, Dimension.CPU, ProcessorPrograms::vmstat, "vmstat");
        onHost(table, Dimension.CPU, ProcessorPrograms::mpstat, "mpstat");
        onHost(table, Dimension.CPU, ProcessorPrograms::sar, "sar");
        onHost(table, Dimension.CPU, ProcessorPrograms::nproc, "nproc");
        onHost(table, Dimension.MEMORY, MemoryPrograms::free, "free");
        onHost(table, Dimension.MEMORY, MemoryPrograms::jstat, "jstat");
        onHost(table, Dimension.DISK, MemoryPrograms::df, "df");
        onHost(table, Dimension.DISK, DiskPrograms::iostat, "iostat");
        onHost(table, Dimension.PROCESSES_THREADS, OpenFiles::lsof, "lsof");
        onHost(table, Dimension.PROCESSES_THREADS, ProcessPrograms::ps, "ps");
        onHost(table, Dimension.PROCESSES_THREADS, ProcessPrograms::pgrep, "pgrep");
        onHost(table, Dimension.PROCESSES_THREADS, ProcessPrograms::strace, "strace");
        onHost(table, Dimension.PROCESSES_THREADS, ProcessPrograms::jstack, "jstack");
        onHost(table, Dimension.PROCESSES_THREADS, ProcessPrograms::jcmd, "jcmd");
        onHost(table, Dimension.NETWORK, SocketPrograms::ss, "ss");
        onHost(table, Dimension.NETWORK, SocketPrograms::netstat, "netstat");
        onHost(table, Dimension.NETWORK, PacketPrograms::tcpdump, "tcpdump", "tshark");
        onHost(table, Dimension.LOGS, LogPrograms::kernel, "dmesg");
        names(table);
        networks(table);
        consoles(table);
        platforms(table);
        for (var reader : List.of("cat", "less", "more", "tail", "head", "grep", "egrep", "zgrep", "fgrep")) {
            table.put(reader, new Program(FilePrograms::dimension, LogPrograms::names, FilePrograms::run, true));
        }
        table.put("mysqldumpslow", new Program(FilePrograms::dimension, _ -> List.of(), FilePrograms::run, false));
        table.put("journalctl", new Program(_ -> Dimension.LOGS, LogPrograms::names, LogPrograms::kernel, false));
        table.put("stern", new Program(_ -> Dimension.LOGS, LogPrograms::names, LogPrograms::kernel, false));
        return table;
    }

    private static void onHost(Map<String, Program> table, Dimension dimension, Program.Runs runs, String... names) {
        for (var name : names) {
            table.put(name, Program.onHost(dimension, runs));
        }
    }

    private static void names(Map<String, Program> table) {
        table.put("dig", Program.anywhere(Dimension.DNS_RESOLUTION, NamePrograms::asked, NamePrograms::dig));
        table.put("nslookup", Program.anywhere(Dimension.DNS_RESOLUTION, NamePrograms::names, NamePrograms::nslookup));
        table.put("host", Program.anywhere(Dimension.DNS_RESOLUTION, NamePrograms::names, NamePrograms::host));
        table.put("getent", Program.anywhere(Dimension.DNS_RESOLUTION, NamePrograms::names, NamePrograms::getent));
        table.put(
                "resolvectl",
                Program.anywhere(Dimension.DNS_TTL_RESOLVER, NamePrograms::names, NamePrograms::resolvectl));
        table.put("openssl", Program.anywhere(Dimension.CERTIFICATES, Certificates::names, Certificates::openssl));
    }

    private static void networks(Map<String, Program> table) {
        table.put(
                "ping",
                Program.anywhere(Dimension.NETWORK, destination("-c", "-i", "-W", "-s"), NetworkPrograms::ping));
        table.put(
                "mtr",
                Program.anywhere(
                        Dimension.NETWORK, destination("-c", "-i", "-P", "-s", "-rwc", "-rc"), NetworkPrograms::mtr));
        table.put(
                "traceroute",
                Program.anywhere(Dimension.NETWORK, destination("-m", "-p", "-q"), NetworkPrograms::traceroute));
        table.put(
                "tracepath", Program.anywhere(Dimension.NETWORK, destination("-m", "-p"), NetworkPrograms::traceroute));
        table.put("nc", Program.anywhere(Dimension.NETWORK, destination("-w"), NetworkPrograms::nc));
        table.put("telnet", Program.anywhere(Dimension.NETWORK, destination(), NetworkPrograms::nc));
        table.put("curl", Program.anywhere(Dimension.TRACES, Programs::addressed, HttpPrograms::curl));
    }

    private static java.util.function.Function<Stage, List<String>> destination(String... valued) {
        return stage -> stage.arguments().operands(valued).stream().limit(1).toList();
    }

    private static List<String> addressed(Stage stage) {
        var url = HttpPrograms.names(stage).stream().findFirst().orElse("");
        return Pages.isOne(url) && !Pages.names(url).isEmpty() ? Pages.names(url) : HttpPrograms.names(stage);
    }

    private static void consoles(Map<String, Program> table) {
        table.put("mysql", Program.anywhere(Dimension.DB_HEALTH, SqlPrograms::names, SqlPrograms::client));
        table.put("psql", Program.anywhere(Dimension.DB_HEALTH, SqlPrograms::names, SqlPrograms::client));
        table.put("redis-cli", Program.anywhere(Dimension.CACHE, StorePrograms::names, StorePrograms::redis));
        table.put("nodetool", Program.anywhere(Dimension.DB_HEALTH, StorePrograms::names, CassandraPrograms::nodetool));
        table.put("promtool", Program.anywhere(Dimension.TRAFFIC, Pages::expressionNames, Pages::promtool));
    }

    private static void platforms(Map<String, Program> table) {
        for (var name : List.of("kubectl", "k", "oc")) {
            table.put(name, Program.anywhere(Kubectl::dimension, Kubectl::names, Kubectl::run));
        }
        table.put("aws", Program.anywhere(Aws::dimension, Aws::names, Aws::run));
        table.put(
                "systemctl",
                Program.anywhere(Dimension.PROCESSES_THREADS, FilePrograms::units, FilePrograms::systemctl));
    }
}
