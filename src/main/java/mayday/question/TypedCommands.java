package mayday.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.evidence.Target;
import mayday.incident.Limits;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceKind;
import mayday.terminal.CommandLine.Stage;
import mayday.terminal.Fleet;
import mayday.terminal.Machine;
import mayday.terminal.Terminal;

/** Reads a command line as it was typed, and on which host it is to be run. */
final class TypedCommands {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD\\s]+");
    private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u00B4]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C\\u201D\\u201E]");
    private static final Pattern PROMPT = Pattern.compile(
            "^(?:[$#>] ?|(?:mysql|[a-z0-9_]+=[#>])> ?|[A-Za-z0-9_.@~:-]+[$#] |(?i:please )?(?i:run|execute|exec|try|do|type)(?i: a| an| the)? |`)+");
    private static final Pattern ENDING = Pattern.compile("(?:`|[?!]|(?: please| now| again))+$");
    private static final Pattern SSH = Pattern.compile("^ssh (?:-\\S+ )*(?:[^ @]+@)?(\\S+) (.+)$");
    private static final Pattern REMOTE = Pattern.compile("^(ssh (?:-\\S+ )*\\S+ )['\"](.+)['\"]$");
    private static final Pattern COMMENT =
            Pattern.compile(" +(?:#+ ?([a-z][A-Za-z0-9 ,._-]*)|\\(((?:on|from|at|in) [A-Za-z0-9 ,._-]*)\\))$");
    private static final Pattern EXEC = Pattern.compile("^(?:kubectl|k|oc) exec (.+?) -- (?:(?:sh|bash) -l?c )?(.+)$");
    private static final Pattern WHERE = Pattern.compile(
            "^(.+?)(?:,| (?:on|from|at|in|against)) (?:the )?([A-Za-z0-9][A-Za-z0-9._@-]*)(?: (?:host|hosts|pods?|service|region|database|db))*$");
    /** What programs of which we have the looks do when they do more than look. */
    private static final Pattern CHANGES = Pattern.compile(
            "^aws \\S+ (?:update|set|terminate|reboot|stop|start|delete|put|create|modify|execute|suspend|resume|detach|change|enable|disable)\\b"
                    + "|^nodetool (?:drain|repair|flush|decommission|cleanup|compact|disable\\w+|enable\\w+|stop)\\b"
                    + "|\\b(?:pg_terminate_backend|pg_cancel_backend)\\b|^(?:sudo )?systemctl (?:--\\S+ )*(?:re)?(?:start|stop|load|kill|mask|enable|disable)\\b"
                    + "|^(?:mysql|psql) .*\\b(?:kill|update|delete|drop|alter|insert|truncate)\\b|^curl .*-X ?(?:POST|PUT|DELETE|PATCH)\\b");

    private static final Pattern BEFORE_PIPE =
            Pattern.compile("^([^|]+?) (?:on|from|at|in) (?:the )?([A-Za-z0-9][A-Za-z0-9._@-]*)( \\|.*)$");
    private static final Pattern PLACE_OPTION = Pattern.compile("--(?:context|region|cluster)[= ](\\S+)");

    /** How a command line may begin beside the name of a program. */
    private static final Set<String> BEFORE_PROGRAM =
            Set.of("ssh", "sudo", "watch", "time", "echo", "printf", "show", "select");

    /** Programs that are English words or products too: they count only with what no sentence has. */
    private static final Set<String> NEED_ARGUMENTS =
            Set.of("aws", "mysql", "nodetool", "promtool", "stern", "sar", "nproc", "echo");

    private static final Set<String> NEED_WORDS = Set.of("kubectl", "k", "oc", "systemctl", "psql", "redis-cli");

    private static final Pattern ARGUMENTS = Pattern.compile(
            "(?: -{1,2}[A-Za-z])|\\||^(?:nodetool (?:status|tpstats|info|ring|proxyhistograms|drain|repair|flush|decommission|cleanup|compact|stop)|promtool query|nproc)\\b|^aws (?:cloudwatch|logs|autoscaling|elbv2|ec2|route53|dynamodb|rds|elasticache|sts)\\b");

    private final Names names;
    private final Fleet fleet;

    TypedCommands(Names names) {
        this.names = names;
        this.fleet = new Fleet(names.system());
    }

    /**
     * A command.
     *
     * @param line as it is to be run
     * @param host the words for where, and for the region; may be empty
     */
    record Typed(String line, Terminal.Asked asked, String host) {

        /** Whether it would change something rather than look. */
        boolean changes() {
            return CHANGES.matcher(line).find();
        }
    }

    /** The text with its capitals, in one line, without look-alikes of quotes. */
    static String clean(String words) {
        var cut = words.length() > Limits.QUESTION_CHARACTERS ? words.substring(0, Limits.QUESTION_CHARACTERS) : words;
        var quoted = DOUBLE_QUOTES.matcher(QUOTES.matcher(cut).replaceAll("'")).replaceAll("\"");
        return INVISIBLE
                .matcher(Normalizer.normalize(quoted, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Several command lines, if there are several; what a comment behind them all says of where is said of each. */
    static List<String> sequence(String words) {
        var parts = new ArrayList<String>();
        var line = clean(words);
        var comment = COMMENT.matcher(line);
        var where = comment.find() ? comment.group() : "";
        for (var part : mayday.terminal.CommandLine.sequence(line.substring(0, line.length() - where.length()))) {
            for (var one : part.split(",? (?:and )?then ")) {
                parts.addAll(onHost(one));
            }
        }
        return parts.stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part + where)
                .toList();
    }

    /** Several lines that one {@code ssh} runs, each with it. */
    private static List<String> onHost(String line) {
        var remote = REMOTE.matcher(line.strip());
        if (!remote.matches()) {
            return List.of(line);
        }
        var lines = mayday.terminal.CommandLine.sequence(remote.group(2));
        return lines.size() < 2
                ? List.of(line)
                : lines.stream().map(each -> remote.group(1) + each).toList();
    }

    /** Reads one, if its program is known. */
    Optional<Typed> read(String words) {
        var text = CommandLine.verbFirst(
                ENDING.matcher(PROMPT.matcher(clean(words)).replaceFirst("").strip())
                        .replaceFirst("")
                        .strip());
        if (!BEFORE_PROGRAM.contains(first(text)) && !Terminal.isProgram(first(text))) {
            return Optional.empty();
        }
        var where = new StringBuilder();
        var comment = COMMENT.matcher(text);
        if (comment.find()) {
            var said = comment.group(1) == null ? comment.group(2) : comment.group(1);
            for (var word : said.split("[ ,]+")) {
                where.append(isName(word) ? " " + word : "");
            }
            text = comment.replaceFirst("");
        }
        var ssh = SSH.matcher(text);
        var exec = EXEC.matcher(text);
        if (ssh.matches()) {
            where.append(' ').append(ssh.group(1));
            text = unquoted(ssh.group(2));
        } else if (exec.matches()) {
            where.append(' ').append(named(exec.group(1)));
            text = unquoted(exec.group(2));
        }
        var rest = WHERE.matcher(text);
        while (rest.matches() && isName(rest.group(2))) {
            where.append(' ').append(rest.group(2));
            text = rest.group(1).strip();
            rest = WHERE.matcher(text);
        }
        var before = BEFORE_PIPE.matcher(text);
        if (before.matches() && isName(before.group(2))) {
            where.append(' ').append(before.group(2));
            text = before.group(1) + before.group(3);
        }
        var place = PLACE_OPTION.matcher(text);
        while (place.find()) {
            where.append(' ').append(place.group(1).replaceFirst("-\\d$", ""));
        }
        return read(text, where.toString().strip());
    }

    private static Optional<Typed> read(String text, String where) {
        return mayday.terminal.CommandLine.parse(text)
                .filter(line -> isMeant(line.first(), text))
                .flatMap(line -> Terminal.asked(line).map(asked -> new Typed(text, asked, where)));
    }

    private static boolean isMeant(Stage stage, String text) {
        boolean bare = stage.words().isEmpty() && NEED_WORDS.contains(stage.program());
        return !bare
                && (!NEED_ARGUMENTS.contains(stage.program())
                        || ARGUMENTS.matcher(text).find());
    }

    private static String first(String text) {
        int end = text.indexOf(' ');
        return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        return text.matches("(['\"]).*\\1") ? text.substring(1, text.length() - 1) : text;
    }

    /** {@code deploy/checkout -c app} comes down to its name. */
    private static String named(String exec) {
        return exec.replaceAll("(?:^| )(?:-n|-c|--namespace|--container|--context)[ =]\\S+", " ")
                .replaceAll("(?:^| )-{1,2}\\S+", " ")
                .replaceAll("\\S+/", "")
                .strip()
                .replaceFirst(" .*$", "");
    }

    private boolean isName(String word) {
        var key = Names.key(word);
        return fleet.service(word).isPresent()
                || !names.services(key).isEmpty()
                || !names.ofSort(key).isEmpty()
                || !names.region(key).isEmpty();
    }

    /** What a command names, in the words that questions use: addresses and full names as hosts, services and regions. */
    String about(Typed typed) {
        var words = new ArrayList<String>();
        for (var name : typed.asked().names()) {
            if (asksAResolver(typed, name)) {
                continue;
            }
            words.add(fleet.machine(name, primary())
                    .map(machine -> words(name, machine))
                    .orElse(name));
        }
        for (var name : typed.host().split(" ")) {
            words.add(fleet.machine(name, primary())
                    .map(machine -> words(name, machine))
                    .orElse(name));
        }
        return String.join(" ", words).strip();
    }

    /** Of {@code nslookup cart.internal 10.0.0.2} the second says who is to answer, not what is looked up. */
    private boolean asksAResolver(Typed typed, String name) {
        return typed.asked().dimension() == Dimension.DNS_RESOLUTION
                && typed.asked().names().size() > 1
                && !name.equals(typed.asked().names().getFirst())
                && fleet.machine(name, primary())
                        .filter(machine -> names.system().service(machine.id()).kind() == ServiceKind.RESOLVER)
                        .isPresent();
    }

    private RegionId primary() {
        return names.system().regionIds().getFirst();
    }

    /** An address says in which region, a name does not. */
    private static String words(String name, Machine machine) {
        var host = machine.number() > 0
                ? machine.id() + "-" + machine.number()
                : machine.id().value();
        return name.matches(".*10(?:\\.\\d{1,3}){3}.*") ? host + " " + machine.region() : host;
    }

    /** Whether a target is one of a host or a service. */
    static boolean isPlace(Target target) {
        return switch (target) {
            case Target.OfService _, Target.OfNode _, Target.OfHost _ -> true;
            case Target.OfRegion _, Target.OfTeam _ -> false;
        };
    }
}
