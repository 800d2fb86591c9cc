package mayday.proof;

import java.util.concurrent.CancellationException;

/** A proof that takes seconds ends soon when nobody waits for it any more. */
final class Interruption {
    private Interruption() {}

    /** Ends the proof if its thread is interrupted; the thread stays so. */
    static void end() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while a scenario was being proved");
        }
    }
}
