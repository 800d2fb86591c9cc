package mayday.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mayday.scenario.Dimension;
import mayday.scenario.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say, as data: phrasings of every dimension and of what is not answered, and the question that stands for each dimension.
 *
 * @param sayings by dimension, the question that suggestions send
 */
record Ontology(List<Example> examples, Map<Dimension, Saying> sayings, Lexicon lexicon, Rules rules) {
    private static final List<String> DIMENSION_FILES = List.of(
            "scope.yaml",
            "changes.yaml",
            "golden-signals.yaml",
            "resources.yaml",
            "network.yaml",
            "stores.yaml",
            "observability.yaml");
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
    }

    /** Reads it from the program's resources. */
    static Ontology load() {
        var examples = new ArrayList<Example>();
        var sayings = new EnumMap<Dimension, Saying>(Dimension.class);
        for (var file : DIMENSION_FILES) {
            Map<String, Map<String, Object>> topics = read(file, new TypeReference<>() {});
            topics.forEach((name, entry) -> {
                var dimension = Words.parse(Dimension.class, name);
                var saying = new Saying(String.valueOf(entry.get(SAYING)), String.valueOf(entry.get(SAYING_OF)));
                dimension.ifPresent(known -> sayings.put(known, saying));
                entry.forEach((register, phrasings) -> {
                    if (phrasings instanceof List<?> list) {
                        add(examples, list, Topic.Known.named(name));
                    }
                });
            });
        }
        Map<String, List<String>> refusals = read("refusals.yaml", new TypeReference<>() {});
        refusals.forEach((name, phrasings) -> add(examples, phrasings, Topic.Known.named(name)));
        return new Ontology(
                examples,
                sayings,
                read("words.yaml", new TypeReference<Lexicon>() {}),
                read("rules.yaml", new TypeReference<Rules>() {}));
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
        var words = NameWords.of(plain);
        return words.isEmpty()
                || words.stream()
                        .anyMatch(word -> examples.stream()
                                .anyMatch(example -> example.phrasing()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(word)));
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
