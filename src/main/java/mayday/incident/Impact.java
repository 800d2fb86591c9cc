package mayday.incident;

import java.time.Instant;

/** Whether customers are hurt, measured on the SLI. */
public sealed interface Impact {
    record Ongoing() implements Impact {}

    record Ended(Instant since) implements Impact {}
}
