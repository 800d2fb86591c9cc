package mayday.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InMemoryTest {
    private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

    private final InMemory<String, Object> memory = new InMemory<>(2);

    @Test
    void whatIsInSomebodysHandsStaysTheOne() {
        var one = memory.keep("one", new Object(), NOW);
        memory.keep("two", new Object(), NOW);
        memory.keep("three", new Object(), NOW);
        memory.letGo(NOW.plus(InMemory.IDLE));
        assertThat(memory.find("one", NOW)).containsSame(one);
        assertThat(memory.keep("one", new Object(), NOW)).isSameAs(one);
    }

    @Test
    @Timeout(60)
    void whatNobodyAskedForInTenMinutesGoes() {
        var reference = new WeakReference<>(memory.keep("one", new Object(), NOW));
        memory.letGo(NOW.plus(InMemory.IDLE).minusMillis(1));
        System.gc();
        assertThat(memory.all()).hasSize(1);

        memory.find("one", NOW.plusSeconds(10));
        memory.letGo(NOW.plus(InMemory.IDLE));
        System.gc();
        assertThat(memory.all()).hasSize(1);

        memory.letGo(NOW.plus(InMemory.IDLE).plusSeconds(10));
        while (reference.get() != null) {
            System.gc();
        }
        assertThat(memory.all()).isEmpty();
        assertThat(memory.find("one", NOW)).isEmpty();
    }
}
