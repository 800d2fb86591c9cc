package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of each topic the largest few are kept. */
class NearestTest {

    private static Nearest of(float... figures) {
        var nearest = new Nearest(2, 3);
        for (var i = 0; i < figures.length; i++) {
            nearest.add(1, figures[i], 10 + i);
        }
        return nearest;
    }

    @Test
    void theLargestFirst() {
        assertThat(of(0.2f, 0.9f, 0.1f, 0.5f).numbers(1)).containsExactly(11, 13, 10);
    }

    @Test
    void asManyAsThereAre() {
        assertThat(of(0.2f).numbers(1)).containsExactly(10);
        assertThat(of(0.2f).numbers(0)).isEmpty();
    }

    @Test
    void theirMean() {
        assertThat(of(0.25f, 1f, 0.5f, 0f).mean(1, 2)).isEqualTo(0.75f);
        assertThat(of(0.25f).mean(1, 3)).isEqualTo(0.25f);
        assertThat(of().means(3)).containsExactly(-1, -1);
    }
}
