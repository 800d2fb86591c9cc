package mayday.evidence;

import java.time.Duration;
import java.time.Instant;

/** The stretch of time that a question is about. */
public sealed interface Window {

    /** None was named; the answer chooses. */
    record Usual() implements Window {}

    /** The last so long. */
    record Last(Duration length) implements Window {}

    /** From an instant until now. */
    record Since(Instant from) implements Window {}

    /** From one instant to another; the first may be long ago. */
    record Between(Instant from, Instant until) implements Window {}
}
