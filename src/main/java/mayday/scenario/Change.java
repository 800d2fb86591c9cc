package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Something that people or pipelines changed in the system.
 *
 * @param regions where; empty means everywhere the service runs
 * @param subject what was changed: the new version of a release, the name of a flag, the key of a configuration value
 * @param what the change in words, as a change log would have it
 * @param by who made it
 * @param ago how long before the page; negative for a change after it
 */
public record Change(
        ChangeId id,
        ChangeKind kind,
        ServiceId service,
        List<RegionId> regions,
        String subject,
        String what,
        String by,
        Duration ago) {
    public Change {
        regions = List.copyOf(regions);
    }
}
