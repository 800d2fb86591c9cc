package mayday.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model gives the same bits interpreted and compiled, by whichever compiler: a journal is replayed on another machine. */
class SameBitsIT {

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void theSameHoweverItIsCompiled(String option) throws IOException, InterruptedException {
        assertThat(fingerprint(option)).isEqualTo(fingerprint("-XX:UseAVX=0"));
    }

    private static String fingerprint(String option) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        option,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Fingerprint.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }
}
