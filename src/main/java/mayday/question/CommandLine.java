package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
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
    private static final Pattern OPTIONS_FIRST =
            Pattern.compile("^(kubectl|k|oc)((?: (?:-n|--namespace|--context|--cluster)[ =][^ ]+)+) ([a-z-]+)");

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
    /** Names of commands that are English words too: they count only with arguments that no sentence has. */
    private static final Set<String> WORDS = Set.of(
            "top", "free", "host", "tail", "less", "cat", "head", "dig", "ping", "drill", "ps", "w", "ss", "nc",
            "uptime", "du", "grep", "getent");

    private static final Pattern SHELL_LIKE = Pattern.compile(
            "(?:^| )(?:-{1,2}[a-z]|\\+[a-z]|/[a-z]|\\S+\\.(?:internal|local|com|net|io|svc|log|example|org|cluster|in-addr|arpa)\\b|\\||aux\\b)|=|\\d{1,3}(?:\\.\\d{1,3}){3}");

    private final Map<String, Dimension> dimensions = new HashMap<>();
    private final Names names;
    private final TypedCommands typed;

    /**
     * @param commands names of commands by id of the dimension that they ask about
     * @param names the system's names, which tell {@code top on checkout} from {@code top clients}
     */
    CommandLine(Map<String, List<String>> commands, Names names) {
        this.names = names;
        this.typed = new TypedCommands(names);
        for (var dimension : Dimension.values()) {
            commands.getOrDefault(dimension.id(), List.of()).forEach(command -> dimensions.put(command, dimension));
        }
    }

    /** What a command comes down to. */
    sealed interface Read {
        /** It looks something up; {@code about} is the part of it that names what. */
        record Asks(Dimension dimension, String about) implements Read {}

        /** As that, and it is known what exactly would be printed; {@code rest} are all its arguments. */
        record Runs(TypedCommands.Typed typed, String about, String rest) implements Read {}

        /** It changes something. */
        record Changes(String action, String about) implements Read {}
    }

    /** Reads a text as a command, if it is one: {@code plain} is how questions are read, {@code words} how it was typed. */
    Optional<Read> read(String plain, String words) {
        var read = read(plain);
        if (read.isPresent() && read.get() instanceof Read.Changes) {
            return read;
        }
        if (MachineText.changes(plain)) {
            return changes("", plain);
        }
        var run = typed.read(words);
        if (run.isEmpty() || run.get().changes()) {
            return run.isEmpty() ? read : changes("", plain);
        }
        var program = run.get().line().split(" ")[0];
        var rest = read.isPresent() && read.get() instanceof Read.Asks(var _, var arguments) ? arguments : "";
        return read.isEmpty() && WORDS.contains(program)
                ? read
                : Optional.of(new Read.Runs(run.get(), typed.about(run.get()), rest));
    }

    /** {@code kubectl -n data exec redis-0} with what it does first: {@code kubectl exec -n data redis-0}. */
    static String verbFirst(String line) {
        return OPTIONS_FIRST.matcher(line).replaceFirst("$1 $3$2");
    }

    /** Whether {@code plain} is a command. */
    boolean isCommand(String plain) {
        return read(plain).isPresent() || typed.read(plain).isPresent();
    }

    private Optional<Read> read(String plain) {
        var text = verbFirst(PROMPT.matcher(plain).replaceFirst("").strip());
        var ssh = SSH.matcher(text);
        if (ssh.matches() && ssh.group(2) != null) {
            return withHost(read(ssh.group(2)), ssh.group(1));
        }
        var exec = EXEC.matcher(text);
        if (exec.matches()) {
            return withHost(read(exec.group(2)), exec.group(1));
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
            default -> plainCommand(words, text);
        };
    }

    private Optional<Read> plainCommand(List<String> words, String text) {
        var name = words.getFirst().replaceAll("^/(?:usr/)?s?bin/", "");
        var dimension = dimensions.get(name);
        if (dimension == null) {
            return Optional.empty();
        }
        var isAlone = words.size() == 1;
        if (WORDS.contains(name) && !isShellLike(words, text)) {
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

    /** Options, paths, dotted names, or nothing but a name of the system after at most a preposition. */
    private boolean isShellLike(List<String> words, String text) {
        if (SHELL_LIKE.matcher(text).find()) {
            return true;
        }
        var rest = new ArrayList<>(words.subList(1, words.size()));
        rest.removeIf(Set.of(
                "on", "the", "of", "for", "from", "at", "pods", "host", "hosts", "in", "all", "output", "service",
                "please", "record")::contains);
        return words.size() > 1 && rest.stream().allMatch(word -> isName(word.replaceAll("[^a-z0-9-].*$", "")));
    }

    private boolean isName(String word) {
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
        if (Set.of("cat", "less", "grep", "tail", "head", "journalctl").contains(name) && rest.contains("cron")) {
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
            case "get", "describe", "diff" -> resource(arguments);
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
            case Read.Runs runs -> runs;
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
