package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.Scenario;

/**
 * What understanding questions takes whatever the scenario: the sentence model, the ontology, and a classifier trained on it. Loading
 * takes seconds and is meant to be done in the background, once. Safe for use by several threads.
 */
public final class QuestionModel {

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

    private static final int SHORTEST_SLIP = 5;

    private final Ontology ontology;
    private final SentenceEncoder encoder;
    private final Classifier classifier;
    private final Map<String, Integer> words;

    private QuestionModel(
            Ontology ontology, SentenceEncoder encoder, Classifier classifier, Map<String, Integer> words) {
        this.ontology = ontology;
        this.encoder = encoder;
        this.classifier = classifier;
        this.words = Map.copyOf(words);
    }

    /** Loads the sentence model and learns the ontology. */
    public static QuestionModel load() {
        var ontology = Ontology.load();
        var encoder = SentenceEncoder.load();
        var asWritten = new Reader(ontology.lexicon());
        var examples = new LinkedHashMap<String, Example>();
        for (var example : withSayings(ontology)) {
            for (var filled : filled(example.phrasing(), examples.size())) {
                var read = asWritten.read(filled);
                examples.putIfAbsent(read, new Example(read, example.topic()));
            }
        }
        var classifier = Classifier.train(encoder, List.copyOf(examples.values()));
        return new QuestionModel(ontology, encoder, classifier, words(ontology, examples.keySet()));
    }

    /** Makes the interpreter of a scenario: its names, and its author's own questions. */
    Interpreter interpreterOf(Scenario scenario) {
        var names = new Names(scenario.system(), ontology.lexicon());
        var reader = new Reader(ontology.lexicon(), spelling(names), names);
        var examples = new ArrayList<Example>();
        for (var question : scenario.questions()) {
            for (var ask : question.asks()) {
                examples.add(new Example(reader.read(ask), new Topic.Authored(question)));
            }
        }
        return new ScenarioInterpreter(scenario, ontology, reader, classifier.with(examples));
    }

    private Spelling spelling(Names names) {
        var all = new HashMap<>(words);
        // A name of the system is likelier than any other word that is as close.
        names.words().forEach(word -> all.merge(word, 20, Integer::sum));
        var pieces = encoder.wordPiece();
        return new Spelling(all, word -> pieces.knows(word) && (pieces.isCommon(word) || !isSlipOf(word, names)));
    }

    /** Whether one letter makes a name of a word that is seldom used: {@code leger} for a service called ledger. */
    private static boolean isSlipOf(String word, Names names) {
        return word.length() >= SHORTEST_SLIP
                && names.words().stream()
                        .anyMatch(name -> !name.equals(word + "s") && EditDistance.between(word, name, 1) == 1);
    }

    private static List<Example> withSayings(Ontology ontology) {
        var examples = new ArrayList<>(ontology.examples());
        ontology.sayings().keySet().stream().sorted().forEach(dimension -> {
            examples.add(new Example(ontology.say(dimension, ""), new Topic.Of(dimension)));
            examples.add(new Example(ontology.say(dimension, "{s}"), new Topic.Of(dimension)));
        });
        return examples;
    }

    /** The phrasing with words in place of the placeholders; sometimes a second time with another sort of service. */
    private static List<String> filled(String phrasing, int number) {
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

    private static Map<String, Integer> words(Ontology ontology, Iterable<String> phrasings) {
        var words = new HashMap<String, Integer>();
        phrasings.forEach(phrasing -> count(phrasing, words));
        var lexicon = ontology.lexicon();
        lexicon.technologies().forEach(name -> count(name, words));
        lexicon.services().forEach(name -> count(name, words));
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
