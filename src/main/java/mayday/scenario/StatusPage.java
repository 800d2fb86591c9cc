package mayday.scenario;

import java.util.List;

/**
 * Our own status page, which can be down.
 *
 * @param down when nothing can be posted there; none: never
 * @param says what one sees then
 */
public record StatusPage(List<Spell> down, String says) {
    public static final StatusPage WELL = new StatusPage(List.of(), "");

    public StatusPage {
        down = List.copyOf(down);
    }
}
