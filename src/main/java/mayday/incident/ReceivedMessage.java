package mayday.incident;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Person;
import mayday.scenario.PersonId;

/**
 * Something that a person wrote.
 *
 * @param letter which of the person's letters it is, from 0
 * @param asks what it wants to be told; empty for one that needs no answer
 * @param answered whether it was answered, or asks nothing
 */
public record ReceivedMessage(
        MessageId id, PersonId person, int letter, Instant at, List<Asked> asks, boolean answered) {
    public ReceivedMessage {
        asks = List.copyOf(asks);
    }

    /** Something that is wanted by a time. */
    public record Asked(Person.Wanted wanted, Instant due) {}

    public boolean isOpen() {
        return !answered;
    }

    ReceivedMessage answeredNow() {
        return new ReceivedMessage(id, person, letter, at, asks, true);
    }
}
