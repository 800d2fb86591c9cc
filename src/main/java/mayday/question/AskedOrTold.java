package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells by its wording, whatever it is about, whether a stretch asks something or only tells it, and whether an utterance asks one thing
 * or several: two regressions over what people said around their questions ({@code ontology/asking}).
 */
record AskedOrTold(SoftmaxRegression asking, SoftmaxRegression counting) {
    private static final int EPOCHS = 8;
    private static final int NO = 0;
    private static final int YES = 1;

    /** What it learns from, as the classifier reads it. */
    record Examples(List<String> asked, List<String> told, List<String> one, List<String> several) {
        Examples {
            asked = List.copyOf(asked);
            told = List.copyOf(told);
            one = List.copyOf(one);
            several = List.copyOf(several);
        }
    }

    static AskedOrTold learn(Examples examples, Function<String, Features> features) {
        return new AskedOrTold(
                learn(examples.asked(), examples.told(), features),
                learn(examples.several(), examples.one(), features));
    }

    private static SoftmaxRegression learn(List<String> yes, List<String> no, Function<String, Features> features) {
        var labelled = Stream.concat(
                        yes.stream().map(text -> new SoftmaxRegression.Labelled(features.apply(text), YES)),
                        no.stream().map(text -> new SoftmaxRegression.Labelled(features.apply(text), NO)))
                .toList();
        return SoftmaxRegression.train(labelled, 2, EPOCHS);
    }

    /** How likely a stretch asks something, 0 to 1. */
    double asks(Features stretch) {
        return asking.probabilities(stretch)[YES];
    }

    /** How likely an utterance asks more than one thing, 0 to 1. */
    double asksSeveral(Features utterance) {
        return counting.probabilities(utterance)[YES];
    }

    void write(DataOutputStream out) throws IOException {
        asking.write(out);
        counting.write(out);
    }

    static AskedOrTold read(ByteBuffer in) {
        return new AskedOrTold(SoftmaxRegression.read(in), SoftmaxRegression.read(in));
    }
}
