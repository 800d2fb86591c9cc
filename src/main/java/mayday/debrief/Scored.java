package mayday.debrief;

import mayday.debrief.Debrief.Time;
import mayday.incident.Counterfactuals;
import mayday.incident.Incident;

/**
 * What an incident that is over comes to, for who reads no reasons: the same score and times as in its debrief, for less work.
 *
 * @param score of the diagnostic structure, 0 to 100
 */
public record Scored(int score, Time time) {

    /** The same as {@link Debriefs#of(Incident, Suppositions, BestQuestions)} says; with the same arguments. */
    public static Scored of(Incident incident, Suppositions suppositions, BestQuestions atPage) {
        Debriefs.requireOver(incident);
        var effects = ActionEffects.thatCount(incident, new Counterfactuals(incident));
        var deductions = Deductions.of(incident, suppositions);
        // Whether it would have ended by itself is a matter of words.
        var structure = Debriefs.structure(incident, deductions, atPage, false, effects);
        return new Scored(structure.score(), Debriefs.time(incident, CustomerImpact.began(incident)));
    }
}
