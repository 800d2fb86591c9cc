package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A file of blurbs is read as it was written, or not at all. */
class BlurbFileTest {
    private static final BlurbFile FILE = new BlurbFile("a stamp", Blurbs.NONE.of(Shipped.FOLDER, Shipped.library()));

    private static final byte[] BYTES = FILE.bytes();

    @Test
    void isReadAsItWasWritten() {
        assertThat(BlurbFile.read(BYTES)).contains(FILE);
        assertThat(BlurbFile.read(BYTES).orElseThrow().bytes()).isEqualTo(BYTES);
    }

    @Test
    void isNotReadIfAnyByteIsAnother() {
        for (var i = 0; i < BYTES.length; i += i < 64 ? 1 : 97) {
            var damaged = BYTES.clone();
            damaged[i] ^= 0x10;
            assertThat(BlurbFile.read(damaged)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void isNotReadIfItWasCutOffOrGoesOn() {
        for (var length : new int[] {0, 1, 11, 12, 13, BYTES.length / 2, BYTES.length - 1, BYTES.length + 1}) {
            assertThat(BlurbFile.read(Arrays.copyOf(BYTES, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void saysOfAScenarioWhatTheCatalogueSays() {
        assertThat(FILE.blurbs().scenarios().values())
                .containsExactlyInAnyOrderElementsOf(
                        Listing.of(Shipped.library()).scenarios());
    }

    /** It is never sent; and yet. */
    @Test
    void knowsNoCause() {
        var text = new String(BYTES, UTF_8);
        for (var scenario : Shipped.library().scenarios()) {
            for (var cause : scenario.causes()) {
                assertThat(text).doesNotContain(cause.title());
            }
        }
    }
}
