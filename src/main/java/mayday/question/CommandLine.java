package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.scenario.ActionKind;
import mayday.scenario.Dimension;

/** Reads text that is a command for a shell, {@code kubectl} or a database as the question that it asks. */
final class CommandLine {
    private static final Pattern PROMPT = Pattern.compile(
            "^(?:[$#>] ?|[a-z0-9_.@~:-]+[$#] |(?:please )?(?:run|execute|exec|try|do|type)(?: a| an| the)? |sudo |watch (?:-n ?\\d+ )?|time )+");
    private static final Pattern SSH = Pattern.compile("^ssh (?:-\\S+ )*(?:\\S+@)?(\\S+)(?: (.+))?$");
    private static final Pattern EXEC = Pattern.compile("^kubectl exec (.+?) -- (?:sh -c |bash -c )?(.+)$");
    private static final Pattern SQL = Pattern.compile(
            "^(?:show (?:full )?(?:processlist|engine|slave|replica|master|status|global|variables|innodb|max_connections|pools|clients|stats|locks)\\b.*"
                    + "|select .*|explain .*|\\\\[a-z+]+.*|pg_stat_\\w+.*|pg_locks.*)");
    private static final Set<String> CHANGING = Set.of(
            "rollout undo",
            "rollout restart",
            "scale",
            "delete",
            "drain",
            "cordon",
            "patch",
            "apply",
            "edit",
            "set",
            "cp");
    private static final Map<String, Dimension> BY_NAME = Map.ofEntries(
            Map.entry("htop", Dimension.CPU),
            Map.entry("vmstat", Dimension.CPU),
            Map.entry("mpstat", Dimension.CPU),
            Map.entry("sar", Dimension.CPU),
            Map.entry("uptime", Dimension.CPU),
            Map.entry("nproc", Dimension.CPU),
            Map.entry("pmap", Dimension.MEMORY),
            Map.entry("smem", Dimension.MEMORY),
            Map.entry("jmap", Dimension.MEMORY),
            Map.entry("jstat", Dimension.MEMORY),
            Map.entry("df", Dimension.DISK),
            Map.entry("du", Dimension.DISK),
            Map.entry("iostat", Dimension.DISK),
            Map.entry("iotop", Dimension.DISK),
            Map.entry("lsblk", Dimension.DISK),
            Map.entry("ping", Dimension.NETWORK),
            Map.entry("mtr", Dimension.NETWORK),
            Map.entry("traceroute", Dimension.NETWORK),
            Map.entry("tracepath", Dimension.NETWORK),
            Map.entry("tcpdump", Dimension.NETWORK),
            Map.entry("tshark", Dimension.NETWORK),
            Map.entry("netstat", Dimension.NETWORK),
            Map.entry("ss", Dimension.NETWORK),
            Map.entry("telnet", Dimension.NETWORK),
            Map.entry("nc", Dimension.NETWORK),
            Map.entry("netcat", Dimension.NETWORK),
            Map.entry("nmap", Dimension.NETWORK),
            Map.entry("iperf", Dimension.NETWORK),
            Map.entry("ifconfig", Dimension.NETWORK),
            Map.entry("ethtool", Dimension.NETWORK),
            Map.entry("iptables", Dimension.NETWORK),
            Map.entry("dig", Dimension.DNS_RESOLUTION),
            Map.entry("nslookup", Dimension.DNS_RESOLUTION),
            Map.entry("host", Dimension.DNS_RESOLUTION),
            Map.entry("getent", Dimension.DNS_RESOLUTION),
            Map.entry("drill", Dimension.DNS_RESOLUTION),
            Map.entry("resolvectl", Dimension.DNS_TTL_RESOLVER),
            Map.entry("rndc", Dimension.DNS_TTL_RESOLVER),
            Map.entry("openssl", Dimension.CERTIFICATES),
            Map.entry("certbot", Dimension.CERTIFICATES),
            Map.entry("keytool", Dimension.CERTIFICATES),
            Map.entry("sslscan", Dimension.CERTIFICATES),
            Map.entry("curl", Dimension.TRACES),
            Map.entry("wget", Dimension.TRACES),
            Map.entry("httpie", Dimension.TRACES),
            Map.entry("grpcurl", Dimension.TRACES),
            Map.entry("ps", Dimension.PROCESSES_THREADS),
            Map.entry("pstree", Dimension.PROCESSES_THREADS),
            Map.entry("pgrep", Dimension.PROCESSES_THREADS),
            Map.entry("pidstat", Dimension.PROCESSES_THREADS),
            Map.entry("jstack", Dimension.PROCESSES_THREADS),
            Map.entry("jcmd", Dimension.PROCESSES_THREADS),
            Map.entry("jps", Dimension.PROCESSES_THREADS),
            Map.entry("strace", Dimension.PROCESSES_THREADS),
            Map.entry("lsof", Dimension.PROCESSES_THREADS),
            Map.entry("gdb", Dimension.PROCESSES_THREADS),
            Map.entry("journalctl", Dimension.LOGS),
            Map.entry("dmesg", Dimension.LOGS),
            Map.entry("stern", Dimension.LOGS),
            Map.entry("zgrep", Dimension.LOGS),
            Map.entry("grep", Dimension.LOGS),
            Map.entry("egrep", Dimension.LOGS),
            Map.entry("crontab", Dimension.CRON_JOBS),
            Map.entry("atq", Dimension.CRON_JOBS),
            Map.entry("pg_top", Dimension.DB_HEALTH),
            Map.entry("psql", Dimension.DB_HEALTH),
            Map.entry("redis-cli", Dimension.CACHE),
            Map.entry("top", Dimension.CPU),
            Map.entry("free", Dimension.MEMORY),
            Map.entry("tail", Dimension.LOGS),
            Map.entry("less", Dimension.LOGS),
            Map.entry("cat", Dimension.LOGS),
            Map.entry("head", Dimension.LOGS));

