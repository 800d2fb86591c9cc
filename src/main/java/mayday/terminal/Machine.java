package mayday.terminal;

import mayday.scenario.RegionId;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/**
 * Where a number is read: one replica of a service, or all of them in a place.
 *
 * @param number of the replica, from 1; 0 for all
 */
public record Machine(Service service, Where where, int number) {

    public static Machine all(Service service, RegionId region) {
        return new Machine(service, Where.in(region), 0);
    }

    public static Machine all(Service service) {
        return new Machine(service, Where.everywhere(), 0);
    }

    public ServiceId id() {
        return service.id();
    }

    /** The region that it stands in; the service's primary one if it speaks for all. */
    public RegionId region() {
        return switch (where) {
            case Where.Everywhere() -> service.primaryRegion();
            case Where.In(var region) -> region;
        };
    }

    /** One replica in the same place. */
    Machine replica(int replica) {
        return new Machine(service, Where.in(region()), replica);
    }

    /** This replica, or the first. */
    Machine host() {
        return replica(Math.max(1, number));
    }

    /** All replicas in the region. */
    Machine fleet() {
        return all(service, region());
    }

    /** {@code checkout-3}. */
    String hostName() {
        return service.id() + "-" + Math.max(1, number);
    }
}
