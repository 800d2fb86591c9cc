package mayday.exercise;

import java.time.Instant;
import java.util.List;
import mayday.debrief.CustomerImpact;
import mayday.debrief.Debriefs;
import mayday.debrief.SoFar;
import mayday.debrief.Suppositions;
import mayday.incident.Counterfactuals;
import mayday.incident.Evolution;
import mayday.incident.Incident;
import mayday.scenario.Where;

/**
 * How a team's incident stood at an instant, as only facilitators may know before the end. It takes up to seconds to work out.
 *
 * @param version of the incident from which it was worked out
 * @param at incident time
 * @param failedRequests since the cause began
 * @param budgetBurned share of the error budget that the incident took
 * @param failing share of customers' requests that fail
 * @param untouched the share that would fail if nobody had done anything
 * @param stuck why somebody may want to help, and with what; at most one
 */
public record Assessment(
        DrillTeamId team,
        long version,
        Instant at,
        SoFar soFar,
        double failedRequests,
        double budgetBurned,
        double failing,
        double untouched,
        List<Stuck> stuck) {
    public Assessment {
        stuck = List.copyOf(stuck);
    }

    /**
     * Works it out, from events alone: {@code incident} may go on meanwhile.
     *
     * @param at incident time; what happened after it is left out
     */
    public static Assessment of(DrillTeamId team, Incident incident, Instant at) {
        var until = incident.isOver() && incident.now().isBefore(at) ? incident.now() : at;
        var stream = incident.history().stream()
                .filter(each -> !each.at().isAfter(until) || each.sequence() == 1)
                .toList();
        // A copy with numbers of its own: those of the incident are guarded by its room.
        var copy = Evolution.replay(incident.scenario(), stream);
        var played = new Counterfactuals(copy);
        var soFar = Debriefs.soFar(copy, new Suppositions(copy), played);
        var cost = CustomerImpact.cost(copy, until);
        return new Assessment(
                team,
                stream.size(),
                until,
                soFar,
                cost.failedRequests(),
                cost.budgetBurned(),
                CustomerImpact.failing(copy, Where.everywhere(), until),
                CustomerImpact.failing(played.untouched(until), Where.everywhere(), until),
                Stuck.of(copy, soFar, until).stream().toList());
    }

    /** How much was found out about the cause, in bits. */
    public double found() {
        return Math.max(0, soFar.unknown() - soFar.left());
    }

    /** As the scoreboard shows it. */
    public Standing standing() {
        return new Standing(
                team,
                soFar.structure(),
                soFar.communication(),
                soFar.mitigatedAfter(),
                Math.round(failedRequests),
                found(),
                100 * Math.max(0, 1 - budgetBurned));
    }
}
