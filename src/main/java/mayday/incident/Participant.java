package mayday.incident;

/**
 * Who makes a move.
 *
 * @param id stable and unguessable
 * @param name as shown to others, at most 60 characters
 */
public record Participant(String id, String name) {
    /** How the ids of teams begin, to which the incidents of a drill belong. */
    public static final String TEAM_OF_A_DRILL = "drill:";

    public boolean isTeam() {
        return id.startsWith(TEAM_OF_A_DRILL);
    }
}
