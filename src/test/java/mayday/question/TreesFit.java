package mayday.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Grows {@link Trees} that tell what is so from what is not: each on what those before it left, by second derivatives, the most useful branch first, and
 * of each trait only some numbers are tried (Chen and Guestrin 2016). The same samples give the same trees.
 */
final class TreesFit {
    private static final int TREES = 250;
    private static final int MOST_LEAVES = 15;
    private static final int FEWEST_ROWS = 30;
    private static final double PENALTY = 10;
    private static final double RATE = 0.05;

    /** So many numbers of a trait are tried at most. */
    private static final int NUMBERS = 63;

    private final List<String> traits;

    /** By trait, the numbers that are tried, the smallest first. */
    private final double[][] least;

    /** By trait and row, how many of these numbers the row's reaches. */
    private final byte[][] reached;

    private final double[] slopes;
    private final double[] curvatures;

    private TreesFit(List<Traits> rows) {
        traits = rows.stream()
                .flatMap(row -> row.values().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        least = new double[traits.size()][];
        reached = new byte[traits.size()][rows.size()];
        slopes = new double[rows.size()];
        curvatures = new double[rows.size()];
        for (var t = 0; t < traits.size(); t++) {
            var trait = traits.get(t);
            var numbers = rows.stream()
                    .mapToDouble(row -> row.values().getOrDefault(trait, 0.0))
                    .toArray();
            least[t] = tried(numbers);
            for (var r = 0; r < numbers.length; r++) {
                var at = Arrays.binarySearch(least[t], numbers[r]);
                reached[t][r] = (byte) (at >= 0 ? at + 1 : -at - 1);
            }
        }
    }

    /** Numbers between those that occur, rounded as they are stored: all of them, or some that part them evenly. */
    private static double[] tried(double[] numbers) {
        var sorted = Arrays.stream(numbers).sorted().toArray();
        var distinct = Arrays.stream(sorted).distinct().toArray();
        var between = IntStream.range(1, distinct.length).mapToDouble(i -> middle(distinct[i - 1], distinct[i]));
        var evenly = IntStream.rangeClosed(1, NUMBERS)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / (NUMBERS + 1))]);
        return (distinct.length <= NUMBERS ? between : evenly)
                .map(TreesFit::rounded)
                .distinct()
                .sorted()
                .toArray();
    }

    private static double middle(double one, double other) {
        return (one + other) / 2;
    }

    private static double rounded(double number) {
        return Math.round(number * 1e4) / 1e4;
    }

    /** What is judged, and whether it is so. */
    record Judged(Traits traits, boolean isSo) {}

    /** The trees that make what is known likeliest. */
    static Trees to(List<Judged> judged) {
        var rows = judged.stream().map(Judged::traits).toList();
        var fit = new TreesFit(rows);
        var share = judged.stream().filter(Judged::isSo).count() / (double) judged.size();
        var trees = new ArrayList<Trees.Tree>();
        trees.add(new Trees.Leaf(rounded(Math.log(share / (1 - share)))));
        var odds = new double[rows.size()];
        for (var i = 0; i <= TREES; i++) {
            for (var r = 0; r < odds.length; r++) {
                odds[r] += trees.getLast().of(rows.get(r));
                var probability = 1 / (1 + StrictMath.exp(-odds[r]));
                fit.slopes[r] = probability - (judged.get(r).isSo() ? 1 : 0);
                fit.curvatures[r] = probability * (1 - probability);
            }
            if (i < TREES) {
                trees.add(fit.grown(IntStream.range(0, odds.length).toArray()));
            }
        }
        return new Trees(trees);
    }

    /** Where rows may part, and how much better that makes it. */
    private record Parting(int trait, int number, double gain) {}

    /** A leaf while it may still branch; {@code sides} are what it became. */
    private static final class Bud {
        private final int[] rows;
        private final Optional<Parting> best;
        private final List<Bud> sides = new ArrayList<>();

        private Bud(int[] rows, Optional<Parting> best) {
            this.rows = rows;
            this.best = best;
        }
    }

    private Trees.Tree grown(int[] rows) {
        var root = bud(rows);
        var buds = new ArrayList<>(List.of(root));
        while (buds.size() < MOST_LEAVES) {
            var next = buds.stream()
                    .filter(bud -> bud.best.isPresent())
                    .max(Comparator.comparingDouble(
                            bud -> bud.best.orElseThrow().gain()));
            if (next.isEmpty()) {
                break;
            }
            var bud = next.get();
            var parting = bud.best.orElseThrow();
            bud.sides.add(bud(those(bud.rows, row -> reached[parting.trait()][row] <= parting.number())));
            bud.sides.add(bud(those(bud.rows, row -> reached[parting.trait()][row] > parting.number())));
            buds.remove(bud);
            buds.addAll(bud.sides);
        }
        return tree(root);
    }

    private static int[] those(int[] rows, IntPredicate which) {
        return Arrays.stream(rows).filter(which).toArray();
    }

    private Trees.Tree tree(Bud bud) {
        if (bud.sides.isEmpty()) {
            return new Trees.Leaf(rounded(-RATE * sum(bud.rows, slopes) / (sum(bud.rows, curvatures) + PENALTY)));
        }
        var parting = bud.best.orElseThrow();
        return new Trees.Branch(
                traits.get(parting.trait()),
                least[parting.trait()][parting.number()],
                tree(bud.sides.getFirst()),
                tree(bud.sides.getLast()));
    }

    private static double sum(int[] rows, double[] numbers) {
        var sum = 0.0;
        for (var row : rows) {
            sum += numbers[row];
        }
        return sum;
    }

    private Bud bud(int[] rows) {
        var best = Optional.<Parting>empty();
        for (var t = 0; t < traits.size() && rows.length >= 2 * FEWEST_ROWS; t++) {
            var parting = best(t, rows);
            if (parting.isPresent()
                    && parting.get().gain() > best.map(Parting::gain).orElse(0.0)) {
                best = parting;
            }
        }
        return new Bud(rows, best);
    }

    /** The best number of a trait to part rows by. */
    private Optional<Parting> best(int trait, int[] rows) {
        var groups = least[trait].length + 1;
        var slope = new double[groups];
        var curvature = new double[groups];
        var count = new int[groups];
        for (var row : rows) {
            var group = reached[trait][row];
            slope[group] += slopes[row];
            curvature[group] += curvatures[row];
            count[group]++;
        }
        var allSlope = Arrays.stream(slope).sum();
        var allCurvature = Arrays.stream(curvature).sum();
        var best = Optional.<Parting>empty();
        var below = 0;
        var slopeBelow = 0.0;
        var curvatureBelow = 0.0;
        for (var g = 0; g < groups - 1; g++) {
            below += count[g];
            slopeBelow += slope[g];
            curvatureBelow += curvature[g];
            if (below < FEWEST_ROWS || rows.length - below < FEWEST_ROWS) {
                continue;
            }
            var gain = worth(slopeBelow, curvatureBelow)
                    + worth(allSlope - slopeBelow, allCurvature - curvatureBelow)
                    - worth(allSlope, allCurvature);
            if (gain > best.map(Parting::gain).orElse(1e-9)) {
                best = Optional.of(new Parting(trait, g, gain));
            }
        }
        return best;
    }

    private static double worth(double slope, double curvature) {
        return slope * slope / (curvature + PENALTY);
    }

    static void write(Path file, Trees trees) throws IOException {
        Files.writeString(
                file, trees.trees().stream().map(TreesFit::text).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    private static String text(Trees.Tree tree) {
        return switch (tree) {
            case Trees.Leaf(var odds) -> number(odds);
            case Trees.Branch(var trait, var least, var below, var from) ->
                "[\"%s\",%s,%s,%s]".formatted(trait, number(least), text(below), text(from));
        };
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.4f", number).replaceAll("\\.?0+$", "");
    }
}
