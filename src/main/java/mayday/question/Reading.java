package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Window;
import mayday.incident.Outcome;
import mayday.scenario.Dimension;

/**
 * A stretch of an utterance, classified.
 *
 * @param pieces the stretch, courtesies taken off
 * @param mentions what it is about, possibly taken over from a neighbour
 * @param ranked topics, the likeliest first; empty if it is nothing but names
 * @param thresholds how likely it must be to be answered
 * @param window the time over which it asks
 * @param pointing how likely it is about one certain thing that is not named, whatever else is; 0 to 1, empty if nobody knows
 */
record Reading(
        List<Piece> pieces,
        Mentions mentions,
        List<Classifier.Ranked> ranked,
        Thresholds thresholds,
        Window window,
        Optional<Double> pointing) {

    /** Of a service by name, both say how many of its requests fail. */
    private static final Set<Dimension> ALIKE = EnumSet.of(Dimension.ERROR_RATE, Dimension.SERVICE_SCOPE);

    /** What is likely an author's own question needs less: only one of all of them can be meant; 0 to 1. */
    private static final double LEAST_OF_OWN = 0.45;

    /** From here on all that was said is one question, although no part of it is one by itself; 0 to 1. */
    private static final double SURE_OF_ALL = 0.95;

    /** What stands out is at least so likely, so much likelier than the next, and so unlikely to ask nothing; 0 to 1. */
    private static final double LEAST_OF_BEST = 0.36;

    /** "Has it expired already" says too little to guess what: fewer words than this must name something. */
    private static final int FEWEST_PIECES = 5;

    private static final double MARGIN_OF_BEST = 0.2;
    private static final double MOST_REFUSED = 0.1;

    /** How unlikely a topic may be to the whole and yet not be ruled out for a part; 0 to 1. */
    private static final double NEVER_RULED_OUT = 0.03;

    /** A reading that need not fear any threshold. */
    Reading(List<Piece> pieces, Mentions mentions, List<Classifier.Ranked> certain) {
        this(pieces, mentions, certain, Thresholds.USUAL);
    }

    /** A reading over no time of its own. */
    Reading(List<Piece> pieces, Mentions mentions, List<Classifier.Ranked> ranked, Thresholds thresholds) {
        this(pieces, mentions, ranked, thresholds, new Window.Usual(), Optional.empty());
    }

    /** The same asked of everything, where it names nothing. */
    Reading ofEverything() {
        var everywhere = new ArrayList<>(pieces);
        everywhere.add(new Piece.Word(Anywhere.EVERYWHERE));
        return new Reading(everywhere, mentions, ranked, thresholds, window, pointing);
    }

    boolean isOfEverything() {
        return pieces.contains(new Piece.Word(Anywhere.EVERYWHERE));
    }

    /** Whether it was read as a question in words, rather than typed as a command or in an author's own words. */
    boolean isClassified() {
        return ranked.size() > 1 || pointing.isPresent();
    }

    boolean isOnlyNames() {
        return ranked.isEmpty();
    }

    boolean isAuthored() {
        return !isOnlyNames() && topic() instanceof Topic.Authored;
    }

    Topic topic() {
        return ranked.getFirst().topic();
    }

    /** How likely its topic is; an author's question and the dimension that it belongs to speak for each other. */
    double probability() {
        if (isOnlyNames()) {
            return 0;
        }
        var first = ranked.getFirst();
        var second = ranked.size() > 1 ? ranked.get(1) : first;
        return isOwnOf(first.topic(), second.topic()) || isOwnOf(second.topic(), first.topic())
                ? Math.min(1, first.probability() + second.probability())
                : first.probability();
    }

    /** How likely {@code topic} is, an author's question and its dimension taken together; 0 to 1. */
    double probabilityOf(Topic topic) {
        return ranked.stream()
                .filter(each ->
                        each.topic().equals(topic) || isOwnOf(each.topic(), topic) || isOwnOf(topic, each.topic()))
                .mapToDouble(Classifier.Ranked::probability)
                .sum();
    }

    /** Whether it asks something that can be answered, and clearly. */
    boolean isClear() {
        return !isOnlyNames()
                && asks(topic())
                && probability() >= least()
                && probability() >= thresholds.timesRefusal() * likeliestRefusal()
                && (probability() - ranked.get(1).probability() >= thresholds.margin()
                        || sameAnswer(topic(), ranked.get(1).topic()));
    }

    /**
     * Whether it most likely asks one thing, although it is not clear by itself: good enough where nothing else was said. Of unseen texts
     * that came so far, eight of nine were understood ({@code docs/questions.md}).
     */
    boolean standsOut() {
        return !isOnlyNames()
                && (pieces.size() >= FEWEST_PIECES || !mentions.isEmpty())
                && asks(topic())
                && probability() >= LEAST_OF_BEST
                && probability() - ranked.get(1).probability() >= MARGIN_OF_BEST
                && refused() <= MOST_REFUSED;
    }

    private double refused() {
        return ranked.stream()
                .filter(each -> !asks(each.topic()))
                .mapToDouble(Classifier.Ranked::probability)
                .sum();
    }

    private double least() {
        return topic() instanceof Topic.Authored ? Math.min(LEAST_OF_OWN, thresholds.least()) : thresholds.least();
    }

    /** Whether it is so surely a question that its parts need not be. */
    boolean isSure() {
        return isClear() && probability() >= SURE_OF_ALL;
    }

    private double likeliestRefusal() {
        return ranked.stream()
                .filter(each -> !asks(each.topic()))
                .mapToDouble(Classifier.Ranked::probability)
                .max()
                .orElse(0);
    }

    /** Whether it is clearly none of the questions. */
    boolean isRefused() {
        return !isOnlyNames() && !asks(topic());
    }

    /** Whether it asks nothing that is answered, and as surely as a question is to be asked. */
    boolean isSurelyRefused() {
        return isRefused() && probability() >= thresholds.least();
    }

    Reading with(Mentions more) {
        return new Reading(pieces, more, ranked, thresholds, window, pointing);
    }

    /** The same, asked over {@code time}. */
    Reading over(Window time) {
        return new Reading(pieces, mentions, ranked, thresholds, time, pointing);
    }

    /** The same, so likely about one certain thing that is not named; 0 to 1. */
    Reading pointing(double probability) {
        return new Reading(pieces, mentions, ranked, thresholds, window, Optional.of(probability));
    }

    /** As it reads to who knows that it asks about {@code topic}, in an author's words if they are what it is likest to. */
    Reading asking(Topic.Known topic, double probability) {
        var own = ranked.stream()
                .map(Classifier.Ranked::topic)
                .filter(each -> Chances.known(each).equals(topic))
                .findFirst();
        return new Reading(
                pieces,
                mentions,
                List.of(new Classifier.Ranked(own.orElse(topic), probability)),
                thresholds,
                window,
                pointing);
    }

    /** As it reads with a question mark behind it: "the disk is full?" claims nothing. */
    Reading asQuestion() {
        return normalised(ranked.stream()
                .filter(each -> !isRefusal(each.topic(), Outcome.HYPOTHESIS))
                .toList());
    }

    /**
     * As it reads as a part of {@code whole}: likelier to ask what the whole asks, too, and less likely what the whole does not. Each
     * probability times the root of the whole's.
     */
    Reading within(Reading whole) {
        var ofWhole = new HashMap<Topic, Double>();
        whole.ranked().forEach(each -> ofWhole.put(each.topic(), each.probability()));
        var weighed = ranked.stream()
                .map(each -> new Classifier.Ranked(
                        each.topic(),
                        each.probability()
                                * StrictMath.sqrt(ofWhole.getOrDefault(each.topic(), 0.0) + NEVER_RULED_OUT)))
                .sorted(Comparator.comparingDouble(Classifier.Ranked::probability)
                        .reversed())
                .toList();
        return normalised(weighed);
    }

    /** The same stretch with probabilities that add up to 1. */
    private Reading normalised(List<Classifier.Ranked> weights) {
        var sum = weights.stream().mapToDouble(Classifier.Ranked::probability).sum();
        var probabilities = weights.stream()
                .map(each -> new Classifier.Ranked(each.topic(), each.probability() / sum))
                .toList();
        return new Reading(pieces, mentions, probabilities, thresholds, window, pointing);
    }

    static boolean asks(Topic topic) {
        return switch (topic) {
            case Topic.Of _, Topic.WhatChanged _, Topic.Authored _ -> true;
            case Topic.Refused _, Topic.Unrecorded _ -> false;
        };
    }

    static boolean isRefusal(Topic topic, Outcome outcome) {
        return topic instanceof Topic.Refused(var refused) && refused == outcome;
    }

    /** Whether confusing the two does no harm: an author's own question of a dimension answers that dimension. */
    static boolean sameAnswer(Topic first, Topic second) {
        if (first instanceof Topic.Of(var one) && second instanceof Topic.Of(var other)) {
            return ALIKE.contains(one) && ALIKE.contains(other);
        }
        return isOwnOf(first, second) || isOwnOf(second, first);
    }

    private static boolean isOwnOf(Topic own, Topic known) {
        return own instanceof Topic.Authored(var question)
                && known instanceof Topic.Of(Dimension dimension)
                && question.dimension() == dimension;
    }
}
