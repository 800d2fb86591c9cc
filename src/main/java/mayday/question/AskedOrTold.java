package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells by its wording, whatever it is about, whether a stretch asks something or only tells it, and whether an utterance asks one thing
 * or several, and whether what it does not name is one thing or any: three regressions over what people said around their questions
 * ({@code ontology/asking}).
 */
record AskedOrTold(Regression asking, Regression counting, Regression meaning) {
    private static final int EPOCHS = 8;
    private static final int NO = 0;
    private static final int YES = 1;

    /**
     * What it learns from, as the classifier reads it.
     *
     * @param ofOne questions about one thing that they do not name: "cpu on that box"
     * @param ofAny questions that name nothing and are about anything: "OOM kills?"
     */
    record Examples(
            List<String> asked,
            List<String> told,
            List<String> one,
            List<String> several,
            List<String> ofOne,
            List<String> ofAny) {
        Examples {
            asked = List.copyOf(asked);
            told = List.copyOf(told);
            one = List.copyOf(one);
            several = List.copyOf(several);
            ofOne = List.copyOf(ofOne);
            ofAny = List.copyOf(ofAny);
        }
    }

    static AskedOrTold learn(Examples examples, Function<String, Features> features) {
        return new AskedOrTold(
                learn(examples.asked(), examples.told(), features),
                learn(examples.several(), examples.one(), features),
                learn(examples.ofOne(), examples.ofAny(), features));
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

    void write(DataOutputStream out) throws IOException {
        asking.write(out);
        counting.write(out);
        meaning.write(out);
    }

    static AskedOrTold read(ByteBuffer in) {
        return new AskedOrTold(Regression.read(in), Regression.read(in), Regression.read(in));
    }
}
