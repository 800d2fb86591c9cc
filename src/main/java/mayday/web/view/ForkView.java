package mayday.web.view;

import java.time.Instant;
import mayday.debrief.Debrief;
import mayday.incident.Beginning;
import mayday.incident.Incident;

/**
 * A run beside the one that it was forked from.
 *
 * @param parent the other's id
 * @param at incident time of the point at which they part
 */
public record ForkView(String parent, String at, TwoRuns runs) {
    public static ForkView of(Beginning.Forked from, Incident parent, Incident fork, Debrief first, Debrief second) {
        // Each went on with its own next event: the earlier of the two is where they part.
        var one = ownNext(parent, from);
        var other = ownNext(fork, from);
        return new ForkView(
                from.incident().value(),
                Format.clock(one.isBefore(other) ? one : other),
                TwoRuns.of("the first run", first, "this run", second));
    }

    private static Instant ownNext(Incident incident, Beginning.Forked from) {
        return incident.history()
                .get((int) Math.min(from.before(), incident.version()) - 1)
                .at();
    }
}