    /** Names of commands that are English words too: they count only with arguments that no sentence has. */
    private static final Set<String> WORDS = Set.of(
            "top", "free", "host", "tail", "less", "cat", "head", "dig", "ping", "drill", "ps", "w", "ss", "nc",
            "uptime", "du", "grep", "getent");

    private static final Pattern SHELL_LIKE = Pattern.compile(
            "(?:^| )(?:-{1,2}[a-z]|/[a-z]|\\S+\\.(?:internal|local|com|net|io|svc|log)\\b|\\||aux\\b)|=|\\d{1,3}(?:\\.\\d{1,3}){3}");

    /** Nothing but options and subcommands. */
    private static final Pattern OPTIONS = Pattern.compile("(?:[-+]\\S+|x509|s_client|aux|ef|noall|any|a|mx| )*");

    private CommandLine() {}

    /** What a command comes down to. */
    sealed interface Read {
        /** It looks something up; {@code about} is the part of it that names what. */
        record Asks(Dimension dimension, String about) implements Read {}

        /** It changes something. */
        record Changes(String action, String about) implements Read {}
    }

    /**
     * Reads {@code plain} as a command, if it is one.
     *
     * @param names the system's names, which tell {@code top on checkout} from {@code top clients}
     */
    static Optional<Read> read(String plain, Names names) {
        var text = PROMPT.matcher(plain).replaceFirst("").strip();
        var ssh = SSH.matcher(text);
        if (ssh.matches() && ssh.group(2) != null) {
            return withHost(read(ssh.group(2), names), ssh.group(1));
        }
        var exec = EXEC.matcher(text);
        if (exec.matches()) {
            return withHost(read(exec.group(2), names), exec.group(1));
        }
        if (SQL.matcher(text).matches() && !text.startsWith("show status of")) {
            return Optional.of(sql(text));
        }
        var words = List.of(text.split(" "));
        return switch (words.getFirst()) {
            case "kubectl", "k", "oc" -> kubectl(words.subList(1, words.size()));
            case "helm" -> helm(text);
            case "systemctl", "service" -> systemctl(words, text);
            case "git" -> words.size() > 1 ? asks(Dimension.RECENT_DEPLOYS, text) : Optional.empty();
            case "kill", "pkill", "killall", "reboot", "shutdown", "rm" ->
                words.size() > 1 && text.matches(".*(-\\d|-rf|-9|/|\\d{3,}).*") ? changes("", text) : Optional.empty();
            default -> plainCommand(words, text, names);
        };
    }

