package mayday.debrief;

import java.util.List;
import mayday.incident.Incident;

/**
 * A part of the scope that nobody has looked into yet.
 *
 * @param title what is not known, such as {@code since when}
 * @param example a question that would settle it
 */
public record OpenScope(String title, String example) {
    /** How many parts the scope has. */
    public static final int PARTS = 5;

    /** Those of an incident, which may be open. */
    public static List<OpenScope> of(Incident incident) {
        return ScopeFirst.open(incident);
    }
}
