package mayday.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;

/**
 * Understands questions about one scenario's system.
 *
 * <p>Plain rules come first: text that is no question at all, the author's own words, commands, orders, claims, requests for the solution. What is left is cut
 * into questions, each is classified, and what it is about is found. When in doubt nothing is revealed: a wrong answer is worse than
 * none.
 */
final class ScenarioInterpreter implements Interpreter {
    /** From here on a name by itself asks something: "only eu-west", "resolver"; 0 to 1. */
    private static final double CLEAR_NAME = 0.75;

    private static final Set<Dimension> OFFERED_FIRST =
            new LinkedHashSet<>(List.of(Dimension.ERROR_RATE, Dimension.LATENCY, Dimension.TRAFFIC));

    private final Ontology ontology;
    private final Thresholds thresholds;
    private final AuthorsWords authorsWords;
    private final Console console;
    private final PagedRegion paged;
    private final Reader reader;
    private final Segmenter segmenter;
    private final Questions.Finder questions;
    private final TargetFinder targets;
    private final CommandMeaning meaning;
    private final FollowUps followUps;
    private final Intentions intentions;
    private final Orders orders;
    private final Breakdown breakdown;
    private final Guidance guidance;

    ScenarioInterpreter(
            Scenario scenario, Ontology ontology, Reader reader, Classifier classifier, Thresholds thresholds) {
        this.ontology = ontology;
        this.thresholds = thresholds;
        this.reader = reader;
        var names = new Names(scenario.system(), ontology.lexicon());
        var commands = new CommandLine(ontology.lexicon().commands(), names);
        this.authorsWords = new AuthorsWords(scenario.questions(), commands, reader);
        this.segmenter = new Segmenter(reader, classifier, thresholds);
        this.targets = new TargetFinder(scenario.system(), ontology);
        this.meaning = new CommandMeaning(reader, segmenter, scenario.system());
        this.paged =
                new PagedRegion(scenario.system(), scenario.page().condition().where());
        this.console = new Console(commands, reader, targets, paged);
        this.intentions = new Intentions(ontology.rules(), ontology.lexicon().glossary());
        this.questions = new Questions.Finder(new Clauses(reader, ontology.lexicon()), segmenter, intentions);
        this.followUps = new FollowUps(ontology.lexicon(), scenario.system());
        this.orders = new Orders(scenario, names, ontology.rules());
        this.breakdown = new Breakdown(scenario.system());
        this.guidance = new Guidance(names);
    }

    @Override
    public Understanding understand(String words, Incident incident) {
        var understood = understand(words, Conversation.of(incident));
        return Replies.onItsClock(Replies.offeringAHint(understood, incident), incident);
    }

    /** How {@code words} are to be read after what was said; who is not understood again and again is helped to ask. */
    Understanding understand(String words, Conversation conversation) {
        return guidance.after(conversation.misunderstood(), heard(words, conversation));
    }

    /** How {@code words} read as one question, with what is likeliest: for people who look for why they were misunderstood. */
    String whole(String words) {
        var reading = segmenter.reading(reader.pieces(PlainText.of(words)));
        return reading.ranked().stream()
                .limit(3)
                .map(each -> "%s %.2f"
                        .formatted(
                                each.topic() instanceof Topic.Known known ? known.name() : "the author's",
                                each.probability()))
                .collect(java.util.stream.Collectors.joining(", ", Reader.read(reading.pieces()) + " = ", ""));
    }

    private Understanding heard(String words, Conversation conversation) {
        var plain = PlainText.of(words);
        var picked = followUps.picked(plain, conversation, said -> heard(said, conversation));
        if (picked.isPresent()) {
            return picked.get();
        }
        if (PlainText.isUnreadable(plain)) {
            return plain.length() < 4
                    ? Understanding.refused(Outcome.TOO_VAGUE, Replies.EMPTY)
                    : Understanding.refused(Outcome.OFF_TOPIC, Replies.UNREADABLE);
        }
        if (intentions.isInjection(plain)) {
            return Replies.of(Outcome.NO_ANSWER_KEY);
        }
        var authored = authorsWords.find(plain);
        if (authored.isPresent()) {
            var pieces = reader.pieces(plain);
            var certain = List.of(new Classifier.Ranked(new Topic.Authored(authored.get()), 1));
            var mentions = Mentions.in(pieces);
            var reading = new Reading(pieces, mentions, certain);
            return console.typedOnHosts(words, answered(List.of(reading), mentions, new Window.Usual(), conversation));
        }
        var command = console.understand(words, (read, part) -> commanded(read, part, conversation));
        if (command.isPresent()) {
            return command.get();
        }
        var mentions = Mentions.in(reader.pieces(plain));
        var ordered = orders.plainly(plain, mentions);
        if (ordered.isPresent()) {
            return Replies.action(ordered.get());
        }
        var understood = inWords(plain, conversation);
        return understood.outcome() == Outcome.ACTION ? ordered(plain, mentions) : understood;
    }

