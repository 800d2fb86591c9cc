package mayday.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.incident.Outcome;
import mayday.scenario.Dimension;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say, as data: phrasings of every dimension and of what is not answered, and the question that stands for each dimension.
 *
 * @param sayings by dimension, the question that suggestions send
 * @param words all that occur in the phrasings, fillers left out
 */
record Ontology(
        List<Example> examples, Map<Dimension, Saying> sayings, Lexicon lexicon, Rules rules, Set<String> words) {
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

    private static final String FOLDER = "/ontology/";

    private static final String SAYING = "say";
    private static final String SAYING_OF = "say-of";
    private static final YAMLMapper YAML = YAMLMapper.shared();

    /**
     * A question that stands for a dimension.
     *
     * @param of the same about something, whose name takes the place of {@code {name}}
     */
    record Saying(String plain, String of) {
        String about(String name) {
            return name.isEmpty() ? plain : of.replace("{name}", name);
        }
    }

    Ontology {
        examples = List.copyOf(examples);
        sayings = Map.copyOf(sayings);
        words = Set.copyOf(words);
    }

    /** Reads it from the program's resources. */
    static Ontology load() {
        var examples = new ArrayList<Example>();
        var sayings = new EnumMap<Dimension, Saying>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var entry = phrasings(dimension.id());
            sayings.put(dimension, new Saying(String.valueOf(entry.get(SAYING)), String.valueOf(entry.get(SAYING_OF))));
            add(examples, entry, new Topic.Of(dimension));
        }
        add(examples, phrasings(Topic.WHAT_CHANGED), new Topic.WhatChanged());
        for (var topic : REFUSED) {
            List<String> phrasings = read("refusals/" + topic.name() + ".yaml", new TypeReference<>() {});
            add(examples, Map.of("", phrasings), topic);
        }
        return new Ontology(
                examples,
                sayings,
                read("words.yaml", new TypeReference<Lexicon>() {}),
                read("rules.yaml", new TypeReference<Rules>() {}),
                words(examples));
    }

    /** The question that asks for {@code dimension} of what is called {@code name}; empty for nothing in particular. */
    String say(Dimension dimension, String name) {
        var saying = sayings.get(dimension);
        if (saying == null) {
            throw new IllegalStateException("the ontology lacks " + dimension.id());
        }
        return saying.about(name);
    }

    /** Whether a word of {@code plain} that is no filler occurs in some phrasing, or there are only fillers in it. */
    boolean hasWordOf(String plain) {
        var said = NameWords.of(plain);
        return said.isEmpty() || said.stream().anyMatch(words::contains);
    }

    private static Set<String> words(List<Example> examples) {
        return examples.stream()
                .flatMap(example -> NameWords.of(example.phrasing()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One topic's file: its sayings, and phrasings by register. */
    private static Map<String, Object> phrasings(String topic) {
        return read("dimensions/" + topic + ".yaml", new TypeReference<>() {});
    }

    /**
     * What people were heard to ask about all these topics, as the program's resources have it. Only who learns needs it: it takes as long to
     * read as everything else together. A topic of which nobody has been heard yet has no such file.
     */
    List<Example> heard() {
        return examples.stream()
                .map(Example::topic)
                .distinct()
                .map(Topic.Known.class::cast)
                .filter(topic -> Ontology.class.getResource(FOLDER + heardFile(topic)) != null)
                .flatMap(topic -> heard(topic).stream())
                .toList();
    }

    private static List<Example> heard(Topic.Known topic) {
        List<String> texts = read(heardFile(topic), new TypeReference<>() {});
        return texts.stream().map(text -> new Example(text, topic, true)).toList();
    }

    private static String heardFile(Topic.Known topic) {
        return HEARD + topic.name() + ".yaml";
    }

    private static void add(List<Example> examples, Map<String, ?> registers, Topic topic) {
        registers.forEach((register, phrasings) -> {
            if (phrasings instanceof List<?> list) {
                list.forEach(phrasing ->
                        examples.add(new Example(String.valueOf(phrasing), topic, register.equals(MISSPELT))));
            }
        });
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var in = Ontology.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + FOLDER + file);
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
