package mayday.evidence;

import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.TeamId;

/** What a question is about. */
public sealed interface Target {

    /** A service, in all its regions. */
    record OfService(ServiceId service) implements Target {}

    /** A service in one region. */
    record OfNode(ServiceId service, RegionId region) implements Target {}

    /** A region as a whole. */
    record OfRegion(RegionId region) implements Target {}

    /** One replica or host of a service, counted from 1, in one region. */
    record OfHost(ServiceId service, RegionId region, int number) implements Target {}

    /** A team. */
    record OfTeam(TeamId team) implements Target {}

    /** In words, as answers and pages name it. */
    default String words() {
        return switch (this) {
            case OfService(var service) -> service.value();
            case OfNode(var service, var region) -> service + " in " + region;
            case OfRegion(var region) -> region.value();
            case OfHost(var service, var _, var number) -> service + "-" + number;
            case OfTeam(var team) -> "team " + team;
        };
    }
}
