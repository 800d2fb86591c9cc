package mayday.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.incident.Outcome;
import mayday.question.Ontology.Saying;
import mayday.scenario.Dimension;
import tools.jackson.core.type.TypeReference;

/**
 * What the ontology teaches: phrasings of every dimension and of what is not answered, and the question that stands for each dimension.
 * Only who learns needs it, which is the build: what is learnt from it stands in {@link Learnt}.
 *
 * @param sayings by dimension, the question that suggestions send
 * @param spoken what people were heard to ask that also teaches how questions are worded
 * @param wholes utterances with all that they ask
 */
record Taught(
        List<Example> examples,
        Map<Dimension, Saying> sayings,
        List<Example> spoken,
        List<AskedTogether.Whole> wholes) {
    /** The register whose words are wrong on purpose: nothing is spelt after them. */
    private static final String MISSPELT = "typo";

    /** What is not answered with evidence: examples teach the classifier to keep away from it. */
    private static final List<Topic.Known> REFUSED = List.of(
            new Topic.Refused(Outcome.ACTION),
            new Topic.Refused(Outcome.HYPOTHESIS),
            new Topic.Refused(Outcome.NO_ANSWER_KEY),
            new Topic.Refused(Outcome.TOO_VAGUE),
            new Topic.Refused(Outcome.OFF_TOPIC),
            new Topic.Unrecorded());

    /** What people were heard to ask, by topic: it teaches, and its slips, which were mended by machine, are not spelt after. */
    private static final String HEARD = "heard/";

    private static final String SAYING = "say";
    private static final String SAYING_OF = "say-of";

    /** What utterances ask that only tell something. */
    static final String NOTHING = "nothing";

    Taught {
        examples = List.copyOf(examples);
        sayings = Map.copyOf(sayings);
        spoken = List.copyOf(spoken);
        wholes = List.copyOf(wholes);
    }

    /** Reads it from the program's resources. */
    static Taught load() {
        var examples = new ArrayList<Example>();
        var sayings = new EnumMap<Dimension, Saying>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var entry = phrasings(dimension.id());
            sayings.put(dimension, new Saying(String.valueOf(entry.get(SAYING)), String.valueOf(entry.get(SAYING_OF))));
            add(examples, entry, new Topic.Of(dimension));
        }
        add(examples, phrasings(Topic.WHAT_CHANGED), new Topic.WhatChanged());
        for (var topic : REFUSED) {
            List<String> phrasings = Ontology.read("refusals/" + topic.name() + ".yaml", new TypeReference<>() {});
            add(examples, Map.of("", phrasings), topic);
        }
        return new Taught(examples, sayings, heardAround(), saidAsWhole());
    }

    private static List<Example> heardAround() {
        Map<String, List<String>> spoken = Ontology.read("asking/questions.yaml", new TypeReference<>() {});
        return spoken.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(text -> new Example(text, Topic.Known.named(entry.getKey()), true)))
                .toList();
    }

    private static List<AskedTogether.Whole> saidAsWhole() {
        Map<String, List<String>> wholes = Ontology.read("asking/wholes.yaml", new TypeReference<>() {});
        return wholes.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(text -> new AskedTogether.Whole(text, topics(entry.getKey()))))
                .toList();
    }

    private static Set<Topic.Known> topics(String names) {
        return names.equals(NOTHING)
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(Topic.Known::named).collect(Collectors.toUnmodifiableSet());
    }

    /** The same without what was spoken, or with other such texts. */
    Taught speaking(List<Example> others, List<AskedTogether.Whole> otherWholes) {
        return new Taught(examples, sayings, others, otherWholes);
    }

    /** How questions, and what is told around them, are worded. */
    AskedOrTold.Examples manner() {
        return new AskedOrTold.Examples(
                Ontology.read("asking/asked.yaml", new TypeReference<>() {}),
                Ontology.read("asking/told.yaml", new TypeReference<>() {}),
                Ontology.read("asking/one.yaml", new TypeReference<>() {}),
                Ontology.read("asking/several.yaml", new TypeReference<>() {}),
                Ontology.read("asking/of-one.yaml", new TypeReference<>() {}),
                Ontology.read("asking/of-any.yaml", new TypeReference<>() {}),
                Ontology.read("asking/of-named.yaml", new TypeReference<>() {}));
    }

    /** All words of the phrasings, fillers left out. */
    Set<String> words() {
        return examples.stream()
                .flatMap(example -> NameWords.of(example.phrasing()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What people were heard to ask about all these topics. A topic of which nobody has been heard yet has no such file. */
    List<Example> heard() {
        return examples.stream()
                .map(Example::topic)
                .distinct()
                .map(Topic.Known.class::cast)
                .filter(topic -> Ontology.has(heardFile(topic)))
                .flatMap(topic -> heard(topic).stream())
                .toList();
    }

    private static List<Example> heard(Topic.Known topic) {
        List<String> texts = Ontology.read(heardFile(topic), new TypeReference<>() {});
        return texts.stream().map(text -> new Example(text, topic, true)).toList();
    }

    private static String heardFile(Topic.Known topic) {
        return HEARD + topic.name() + ".yaml";
    }

    /** One topic's file: its sayings, and phrasings by register. */
    private static Map<String, Object> phrasings(String topic) {
        return Ontology.read("dimensions/" + topic + ".yaml", new TypeReference<>() {});
    }

    private static void add(List<Example> examples, Map<String, ?> registers, Topic topic) {
        registers.forEach((register, phrasings) -> {
            if (phrasings instanceof List<?> list) {
                list.forEach(phrasing ->
                        examples.add(new Example(String.valueOf(phrasing), topic, register.equals(MISSPELT))));
            }
        });
    }
}