    private static Optional<Read> plainCommand(List<String> words, String text, Names names) {
        var name = words.getFirst().replaceAll("^/(?:usr/)?s?bin/", "");
        var dimension = BY_NAME.get(name);
        if (dimension == null) {
            return Optional.empty();
        }
        var isAlone = words.size() == 1;
        if (WORDS.contains(name) && !isShellLike(words, text, names)) {
            return isAlone
                            && !Set.of("host", "less", "cat", "head", "tail", "w", "free", "grep")
                                    .contains(name)
                    ? asks(dimension, "")
                    : Optional.empty();
        }
        var rest = String.join(" ", words.subList(1, words.size()))
                .replaceFirst("^s_client\\b", "")
                .strip();
        return Optional.of(special(name, rest).orElseGet(() -> new Read.Asks(dimension, rest)));
    }

    /** Whether a command that looks this up means nothing without saying of what. */
    static boolean lacksArgument(Dimension dimension, String about, Mentions mentions) {
        var needsName = dimension == Dimension.DNS_RESOLUTION || dimension == Dimension.CERTIFICATES;
        var isBare = OPTIONS.matcher(about).matches();
        return wantsArgument(dimension) && mentions.isEmpty() && (isBare || needsName);
    }

    private static boolean wantsArgument(Dimension dimension) {
        return switch (dimension) {
            case DNS_RESOLUTION, NETWORK, CERTIFICATES, TRACES, LOGS, PROCESSES_THREADS -> true;
            case SERVICE_SCOPE,
                    START_TIME,
                    ONSET_SHAPE,
                    REGION_SCOPE,
                    CUSTOMER_IMPACT,
                    RECENT_DEPLOYS,
                    CONFIG_FLAG_CHANGES,
                    ERROR_RATE,
                    ERROR_TYPES,
                    LATENCY,
                    TRAFFIC,
                    CPU,
                    MEMORY,
                    DISK,
                    DB_HEALTH,
                    CONN_POOLS,
                    QUEUE_DEPTH,
                    CACHE,
                    DEPENDENCY_STATUS,
                    DNS_TTL_RESOLVER,
                    SCALING_INSTANCES,
                    CRON_JOBS,
                    PRIOR_INCIDENTS_RUNBOOK,
                    SLO_ERROR_BUDGET,
                    ONCALL_ESCALATION,
                    TRIED_SO_FAR -> false;
        };
    }

    /** Options, paths, dotted names, or nothing but a name of the system after at most a preposition. */
    private static boolean isShellLike(List<String> words, String text, Names names) {
        if (SHELL_LIKE.matcher(text).find()) {
            return true;
        }
        var rest = new ArrayList<>(words.subList(1, words.size()));
        rest.removeIf(Set.of(
                "on", "the", "of", "for", "from", "at", "pods", "host", "hosts", "in", "all", "output", "service",
                "please", "record")::contains);
        return words.size() > 1 && rest.stream().allMatch(word -> isName(word.replaceAll("[^a-z0-9-].*$", ""), names));
    }

    private static boolean isName(String word, Names names) {
        var host = word.replaceAll("-\\d+$", "");
        return !names.services(Names.key(word)).isEmpty()
                || !names.services(Names.key(host)).isEmpty()
                || !names.ofSort(Names.key(word)).isEmpty()
                || !names.region(Names.key(word)).isEmpty();
    }

