package mayday.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.evidence.Window;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.scenario.Scenario;

/**
 * Understands questions about one scenario's system.
 *
 * <p>Plain rules come first: text that is no question at all, the author's own words, commands, orders, claims, requests for the solution. What is left is cut
 * into questions, each is classified, and what it is about is found. What is asked surely enough overrules a rule that takes it for none.
 * When in doubt nothing is revealed: a wrong answer is worse than none.
 */
final class ScenarioInterpreter implements Interpreter {
    private final Ontology ontology;
    private final AuthorsWords authorsWords;
    private final Console console;
    private final Reader reader;
    private final Classifier classifier;
    private final Segmenter segmenter;
    private final Questions.Finder questions;
    private final CommandMeaning meaning;
    private final Answering answering;
    private final CommandAnswers commands;
    private final TimesFinder times;
    private final FollowUps followUps;
    private final Intentions intentions;
    private final Orders orders;
    private final Breakdown breakdown;
    private final Guidance guidance;
    private final Said.Cutter cutter;
    private final Decisions.Maker deciding;
    private final Pointing pointing;

    ScenarioInterpreter(
            Scenario scenario,
            Ontology ontology,
            Reader reader,
            Classifier classifier,
            Decisions.Maker deciding,
            Pointing pointing,
            Thresholds thresholds) {
        this.deciding = deciding;
        this.pointing = pointing;
        this.ontology = ontology;
        this.reader = reader;
        this.classifier = classifier;
        var system = scenario.system();
        var names = new Names(system, ontology.lexicon());
        var lines = new CommandLine(ontology.lexicon().commands(), names);
        var targets = new TargetFinder(
                system, ontology, names, pieces -> classifier.meansOne(Reader.read(reader.withoutCourtesies(pieces))));
        var paged = new PagedRegion(system, scenario.page().condition().where());
        this.authorsWords = new AuthorsWords(scenario.questions(), lines, reader);
        this.segmenter = new Segmenter(reader, classifier, thresholds);
        this.meaning = new CommandMeaning(reader, segmenter, system, names);
        this.console = new Console(lines, reader, targets, paged);
        this.intentions = new Intentions(ontology.rules(), ontology.lexicon().glossary());
        var clauses = new Clauses(reader, ontology.lexicon());
        this.questions = new Questions.Finder(clauses, segmenter, intentions);
        this.cutter = new Said.Cutter(reader, clauses, segmenter, intentions, classifier);
        this.times = new TimesFinder(reader, pieces -> classifier.asks(Reader.read(pieces)));
        this.followUps = new FollowUps(ontology.lexicon(), system);
        this.orders = new Orders(scenario, names, ontology.rules());
        this.breakdown = new Breakdown(system);
        this.guidance = new Guidance(names);
        this.answering = new Answering(ontology, thresholds, reader, segmenter, targets, paged);
        this.commands = new CommandAnswers(meaning, console, reader, orders, targets, answering);
    }

    @Override
    public Understanding understand(String words, Incident incident) {
        var understood = understand(words, Conversation.of(incident));
        return Replies.onItsClock(Replies.offeringAHint(understood, incident), incident);
    }

    @Override
    public void prepare() {
        classifier.prepare();
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

    /** {@code words} as the classifier reads them. */
    String read(String words) {
        return Reader.read(reader.withoutCourtesies(reader.pieces(PlainText.of(words))));
    }

    /** What speaks for and against that {@code words} ask each of the author's questions that may be asked. */
    Map<Topic.Authored, Traits> traitsOfOwn(String words) {
        return traitsOfOwn(reader.withoutCourtesies(reader.pieces(PlainText.of(words))));
    }

    /** The same of a stretch of an utterance. */
    Map<Topic.Authored, Traits> traitsOfOwn(List<Piece> stretch) {
        return classifier.traitsOfOwn(Reader.read(stretch), Mentions.in(stretch));
    }

    /** {@code words} as the classifier reads what is typed for a machine. */
    String readAsTyped(String words) {
        return Reader.read(reader.piecesAsTyped(CommandMeaning.decoded(PlainText.of(words))));
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
            return console.typedOnHosts(words, answering.answered(List.of(reading), mentions, conversation));
        }
        var command = console.understand(words, (read, part) -> commands.commanded(read, part, conversation));
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
        var times = this.times.in(plain, conversation.landmarks());
        if (!times.unknown().isEmpty()) {
            return Replies.sinceWhen(times.unknown());
        }
        var ofLog = LogWords.find(times.rest());
        if (ofLog.isPresent()) {
            var searched = new LogSearch(followUps)
                    .of(ofLog.get(), conversation, times.ofAll(), rest -> question(plain, rest, times, conversation));
            if (searched.isPresent()) {
                return searched.get();
            }
        }
        if (MachineText.is(plain)) {
            var typed = meaning.withServices(reader.piecesAsTyped(CommandMeaning.decoded(plain)), plain);
            var queries = MachineText.asksWhatIsCollected(plain)
                    ? segmenter.collected(typed)
                    : segmenter.lines(MachineText.lines(typed));
            if (!queries.isEmpty() && missing(typed).isEmpty()) {
                var asked =
                        queries.stream().map(each -> each.over(times.ofAll())).toList();
                return answering.answered(asked, Mentions.in(typed), conversation);
            }
        }
        return question(plain, times.rest(), times, conversation);
    }

