package mayday.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import mayday.scenario.Dimension;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say, as data, as far as questions are read with it: word lists, plain rules, and the question that stands for each
 * dimension. The phrasings of all topics are in {@link Taught}.
 *
 * @param sayings by dimension, the question that suggestions send
 * @param words all that occur in the phrasings, fillers left out
 */
record Ontology(Map<Dimension, Saying> sayings, Lexicon lexicon, Rules rules, Set<String> words) {
    private static final String FOLDER = "/ontology/";
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
        sayings = Map.copyOf(sayings);
        words = Set.copyOf(words);
    }

    /** Reads it from the program's resources, and what stands beside the phrasings from what was learnt of them. */
    static Ontology load(Learnt learnt) {
        return new Ontology(
                learnt.sayings(), wordLists(), read("rules.yaml", new TypeReference<Rules>() {}), learnt.said());
    }

    /** Its word lists alone. */
    static Lexicon wordLists() {
        return read("words.yaml", new TypeReference<Lexicon>() {});
    }

    /** The question that asks for {@code dimension} of what is called {@code name}; empty for nothing in particular. */
    String say(Dimension dimension, String name) {
        return say(sayings, dimension, name);
    }

    /** The same by these sayings. */
    static String say(Map<Dimension, Saying> sayings, Dimension dimension, String name) {
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

    /** Whether there is such a file. */
    static boolean has(String file) {
        return Ontology.class.getResource(FOLDER + file) != null;
    }

    static <T> T read(String file, TypeReference<T> type) {
        return read(file, type, YAML);
    }

    /** The same of a file in JSON. */
    static <T> T readJson(String file, TypeReference<T> type) {
        return read(file, type, JsonMapper.shared());
    }

    private static <T> T read(String file, TypeReference<T> type, ObjectMapper mapper) {
        try (var in = Ontology.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + FOLDER + file);
            }
            return mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
