package mayday.web;

import java.util.List;
import mayday.incident.Participant;
import mayday.journal.Account;

/**
 * A facilitator who calls.
 *
 * @param session the one by which they are known; none if they sent their password with the request
 */
record Facilitating(Account account, List<Session> session) {
    Facilitating {
        session = List.copyOf(session);
    }

    static Facilitating byPassword(Account account) {
        return new Facilitating(account, List.of());
    }

    static Facilitating within(Account account, Session session) {
        return new Facilitating(account, List.of(session));
    }

    /** The session's id; empty if there is none. */
    String sessionId() {
        return session.isEmpty() ? "" : session.getFirst().id();
    }

    /** As whom they move: their account's id, and its display name. */
    Participant participant() {
        return account.participant();
    }
}