    /** What sounds like an order, but in words that nobody knows, was not understood. */
    private Understanding ordered(String plain, Mentions mentions) {
        var offer = orders.meant(plain, mentions);
        var isOrder = !offer.isNone()
                || !mentions.isEmpty()
                || ontology.hasWordOf(plain)
                || intentions
                        .of(reader.read(plain))
                        .filter(Outcome.ACTION::equals)
                        .isPresent();
        return isOrder ? Replies.action(offer) : Understanding.refused(Outcome.TOO_VAGUE, Replies.NOT_UNDERSTOOD);
    }

    private Understanding inWords(String plain, Conversation conversation) {
        var found = TimeWindows.find(plain, conversation.landmarks());
        if (!found.unknown().isEmpty()) {
            return Replies.sinceWhen(found.unknown());
        }
        var ofLog = LogWords.find(found.rest());
        if (ofLog.isPresent()) {
            var searched = new LogSearch(followUps)
                    .of(
                            ofLog.get(),
                            conversation,
                            found.window(),
                            rest -> question(plain, rest, found.window(), conversation));
            if (searched.isPresent()) {
                return searched.get();
            }
        }
        if (MachineText.is(plain)) {
            var typed = meaning.withServices(reader.piecesAsTyped(plain), plain);
            var queries = segmenter.lines(MachineText.lines(typed));
            if (!queries.isEmpty() && missing(typed).isEmpty()) {
                return answered(queries, Mentions.in(typed), found.window(), conversation);
            }
        }
        return question(plain, found.rest(), found.window(), conversation);
    }

    private Understanding question(String plain, String rest, Window window, Conversation conversation) {
        var pieces = reader.pieces(rest);
        return followUp(plain, pieces, window, conversation)
                .orElseGet(() ->
                        breakdown.of(pieces, conversation.paged(), without -> afresh(without, window, conversation)));
    }

    private Understanding afresh(List<Piece> pieces, Window window, Conversation conversation) {
        var understood = asked(reader.withoutCourtesies(pieces), window, conversation);
        var bare = followUps.afterIntroduction(pieces);
        var isHelped = understood.interpretations().isEmpty()
                && !bare.isEmpty()
                && bare.size() < pieces.size()
                && pieces.size() <= FollowUps.MOST_PIECES;
        var again = isHelped ? asked(reader.withoutCourtesies(bare), window, conversation) : understood;
        return followUps.carriedOver(pieces, again.interpretations().isEmpty() ? understood : again, conversation);
    }

    private Understanding commanded(CommandLine.Read command, String plain, Conversation conversation) {
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
        var run = console.run(runs, conversation);
        var named = meaning.services(plain);
        var meant = meaning.dimension(plain);
        if (run.outcome() == Outcome.ASK_BACK && (!named.isEmpty() || meant.isPresent())) {
            return lookedUp(meant.orElse(runs.typed().asked().dimension()), runs.rest(), named, conversation);
        }
        return meaning.of(run, plain);
    }

    private Understanding lookedUp(Dimension dimension, String about, List<Piece> pieces, Conversation conversation) {
        var missing = missing(pieces);
        if (missing.isPresent()) {
            return Replies.absent(missing.get());
        }
        var mentions = Mentions.in(pieces);
        if (CommandLine.lacksArgument(dimension, about, mentions)) {
            return Replies.askBack("Of which service or host?", targets.suggestions(dimension, conversation));
        }
        var certain = List.of(new Classifier.Ranked(new Topic.Of(dimension), 1));
        return answered(List.of(new Reading(pieces, mentions, certain)), mentions, new Window.Usual(), conversation);
    }

