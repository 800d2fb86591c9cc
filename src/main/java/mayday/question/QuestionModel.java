package mayday.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Scenario;

/**
 * What understanding questions takes whatever the scenario: the sentence model, the ontology, and a classifier trained on it. Loading
 * takes a second and is meant to be done in the background, once. Safe for use by several threads.
 */
public final class QuestionModel {

    private static final int SHORTEST_SLIP = 5;

    private final Ontology ontology;
    private final SentenceEncoder encoder;
    private final Classifier classifier;
    private final Map<String, Integer> words;
    private final Deciding deciding;
    private final Pointing pointing;
    private final Weights ofOwn;

    private QuestionModel(Ontology ontology, SentenceEncoder encoder, Learnt learnt) {
        this.ontology = ontology;
        this.encoder = encoder;
        this.classifier = new Classifier(encoder, learnt);
        this.words = learnt.words();
        this.deciding = Deciding.load();
        this.pointing = Pointing.load();
        this.ofOwn = Weights.load("own.yaml");
    }

    /** Loads the sentence model and what was learnt from the ontology when Mayday was built. */
    public static QuestionModel load() {
        // By a thread of its own: those of the common pool may all wait for what is loaded here.
        var model = new FutureTask<>(SentenceModel::load);
        Thread.ofPlatform().name("sentence-model").daemon().start(model);
        var learnt = Learnt.load();
        var ontology = Ontology.load(learnt);
        var wordPiece = new WordPiece(learnt.vocabulary());
        return new QuestionModel(ontology, new SentenceEncoder(wordPiece, ended(model)), learnt);
    }

    /** With what was learnt just now. */
    static QuestionModel of(Learnt learnt, SentenceEncoder encoder) {
        return new QuestionModel(Ontology.load(learnt), encoder, learnt);
    }

    private static SentenceModel ended(Future<SentenceModel> loading) {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sentence model cannot be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the sentence model was being loaded");
        }
    }

    /** Makes the interpreter of a scenario: its names, and its author's own questions. */
    Interpreter interpreterOf(Scenario scenario) {
        return interpreterOf(scenario, Thresholds.USUAL);
    }

    Interpreter interpreterOf(Scenario scenario, Thresholds thresholds) {
        return interpreterOf(scenario, thresholds, deciding);
    }

    Interpreter interpreterOf(Scenario scenario, Thresholds thresholds, Decisions.Maker deciding) {
        var asked = scenario.questions().stream()
                .filter(question -> !question.asks().isEmpty())
                .toList();
        var asks = asked.stream().flatMap(question -> question.asks().stream()).toList();
        var names = new Names(scenario.system(), ontology.lexicon(), asks);
        var reader = new Reader(ontology.lexicon(), spelling(names), names);
        var topics = asked.stream().map(Topic.Authored::new).toList();
        var knowing = classifier.with(topics, () -> phrasings(asked, reader), ofOwn);
        return new ScenarioInterpreter(scenario, ontology, reader, knowing, deciding, pointing, thresholds);
    }

    private static List<Example> phrasings(List<AuthoredQuestion> questions, Reader reader) {
        var phrasings = new ArrayList<Example>();
        for (var question : questions) {
            // What its author calls it says what it is about, too.
            phrasings.add(
                    new Example(reader.read(question.id().value().replace('-', ' ')), new Topic.Authored(question)));
            for (var ask : question.asks()) {
                phrasings.add(new Example(reader.read(ask), new Topic.Authored(question)));
            }
        }
        return phrasings;
    }

    private Spelling spelling(Names names) {
        var all = new HashMap<>(words);
        // A name of the system is likelier than any other word that is as close.
        names.words().forEach(word -> all.merge(word, 20, Integer::sum));
        names.asks().stream()
                .flatMap(ask -> Arrays.stream(PlainText.of(ask).split("[^a-z]+")))
                .filter(word -> word.length() >= SHORTEST_SLIP)
                .forEach(word -> all.merge(word, 1, Integer::sum));
        var pieces = encoder.wordPiece();
        return new Spelling(all, word -> pieces.knows(word) && (pieces.isCommon(word) || !isSlipOf(word, names)));
    }

    /** Whether one letter makes a name of a word that is seldom used: {@code leger} for a service called ledger. */
    private static boolean isSlipOf(String word, Names names) {
        return word.length() >= SHORTEST_SLIP
                && names.words().stream()
                        .anyMatch(name -> !name.equals(word + "s") && EditDistance.between(word, name, 1) == 1);
    }
}