    private static Optional<Read> special(String name, String rest) {
        if (Set.of("cat", "less", "tail", "head", "grep").contains(name) && rest.contains("resolv")) {
            return asks(Dimension.DNS_TTL_RESOLVER, rest);
        }
        if (Set.of("cat", "less").contains(name) && rest.contains("cron")) {
            return asks(Dimension.CRON_JOBS, rest);
        }
        if (Set.of("cat", "less").contains(name) && rest.matches(".*(meminfo).*")) {
            return asks(Dimension.MEMORY, rest);
        }
        if (Set.of("cat", "less").contains(name)
                && rest.matches(".*(config|\\.ya?ml|\\.conf|\\.properties|\\.env).*")) {
            return asks(Dimension.CONFIG_FLAG_CHANGES, rest.replaceAll("/\\S+/", ""));
        }
        if (name.equals("redis-cli") && rest.matches(".*(flush|\\bdel\\b|config set|shutdown|failover).*")) {
            return changes(rest.contains("flush") ? ActionKind.FLUSH_CACHE.id() : "", rest);
        }
        if (rest.contains("clear-cache") || rest.contains("flush")) {
            return name.equals("resolvectl") || name.equals("rndc")
                    ? changes(ActionKind.FLUSH_DNS.id(), rest)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Read sql(String text) {
        var dimension = text.contains("pools") || text.contains("max_connections") || text.contains("show clients")
                ? Dimension.CONN_POOLS
                : Dimension.DB_HEALTH;
        var on = text.replaceAll("^.*?(?: on | from (?=[a-z-]+-db)|@)", "");
        return new Read.Asks(dimension, on.equals(text) ? "" : on);
    }

    private static Optional<Read> kubectl(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var arguments = String.join(" ", words.subList(1, words.size()));
        var verb = words.getFirst();
        if (CHANGING.stream().anyMatch(change -> (verb + " " + arguments).startsWith(change))) {
            var kind = arguments.startsWith("undo")
                    ? ActionKind.ROLL_BACK.id()
                    : verb.equals("scale") ? ActionKind.SCALE.id() : ActionKind.RESTART.id();
            return changes(kind, arguments);
        }
        var dimension = switch (verb) {
            case "logs", "log" -> Dimension.LOGS;
            case "top" -> arguments.contains("mem") ? Dimension.MEMORY : Dimension.CPU;
            case "rollout" -> arguments.startsWith("history") ? Dimension.RECENT_DEPLOYS : Dimension.SCALING_INSTANCES;
            case "get", "describe" -> resource(arguments);
            default -> Dimension.SCALING_INSTANCES;
        };
        return asks(
                dimension,
                arguments
                        .replaceAll("\\b(?:deploy(?:ment)?|pods?|po|svc|service|sts|statefulset|hpa)/", "")
                        .replaceAll("^(?:pods?|po|deploy(?:ments?)?|hpa|nodes?|svc|services?|all|events?)\\b", "")
                        .replaceAll("(?:^| )-(?:n|o|l|c|f|w)\\b ?(?:wide|yaml|json)?|-{2}\\S+|\\bapp=", " "));
    }

    private static Dimension resource(String arguments) {
        if (arguments.matches("(?:cronjobs?|cj|jobs?)\\b.*")) {
            return Dimension.CRON_JOBS;
        }
        if (arguments.matches("(?:configmaps?|cm|secrets?)\\b.*")) {
            return Dimension.CONFIG_FLAG_CHANGES;
        }
        if (arguments.matches("(?:cert\\w*)\\b.*")) {
            return Dimension.CERTIFICATES;
        }
        return Dimension.SCALING_INSTANCES;
    }

    private static Optional<Read> helm(String text) {
        if (text.contains("rollback")) {
            return changes(ActionKind.ROLL_BACK.id(), text);
        }
        return text.contains("install") || text.contains("upgrade") || text.contains("delete")
                ? changes("", text)
                : asks(Dimension.RECENT_DEPLOYS, text.replaceAll("^helm (?:history|list|ls|status)", ""));
    }

    private static Optional<Read> systemctl(List<String> words, String text) {
        var changing = Set.of("restart", "stop", "start", "reload", "kill", "disable", "enable");
        if (words.stream().anyMatch(changing::contains) && words.size() > 2) {
            return changes(ActionKind.RESTART.id(), text);
        }
        return words.getFirst().equals("systemctl") && words.size() > 1
                ? asks(Dimension.PROCESSES_THREADS, text)
                : Optional.empty();
    }

    private static Optional<Read> withHost(Optional<Read> read, String host) {
        return read.map(known -> switch (known) {
            case Read.Asks(var dimension, var about) -> new Read.Asks(dimension, about + " " + host);
            case Read.Changes(var action, var about) -> new Read.Changes(action, about + " " + host);
        });
    }

    private static Optional<Read> asks(Dimension dimension, String about) {
        return Optional.of(new Read.Asks(dimension, about.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Read> changes(String action, String about) {
        return Optional.of(new Read.Changes(action, about));
    }
}
