package mayday.evidence;

import mayday.scenario.Id;

/** Names a piece of revealed evidence within an incident: {@code E1}, {@code E2} in order of revelation. */
public record EvidenceId(String value) implements Id {

    public static EvidenceId numbered(int number) {
        return new EvidenceId("E" + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