    private Optional<Understanding> followUp(
            String plain, List<Piece> pieces, Window window, Conversation conversation) {
        var elliptical = followUps.elliptical(pieces, window, conversation, words -> heard(words, conversation));
        if (elliptical.isPresent()) {
            return elliptical;
        }
        var named = followUps.names(pieces);
        var isTimeAlone = !(window instanceof Window.Usual) && followUps.isEmpty(pieces);
        if (named.isEmpty() && !isTimeAlone) {
            return Optional.empty();
        }
        var missing = missing(pieces);
        if (missing.isPresent()) {
            return missing.map(Replies::absent);
        }
        var askedBack = conversation.askedBack();
        if (askedBack.isPresent()) {
            var earlier = new Conversation(List.of(), conversation.paged(), conversation.pagedAt(), conversation.now());
            return Optional.of(heard(PlainText.of(askedBack.get()) + ", " + plain, earlier));
        }
        var again = followUps.again(conversation.last(), named.orElse(Mentions.NONE), window);
        return Optional.of(
                again.isEmpty()
                        ? whatAbout(pieces, named.orElse(Mentions.NONE), conversation)
                        : Understanding.answered(again));
    }

    /** A name alone, and nothing was asked before. */
    private Understanding whatAbout(List<Piece> pieces, Mentions named, Conversation conversation) {
        if (named.targets().isEmpty()) {
            return Replies.of(Outcome.TOO_VAGUE);
        }
        var reading = segmenter.classified(reader.withoutCourtesies(pieces));
        if (reading.isClear() && reading.probability() >= CLEAR_NAME) {
            return answered(List.of(reading), named, new Window.Usual(), conversation);
        }
        var target = named.targets().getFirst();
        var suggestions = OFFERED_FIRST.stream()
                .map(dimension -> new Suggestion(dimension.words(), ontology.say(dimension, target.words())))
                .toList();
        return Replies.askBack("What would you like to know about " + target.words() + "?", suggestions);
    }

    private Understanding asked(List<Piece> pieces, Window window, Conversation conversation) {
        var found = questions.in(pieces);
        var refusals = found.refusals();
        if (refusals.contains(Outcome.NO_ANSWER_KEY)) {
            return Replies.of(Outcome.NO_ANSWER_KEY);
        }
        var missing = missing(pieces);
        if (missing.isPresent() && !refusals.contains(Outcome.HYPOTHESIS) && !refusals.contains(Outcome.OFF_TOPIC)) {
            return Replies.absent(missing.get());
        }
        if (refusals.contains(Outcome.ACTION) || found.orders()) {
            return refused(Outcome.ACTION, pieces);
        }
        if (!found.clear().isEmpty()) {
            return answered(found.clear(), Mentions.in(pieces), window, conversation);
        }
        return refusals.isEmpty()
                ? unclear(pieces, found, window, conversation)
                : refused(refusals.getFirst(), pieces);
    }

    /** No part is clear by itself: perhaps the whole is, else ask back or refuse. */
    private Understanding unclear(List<Piece> pieces, Questions found, Window window, Conversation conversation) {
        var whole = found.parts().size() == 1 ? found.parts().getFirst() : found.whole();
        if (whole.isOnlyNames()) {
            return whatAbout(pieces, whole.mentions(), conversation);
        }
        if (whole.isClear()) {
            return answered(List.of(whole), whole.mentions(), window, conversation);
        }
        return switch (whole.topic()) {
            case Topic.Refused(var outcome) when whole.probability() >= thresholds.least() -> refused(outcome, pieces);
            case Topic.Unrecorded()
            when whole.probability() >= thresholds.least() ->
                Understanding.refused(Outcome.OFF_TOPIC, Replies.UNRECORDED);
            case Topic.Refused _, Topic.Unrecorded _, Topic.Of _, Topic.WhatChanged _, Topic.Authored _ ->
                whichOne(whole);
        };
    }

