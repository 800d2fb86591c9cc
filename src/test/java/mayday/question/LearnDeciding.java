package mayday.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Learns which of the things that are spoken of are asked, and writes it to the ontology: {@code deciding.json}, and the stretches from
 * which the build learns how questions are worded ({@code asking/}). Run it when what goes before in the pipeline has changed; see
 * {@code docs/questions.md}.
 */
final class LearnDeciding {
    private static final int FOLDS = 5;

    /** From here on a stretch is taken for one that asks what was asked, and below the other for one that does not; 0 to 1. */
    private static final double ASKS = 0.3;

    private static final double ASKS_NOT = 0.1;

    private final SentenceEncoder encoder = SentenceEncoder.load();
    private final Map<String, Features> features = new HashMap<>();
    private final List<String> ofOne = DecidingSamples.naming(DecidingSamples.About.ONE);
    private final List<String> ofAny = DecidingSamples.naming(DecidingSamples.About.ANY);
    private final List<String> ofNamed = DecidingSamples.naming(DecidingSamples.About.NAMED);

    private LearnDeciding() {}

    /**
     * Learns and writes.
     *
     * @param arguments the folder of the ontology's sources, {@code src/main/resources/ontology}
     */
    public static void main(String[] arguments) throws IOException {
        var ontology = Path.of(arguments[0]);
        var learning = new LearnDeciding();
        var spoken = DecidingSamples.spoken();
        write(ontology.resolve("asking/questions.yaml"), "Heard, as the interpreter reads it.", byTopic(spoken));
        write(
                ontology.resolve("asking/of-one.yaml"),
                "Questions about one thing that they do not name.",
                learning.ofOne);
        write(
                ontology.resolve("asking/of-any.yaml"),
                "Questions that name nothing and are about anything.",
                learning.ofAny);
        write(
                ontology.resolve("asking/of-named.yaml"),
                "Questions about what they name or describe.",
                learning.ofNamed);
        var wholes = DecidingSamples.wholes();
        write(
                ontology.resolve("asking/wholes.yaml"),
                "Utterances, as the interpreter reads them, by all that they ask.",
                byAllTopics(wholes));
        var samples = new ArrayList<DecidingSamples.Sample>();
        for (var half = 0; half < 2; half++) {
            var other = 1 - half;
            // What is taught is known too well to learn from it what may be decided of what is not.
            var model = learning.taught(
                    spoken.stream().filter(each -> each.half() == other).toList(),
                    wholes.getOrDefault(other, List.of()));
            samples.addAll(DecidingSamples.of(model, half));
        }
        var examples = learning.examples(samples, _ -> true);
        write(
                ontology.resolve("asking/asked.yaml"),
                "Stretches that ask something, as the interpreter reads them.",
                examples.asked());
        write(ontology.resolve("asking/told.yaml"), "Stretches that only tell something.", examples.told());
        write(ontology.resolve("asking/one.yaml"), "Utterances that ask one thing.", examples.one());
        write(ontology.resolve("asking/several.yaml"), "Utterances that ask several things.", examples.several());
        var deciding = TreesFit.to(judged(learning.judgedByOthers(samples)));
        TreesFit.write(ontology.resolve("deciding.json"), deciding);
        System.out.printf(
                "%d utterances, %d traits%n", samples.size(), deciding.traits().size());
    }

    private static List<TreesFit.Judged> judged(List<DecidingSamples.Sample> samples) {
        var judged = new ArrayList<TreesFit.Judged>();
        for (var sample : samples) {
            var candidates = sample.said().candidates();
            for (var topic : candidates) {
                judged.add(new TreesFit.Judged(
                        Traits.of(topic, sample.said(), candidates),
                        sample.asked().contains(topic)));
            }
        }
        return judged;
    }

    private QuestionModel taught(List<DecidingSamples.Spoken> spoken, List<AskedTogether.Whole> wholes) {
        var examples = spoken.stream()
                .map(each -> new Example(each.text(), each.topic(), true))
                .toList();
        return QuestionModel.of(Learnt.from(Taught.load().speaking(examples, wholes), encoder), encoder);
    }

    private Features features(String text) {
        return features.computeIfAbsent(text, unseen -> Features.of(unseen, encoder));
    }

