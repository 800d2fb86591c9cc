package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Fits the weights of {@link Deciding} to samples. */
final class DecidingFit {
    private static final double PENALTY = 3;
    private static final double NEVER_VARIES = 1e-9;

    private DecidingFit() {}

    static Deciding to(List<DecidingSamples.Sample> samples) {
        var rows = new ArrayList<Map<String, Double>>();
        var labels = new ArrayList<Integer>();
        for (var sample : samples) {
            var candidates = sample.said().candidates();
            for (var topic : candidates) {
                rows.add(Traits.of(topic, sample.said(), candidates).values());
                labels.add(sample.asked().contains(topic) ? 1 : 0);
            }
        }
        return fitted(rows, labels.stream().mapToInt(Integer::intValue).toArray());
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

    /** Fits on numbers of mean 0 and variance 1, so that the penalty is fair, and writes the weights for the numbers as they are. */
    private static Deciding fitted(List<Map<String, Double>> rows, int[] labels) {
        var scales = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .map(trait -> Scale.of(trait, rows))
                .filter(scale -> scale.deviation() > NEVER_VARIES)
                .toList();
        var inputs = rows.stream()
                .map(row -> IntStream.rangeClosed(0, scales.size())
                        .mapToDouble(i -> i == 0 ? 1 : scales.get(i - 1).scaled(row))
                        .toArray())
                .toArray(double[][]::new);
        var fit = LogisticRegression.fit(inputs, labels, PENALTY);
        var bias = fit[0];
        var weights = new TreeMap<String, Double>();
        for (var i = 0; i < scales.size(); i++) {
            var weight = fit[i + 1] / scales.get(i).deviation();
            bias -= weight * scales.get(i).mean();
            weights.put(scales.get(i).trait(), weight);
        }
        return new Deciding(bias, weights);
    }
}
