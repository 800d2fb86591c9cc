package mayday.question;

import java.util.List;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Dimension;

/** Decides what a command line is answered with: its output, a question of the same meaning, an action to confirm, or an ask-back. */
final class CommandAnswers {
    private final CommandMeaning meaning;
    private final Console console;
    private final Reader reader;
    private final Orders orders;
    private final TargetFinder targets;
    private final Answering answering;

    CommandAnswers(
            CommandMeaning meaning,
            Console console,
            Reader reader,
            Orders orders,
            TargetFinder targets,
            Answering answering) {
        this.meaning = meaning;
        this.console = console;
        this.reader = reader;
        this.orders = orders;
        this.targets = targets;
        this.answering = answering;
    }

    /** What {@code command} asks or would change; {@code plain} is the text that it was read from. */
    Understanding commanded(CommandLine.Read command, String plain, Conversation conversation) {
        return switch (command) {
            case CommandLine.Read.Runs runs -> run(runs, plain, conversation);
            case CommandLine.Read.Asks(var dimension, var about) ->
                lookedUp(
                        meaning.dimension(plain).orElse(dimension),
                        about,
                        meaning.withServices(console.pieces(about), plain),
                        conversation);
            case CommandLine.Read.Changes(var action, var about) -> Replies.action(changing(action, about));
        };
    }

    private Offer changing(String action, String about) {
        var mentions = Mentions.in(reader.pieces(about));
        return action.isEmpty() ? orders.meant(about, mentions) : Offers.command(action, about, mentions);
    }

    private Understanding run(CommandLine.Read.Runs runs, String plain, Conversation conversation) {
        var usual = runs.typed().asked().dimension();
        var meant = meaning.dimension(plain);
        var dimension = meant.orElse(usual);
        var run = console.run(runs, dimension, meaning.beside(plain), conversation);
        var named = meaning.withServices(List.of(), plain);
        if (run.outcome() == Outcome.ASK_BACK && (!named.isEmpty() || meant.isPresent())) {
            return lookedUp(dimension, runs.rest(), named, conversation);
        }
        return meaning.of(run, plain);
    }

    private Understanding lookedUp(Dimension dimension, String about, List<Piece> pieces, Conversation conversation) {
        var missing = ScenarioInterpreter.missing(pieces);
        if (missing.isPresent()) {
            return Replies.absent(missing.get());
        }
        var mentions = Mentions.in(pieces);
        if (CommandArguments.isLacking(dimension, about, mentions)) {
            return Replies.askBack("Of which service or host?", targets.suggestions(dimension, conversation));
        }
        var certain = List.of(new Classifier.Ranked(new Topic.Of(dimension), 1));
        return answering.answered(List.of(new Reading(pieces, mentions, certain)), mentions, conversation);
    }
}
