package mayday.evidence;

import java.util.ArrayList;
import java.util.function.Function;
import mayday.scenario.RegionId;

/** For themes whose words and tables are about one place: of a question that names several regions, each is answered by itself. */
final class EachRegion {
    private EachRegion() {}

    static Reply of(Inquiry inquiry, Function<Inquiry, Reply> theme) {
        var regions = inquiry.namedRegions();
        if (regions.size() < 2) {
            return theme.apply(inquiry);
        }
        var reply = Reply.words("");
        var seen = new ArrayList<Observation>();
        for (var region : regions) {
            var there = theme.apply(within(inquiry, region));
            reply = reply.adding("In " + region + ": " + there.text());
            for (var exhibit : there.exhibits()) {
                reply = reply.and(exhibit);
            }
            seen.addAll(there.observations());
        }
        return reply.observing(ScopeAnswers.oncePerService(seen));
    }

    /** The same question of one of its regions. */
    private static Inquiry within(Inquiry inquiry, RegionId region) {
        var asked = inquiry.interpretation();
        var targets = asked.targets().stream()
                .filter(target -> switch (target) {
                    case Target.OfRegion(var other) -> other.equals(region);
                    case Target.OfNode(var _, var other) -> other.equals(region);
                    case Target.OfHost(var _, var other, var _) -> other.equals(region);
                    case Target.OfService _, Target.OfTeam _ -> true;
                })
                .toList();
        return new Inquiry(
                inquiry.circumstances(),
                inquiry.history(),
                new Interpretation(
                        asked.dimension(),
                        targets,
                        asked.window(),
                        asked.confidence(),
                        asked.authored(),
                        asked.command()));
    }
}
