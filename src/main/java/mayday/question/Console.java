package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.Dimension;

/** Understands text that is typed at a prompt: which commands, and on which host. */
final class Console {
    /** Parts of addresses that name no service here, whatever is called so. */
    static final Pattern PATHS = Pattern.compile("/(?:api|rest|graphql|search|query|events)(?=[/?])|application/\\w+");

    private static final Pattern HOST_NAME_ENDINGS =
            Pattern.compile("\\.(?:internal|local|svc|com|net|io|cluster|default|log)\\b");

    private final CommandLine commands;
    private final Reader reader;
    private final TargetFinder targets;
    private final PagedRegion paged;

    Console(CommandLine commands, Reader reader, TargetFinder targets, PagedRegion paged) {
        this.paged = paged;
        this.commands = commands;
        this.reader = reader;
        this.targets = targets;
    }

    /** What the arguments of a command name. */
    List<Piece> pieces(String about) {
        return reader.pieces(namesIn(about.toLowerCase(Locale.ROOT)));
    }

    /** A command's arguments with host names cut down to what is called so here: {@code cart} of {@code cart.internal}. */
    static String namesIn(String arguments) {
        return HOST_NAME_ENDINGS
                .matcher(arguments
                        .transform(about -> PATHS.matcher(about).replaceAll("/"))
                        .replaceAll("[^a-z0-9 .-]", " "))
                .replaceAll(" ");
    }

    /** One command line, or several that are joined: each is answered that can be. */
    Optional<Understanding> understand(String words, BiFunction<CommandLine.Read, String, Understanding> commanded) {
        var parts = TypedCommands.sequence(words);
        var alone = parts.stream()
                .map(part -> one(part, commanded))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
        if (parts.size() < 2 || alone.size() < parts.size()) {
            return one(words, commanded);
        }
        var each = onOneHost(parts, alone, commanded);
        var answered = each.stream()
                .flatMap(one -> one.interpretations().stream())
                .limit(Understanding.MOST_INTERPRETATIONS)
                .toList();
        boolean changes = each.stream().anyMatch(one -> one.outcome() == Outcome.ACTION);
        return Optional.of(
                answered.isEmpty() || changes
                        ? each.stream()
                                .filter(one -> one.outcome() != Outcome.ANSWERED)
                                .findFirst()
                                .orElse(each.getFirst())
                        : Understanding.answered(answered));
    }

    private Optional<Understanding> one(String line, BiFunction<CommandLine.Read, String, Understanding> commanded) {
        var plain = PlainText.of(line);
        return commands.read(plain, line).map(read -> commanded.apply(read, plain));
    }

    /** "ping -c 20 orders-db-1; ps aux": what says nowhere is for the host that another line names. */
    private List<Understanding> onOneHost(
            List<String> lines,
            List<Understanding> alone,
            BiFunction<CommandLine.Read, String, Understanding> commanded) {
        var host = alone.stream()
                .flatMap(one -> one.interpretations().stream())
                .flatMap(interpretation -> interpretation.targets().stream())
                .filter(Target.OfHost.class::isInstance)
                .map(Target.OfHost.class::cast)
                .findFirst();
        if (host.isEmpty()) {
            return alone;
        }
        var each = new ArrayList<Understanding>();
        for (var i = 0; i < lines.size(); i++) {
            var said = alone.get(i);
            each.add(
                    said.outcome() == Outcome.ASK_BACK
                            ? one(
                                            lines.get(i) + " # " + host.get().words() + " "
                                                    + host.get().region(),
                                            commanded)
                                    .orElse(said)
                            : said);
        }
        return each;
    }

    /**
     * An author's question as it was understood, with the command line that asked it of a host: what an author saw on one host is no
     * answer about another, which then prints what it has to say itself.
     */
    Understanding typedOnHosts(String words, Understanding understood) {
        return commands.read(PlainText.of(words), words)
                .filter(CommandLine.Read.Runs.class::isInstance)
                .map(read -> onHosts(((CommandLine.Read.Runs) read).typed().line(), understood))
                .orElse(understood);
    }

    private static Understanding onHosts(String line, Understanding understood) {
        var read = understood.interpretations().stream()
                .map(each -> each.targets().stream().anyMatch(Target.OfHost.class::isInstance)
                        ? new Interpretation(
                                each.dimension(),
                                each.targets(),
                                each.window(),
                                each.confidence(),
                                each.authored(),
                                line)
                        : each)
                .toList();
        return new Understanding(
                understood.outcome(), read, understood.reply(), understood.suggestions(), understood.offer());
    }

    /**
     * A command whose output is known: on the host that is named, else on the one that was spoken of last.
     *
     * @param dimension what it is about
     * @param beside what else stands in its line
     */
    Understanding run(CommandLine.Read.Runs runs, Dimension dimension, List<Piece> beside, Conversation conversation) {
        var asked = runs.typed().asked();
        var pieces = new ArrayList<>(pieces(runs.about()));
        pieces.addAll(beside);
        var missing = ScenarioInterpreter.missing(pieces)
                .or(() -> ScenarioInterpreter.missing(pieces(runs.rest().replaceFirst("\\|.*$", ""))));
        if (missing.isPresent()) {
            return Replies.absent(missing.get());
        }
        var mentions = Mentions.in(pieces);
        var names = asked.names().stream().filter(Console::isName).toList();
        if (mentions.isEmpty() && !names.isEmpty() && !answersForAnyName(asked.dimension())) {
            return Replies.absent(names.getFirst());
        }
        var named = mentions.isEmpty() && asked.onHost()
                ? conversation.lastPlace()
                : paged.of(mentions.targets(), mentions);
        boolean isStore = dimension == Dimension.DB_HEALTH || dimension == Dimension.CACHE;
        boolean isKnown = asked.ofAll() || !named.isEmpty() || !names.isEmpty();
        if (isKnown && (!isStore || !mentions.hosts().isEmpty())) {
            return Understanding.answered(List.of(running(dimension, named, runs.typed())));
        }
        boolean isList = runs.typed().line().contains(" list-");
        if (!isList && CommandArguments.isLacking(dimension, runs.rest(), mentions)) {
            return Replies.askBack("Of which service or host?", targets.suggestions(dimension, conversation));
        }
        return switch (targets.of(dimension, new Reading(pieces, mentions, List.of()), conversation)) {
            case TargetFinder.Found.Missing(var question, var suggestions) -> Replies.askBack(question, suggestions);
            case TargetFinder.Found.Targets(var found) ->
                Understanding.answered(List.of(running(dimension, paged.of(found, mentions), runs.typed())));
        };
    }

    /** Neither an option nor a variable of the shell. */
    private static boolean isName(String argument) {
        return !argument.isBlank()
                && !argument.startsWith("-")
                && !argument.startsWith("$")
                && !argument.startsWith("list-");
    }

    /** Look-ups, pings and requests say themselves that there is no such name; a list of pods has nothing to say about it. */
    private static boolean answersForAnyName(Dimension dimension) {
        return dimension == Dimension.DNS_RESOLUTION
                || dimension == Dimension.NETWORK
                || dimension == Dimension.TRACES
                || dimension == Dimension.CERTIFICATES;
    }

    private static Interpretation running(Dimension dimension, List<Target> targets, TypedCommands.Typed typed) {
        return new Interpretation(dimension, targets, new Window.Usual(), 1, "", typed.line());
    }
}
