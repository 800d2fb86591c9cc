package mayday.journal;

import java.time.Instant;
import mayday.incident.Participant;

/**
 * Somebody who may facilitate.
 *
 * @param name with which they log in; lower case, no two accounts have the same
 * @param displayName shown beside what they do
 * @param password a hash with its parameters and salt
 * @param fromVariable the hash of the value of an environment variable that the password was last set from; empty: never
 * @param generation of their sessions; those of an earlier one have ended
 * @param lastSeenAt when they last did something, to within some minutes; {@code createdAt} if they have not yet
 */
public record Account(
        AccountId id,
        String name,
        String displayName,
        String password,
        String fromVariable,
        long generation,
        Instant createdAt,
        Instant lastSeenAt,
        boolean disabled) {
    /** A server with more facilitators wants another kind of log-in. */
    public static final int MOST = 500;

    /** How they appear beside their moves. */
    public Participant participant() {
        return new Participant(id.value(), displayName);
    }
}