    /** What the samples of these numbers teach of wordings. */
    private AskedOrTold.Examples examples(List<DecidingSamples.Sample> samples, Predicate<Integer> isTaken) {
        var asked = new ArrayList<String>();
        var told = new ArrayList<String>();
        var one = new ArrayList<String>();
        var several = new ArrayList<String>();
        for (var i = 0; i < samples.size(); i++) {
            if (isTaken.test(i)) {
                var sample = samples.get(i);
                sample.said().stretches().stream()
                        .filter(stretch -> asks(stretch, sample))
                        .map(LearnDeciding::read)
                        .forEach(asked::add);
                sample.said().stretches().stream()
                        .filter(stretch -> tells(stretch, sample))
                        .map(LearnDeciding::read)
                        .forEach(told::add);
                if (!sample.asksNothing()) {
                    (sample.several() ? several : one).add(sample.said().text());
                }
            }
        }
        return new AskedOrTold.Examples(asked, told, one, several, ofOne, ofAny, ofNamed);
    }

    private static String read(Stretch stretch) {
        return Reader.read(stretch.pieces());
    }

    private static double most(Stretch stretch, DecidingSamples.Sample sample) {
        return sample.asked().stream().mapToDouble(stretch::of).max().orElse(0);
    }

    private static boolean asks(Stretch stretch, DecidingSamples.Sample sample) {
        return !stretch.isOnlyNames() && most(stretch, sample) >= ASKS;
    }

    private static boolean tells(Stretch stretch, DecidingSamples.Sample sample) {
        return !stretch.isOnlyNames()
                && (sample.asksNothing() || sample.said().stretches().size() > 1)
                && most(stretch, sample) < ASKS_NOT;
    }

    /** Each sample as it is judged by wordings that were learnt from others. */
    private List<DecidingSamples.Sample> judgedByOthers(List<DecidingSamples.Sample> samples) {
        var judged = new ArrayList<>(samples);
        for (var fold = 0; fold < FOLDS; fold++) {
            var left = fold;
            var manner = AskedOrTold.learn(examples(samples, i -> i % FOLDS != left), this::features);
            for (var i = fold; i < samples.size(); i += FOLDS) {
                var sample = samples.get(i);
                judged.set(
                        i,
                        new DecidingSamples.Sample(
                                judged(sample.said(), manner), sample.asked(), sample.asksNothing(), sample.several()));
            }
        }
        return judged;
    }

    private Said judged(Said said, AskedOrTold manner) {
        return said.judged(stretch -> manner.asks(features(read(stretch))), manner.asksSeveral(features(said.text())));
    }

    private static void write(Path file, String head, List<String> texts) throws IOException {
        Files.writeString(
                file,
                texts.stream()
                        .distinct()
                        .map(LearnDeciding::item)
                        .collect(Collectors.joining("", "# " + head + " Written by `LearnDeciding`.\n", "")));
    }

    private static void write(Path file, String head, Map<String, List<String>> texts) throws IOException {
        Files.writeString(
                file,
                new TreeMap<>(texts)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + ":\n"
                                        + entry.getValue().stream()
                                                .distinct()
                                                .map(LearnDeciding::item)
                                                .collect(Collectors.joining()))
                                .collect(Collectors.joining("", "# " + head + " Written by `LearnDeciding`.\n", "")));
    }

    private static Map<String, List<String>> byTopic(List<DecidingSamples.Spoken> spoken) {
        return spoken.stream()
                .collect(Collectors.groupingBy(
                        each -> each.topic().name(),
                        Collectors.mapping(DecidingSamples.Spoken::text, Collectors.toList())));
    }

    private static Map<String, List<String>> byAllTopics(Map<Integer, List<AskedTogether.Whole>> wholes) {
        return wholes.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        whole -> whole.asked().isEmpty()
                                ? Taught.NOTHING
                                : whole.asked().stream()
                                        .map(Topic.Known::name)
                                        .sorted()
                                        .collect(Collectors.joining(" ")),
                        Collectors.mapping(AskedTogether.Whole::text, Collectors.toList())));
    }

    private static String item(String text) {
        return "- \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
    }
}
