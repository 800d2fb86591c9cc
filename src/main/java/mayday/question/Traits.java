package mayday.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.scenario.Dimension;

/**
 * What speaks for and against that an utterance asks about one of several topics that it may ask about: named numbers, of which
 * {@link Deciding} makes a probability.
 */
record Traits(Map<String, Double> values) {
    /** From here on another topic is likely, 0 to 1. */
    private static final double LIKELY = 0.5;

    /** From here on everything together asks one topic for sure, 0 to 1. */
    private static final double SURE = 0.95;

    /** Less likely is as good as impossible, 0 to 1. */
    private static final double FLOOR = 0.002;

    private static final Set<String> TELLERS = Set.of(
            "i",
            "we",
            "they",
            "people",
            "customers",
            "users",
            "support",
            "it",
            "this",
            "that",
            "everyone",
            "there",
            "my",
            "our",
            "he",
            "she",
            "you",
            "nothing",
            "management");
    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "will", "would", "can", "could",
            "looks", "look", "seems", "says", "say", "said", "went", "came", "got", "keeps", "started");

    /** Asked about so often, or spoken of so often without being asked about, that it matters by itself. */
    private static final Set<Dimension> NOTED = Set.of(
            Dimension.START_TIME,
            Dimension.ONSET_SHAPE,
            Dimension.REGION_SCOPE,
            Dimension.SERVICE_SCOPE,
            Dimension.ERROR_RATE,
            Dimension.ERROR_TYPES,
            Dimension.CUSTOMER_IMPACT,
            Dimension.RECENT_DEPLOYS,
            Dimension.CONFIG_FLAG_CHANGES,
            Dimension.LOGS,
            Dimension.LATENCY,
            Dimension.TRIED_SO_FAR,
            Dimension.TRAFFIC,
            Dimension.DEPENDENCY_STATUS);

    Traits {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param candidates all that {@code said} may ask about, {@code topic} among them */
    static Traits of(Topic.Known topic, Said said, Collection<Topic.Known> candidates) {
        var values = new LinkedHashMap<String, Double>();
        addOfAll(values, topic, said);
        addTogether(values, topic, said.together());
        var stretches = said.stretches();
        var best = best(topic, stretches);
        addOfOthers(values, topic, said, candidates, best);
        addCounts(values, said);
        if (best >= 0) {
            addOfStretch(values, topic, stretches, best);
            addOfSentence(values, topic, stretches);
            addOfPlace(values, topic, stretches, best);
        }
        for (var dimension : NOTED) {
            values.put("is " + dimension.id(), is(topic.equals(new Topic.Of(dimension))));
        }
        values.put("is " + Topic.WHAT_CHANGED, is(topic instanceof Topic.WhatChanged));
        return new Traits(values);
    }

    /** The number of the stretch that is likeliest to ask about {@code topic}; -1 if there is none. */
    private static int best(Topic.Known topic, List<Stretch> stretches) {
        var best = -1;
        for (var i = 0; i < stretches.size(); i++) {
            if (best < 0 || stretches.get(i).of(topic) > stretches.get(best).of(topic)) {
                best = i;
            }
        }
        return best;
    }

    private static void addOfAll(Map<String, Double> values, Topic.Known topic, Said said) {
        var all = Chances.in(said.all());
        var ofAll = all.of(topic);
        var ofWhole =
                said.whole().isOnlyNames() ? ofAll : Chances.in(said.whole()).of(topic);
        values.put("all", ofAll);
        values.put("log all", log(ofAll));
        values.put("whole", ofWhole);
        values.put("log whole", log(ofWhole));
        values.put("all, another", all.another(topic));
        values.put("all, refused", all.refused());
        values.put("all, first", is(all.likeliest().filter(topic::equals).isPresent()));
        var isClear = said.clear().stream()
                .anyMatch(each -> Chances.known(each.topic()).equals(topic));
        values.put("clear", is(isClear));
        values.put("clear, number", (double) said.clear().size());
        // One thing is asked for sure, and this is another.
        values.put("sure of another", is(all.another(topic) >= SURE));
        values.put("sure of another, one", all.another(topic) * (1 - said.several()));
        values.put("one", ofAll * (1 - said.several()));
        values.put("clear, others", is(!isClear && !said.clear().isEmpty()));
    }

    private static void addTogether(Map<String, Double> values, Topic.Known topic, Map<Topic.Known, Double> together) {
        var probability = together.getOrDefault(topic, 0.0);
        values.put("together", probability);
        values.put("log together", log(probability));
        values.put("odds together", log(probability) - log(1 - probability));
        values.put(
                "together, another",
                together.entrySet().stream()
                        .filter(each -> !each.getKey().equals(topic))
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0));
        values.put(
                "together, sum",
                together.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static void addOfOthers(
            Map<String, Double> values, Topic.Known topic, Said said, Collection<Topic.Known> candidates, int best) {
        var first = 0.0;
        var second = 0.0;
        var elsewhere = 0.0;
        var likely = 0;
        for (var other : candidates) {
            if (other.equals(topic)) {
                continue;
            }
            var most = 0.0;
            for (var i = 0; i < said.stretches().size(); i++) {
                var probability = said.stretches().get(i).of(other);
                most = Math.max(most, probability);
                elsewhere = i == best ? elsewhere : Math.max(elsewhere, probability);
            }
            second = Math.max(second, Math.min(first, most));
            first = Math.max(first, most);
            likely += most > LIKELY ? 1 : 0;
        }
        values.put("others, first", first);
        values.put("others, second", second);
        values.put("others, elsewhere", elsewhere);
        values.put("others, likely", (double) likely);
    }

    private static void addCounts(Map<String, Double> values, Said said) {
        var stretches = said.stretches();
        values.put("several", said.several());
        values.put("stretches", (double) stretches.size());
        values.put("questions", count(stretches, stretch -> stretch.isQuestion() && stretch.isLast()));
        values.put("openers", count(stretches, Stretch::opens));
        values.put("words", (double)
                stretches.stream().mapToInt(each -> each.pieces().size()).sum());
        values.put("longest", (double)
                stretches.stream().mapToInt(each -> each.pieces().size()).max().orElse(0));
        values.put("run-ons", (double)
                stretches.stream().mapToInt(each -> each.runOn().size()).sum());
        values.put("refusals", (double) said.refusals());
    }

    private static double count(List<Stretch> stretches, java.util.function.Predicate<Stretch> what) {
        return stretches.stream().filter(what).count();
    }

    private static void addOfStretch(Map<String, Double> values, Topic.Known topic, List<Stretch> stretches, int best) {
        var stretch = stretches.get(best);
        var chances = stretch.chances();
        var probability = stretch.of(topic);
        var another = Math.max(chances.another(topic), chances.likeliestRefusal());
        values.put("stretch", probability);
        values.put("log stretch", log(probability));
        values.put("stretch, another", another);
        values.put("stretch, refused", chances.refused());
        values.put("stretch, margin", probability - another);
        values.put("stretch, first", is(probability >= chances.another(topic)));
        values.put("stretch, second best", secondBest(topic, stretches, best));
        values.put(
                "run-on",
                stretches.stream()
                        .flatMap(each -> each.runOn().stream())
                        .mapToDouble(each -> Chances.in(each).of(topic))
                        .max()
                        .orElse(0));
        var others = stretches.stream()
                .filter(each -> !each.equals(stretch))
                .mapToDouble(Stretch::asked)
                .max()
                .orElse(LIKELY);
        values.put("asked", stretch.asked());
        values.put("log asked", log(stretch.asked()));
        values.put("asked more than others", stretch.asked() - others);
        values.put(
                "asked about",
                stretches.stream()
                        .mapToDouble(each -> each.of(topic) * each.asked())
                        .max()
                        .orElse(0));
        var sentence = stretch.sentence();
        values.put("length", (double) stretch.pieces().size());
        values.put("question", is(stretch.isQuestion()));
        values.put("goes on", is(stretch.goesOn()));
        values.put("last of sentence", is(stretch.isLast()));
        values.put("opens", is(stretch.opens()));
        values.put("opened", is(stretch.opened()));
        values.put("note", is(sentence.isNote()));
        values.put("request", is(sentence.isRequest()));
        values.put("plain request", is(sentence.isPlainRequest()));
        values.put("tells what was done", is(sentence.tellsWhatWasDone()));
        values.put("kept", is(stretch.isKept()));
        values.put("names", (double) stretch.names());
        values.put("refusal", is(stretch.refusal().isPresent()));
        values.put("verb", is(stretch.pieces().stream().anyMatch(piece -> VERBS.contains(piece.read()))));
        values.put("teller", is(TELLERS.contains(stretch.pieces().getFirst().read())));
        values.put("courtesy", (double) stretch.courtesy());
    }

    /** Of the sentence that is likeliest to ask about the topic as a whole. */
    private static void addOfSentence(Map<String, Double> values, Topic.Known topic, List<Stretch> stretches) {
        var sentence = stretches.getFirst().ofSentence();
        for (var stretch : stretches) {
            sentence = stretch.ofSentence().of(topic) > sentence.of(topic) ? stretch.ofSentence() : sentence;
        }
        values.put("sentence", sentence.of(topic));
        values.put("log sentence", log(sentence.of(topic)));
        values.put("sentence, another", sentence.another(topic));
        values.put("sentence, first", is(sentence.of(topic) > sentence.another(topic)));
    }

    private static double secondBest(Topic.Known topic, List<Stretch> stretches, int best) {
        var second = 0.0;
        for (var i = 0; i < stretches.size(); i++) {
            second = i == best ? second : Math.max(second, stretches.get(i).of(topic));
        }
        return second;
    }

    private static void addOfPlace(Map<String, Double> values, Topic.Known topic, List<Stretch> stretches, int best) {
        values.put("before", (double) best);
        values.put("behind", (double) stretches.size() - 1 - best);
        for (var separator : Separator.values()) {
            values.put("after " + separator, is(stretches.get(best).before() == separator));
            values.put(
                    "until " + separator,
                    is(best + 1 < stretches.size() && stretches.get(best + 1).before() == separator));
        }
        var earlier = best > 0 ? stretches.get(best - 1).chances() : new Chances(Map.of());
        values.put("earlier", earlier.likeliest().map(earlier::of).orElse(0.0));
        values.put(
                "earlier, the same",
                is(earlier.likeliest().filter(topic::equals).isPresent()));
        values.put("earlier, question", is(best > 0 && stretches.get(best - 1).isQuestion()));
        values.put("earlier, opens", is(best > 0 && stretches.get(best - 1).opens()));
        var next = best + 1 < stretches.size();
        values.put("later, question", is(next && stretches.get(best + 1).isQuestion()));
        values.put("later, opens", is(next && stretches.get(best + 1).opens()));
    }

    private static double log(double probability) {
        return StrictMath.log(Math.max(probability, FLOOR));
    }

    private static double is(boolean what) {
        return what ? 1 : 0;
    }
}
