package mayday.simulation;

import mayday.scenario.DependencySignal;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/** Looks at a history in tests, by names and minutes. */
record Watch(Trajectory trajectory) {

    static Watch of(SimulatedSystem system, Schedule schedule) {
        return new Watch(Trajectory.of(system, 7, Plant.ORIGIN, schedule));
    }

    static Watch of(Plant plant, Schedule schedule) {
        return of(plant.build(), schedule);
    }

    double at(Signal signal, String service, double minute) {
        return trajectory.at(signal, new ServiceId(service), Where.everywhere(), Disturb.minute(minute));
    }

    double at(Signal signal, String service, String region, double minute) {
        return trajectory.at(signal, new ServiceId(service), Where.in(new RegionId(region)), Disturb.minute(minute));
    }

    double at(DependencySignal signal, String from, String to, double minute) {
        return trajectory.at(
                signal, new ServiceId(from), new ServiceId(to), Where.everywhere(), Disturb.minute(minute));
    }

    Series series(Signal signal, String service, double from, double until) {
        return trajectory.series(
                signal, new ServiceId(service), Where.everywhere(), Disturb.minute(from), Disturb.minute(until));
    }
}
