package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key is made once, is its owner's alone, and is the same after a restart. */
class SigningKeyTest {
    private static final RandomBytes SEVENS = bytes -> Arrays.fill(bytes, (byte) 7);
    private static final RandomBytes EIGHTS = bytes -> Arrays.fill(bytes, (byte) 8);

    @TempDir
    Path folder;

    @Test
    void isMadeOnce() throws Exception {
        var first = SigningKey.in(folder, SEVENS).bytes();
        assertThat(first).hasSize(32).containsOnly(7);
        assertThat(SigningKey.in(folder, EIGHTS).bytes()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isMadeAgainAfterACrashWhileItWasWritten() throws Exception {
        Files.write(folder.resolve("key.new"), new byte[] {7, 7});
        assertThat(SigningKey.in(folder, EIGHTS).bytes()).containsOnly(8);
    }

    @Test
    void isNotReplacedWhenDamaged() throws IOException {
        for (var length : new int[] {0, 31, 33}) {
            Files.write(folder.resolve("key"), new byte[length]);
            assertThatThrownBy(() -> SigningKey.in(folder, SEVENS))
                    .isInstanceOf(DataUnusable.class)
                    .hasMessageContaining("is damaged: it should be 32 bytes long. Put its backup in its place");
        }
    }

    @Test
    void isRefusedWhereItCannotBeKept() {
        assertThatThrownBy(() -> SigningKey.in(folder.resolve("nowhere"), SEVENS))
                .isInstanceOf(DataUnusable.class)
                .hasMessageContaining("cannot be read or created");
    }
}
