package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list that grows by sharing: nobody who holds one sees it change. */
class HistoryTest {
    private static final int LONG = 3 * History.CHUNK + 1;

    @Test
    void holdsWhatWasAddedInOrder() {
        var expected = new ArrayList<Recorded>();
        var history = History.of(List.of());
        for (var number = 1; number <= LONG; number++) {
            history = history.and(waited(number, 1));
            expected.add(waited(number, 1));
            assertThat(history).isEqualTo(expected);
        }
        assertThat(History.of(expected)).isEqualTo(expected);
        assertThat(History.of(history)).isSameAs(history);
    }

    @Test
    void twoFuturesOfTheSamePastDoNotMeet() {
        for (var length = 0; length < LONG; length++) {
            var past = upTo(length);
            var one = past.and(waited(length + 1, 1));
            var other = past.and(waited(length + 1, 2));

            assertThat(past).isEqualTo(upTo(length));
            assertThat(one.getLast()).isEqualTo(waited(length + 1, 1));
            assertThat(other.getLast()).isEqualTo(waited(length + 1, 2));
        }
    }

    @Test
    void cannotBeWrittenTo() {
        var history = upTo(2);
        assertThatThrownBy(() -> history.set(0, waited(1, 2))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> history.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> history.add(waited(3, 1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> history.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static History upTo(int length) {
        var history = History.of(List.of());
        for (var number = 1; number <= length; number++) {
            history = history.and(waited(number, 1));
        }
        return history;
    }

    private static Recorded waited(int number, int seconds) {
        return new Recorded(
                number, Instant.EPOCH.plusSeconds(number), new Event.Waited(Playing.SAM, Duration.ofSeconds(seconds)));
    }
}
