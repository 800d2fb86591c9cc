package mayday.player;

import java.util.Optional;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.debrief.Par;
import mayday.incident.Evolution;
import mayday.incident.ForkPoint;
import mayday.incident.Forks;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** What is to be expected of somebody good: par. */
public final class Expected {
    private Expected() {}

    /** The debrief of an incident that is over, measured against par. */
    public static Debrief debrief(Incident incident) {
        var opened = incident.opened();
        return Debriefs.of(incident).against(par(incident.scenario(), opened.seed(), opened.cause()));
    }

    /** How the expert goes on from a point of an incident that somebody else played; empty if there is no such point. */
    public static Optional<Par> goingOn(Incident ended, IncidentId id, ForkPoint point) {
        var opened = ended.opened();
        return Forks.of(ended, id, point, opened.by(), opened.wallClock()).map(past -> {
            var played = Playthrough.goOn(Evolution.replay(ended.scenario(), past), Style.EXPERT);
            return Par.of(played, Debriefs.of(played), past.size());
        });
    }

    /** The expert's run with this cause and seed. */
    public static Par par(Scenario scenario, long seed, CauseId cause) {
        var played = Playthrough.play(scenario, seed, cause, Style.EXPERT);
        return Par.of(played, Debriefs.of(played));
    }
}
