package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells of a whole utterance how likely each topic is asked in it, whether or not others are: a logistic regression for each topic, over
 * single questions, questions joined from them, and what people said around theirs ({@code ontology/asking}).
 *
 * @param topics in the order of their numbers
 */
record AskedTogether(List<Topic.Known> topics, Regression regression) {
    private static final int EPOCHS = 6;

    /** What people really said counts so many times as much as what was joined from single questions. */
    private static final int COPIES = 3;

    /** So many pairs of questions are joined, and so many questions to what only tells something. */
    private static final int PAIRS = 4_000;

    private static final int TOLD = 3_000;
    private static final List<String> JOINTS = List.of(" and ", " ", " also ", " ");

    AskedTogether {
        topics = List.copyOf(topics);
    }

    /** An utterance as the classifier reads it, and all that it asks; nothing if it only tells. */
    record Whole(String text, Set<Topic.Known> asked) {
        Whole {
            asked = Set.copyOf(asked);
        }
    }

    /**
     * Learns.
     *
     * @param single questions that ask one thing each, as the classifier reads them
     * @param told stretches that only tell something; those are used that stand in {@code wholes}
     */
    static AskedTogether learn(
            List<Example> single, List<Whole> wholes, List<String> told, Function<String, Features> features) {
        var asking = single.stream()
                .filter(example -> example.topic() instanceof Topic.Known)
                .map(example -> new Whole(example.phrasing(), Set.of((Topic.Known) example.topic())))
                .toList();
        var topics = asking.stream()
                .flatMap(whole -> whole.asked().stream())
                .distinct()
                .toList();
        var all = new ArrayList<>(asking);
        all.addAll(joined(asking, wholes, told));
        for (var i = 0; i < COPIES; i++) {
            all.addAll(wholes);
        }
        var labelled = all.parallelStream()
                .map(whole -> new Regression.Labelled(features.apply(whole.text()), numbers(whole, topics)))
                .toList();
        return new AskedTogether(topics, Regression.trainEach(labelled, topics.size(), EPOCHS));
    }

    private static Set<Integer> numbers(Whole whole, List<Topic.Known> topics) {
        return whole.asked().stream()
                .map(topics::indexOf)
                .filter(number -> number >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Whole> joined(List<Whole> asking, List<Whole> wholes, List<String> told) {
        var random = new SplittableRandom(20_261_201);
        var joined = new ArrayList<Whole>();
        for (var i = 0; i < PAIRS; i++) {
            var first = asking.get(random.nextInt(asking.size()));
            var second = asking.get(random.nextInt(asking.size()));
            var both = new HashSet<>(first.asked());
            both.addAll(second.asked());
            joined.add(new Whole(first.text() + JOINTS.get(random.nextInt(JOINTS.size())) + second.text(), both));
        }
        var around = told.stream()
                .filter(text -> wholes.stream().anyMatch(whole -> whole.text().contains(text)))
                .toList();
        for (var i = 0; i < TOLD && !around.isEmpty(); i++) {
            var question = asking.get(random.nextInt(asking.size()));
            joined.add(new Whole(around.get(random.nextInt(around.size())) + " " + question.text(), question.asked()));
        }
        return joined;
    }

    /** How likely each topic is asked, 0 to 1. */
    Map<Topic.Known, Double> in(Features utterance) {
        var probabilities = regression.probabilities(utterance);
        var asked = new LinkedHashMap<Topic.Known, Double>();
        for (var i = 0; i < topics.size(); i++) {
            asked.put(topics.get(i), (double) probabilities[i]);
        }
        return asked;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(topics.size());
        for (var topic : topics) {
            Learnt.writeText(topic.name(), out);
        }
        regression.write(out);
    }

    static AskedTogether read(ByteBuffer in) {
        var topics = new ArrayList<Topic.Known>();
        for (var left = in.getInt(); left > 0; left--) {
            topics.add(Topic.Known.named(Learnt.readText(in)));
        }
        return new AskedTogether(topics, Regression.read(in));
    }
}
