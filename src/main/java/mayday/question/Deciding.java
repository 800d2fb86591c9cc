package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import mayday.question.Decisions.Decision;
import mayday.question.Decisions.Place;

/**
 * Decides which of the topics that an utterance may ask about it does ask about, by how likely each is by its {@link Traits}: regression
 * trees that were learnt from utterances of which it is known ({@code ontology/deciding.json}).
 *
 * @param chance how likely what has such traits is asked about, 0 to 1
 */
record Deciding(ToDoubleFunction<Traits> chance) implements Decisions.Maker {
    /** From here on a topic is asked about, 0 to 1. */
    private static final double LEAST = 0.62;

    /** What a whole sentence surely asks, and plain rules find, too, needs only this; 0 to 1. */
    private static final double LEAST_OF_SENTENCE = 0.5;

    /** What everything together most likely asks, and nothing else is, needs only this, or nothing if it surely asks it; 0 to 1. */
    private static final double LEAST_ALONE = 0.3;

    private static final double MOSTLY = 0.5;
    private static final double SURELY = 0.85;

    static Deciding load() {
        return new Deciding(Trees.load("deciding.json")::probability);
    }

    /** Every topic that {@code said} may ask about with how likely it does, the likeliest first. */
    Map<Topic.Known, Double> chances(Said said) {
        var candidates = said.candidates();
        var chances = new LinkedHashMap<Topic.Known, Double>();
        for (var topic : candidates) {
            chances.put(topic, chance.applyAsDouble(Traits.of(topic, said, candidates)));
        }
        var sorted = new LinkedHashMap<Topic.Known, Double>();
        chances.entrySet().stream()
                .sorted(Map.Entry.<Topic.Known, Double>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    @Override
    public Decisions of(Said said) {
        var decided = new ArrayList<Decision>();
        var taken = new HashSet<Place>();
        var chances = chances(said);
        chances.forEach((topic, probability) -> {
            var place = place(topic, said);
            var least = said.isAskedBySentence(topic, place.stretch()) ? LEAST_OF_SENTENCE : LEAST;
            if (probability >= least && taken.add(place)) {
                decided.add(new Decision(topic, probability, place));
            }
        });
        if (decided.isEmpty()) {
            chances.entrySet().stream()
                    .limit(1)
                    .filter(likeliest ->
                            said.isMostly(likeliest.getKey(), likeliest.getValue() >= LEAST_ALONE ? MOSTLY : SURELY)
                                    || said.standsOut(likeliest.getKey()))
                    .map(likeliest -> new Decision(likeliest.getKey(), likeliest.getValue(), Place.ALL))
                    .forEach(decided::add);
        }
        if (decided.stream().anyMatch(each -> each.topic() instanceof Topic.WhatChanged)) {
            decided.removeIf(each -> Topic.WhatChanged.PARTS.contains(each.topic()));
        }
        decided.sort(Comparator.comparingInt((Decision each) -> each.place().stretch())
                .thenComparingInt(each -> each.place().runOn()));
        return new Decisions(said, decided);
    }

    /** Where {@code topic} is likeliest. */
    private static Place place(Topic.Known topic, Said said) {
        var place = Place.ALL;
        var most = Said.LEAST_OF_STRETCH;
        for (var i = 0; i < said.stretches().size(); i++) {
            var stretch = said.stretches().get(i);
            if (stretch.of(topic) > most) {
                most = stretch.of(topic);
                place = new Place(i, -1);
            }
            for (var j = 0; j < stretch.runOn().size(); j++) {
                var probability = Chances.in(stretch.runOn().get(j)).of(topic);
                if (probability > most) {
                    most = probability;
                    place = new Place(i, j);
                }
            }
        }
        return place;
    }
}
