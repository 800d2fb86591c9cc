package mayday.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Somebody or something that acts by itself: an automation, or a colleague.
 *
 * @param causes only if one of these is at work; empty: always
 * @param action what it does
 * @param says what it writes into the channel as it begins; empty: nothing, it has to be found out
 * @param againAfter how long after one time the next may come
 * @param most how many times, at least 1
 * @param chance that it comes to it, drawn for each time, 0 to 1
 */
public record Agent(
        AgentId id,
        String title,
        Kind kind,
        Start start,
        List<CauseId> causes,
        Action action,
        String says,
        Duration againAfter,
        int most,
        double chance) {
    public Agent {
        causes = List.copyOf(causes);
    }

    /** What it is. */
    public enum Kind {
        /** Can be frozen. */
        AUTOMATION,
        PERSON
    }

    /** What makes it act. */
    public sealed interface Start {
        /** The incident clock. */
        record At(Instant at) implements Start {}

        /** What it watches. */
        record When(Condition condition) implements Start {}
    }
}
