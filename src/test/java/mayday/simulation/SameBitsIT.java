package mayday.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model gives the same bits interpreted and compiled, by whichever compiler: a journal is replayed on another machine. */
class SameBitsIT {

    /** The slowest way gets the shortest way to go. */
    @ParameterizedTest
    @CsvSource({"-Xint, 1", "-XX:TieredStopAtLevel=1, 6", "-XX:-TieredCompilation, 6"})
    void theSameHoweverItIsCompiled(String option, int histories) throws IOException, InterruptedException {
        assertThat(fingerprint(option, histories)).isEqualTo(fingerprint("-XX:UseAVX=0", histories));
    }

    private static String fingerprint(String option, int histories) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        option,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Fingerprint.class.getName(),
                        Integer.toString(histories)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed.strip();
    }
}
