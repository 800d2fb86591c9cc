package mayday.exercise;

import mayday.scenario.Id;

/** Names a drill; unguessable, 22 characters of URL-safe base64 (128 random bits). */
public record DrillId(String value) implements Id {
    @Override
    public String toString() {
        return value;
    }
}
