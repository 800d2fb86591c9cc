package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.ServiceId;

/**
 * What a scenario's author answers whatever else it might mean: his own phrasings word for word, and the commands among them.
 *
 * <p>A command is the author's when it is the same program with at least the same options, paths and subcommands, and is run on a service that
 * the question is about: {@code jstack on api} is an author's {@code jstack 1} on {@code api-3} too, {@code dig +trace cart} is not a plain
 * {@code dig cart}.
 */
final class AuthorsWords {
    private static final Pattern ENDING = Pattern.compile("[ ?.!]+$");
    private static final Pattern PROMPT = Pattern.compile("^(?:[$#>] ?|(?:please )?(?:run|execute|try) |sudo )+");

    /** An option or a path, which tells one use of a program from another. */
    private static final Pattern TELLING = Pattern.compile("[-+/].*[a-z].*");

    /** Programs that do many things: which of them is said by words without a hyphen in front. */
    private static final Set<String> WITH_SUBCOMMANDS = Set.of(
            "aws",
            "kubectl",
            "k",
            "oc",
            "git",
            "helm",
            "nodetool",
            "redis-cli",
            "systemctl",
            "promtool",
            "openssl",
            "rabbitmqctl",
            "unbound-control",
            "argocd",
            "terraform");

    private static final Pattern SUBCOMMAND = Pattern.compile("[a-z][a-z_-]*");

    private final Map<String, AuthoredQuestion> verbatim = new HashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final Reader reader;

    /** A command that an author answers. */
    private record Program(String name, Set<String> telling, AuthoredQuestion question) {
        boolean fits(List<String> words) {
            return words.getFirst().equals(name) && words.containsAll(telling);
        }
    }

    AuthorsWords(List<AuthoredQuestion> questions, CommandLine commands, Reader reader) {
        this.reader = reader;
        for (var question : questions) {
            for (var ask : question.asks()) {
                var plain = plain(PlainText.of(ask));
                verbatim.putIfAbsent(plain, question);
                if (commands.isCommand(plain)) {
                    programs.add(program(plain, question));
                }
            }
        }
    }

    private Program program(String plain, AuthoredQuestion question) {
        var words = List.of(plain.split(" "));
        var hasSubcommands = WITH_SUBCOMMANDS.contains(words.getFirst());
        var telling = words.stream()
                .skip(1)
                .filter(word -> TELLING.matcher(word).matches() || (hasSubcommands && isSubcommand(word)))
                .collect(Collectors.toUnmodifiableSet());
        return new Program(words.getFirst(), telling, question);
    }

    private boolean isSubcommand(String word) {
        return SUBCOMMAND.matcher(word).matches()
                && Mentions.in(reader.pieces(Console.namesIn(word))).isEmpty();
    }

    /** The author's question that {@code plain} is, if it is one. */
    Optional<AuthoredQuestion> find(String plain) {
        var text = plain(plain);
        var same = verbatim.get(text);
        if (same != null) {
            return Optional.of(same);
        }
        var words = List.of(text.split(" "));
        return programs.stream()
                .filter(program -> program.fits(words))
                .map(Program::question)
                .filter(question -> isAbout(question, text))
                .findFirst();
    }

    private boolean isAbout(AuthoredQuestion question, String text) {
        var mentions = Mentions.in(reader.pieces(Console.namesIn(text)));
        return Stream.concat(
                        mentions.services().stream().map(service -> service.id()),
                        mentions.hosts().stream().map(host -> host.service().id()))
                .anyMatch(named(question)::contains);
    }

    private static Set<ServiceId> named(AuthoredQuestion question) {
        return Set.copyOf(question.services());
    }

    private static String plain(String text) {
        var bare = PROMPT.matcher(text).replaceFirst("");
        return ENDING.matcher(bare).replaceFirst("");
    }
}
