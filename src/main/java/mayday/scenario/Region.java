package mayday.scenario;

import java.util.List;

/**
 * A place where the system runs.
 *
 * @param trafficShare share of the external traffic that enters here when no region is drained, 0 to 1; the shares add up to 1
 */
public record Region(RegionId id, String title, List<String> aliases, double trafficShare) {
    public Region {
        aliases = List.copyOf(aliases);
    }
}
