package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the ontology says, made ready to be learnt. */
final class Phrasings {
    /** What stands in a phrasing for a name, and what the classifier reads there. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "{s}",
            "service",
            "{db}",
            "database",
            "{cache}",
            "cache",
            "{region}",
            "region",
            "{team}",
            "team",
            "{host}",
            "host");

    /** Now and then a service is a database, a cache or somebody else's: the measure asked for stays the same. */
    private static final List<String> OTHER_SORTS =
            List.of("database", "provider", "cache", "queue", "database", "resolver");

    private static final int SELDOM = 3;

    private Phrasings() {}

    /** What is taught, what was heard, and the questions that suggestions send. */
    static List<Example> of(Taught taught) {
        var examples = new ArrayList<>(taught.examples());
        examples.addAll(taught.heard());
        examples.addAll(taught.spoken());
        var sayings = taught.sayings();
        sayings.keySet().stream().sorted().forEach(dimension -> {
            examples.add(new Example(Ontology.say(sayings, dimension, ""), new Topic.Of(dimension)));
            examples.add(new Example(Ontology.say(sayings, dimension, "{s}"), new Topic.Of(dimension)));
            for (var sort : new LinkedHashSet<>(OTHER_SORTS)) {
                examples.add(new Example(Ontology.say(sayings, dimension, sort), new Topic.Of(dimension)));
            }
        });
        return examples;
    }

    /** The phrasing with words in place of the placeholders; sometimes a second time with another sort of service. */
    static List<String> filled(String phrasing, int number) {
        var usual = phrasing;
        for (var placeholder : PLACEHOLDERS.entrySet()) {
            usual = usual.replace(placeholder.getKey(), placeholder.getValue());
        }
        if (!phrasing.contains("{s}") || number % 2 != 0) {
            return List.of(usual);
        }
        var other = phrasing.replace("{s}", OTHER_SORTS.get(number / 2 % OTHER_SORTS.size()));
        for (var placeholder : PLACEHOLDERS.entrySet()) {
            other = other.replace(placeholder.getKey(), placeholder.getValue());
        }
        return List.of(usual, other);
    }

    /**
     * How often each word occurs in the phrasings and in what the rules know. What occurs seldom and is no word of the language is a slip.
     */
    static Map<String, Integer> words(Lexicon lexicon, Iterable<String> phrasings, Predicate<String> isWord) {
        var words = new HashMap<String, Integer>();
        phrasings.forEach(phrasing -> count(phrasing, words));
        words.entrySet().removeIf(word -> word.getValue() < SELDOM && !isWord.test(word.getKey()));
        lexicon.technologies().forEach(name -> count(name, words));
        lexicon.services().forEach(name -> count(name, words));
        lexicon.spelt().forEach(word -> count(word, words));
        lexicon.glossary().forEach(term -> count(term, words));
        lexicon.courtesies().before().forEach(courtesy -> count(courtesy, words));
        lexicon.courtesies().after().forEach(courtesy -> count(courtesy, words));
        lexicon.followUps().forEach(followUp -> count(followUp, words));
        lexicon.faults().values().forEach(claims -> claims.forEach(claim -> count(claim, words)));
        return words;
    }

    private static void count(String text, Map<String, Integer> words) {
        for (var word : text.split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
    }
}
