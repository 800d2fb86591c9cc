package mayday.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits {@link Weights} to what is known to be chosen. */
final class WeightsFit {
    private static final double PENALTY = 3;
    private static final double NEVER_VARIES = 1e-9;

    private WeightsFit() {}

    /** Several of which at most one is the one; {@code chosen} is its number, or -1 if none is. */
    record Choice(List<Traits> alternatives, int chosen) {}

    /** Weights for {@link Weights#probabilities}. */
    static Weights toChosen(List<Choice> choices) {
        var scales = scales(choices.stream()
                .flatMap(choice -> choice.alternatives().stream())
                .map(Traits::values)
                .toList());
        var scaled = choices.stream()
                .map(choice -> new ConditionalLogit.Choice(
                        List.of(inputs(
                                choice.alternatives().stream()
                                        .map(Traits::values)
                                        .toList(),
                                scales)),
                        choice.chosen()))
                .toList();
        return unscaled(ConditionalLogit.fit(scaled, PENALTY), scales);
    }

    /** A trait, with the mean of its numbers and their standard deviation. */
    private record Scale(String trait, double mean, double deviation) {
        static Scale of(String trait, List<Map<String, Double>> rows) {
            var mean = rows.stream()
                    .mapToDouble(row -> number(row, trait))
                    .average()
                    .orElse(0);
            var variance = rows.stream()
                    .mapToDouble(row -> number(row, trait) - mean)
                    .map(each -> each * each)
                    .average()
                    .orElse(0);
            return new Scale(trait, mean, Math.sqrt(variance));
        }

        private static double number(Map<String, Double> row, String trait) {
            return row.getOrDefault(trait, 0.0);
        }

        double scaled(Map<String, Double> row) {
            return (number(row, trait) - mean) / deviation;
        }
    }

    private static List<Scale> scales(List<Map<String, Double>> rows) {
        return rows.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .map(trait -> Scale.of(trait, rows))
                .filter(scale -> scale.deviation() > NEVER_VARIES)
                .toList();
    }

    /** Numbers of mean 0 and variance 1, so that the penalty is fair, behind a 1 for the bias. */
    private static double[][] inputs(List<Map<String, Double>> rows, List<Scale> scales) {
        return rows.stream()
                .map(row -> IntStream.rangeClosed(0, scales.size())
                        .mapToDouble(i -> i == 0 ? 1 : scales.get(i - 1).scaled(row))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The weights for the numbers as they are. */
    private static Weights unscaled(double[] fit, List<Scale> scales) {
        var bias = fit[0];
        var weights = new TreeMap<String, Double>();
        for (var i = 0; i < scales.size(); i++) {
            var weight = fit[i + 1] / scales.get(i).deviation();
            bias -= weight * scales.get(i).mean();
            weights.put(scales.get(i).trait(), weight);
        }
        return new Weights(bias, weights);
    }

    static void write(Path file, String head, Weights weights) throws IOException {
        Files.writeString(
                file,
                new TreeMap<>(weights.weights())
                        .entrySet().stream()
                                .map(each -> "  \"%s\": %.4f%n".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining("", """
                                        # %s
                                        bias: %.4f
                                        weights:
                                        """.formatted(head, weights.bias()), "")));
    }
}
