package mayday.simulation;

import java.time.Instant;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** Something that happens to the system at one instant and changes its state, not its parameters. */
public sealed interface Impulse {

    Instant at();

    /**
     * A share of the ready replicas stops and starts again: their waiting and running requests are lost, leaked memory is given
     * back, and they serve again after the start-up time.
     *
     * @param share 0 to 1
     */
    record Restart(Instant at, ServiceId service, Where where, double share) implements Impulse {}

    /** A cache loses its entries; its hit ratio starts from nothing and refills. */
    record EmptyCache(Instant at, ServiceId cache, Where where) implements Impulse {}

    /** The resolvers in these regions forget what they knew, wrong answers included. */
    record FlushResolver(Instant at, Where where) implements Impulse {}
}
