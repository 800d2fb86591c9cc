package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells what a text is about: every topic with its probability, the likeliest first. Safe for use by several threads. */
final class Classifier {
    private static final int FIRST_EPOCHS = 16;
    private static final int FURTHER_EPOCHS = 6;
    private final SentenceEncoder encoder;
    private final List<Topic> topics;
    private final SoftmaxRegression regression;

    /** Kept for scenarios that add topics of their own. */
    private final List<SoftmaxRegression.Labelled> examples;

    private Classifier(
            SentenceEncoder encoder,
            List<Topic> topics,
            SoftmaxRegression regression,
            List<SoftmaxRegression.Labelled> examples) {
        this.encoder = encoder;
        this.topics = List.copyOf(topics);
        this.regression = regression;
        this.examples = List.copyOf(examples);
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /** Learns from {@code examples}, whose phrasings are as the classifier will read them. */
    static Classifier train(SentenceEncoder encoder, List<Example> examples) {
        var topics = examples.stream().map(Example::topic).distinct().toList();
        var labelled = labelled(encoder, topics, examples);
        return new Classifier(
                encoder, topics, SoftmaxRegression.train(labelled, topics.size(), FIRST_EPOCHS), labelled);
    }

    /** A classifier that knows {@code more} beside all that this one knows. */
    Classifier with(List<Example> more) {
        if (more.isEmpty()) {
            return this;
        }
        var allTopics = new ArrayList<>(topics);
        more.stream().map(Example::topic).distinct().forEach(allTopics::add);
        var all = new ArrayList<>(examples);
        all.addAll(labelled(encoder, allTopics, more));
        var further = regression.trainedOn(all, allTopics.size() - topics.size(), FURTHER_EPOCHS);
        return new Classifier(encoder, allTopics, further, all);
    }

    List<Ranked> rank(String text) {
        var probabilities = regression.probabilities(Features.of(text, encoder));
        var ranked = new ArrayList<Ranked>();
        for (var i = 0; i < topics.size(); i++) {
            ranked.add(new Ranked(topics.get(i), probabilities[i]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranked;
    }

    private static List<SoftmaxRegression.Labelled> labelled(
            SentenceEncoder encoder, List<Topic> topics, List<Example> examples) {
        return examples.parallelStream()
                .map(example -> new SoftmaxRegression.Labelled(
                        Features.of(example.phrasing(), encoder), topics.indexOf(example.topic())))
                .toList();
    }
}
