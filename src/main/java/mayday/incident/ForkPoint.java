package mayday.incident;

import java.time.Instant;

/** Where in an incident that has ended another one branches off. */
public sealed interface ForkPoint {
    /** Just before a move, by its sequence. */
    record BeforeMove(long sequence) implements ForkPoint {}

    /** At an instant of incident time: everything up to it has happened. */
    record At(Instant instant) implements ForkPoint {}
}
