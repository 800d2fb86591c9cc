package mayday.incident;

import java.time.Duration;
import java.util.List;
import mayday.evidence.OddHosts;
import mayday.scenario.Effect;
import mayday.scenario.Effect.Adjustment.Plus;
import mayday.scenario.Effect.ServiceParameter;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** What it does to a service when one of its hosts takes no traffic. */
final class OneHost {
    private OneHost() {}

    /** One host takes no traffic: if it is one that differs from the others, they are what is left. */
    static List<Effect> away(Incident incident, ServiceId id, RegionId region, int host) {
        var where = Where.in(region);
        var replicas = incident.scenario().system().service(id).capacity().replicas();
        var less =
                new Effect.OnService(id, where, ServiceParameter.AVAILABLE, new Plus(-1.0 / replicas), Duration.ZERO);
        if (!isOdd(incident, id, region, host)) {
            return List.of(less);
        }
        return List.of(
                less, new Effect.OnService(id, where, ServiceParameter.OUTLIER_HOSTS, new Plus(-1), Duration.ZERO));
    }

    private static boolean isOdd(Incident incident, ServiceId id, RegionId region, int host) {
        var odd = incident.world().trajectory().outlierHosts(id, Where.in(region), incident.now());
        var replicas = incident.scenario().system().service(id).capacity().replicas();
        return OddHosts.of(incident.scenario(), incident.cause())
                .numbers(id, region, (int) Math.round(odd), replicas)
                .contains(host);
    }
}
