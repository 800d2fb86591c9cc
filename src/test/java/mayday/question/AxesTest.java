package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Along the axes vectors are as like as they are, if they lie in a space that the axes span. */
class AxesTest {

    /** Vectors that are sums of so few directions: fewer than there are axes. */
    private static final int DIRECTIONS = 20;

    private static List<float[]> flat(int count, long seed) {
        var random = new SplittableRandom(seed);
        var directions =
                IntStream.range(0, DIRECTIONS).mapToObj(_ -> any(random)).toList();
        var vectors = new ArrayList<float[]>();
        for (var i = 0; i < count; i++) {
            var vector = new float[SentenceEncoder.DIMENSIONS];
            for (var direction : directions) {
                var factor = (float) random.nextDouble(-1, 1);
                for (var d = 0; d < vector.length; d++) {
                    vector[d] += factor * direction[d];
                }
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static float[] any(SplittableRandom random) {
        var vector = new float[SentenceEncoder.DIMENSIONS];
        for (var d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextDouble(-1, 1) / vector.length;
        }
        return vector;
    }

    private static double product(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(d -> (double) one[d] * other[d])
                .sum();
    }

    @Test
    void keepHowLikeTwoVectorsAre() {
        var vectors = flat(200, 7);
        var axes = Axes.of(vectors);
        for (var i = 1; i < vectors.size(); i++) {
            var one = vectors.get(i - 1);
            var other = vectors.get(i);
            assertThat(product(axes.along(one), axes.along(other)))
                    .isCloseTo(
                            product(one, other), within(1e-3 * Math.sqrt(product(one, one) * product(other, other))));
        }
    }

    @Test
    void makeNoVectorLonger() {
        var axes = Axes.of(flat(200, 7));
        var random = new SplittableRandom(8);
        for (var i = 0; i < 50; i++) {
            var vector = any(random);
            assertThat(product(axes.along(vector), axes.along(vector)))
                    .isLessThanOrEqualTo(1.001 * product(vector, vector));
        }
    }

    @Test
    void areTheSameForTheSameVectors() {
        var vector = flat(1, 9).getFirst();

        assertThat(Axes.of(flat(100, 7)).along(vector))
                .isEqualTo(Axes.of(flat(100, 7)).along(vector));
    }
}
