package mayday.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns when a question is asked of one certain thing that it does not name, whatever else it names, and writes it to the ontology:
 * {@code pointing.json}. What tells it from the wording is learnt anew for each fifth of the utterances from the others, since what was
 * taught is known too well.
 */
final class LearnPointing {
    private static final int FOLDS = 5;

    private final SentenceEncoder encoder = SentenceEncoder.load();
    private final Map<String, Features> features = new HashMap<>();

    private LearnPointing() {}

    /**
     * Learns and writes.
     *
     * @param arguments the folder of the ontology's sources, {@code src/main/resources/ontology}
     */
    public static void main(String[] arguments) throws IOException {
        var judged = new LearnPointing().judged(DecidingSamples.pointing());
        TreesFit.write(Path.of(arguments[0]).resolve("pointing.json"), TreesFit.to(judged));
        System.out.printf(
                "%d utterances, of which %d point%n",
                judged.size(), judged.stream().filter(TreesFit.Judged::isSo).count());
    }

    private List<TreesFit.Judged> judged(List<DecidingSamples.Pointing> samples) {
        var judged = new ArrayList<TreesFit.Judged>();
        for (var fold = 0; fold < FOLDS; fold++) {
            var left = fold;
            var pointing = AskedOrTold.pointing(examples(samples, i -> i % FOLDS != left), this::features);
            for (var i = fold; i < samples.size(); i += FOLDS) {
                var sample = samples.get(i);
                var said = sample.said().pointing(text -> AskedOrTold.points(pointing, features(text)));
                judged.add(new TreesFit.Judged(
                        Pointing.traits(
                                sample.decision().topic(),
                                said,
                                sample.decision().place().stretch()),
                        sample.pointsAtOne()));
            }
        }
        return judged;
    }

    private static AskedOrTold.Examples examples(List<DecidingSamples.Pointing> samples, Predicate<Integer> isTaken) {
        return new AskedOrTold.Examples(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                texts(samples, isTaken, true),
                texts(samples, isTaken, false),
                List.of());
    }

    private static List<String> texts(
            List<DecidingSamples.Pointing> samples, Predicate<Integer> isTaken, boolean pointsAtOne) {
        return IntStream.range(0, samples.size())
                .filter(isTaken::test)
                .mapToObj(samples::get)
                .filter(sample -> sample.pointsAtOne() == pointsAtOne)
                .map(sample -> sample.said().text())
                .toList();
    }

    private Features features(String text) {
        return features.computeIfAbsent(text, unseen -> Features.of(unseen, encoder));
    }
}
