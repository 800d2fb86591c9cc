package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What was learnt from the ontology: a regression over its topics, and the phrasings themselves.
 *
 * @param topics in the order of their numbers
 */
record Lessons(List<Topic> topics, Regression regression, Neighbours neighbours) {
    private static final int EPOCHS = 16;

    Lessons {
        topics = List.copyOf(topics);
    }

    /** Learns from {@code examples}, whose phrasings are as the classifier will read them. */
    static Lessons learn(Function<String, Features> features, List<Example> examples) {
        var topics = examples.stream().map(Example::topic).distinct().toList();
        var labelled = examples.parallelStream()
                .map(example ->
                        new Regression.Labelled(features.apply(example.phrasing()), topics.indexOf(example.topic())))
                .toList();
        return new Lessons(topics, Regression.train(labelled, topics.size(), EPOCHS), Neighbours.of(labelled));
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
        neighbours.write(out);
    }

    static Lessons read(ByteBuffer in) {
        var topics = new ArrayList<Topic>();
        for (var left = in.getInt(); left > 0; left--) {
            topics.add(Topic.Known.named(Learnt.readText(in)));
        }
        return new Lessons(topics, Regression.read(in), Neighbours.read(in));
    }
}
