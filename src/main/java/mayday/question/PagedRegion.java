package mayday.question;

import java.util.List;
import mayday.evidence.Target;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/** Host 9 of a service is, while nobody says otherwise, the one in the region that the page is about. */
record PagedRegion(SimulatedSystem system, Where where) {

    /** The targets, with hosts whose region was not named moved to the paged one, if their service runs there. */
    List<Target> of(List<Target> targets, Mentions mentions) {
        return switch (where) {
            case Where.Everywhere() -> targets;
            case Where.In(var region) ->
                targets.stream()
                        .<Target>map(target -> target instanceof Target.OfHost(var service, var _, var number)
                                        && mentions.regions().isEmpty()
                                        && system.service(service).runsIn(region)
                                ? new Target.OfHost(service, region, number)
                                : target)
                        .toList();
        };
    }
}
