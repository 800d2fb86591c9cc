package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RarityTest {
    private static final Rarity RARITY = Rarity.of(Map.of("service", 99, "seat", 9));

    @Test
    void whatIsSaidOftenTellsLittle() {
        assertThat(RARITY.of("servic")).isZero();
        assertThat(RARITY.of("seat")).isEqualTo(0.5, within(1e-9));
        assertThat(RARITY.of("kiosk")).isEqualTo(1);
    }

    @Test
    void sharesWhatTells() {
        var stems = Rarity.stems("kiosks service seats");
        assertThat(stems).containsExactlyInAnyOrder("kiosk", "servic", "seat");
        assertThat(RARITY.of(Set.of("kiosk", "seat"))).isEqualTo(1.5, within(1e-9));
        assertThat(RARITY.ofCommon(Set.of("kiosk", "seat"), Set.of("kiosk"))).isEqualTo(1, within(1e-9));
        assertThat(RARITY.ofCommon(Set.of("servic"), Set.of("servic"))).isZero();
    }
}
