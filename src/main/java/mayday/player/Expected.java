package mayday.player;

import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.debrief.Par;
import mayday.incident.Incident;
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

    /** The expert's run with this cause and seed. */
    public static Par par(Scenario scenario, long seed, CauseId cause) {
        var played = Playthrough.play(scenario, seed, cause, Style.EXPERT);
        return Par.of(played, Debriefs.of(played));
    }
}
