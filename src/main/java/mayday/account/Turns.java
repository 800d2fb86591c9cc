package mayday.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets a few in at once and a bounded number wait, first come first served; who comes beyond that is turned away. */
public final class Turns {
    /** Each computes a hash, on a core of its own and in memory of its own. */
    static final int AT_ONCE = 2;

    static final int MOST_WAITING = 32;

    private final Semaphore admitted = new Semaphore(AT_ONCE + MOST_WAITING);
    private final Semaphore working = new Semaphore(AT_ONCE, true);

    /** How many more may work or wait. */
    int free() {
        return admitted.availablePermits();
    }

    /** Does {@code work} when it is its turn. */
    public <T> T take(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw new TooBusy();
        }
        try {
            working.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                working.release();
            }
        } finally {
            admitted.release();
        }
    }
}
