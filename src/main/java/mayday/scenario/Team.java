package mayday.scenario;

import java.util.List;

/**
 * People who own services and can be paged.
 *
 * @param onCall name of the person on call
 * @param respondsSeconds how long they take to answer a page, in seconds
 */
public record Team(TeamId id, String title, String onCall, List<String> aliases, int respondsSeconds) {
    public Team {
        aliases = List.copyOf(aliases);
    }
}
