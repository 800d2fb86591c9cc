package mayday.playthrough;

import mayday.evidence.Target;

/** How authors write what a question is about. */
final class Named {
    private Named() {}

    /** {@code checkout}, {@code checkout@eu-west}, {@code eu-west}, {@code checkout-3@eu-west}, {@code team payments}. */
    static String target(Target target) {
        return switch (target) {
            case Target.OfService(var service) -> service.value();
            case Target.OfNode(var service, var region) -> service + "@" + region;
            case Target.OfRegion(var region) -> region.value();
            case Target.OfHost(var service, var region, var number) -> service + "-" + number + "@" + region;
            case Target.OfTeam(var team) -> "team " + team;
        };
    }
}
