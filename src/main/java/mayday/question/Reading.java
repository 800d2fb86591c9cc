package mayday.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mayday.incident.Outcome;
import mayday.scenario.Dimension;

/**
 * A stretch of an utterance, classified.
 *
 * @param pieces the stretch, courtesies taken off
 * @param mentions what it is about, possibly taken over from a neighbour
 * @param ranked topics, the likeliest first; empty if it is nothing but names
 * @param thresholds how likely it must be to be answered
 */
record Reading(List<Piece> pieces, Mentions mentions, List<Classifier.Ranked> ranked, Thresholds thresholds) {

    /** Of a service by name, both say how many of its requests fail. */
    private static final Set<Dimension> ALIKE = EnumSet.of(Dimension.ERROR_RATE, Dimension.SERVICE_SCOPE);

    /** A reading that need not fear any threshold. */
    Reading(List<Piece> pieces, Mentions mentions, List<Classifier.Ranked> certain) {
        this(pieces, mentions, certain, Thresholds.USUAL);
    }

    boolean isOnlyNames() {
        return ranked.isEmpty();
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

    /** Whether it asks something that can be answered, and clearly. */
    boolean isClear() {
        return !isOnlyNames()
                && asks(topic())
                && probability() >= thresholds.least()
                && probability() >= thresholds.timesRefusal() * likeliestRefusal()
                && (probability() - ranked.get(1).probability() >= thresholds.margin()
                        || sameAnswer(topic(), ranked.get(1).topic()));
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

    Reading with(Mentions more) {
        return new Reading(pieces, more, ranked, thresholds);
    }

    /** As it reads with a question mark behind it: "the disk is full?" claims nothing. */
    Reading asQuestion() {
        var others = ranked.stream()
                .filter(each -> !isRefusal(each.topic(), Outcome.HYPOTHESIS))
                .toList();
        var sum = others.stream().mapToDouble(Classifier.Ranked::probability).sum();
        return new Reading(
                pieces,
                mentions,
                others.stream()
                        .map(each -> new Classifier.Ranked(each.topic(), each.probability() / sum))
                        .toList(),
                thresholds);
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
    private static boolean sameAnswer(Topic first, Topic second) {
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
