package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/** Utterances of which it is known what they ask, from which {@link LearnDeciding} learns: everything that may be looked at for that. */
final class DecidingSamples {
    private static final int WORDINGS = 30;

    /** What is refused whatever it names. Who asks back, or says that something is absent, has understood what is asked. */
    private static final Set<String> ASK_NOTHING =
            Set.of("action", "hypothesis", "too-vague", "no-answer-key", "off-topic");

    /** A text that teaches its topic, as it is read, and which half of all of them it is in. */
    record Spoken(String text, Topic.Known topic, int half) {}

    private static final List<String> TEACHING = List.of("deciding-a-", "deciding-b-", "deciding-n-");

    /** By the name of a system, a scenario about it. */
    private static final Map<String, String> SCENARIOS = new TreeMap<>(
            Map.of("storefront", "elevated-500s", "streaming", "elevated-500s-streaming", "payments", "queue-backlog"));

    /** An utterance, and which topics it asks about; {@code several} if it asks more than one thing. */
    record Sample(Said said, Set<Topic.Known> asked, boolean asksNothing, boolean several) {}

    private static int half(String say) {
        return Utterances.isDrawn(say, 2) ? 0 : 1;
    }

    /** The texts that teach their topic, too. */
    static List<Spoken> spoken() {
        var model = QuestionModel.load();
        var spoken = new ArrayList<Spoken>();
        var said = new HashMap<String, Topic>();
        Phrasings.of(Taught.load().speaking(List.of()))
                .forEach(example -> said.putIfAbsent(key(example.phrasing()), example.topic()));
        SCENARIOS.forEach((system, scenario) -> {
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario));
            for (var name : TEACHING) {
                var utterances = Utterances.named(name + system);
                utterances
                        .single()
                        .forEach(single -> spoken.add(new Spoken(
                                asked.interpreter().read(single.say()),
                                Topic.Known.named(single.dimension()),
                                half(single.say()))));
                utterances.negative().stream()
                        .filter(negative -> ASK_NOTHING.contains(negative.outcome()))
                        .forEach(negative -> spoken.add(new Spoken(
                                asked.interpreter().read(negative.say()),
                                Topic.Known.named(negative.outcome()),
                                half(negative.say()))));
            }
        });
        spoken.removeIf(each -> isSaidElsewhere(each, said));
        return spoken;
    }

    /** Whether the same is taught of something else: it would teach nothing. */
    private static boolean isSaidElsewhere(Spoken spoken, Map<String, Topic> said) {
        return !said.computeIfAbsent(key(spoken.text()), _ -> spoken.topic()).equals(spoken.topic());
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9{}]+", " ");
    }

    /** The samples of one half of all texts, read with a model that was not taught it. */
    static List<Sample> of(QuestionModel model, int half) {
        var samples = new ArrayList<Sample>();
        SCENARIOS.forEach((system, scenario) -> {
            var found = new ArrayList<Said>();
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario), said -> {
                found.add(said);
                return new Decisions(said, List.of());
            });
            for (var name : TEACHING) {
                add(samples, Utterances.named(name + system), say -> half(say) == half, asked, found);
            }
            Predicate<String> isTaken = say -> half(say) == half && QuestionReport.isInFirstHalf(say);
            for (var name : List.of("development-4-", "development-5-")) {
                add(samples, Utterances.named(name + system), isTaken, asked, found);
            }
            // Their singles are taught, so that of these too much is known.
            if (Utterances.exists("development-2-" + system)) {
                addCompounds(
                        samples, Utterances.named("development-2-" + system), say -> half(say) == half, asked, found);
            }
            addCompounds(samples, Utterances.named("development-3-" + system), isTaken, asked, found);
            if (half == 0) {
                addFirstFive(samples, asked, found);
            }
        });
        return samples;
    }

    private static void add(
            List<Sample> samples,
            Utterances utterances,
            Predicate<String> isTaken,
            Evaluations.Asked asked,
            List<Said> found) {
        utterances.single().stream()
                .filter(single -> isTaken.test(single.say()))
                .forEach(single -> {
                    var topics = new ArrayList<>(Utterances.or(single.also()));
                    topics.add(single.dimension());
                    said(single.say(), asked, found)
                            .ifPresent(said -> samples.add(new Sample(said, topics(topics), false, false)));
                });
        addCompounds(samples, utterances, isTaken, asked, found);
        utterances.negative().stream()
                .filter(negative -> isTaken.test(negative.say()) && ASK_NOTHING.contains(negative.outcome()))
                .forEach(negative -> said(negative.say(), asked, found)
                        .ifPresent(said -> samples.add(new Sample(said, Set.of(), true, false))));
    }

    private static void addCompounds(
            List<Sample> samples,
            Utterances utterances,
            Predicate<String> isTaken,
            Evaluations.Asked asked,
            List<Said> found) {
        utterances.compound().stream()
                .filter(compound -> isTaken.test(compound.say()))
                .forEach(compound -> said(compound.say(), asked, found)
                        .ifPresent(said -> samples.add(new Sample(said, topics(compound.dimensions()), false, true))));
    }

    /** What everybody asks first, all of it in one message. */
    private static void addFirstFive(List<Sample> samples, Evaluations.Asked asked, List<Said> found) {
        Map<String, List<String>> wordings = Utterances.table("first-five", new TypeReference<>() {});
        var dimensions = wordings.keySet().stream().sorted().toList();
        for (var i = 0; i < WORDINGS; i++) {
            var row = i;
            var together = wordings.values().stream()
                    .map(each -> each.get(row))
                    .map(words -> words.matches(".*[?.]") ? words : words + "?")
                    .collect(Collectors.joining(" "));
            said(together, asked, found)
                    .ifPresent(said -> samples.add(new Sample(said, topics(dimensions), false, true)));
        }
    }

    private static Optional<Said> said(String words, Evaluations.Asked asked, List<Said> found) {
        found.clear();
        asked.apply(words);
        return found.stream().findFirst();
    }

    private static Set<Topic.Known> topics(List<String> names) {
        var topics = names.stream().map(Topic.Known::named).collect(Collectors.toCollection(HashSet::new));
        // Whoever asks for changes of any kind asks for each kind, and the other way round.
        if (topics.contains(new Topic.WhatChanged()) || topics.containsAll(Topic.WhatChanged.PARTS)) {
            topics.add(new Topic.WhatChanged());
            topics.addAll(Topic.WhatChanged.PARTS);
        }
        return topics;
    }
}
