package mayday.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A few at once, some waiting, and no more. */
class TurnsTest {
    @Test
    void twoWorkThirtyTwoWaitAndTheNextIsTurnedAway() throws Exception {
        var turns = new Turns();
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var begun = new CountDownLatch(Turns.AT_ONCE);
        var goOn = new CountDownLatch(1);
        Callable<Boolean> work = () -> turns.take(() -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            begun.countDown();
            awaitUninterrupted(goOn);
            working.decrementAndGet();
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = new ArrayList<Future<Boolean>>();
            for (var one = 0; one < Turns.AT_ONCE + Turns.MOST_WAITING; one++) {
                taken.add(threads.submit(work));
            }
            begun.await();
            while (turns.free() > 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(work::call).isInstanceOf(TooBusy.class);
            goOn.countDown();
            for (var each : taken) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(most).hasValue(Turns.AT_ONCE);
        assertThat(turns.take(() -> "again")).isEqualTo("again");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
