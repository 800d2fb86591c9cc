package mayday.player;

import java.util.Optional;
import mayday.debrief.BestQuestions;
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

/**
 * What is to be expected of somebody good, and what a debrief says that does not depend on what the learner did: it can be worked out while an
 * incident is played, and once for all incidents with one scenario, seed and cause.
 *
 * @param par the expert's run
 * @param atPage what questions tell at the page
 */
public record Expected(Par par, BestQuestions atPage) {

    /** Of all incidents with this cause and seed. */
    public static Expected of(Scenario scenario, long seed, CauseId cause) {
        var thought = Playthrough.think(scenario, seed, cause, Style.EXPERT);
        var played = thought.incident();
        var atPage = BestQuestions.atPage(scenario, thought.suppositions());
        return new Expected(Par.of(played, Debriefs.of(played, thought.suppositions(), atPage)), atPage);
    }

    /** The debrief of an incident that is over, measured against par; the incident has the scenario, seed and cause of what is expected. */
    public Debrief debrief(Incident incident) {
        return Debriefs.of(incident, atPage).against(par);
    }

    /** The same, with nothing worked out before. */
    public static Debrief debriefOf(Incident incident) {
        var opened = incident.opened();
        return of(incident.scenario(), opened.seed(), opened.cause()).debrief(incident);
    }

    /** How the expert goes on from a point of an incident that somebody else played; empty if there is no such point. */
    public static Optional<Par> goingOn(Incident ended, IncidentId id, ForkPoint point) {
        var opened = ended.opened();
        return Forks.of(ended, id, point, opened.by(), opened.wallClock()).map(past -> {
            var played = Playthrough.goOn(Evolution.replay(ended.scenario(), past), Style.EXPERT);
            return Par.of(played, Debriefs.of(played), past.size());
        });
    }
}
