package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells by its wording, whatever it is about, whether a stretch asks something or only tells it, and whether an utterance asks one thing
 * or several, and whether what it does not name is one thing or any, and whether it points at one thing that it does not name, whatever else it names: four regressions over what people said around their questions
 * ({@code ontology/asking}).
 */
record AskedOrTold(Regression asking, Regression counting, Regression meaning, Regression pointing) {
    private static final int EPOCHS = 8;
    private static final int NO = 0;
    private static final int YES = 1;

    /**
     * What it learns from, as the classifier reads it.
     *
     * @param ofOne questions about one thing that they do not name: "cpu on that box"
     * @param ofAny questions that name nothing and are about anything: "OOM kills?"
     * @param ofNamed questions about what they name or describe
     */
    record Examples(
            List<String> asked,
            List<String> told,
            List<String> one,
            List<String> several,
            List<String> ofOne,
            List<String> ofAny,
            List<String> ofNamed) {
        Examples {
            asked = List.copyOf(asked);
            told = List.copyOf(told);
            one = List.copyOf(one);
            several = List.copyOf(several);
            ofOne = List.copyOf(ofOne);
            ofAny = List.copyOf(ofAny);
            ofNamed = List.copyOf(ofNamed);
        }
    }

    static AskedOrTold learn(Examples examples, Function<String, Features> features) {
        return new AskedOrTold(
                learn(examples.asked(), examples.told(), features),
                learn(examples.several(), examples.one(), features),
                learn(examples.ofOne(), examples.ofAny(), features),
                pointing(examples, features));
    }

    /** Tells questions about one thing that they do not name from all others. */
    static Regression pointing(Examples examples, Function<String, Features> features) {
        var others = Stream.concat(examples.ofAny().stream(), examples.ofNamed().stream());
        return learn(examples.ofOne(), others.toList(), features);
    }

    private static Regression learn(List<String> yes, List<String> no, Function<String, Features> features) {
        var labelled = Stream.concat(
                        yes.stream().map(text -> new Regression.Labelled(features.apply(text), YES)),
                        no.stream().map(text -> new Regression.Labelled(features.apply(text), NO)))
                .toList();
        return Regression.train(labelled, 2, EPOCHS);
    }

    /** How likely a stretch asks something, 0 to 1. */
    double asks(Features stretch) {
        return asking.probabilities(stretch)[YES];
    }

    /** How likely an utterance asks more than one thing, 0 to 1. */
    double asksSeveral(Features utterance) {
        return counting.probabilities(utterance)[YES];
    }

    /** How likely a question that names nothing is about one thing that it does not name, rather than about anything; 0 to 1. */
    double meansOne(Features question) {
        return meaning.probabilities(question)[YES];
    }

    /** How likely an utterance is about one thing that it does not name, whatever else it names; 0 to 1. */
    double pointsAtOne(Features utterance) {
        return points(pointing, utterance);
    }

    static double points(Regression pointing, Features utterance) {
        return pointing.probabilities(utterance)[YES];
    }

    void write(DataOutputStream out) throws IOException {
        asking.write(out);
        counting.write(out);
        meaning.write(out);
        pointing.write(out);
    }

    static AskedOrTold read(ByteBuffer in) {
        return new AskedOrTold(Regression.read(in), Regression.read(in), Regression.read(in), Regression.read(in));
    }
}
