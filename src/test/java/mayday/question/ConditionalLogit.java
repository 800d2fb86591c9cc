package mayday.question;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A conditional logit with a penalty on the square of each weight but the first (the bias), fitted by Newton's method. The same choices give
 * the same weights.
 */
final class ConditionalLogit {
    private static final int MOST_STEPS = 50;
    private static final double DONE = 1e-8;
    private static final double SHORTEST = 1e-9;
    private static final double LEAST = 1e-12;

    private ConditionalLogit() {}

    /** Several of which at most one is the one, each with its inputs; {@code chosen} is its number, or -1 if none is. */
    record Choice(List<double[]> rows, int chosen) {}

    /**
     * The weights that make what was chosen likeliest, when none of them has the odds 1.
     *
     * @param choices of inputs, the first of each of them 1
     * @param penalty on half the sum of the squared weights
     */
    static double[] fit(List<Choice> choices, double penalty) {
        var size = choices.getFirst().rows().getFirst().length;
        var weights = new double[size];
        for (var i = 0; i < MOST_STEPS; i++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            choices.forEach(choice -> add(choice, weights, gradient, curvature));
            var step = shortened(penalised(curvature, gradient, penalty, weights), choices, penalty, weights);
            for (var w = 0; w < size; w++) {
                weights[w] -= step[w];
            }
            if (Arrays.stream(step).map(Math::abs).max().orElse(0) < DONE) {
                return weights;
            }
        }
        throw new IllegalStateException("it does not settle");
    }

    /** Newton's step, or as much of it as makes what was chosen likelier: far from the end a whole one may leap over it. */
    private static double[] shortened(double[] step, List<Choice> choices, double penalty, double[] weights) {
        var before = surprise(choices, penalty, weights);
        for (var part = 1.0; part > SHORTEST; part /= 2) {
            var shorter = new double[step.length];
            for (var i = 0; i < step.length; i++) {
                shorter[i] = part * step[i];
            }
            var after = new double[step.length];
            Arrays.setAll(after, i -> weights[i] - shorter[i]);
            if (surprise(choices, penalty, after) <= before + DONE) {
                return shorter;
            }
        }
        throw new IllegalStateException("it does not settle");
    }

    /** How unlikely the weights make what was chosen, with the penalty. */
    private static double surprise(List<Choice> choices, double penalty, double[] weights) {
        var surprise = choices.stream()
                .mapToDouble(choice -> {
                    var probabilities = probabilities(choice, weights);
                    var probability = choice.chosen() < 0
                            ? 1 - Arrays.stream(probabilities).sum()
                            : probabilities[choice.chosen()];
                    return -Math.log(Math.max(probability, LEAST));
                })
                .sum();
        return surprise
                + penalty
                        / 2
                        * Arrays.stream(weights)
                                .skip(1)
                                .map(each -> each * each)
                                .sum();
    }

    private static void add(Choice choice, double[] weights, double[] gradient, double[][] curvature) {
        var probabilities = probabilities(choice, weights);
        var mean = new double[weights.length];
        for (var r = 0; r < choice.rows().size(); r++) {
            var row = choice.rows().get(r);
            var error = probabilities[r] - (r == choice.chosen() ? 1 : 0);
            for (var i = 0; i < row.length; i++) {
                gradient[i] += error * row[i];
                mean[i] += probabilities[r] * row[i];
                for (var j = 0; j <= i; j++) {
                    curvature[i][j] += probabilities[r] * row[i] * row[j];
                }
            }
        }
        for (var i = 0; i < mean.length; i++) {
            for (var j = 0; j <= i; j++) {
                curvature[i][j] -= mean[i] * mean[j];
            }
        }
    }

    private static double[] probabilities(Choice choice, double[] weights) {
        var odds = choice.rows().stream()
                .mapToDouble(row -> IntStream.range(0, row.length)
                        .mapToDouble(i -> row[i] * weights[i])
                        .sum())
                .toArray();
        var largest = Math.max(0, Arrays.stream(odds).max().orElse(0));
        var sum = Math.exp(-largest)
                + Arrays.stream(odds).map(each -> Math.exp(each - largest)).sum();
        return Arrays.stream(odds).map(each -> Math.exp(each - largest) / sum).toArray();
    }

    /** @param curvature of which only the lower half is filled */
    private static double[] penalised(double[][] curvature, double[] gradient, double penalty, double[] weights) {
        for (var i = 0; i < weights.length; i++) {
            for (var j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
            if (i > 0) {
                gradient[i] += penalty * weights[i];
            }
            curvature[i][i] += i > 0 ? penalty : 1e-9;
        }
        return solved(curvature, gradient);
    }

    /** The solution of a system of linear equations, by elimination with the largest pivot first. */
    private static double[] solved(double[][] matrix, double[] right) {
        var size = right.length;
        for (var column = 0; column < size; column++) {
            var pivot = column;
            for (var row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            var swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            var value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (var row = column + 1; row < size; row++) {
                var factor = matrix[row][column] / matrix[column][column];
                for (var i = column; i < size; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
                right[row] -= factor * right[column];
            }
        }
        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--) {
            var sum = right[row];
            for (var i = row + 1; i < size; i++) {
                sum -= matrix[row][i] * solution[i];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
