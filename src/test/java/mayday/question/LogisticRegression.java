package mayday.question;

import java.util.Arrays;

/**
 * Binary logistic regression with a penalty on the square of each weight but the first (the bias), fitted by Newton's method. The same
 * rows give the same weights.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final double DONE = 1e-8;

    private LogisticRegression() {}

    /**
     * The weights that make {@code labels} likeliest.
     *
     * @param rows inputs, the first of each of them 1
     * @param labels 0 or 1 for each row
     * @param penalty on half the sum of the squared weights
     */
    static double[] fit(double[][] rows, int[] labels, double penalty) {
        var weights = new double[rows[0].length];
        for (var i = 0; i < MOST_STEPS; i++) {
            var step = step(rows, labels, penalty, weights);
            for (var w = 0; w < weights.length; w++) {
                weights[w] -= step[w];
            }
            if (Arrays.stream(step).map(Math::abs).max().orElse(0) < DONE) {
                return weights;
            }
        }
        throw new IllegalStateException("it does not settle");
    }

    static double probability(double[] row, double[] weights) {
        var sum = 0.0;
        for (var i = 0; i < row.length; i++) {
            sum += row[i] * weights[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private static double[] step(double[][] rows, int[] labels, double penalty, double[] weights) {
        var size = weights.length;
        var gradient = new double[size];
        var curvature = new double[size][size];
        for (var r = 0; r < rows.length; r++) {
            var row = rows[r];
            var probability = probability(row, weights);
            var error = probability - labels[r];
            var weight = Math.max(probability * (1 - probability), 1e-9);
            for (var i = 0; i < size; i++) {
                if (row[i] != 0) {
                    gradient[i] += error * row[i];
                    for (var j = 0; j <= i; j++) {
                        curvature[i][j] += weight * row[i] * row[j];
                    }
                }
            }
        }
        for (var i = 0; i < size; i++) {
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
