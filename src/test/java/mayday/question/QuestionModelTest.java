package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuestionModelTest {
    /** Where many ask at once for interpreters that need the model, every thread of the pool waits for it. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void loadsWhileAllThreadsOfTheCommonPoolWait() {
        var loaded = new CountDownLatch(1);
        var pool = ForkJoinPool.commonPool();
        for (var left = pool.getParallelism(); left > 0; left--) {
            var _ = pool.submit(() -> loaded.await(1, TimeUnit.MINUTES));
        }
        try {
            assertThat(QuestionModel.load()).isNotNull();
        } finally {
            loaded.countDown();
        }
    }
}