    private Understanding refused(Outcome outcome, List<Piece> pieces) {
        var mentions = Mentions.in(pieces);
        var read = Reader.read(pieces);
        return switch (outcome) {
            case ACTION -> Replies.action(Offer.NONE); // What it means is told from all that was said.
            case HYPOTHESIS ->
                Replies.hypothesis(
                        Offers.claim(read, mentions, ontology.lexicon().faults()));
            case ANSWERED, ASK_BACK, TOO_VAGUE, ABSENT, NO_ANSWER_KEY, OFF_TOPIC -> Replies.of(outcome);
        };
    }

    /** Offers the likeliest dimensions to choose from. */
    private Understanding whichOne(Reading whole) {
        var of = whole.mentions().targets().isEmpty()
                ? ""
                : whole.mentions().targets().getFirst().words();
        var suggestions = new ArrayList<Suggestion>();
        for (var ranked : whole.ranked().subList(0, Understanding.MOST_SUGGESTIONS)) {
            // What an author asks of his own is named to nobody who has not asked for it.
            var dimension =
                    ranked.topic() instanceof Topic.Authored ? Optional.<Dimension>empty() : dimension(ranked.topic());
            if (ranked.probability() >= thresholds.toAsk() && dimension.isPresent()) {
                suggestions.add(new Suggestion(dimension.get().words(), ontology.say(dimension.get(), of)));
            }
        }
        if (suggestions.isEmpty()) {
            return Understanding.refused(Outcome.TOO_VAGUE, Replies.NOT_UNDERSTOOD);
        }
        var labels = suggestions.stream().map(Suggestion::label).toList();
        return Replies.askBack("Do you mean: " + String.join(", or ", labels) + "?", suggestions);
    }

    private Understanding answered(List<Reading> readings, Mentions all, Window window, Conversation conversation) {
        var interpretations = new LinkedHashSet<Interpretation>();
        var missing = new ArrayList<TargetFinder.Found.Missing>();
        for (var reading : readings) {
            for (var dimension : dimensions(reading.topic())) {
                var takesOver = Scope.of(dimension) != Scope.WHOLE
                        || (readings.size() == 1 && TargetFinder.isOfWhatIsNamed(dimension, all))
                        || TargetFinder.refersBack(dimension, reading.pieces());
                var carried = takesOver ? reading.with(reading.mentions().orElse(all)) : reading;
                switch (targets.of(dimension, carried, conversation)) {
                    case TargetFinder.Found.Missing nothing -> missing.add(nothing);
                    case TargetFinder.Found.Targets(var found) ->
                        interpretations.add(
                                interpretation(dimension, paged.of(found, carried.mentions()), window, reading));
                }
            }
        }
        if (interpretations.isEmpty()) {
            var first = missing.getFirst();
            return Replies.askBack(first.question(), first.suggestions());
        }
        var few = interpretations.stream()
                .limit(Understanding.MOST_INTERPRETATIONS)
                .toList();
        return missing.isEmpty() ? Understanding.answered(few) : Replies.answeredInPart(few, missing.getFirst());
    }

    private static Interpretation interpretation(
            Dimension dimension, List<Target> targets, Window window, Reading reading) {
        if (reading.topic() instanceof Topic.Authored(var question)) {
            var about = targets.isEmpty()
                    ? question.services().stream()
                            .<Target>map(Target.OfService::new)
                            .toList()
                    : targets;
            return new Interpretation(
                    dimension,
                    about,
                    window,
                    reading.probability(),
                    question.id().value());
        }
        return new Interpretation(dimension, targets, window, reading.probability(), "");
    }

    private static List<Dimension> dimensions(Topic topic) {
        return topic instanceof Topic.WhatChanged
                ? List.of(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES)
                : dimension(topic).stream().toList();
    }

    private static Optional<Dimension> dimension(Topic topic) {
        return switch (topic) {
            case Topic.Of(var dimension) -> Optional.of(dimension);
            case Topic.Authored(var question) -> Optional.of(question.dimension());
            case Topic.WhatChanged() -> Optional.of(Dimension.RECENT_DEPLOYS);
            case Topic.Refused _, Topic.Unrecorded _ -> Optional.empty();
        };
    }

    static Optional<Piece.Missing> missing(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Missing.class::isInstance)
                .map(Piece.Missing.class::cast)
                .findFirst();
    }
}
