package mayday.proof;

import java.util.concurrent.CancellationException;

/** A proof that takes seconds ends soon when nobody waits for it any more: its thread is interrupted, whichever threads help it. */
record Interruption(Thread waiting) {

    /** Ends the proof if its thread is interrupted; the thread stays so. */
    void end() {
        if (waiting.isInterrupted()) {
            throw new CancellationException("interrupted while a scenario was being proved");
        }
    }
}
