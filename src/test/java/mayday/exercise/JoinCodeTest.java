package mayday.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"KTMQRV", "ktm-qrv", " KTM QRV ", "k-t-m q r v"})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(JoinCode.parse(typed).orElseThrow().spaced()).isEqualTo("KTM-QRV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KTMQR", "KTMQRVX", "KTMQRA", "KTMQR1", "КТМQRV"})
    void isNotReadIntoWhatIsNone(String typed) {
        assertThat(JoinCode.parse(typed)).isEmpty();
    }

    @Test
    void aDrawnOneCanBeTyped() {
        var code = JoinCode.draw(new Random(3));
        assertThat(JoinCode.parse(code.spaced())).contains(code);
    }
}
