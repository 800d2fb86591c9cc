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
 */
record Reading(List<Piece> pieces, Mentions mentions, List<Classifier.Ranked> ranked) {

    /** Below this, the likeliest topic is a guess. */
    static final double LEAST = 0.18;

    /** Nearer than this, the second topic might be meant as well. */
    static final double MARGIN = 0.05;

    /** How many times likelier it must be than that it asks nothing that may be answered. */
    static final double TIMES_REFUSAL = 2;

    /** What a part of a sentence needs to stand for itself. */
    static final double LEAST_OF_PART = 0.45;

    /** What it needs beside a whole that is likely one question. */
    static final double LEAST_BESIDE_WHOLE = 0.62;

    /** What a single word needs that stands between marks: most are exclamations. */
    static final double LEAST_OF_WORD = 0.85;

    /** From here on the whole is likely one question. */
    static final double LIKELY_WHOLE = 0.8;

    /** Less likely than this is not even worth asking back about. */
    static final double LEAST_TO_ASK = 0.08;

    /** Of a service by name, both say how many of its requests fail. */
    private static final Set<Dimension> ALIKE = EnumSet.of(Dimension.ERROR_RATE, Dimension.SERVICE_SCOPE);

    boolean isOnlyNames() {
        return ranked.isEmpty();
    }

    Topic topic() {
        return ranked.getFirst().topic();
    }

    double probability() {
        return isOnlyNames() ? 0 : ranked.getFirst().probability();
    }

    /** Whether it asks something that can be answered, and clearly. */
    boolean isClear() {
        return isClear(LEAST);
    }

    /** Whether it stands for itself as a part of {@code whole}. */
    boolean isClearPartOf(Reading whole) {
        if (isOnlyNames()) {
            return false;
        }
        var isAnother = !topic().equals(whole.topic());
        var isOneQuestion = whole.isClear() && whole.probability() >= LIKELY_WHOLE;
        var least = isAnother && isOneQuestion ? LEAST_BESIDE_WHOLE : LEAST_OF_PART;
        return isClear(pieces.size() == 1 && isAnother ? LEAST_OF_WORD : least);
    }

    private boolean isClear(double least) {
        return !isOnlyNames()
                && asks(topic())
                && probability() >= least
                && probability() >= TIMES_REFUSAL * likeliestRefusal()
                && (probability() - ranked.get(1).probability() >= MARGIN
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
        return new Reading(pieces, more, ranked);
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
        return first instanceof Topic.Authored(var question)
                && second instanceof Topic.Of(Dimension dimension)
                && question.dimension() == dimension;
    }
}
