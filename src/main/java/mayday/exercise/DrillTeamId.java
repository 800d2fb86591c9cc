package mayday.exercise;

import java.util.Locale;
import mayday.scenario.Id;

/** Names a team within its drill, such as {@code kestrel}: at most {@value #MOST_CHARACTERS} of a-z, 0-9 and hyphen. */
public record DrillTeamId(String value) implements Id {
    static final int MOST_CHARACTERS = 40;

    /** The id that goes with a team's name; {@code team-<number>} if nothing of the name can stand in one. */
    static DrillTeamId of(String name, int number) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var bounded = plain.length() > MOST_CHARACTERS ? plain.substring(0, MOST_CHARACTERS) : plain;
        return new DrillTeamId(bounded.isEmpty() ? "team-" + number : bounded);
    }

    @Override
    public String toString() {
        return value;
    }
}