    private Understanding question(String plain, String rest, Times times, Conversation conversation) {
        var pieces = reader.pieces(rest);
        return followUp(plain, pieces, times.ofAll(), conversation)
                .orElseGet(() -> breakdown.of(
                        pieces,
                        conversation.paged(),
                        without -> afresh(without, MachineText.is(plain), times, conversation)));
    }

    private Understanding afresh(List<Piece> pieces, boolean isTyped, Times times, Conversation conversation) {
        var isAsked = Sentence.endsAsking(pieces);
        var understood = asked(reader.withoutCourtesies(pieces), isAsked, isTyped, times, conversation);
        var bare = followUps.afterIntroduction(pieces);
        var isHelped = understood.interpretations().isEmpty()
                && !bare.isEmpty()
                && bare.size() < pieces.size()
                && pieces.size() <= FollowUps.MOST_PIECES;
        var again =
                isHelped ? asked(reader.withoutCourtesies(bare), isAsked, isTyped, times, conversation) : understood;
        return followUps.carriedOver(pieces, again.interpretations().isEmpty() ? understood : again, conversation);
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
                        ? answering.whatAbout(pieces, named.orElse(Mentions.NONE), conversation)
                        : Understanding.answered(again));
    }

    private Understanding asked(
            List<Piece> pieces, boolean isAsked, boolean isTyped, Times times, Conversation conversation) {
        var found = questions.in(pieces, isAsked);
        var refused = refusedByRules(found, pieces, conversation);
        // Lines for a machine hold no sentences.
        if (isTyped) {
            return refused.orElseGet(() -> answered(
                    found.byRules().stream()
                            .map(each -> each.over(times.ofAll()))
                            .toList(),
                    found,
                    pieces,
                    conversation));
        }
        var decisions = deciding.of(cutter.of(pieces, isAsked, found));
        return refused.isPresent() && !decisions.overrule(refused.get().outcome())
                ? refused.get()
                : answered(decisions.readings(times, pointing), found, pieces, conversation);
    }

    private Understanding answered(
            List<Reading> decided, Questions found, List<Piece> pieces, Conversation conversation) {
        return decided.isEmpty()
                ? answering.whichOne(found.oneQuestion())
                : answering.answered(decided, Mentions.in(pieces), conversation);
    }

    /** What plain rules make of what they take for no question, or for one about something that is not there. */
    private Optional<Understanding> refusedByRules(Questions found, List<Piece> pieces, Conversation conversation) {
        var refusals = found.refusals();
        if (refusals.contains(Outcome.NO_ANSWER_KEY)) {
            return Optional.of(Replies.of(Outcome.NO_ANSWER_KEY));
        }
        // What was left out as mere context may speak of other systems.
        var missing = missing(found.clear().isEmpty() ? pieces : found.whole().pieces());
        if (missing.isPresent() && !refusals.contains(Outcome.HYPOTHESIS) && !refusals.contains(Outcome.OFF_TOPIC)) {
            return missing.map(Replies::absent);
        }
        if (refusals.contains(Outcome.ACTION) || found.orders()) {
            return Optional.of(refused(Outcome.ACTION, pieces));
        }
        if (found.clear().isEmpty() && !refusals.isEmpty()) {
            return Optional.of(refused(refusals.getFirst(), pieces));
        }
        return found.asksNothing().map(nothing -> switch (nothing) {
            case Reading names when names.isOnlyNames() -> answering.whatAbout(pieces, names.mentions(), conversation);
            case Reading refused when refused.topic() instanceof Topic.Refused(var outcome) -> refused(outcome, pieces);
            case Reading _ -> Understanding.refused(Outcome.OFF_TOPIC, Replies.UNRECORDED);
        });
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

    static Optional<Piece.Missing> missing(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Missing.class::isInstance)
                .map(Piece.Missing.class::cast)
                .findFirst();
    }
}
