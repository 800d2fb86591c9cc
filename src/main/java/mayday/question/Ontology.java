package mayday.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.incident.Outcome;
import mayday.scenario.Dimension;
import mayday.scenario.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say, as data: phrasings of every dimension and of what is not answered, and the question that stands for each dimension.
 *
 * @param sayings by dimension, the question that suggestions send; {@code {of}} becomes {@code  of checkout}
 */
record Ontology(List<Example> examples, Map<Dimension, String> sayings, Lexicon lexicon) {
    private static final List<String> DIMENSION_FILES = List.of(
            "scope.yaml", "changes.yaml", "golden-signals.yaml", "resources.yaml", "network.yaml", "stores.yaml", "observability.yaml");
    private static final String SAYING = "say";
    private static final YAMLMapper YAML = YAMLMapper.shared();

    Ontology {
        examples = List.copyOf(examples);
        sayings = Map.copyOf(sayings);
    }

    /** Reads it from the program's resources. */
    static Ontology load() {
        var examples = new ArrayList<Example>();
        var sayings = new EnumMap<Dimension, String>(Dimension.class);
        for (var file : DIMENSION_FILES) {
            Map<String, Map<String, Object>> topics = read(file, new TypeReference<>() {});
            topics.forEach((name, entry) -> {
                var dimension = Words.parse(Dimension.class, name);
                dimension.ifPresent(known -> sayings.put(known, String.valueOf(entry.get(SAYING))));
                entry.forEach((register, phrasings) -> {
                    if (!register.equals(SAYING)) {
                        add(examples, (List<?>) phrasings, topic(name, dimension));
                    }
                });
            });
        }
        Map<String, List<String>> refusals = read("refusals.yaml", new TypeReference<>() {});
        refusals.forEach((name, phrasings) -> add(examples, phrasings, refusal(name)));
        return new Ontology(examples, sayings, read("words.yaml", new TypeReference<Lexicon>() {}));
    }

    /** The question that asks for {@code dimension} of what {@code of} names; empty for none in particular. */
    String say(Dimension dimension, String of) {
        var saying = sayings.getOrDefault(dimension, dimension.words() + "{of}?");
        var named = saying.replace("{of}", of.isEmpty() ? "" : " of " + of).replace("{for}", of.isEmpty() ? "" : " for " + of);
        return named.contains(of) ? named : named.replace("?", " of " + of + "?");
    }

    private static Topic topic(String name, Optional<Dimension> dimension) {
        if (dimension.isPresent()) {
            return new Topic.Of(dimension.get());
        }
        if (name.equals("what-changed")) {
            return new Topic.WhatChanged();
        }
        throw new IllegalStateException("the ontology has an unknown dimension: " + name);
    }

    private static Topic refusal(String name) {
        return Words.parse(Outcome.class, name)
                .<Topic>map(Topic.Refused::new)
                .orElseGet(Topic.Unrecorded::new);
    }

    private static void add(List<Example> examples, List<?> phrasings, Topic topic) {
        phrasings.forEach(phrasing -> examples.add(new Example(String.valueOf(phrasing), topic)));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var in = Ontology.class.getResourceAsStream("/ontology/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource /ontology/" + file);
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
