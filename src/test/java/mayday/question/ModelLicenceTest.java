package mayday.question;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The sentence model's licence is in the program that carries the model. */
class ModelLicenceTest {

    @Test
    void isShipped() throws IOException {
        try (var in = SentenceEncoder.class.getResourceAsStream("/META-INF/third-party/all-minilm-l6-v2.txt")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), UTF_8))
                    .contains("all-MiniLM-L6-v2", "Apache License", "TERMS AND CONDITIONS");
        }
    }
}
