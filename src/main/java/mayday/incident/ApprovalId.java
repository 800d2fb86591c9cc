package mayday.incident;

import mayday.scenario.Id;

/** Names a request for approval within an incident: {@code P1}, {@code P2} in order of asking. */
public record ApprovalId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
