package mayday.incident;

import java.time.Instant;

/** Whether an incident goes on, and how it ended if it does not. */
public sealed interface Phase {
    record Running() implements Phase {}

    record Closed(Instant at, String statement) implements Phase {}

    record TimedOut(Instant at) implements Phase {}
}
