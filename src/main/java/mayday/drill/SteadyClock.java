package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real time that does not leap: it begins with what the machine's clock says, and goes on by what has passed since. When somebody sets the
 * machine's clock (or it slept), teams that play are neither out of time at once nor stand still. The machine's clock is followed again when
 * nobody plays, and by the next start. Safe for use by several threads.
 */
public final class SteadyClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

    /** Time servers correct a clock by less, and not at once. */
    private static final Duration LEAP = Duration.ofSeconds(2);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private volatile Anchor anchor;
    /** By how much the machine's clock was ahead when it was compared last. Guarded by this. */
    private Duration ahead = Duration.ZERO;

    private record Anchor(Instant at, long nanos) {}

    /**
     * @param machine the machine's clock, which may be set
     * @param nanos what has passed, in nanoseconds from anywhere, such as {@link System#nanoTime}
     */
    public SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
        this.anchor = new Anchor(machine.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        var from = anchor;
        return from.at().plusNanos(nanos.getAsLong() - from.nanos());
    }

    /** Compares it with the machine's clock, which it follows if that leapt and nobody would notice. */
    public synchronized void compare(boolean somebodyPlays) {
        var now = Duration.between(instant(), machine.instant());
        if (now.abs().compareTo(LEAP) < 0) {
            ahead = Duration.ZERO;
        } else if (!somebodyPlays) {
            anchor = new Anchor(machine.instant(), nanos.getAsLong());
            ahead = Duration.ZERO;
            LOG.info("Followed the machine's clock, which was set {}", words(now));
        } else if (now.minus(ahead).abs().compareTo(LEAP) >= 0) {
            ahead = now;
            LOG.warn(
                    "The machine's clock was set {}. Incidents go on as if it had not been; it is followed when nobody"
                            + " plays, and by the next start",
                    words(now));
        }
    }

    private static String words(Duration ahead) {
        return ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "back" : "forward");
    }
}
