package mayday.player;

import java.util.Optional;
import mayday.debrief.BestQuestions;
import mayday.incident.Incident;
import mayday.incident.Supposition;

/**
 * Where experts stand once they have asked what every one of them begins with. Mostly the same moves lead there whichever cause is the true one,
 * and then what the next questions tell is worked out once for all of them. It is not written to any more, and several threads may read it.
 *
 * @param begun an incident that stands there
 * @param questions what they tell from there
 */
public record Bearings(Incident begun, BestQuestions questions) {

    /** What questions tell from where an incident stands, if it stands here; it has the same scenario and seed. */
    Optional<BestQuestions> from(Incident incident) {
        return Supposition.areMovesOf(begun, incident) ? Optional.of(questions) : Optional.empty();
    }
}
