package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a classifier has learnt and from what.
 *
 * @param topics the classes of {@code regression}, in the order of their numbers
 * @param examples kept for scenarios that add topics of their own
 */
record Lessons(List<Topic> topics, SoftmaxRegression regression, List<SoftmaxRegression.Labelled> examples) {
    private static final int FIRST_EPOCHS = 16;
    private static final int FURTHER_EPOCHS = 6;

    Lessons {
        topics = List.copyOf(topics);
        examples = List.copyOf(examples);
    }

    /** Learns from {@code examples}, whose phrasings are as the classifier will read them. */
    static Lessons learn(SentenceEncoder encoder, List<Example> examples) {
        var topics = examples.stream().map(Example::topic).distinct().toList();
        var labelled = labelled(encoder, topics, examples);
        return new Lessons(topics, SoftmaxRegression.train(labelled, topics.size(), FIRST_EPOCHS), labelled);
    }

    /** These and {@code more}, whose topics are new. */
    Lessons with(SentenceEncoder encoder, List<Example> more) {
        if (more.isEmpty()) {
            return this;
        }
        var allTopics = new ArrayList<>(topics);
        more.stream().map(Example::topic).distinct().forEach(allTopics::add);
        var all = new ArrayList<>(examples);
        all.addAll(labelled(encoder, allTopics, more));
        var further = regression.trainedOn(all, allTopics.size() - topics.size(), FURTHER_EPOCHS);
        return new Lessons(allTopics, further, all);
    }

    private static List<SoftmaxRegression.Labelled> labelled(
            SentenceEncoder encoder, List<Topic> topics, List<Example> examples) {
        return examples.parallelStream()
                .map(example -> new SoftmaxRegression.Labelled(
                        Features.of(example.phrasing(), encoder), topics.indexOf(example.topic())))
                .toList();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(topics.size());
        for (var topic : topics) {
            switch (topic) {
                case Topic.Known known -> Learnt.writeText(known.name(), out);
                case Topic.Authored _ -> throw new IllegalStateException("a scenario's own topics are not stored");
            }
        }
        regression.write(out);
        out.writeInt(examples.size());
        for (var example : examples) {
            out.writeInt(example.label());
            example.features().write(out);
        }
    }

    static Lessons read(ByteBuffer in) {
        var topics = new ArrayList<Topic>();
        for (var left = in.getInt(); left > 0; left--) {
            topics.add(Topic.Known.named(Learnt.readText(in)));
        }
        var regression = SoftmaxRegression.read(in);
        var examples = new ArrayList<SoftmaxRegression.Labelled>();
        for (var left = in.getInt(); left > 0; left--) {
            var label = in.getInt();
            examples.add(new SoftmaxRegression.Labelled(Features.read(in), label));
        }
        return new Lessons(topics, regression, examples);
    }
}
