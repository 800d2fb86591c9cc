package mayday.playthrough;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Refusal;

/**
 * What came of playing a script.
 *
 * @param scenes what happened in each step that was played, in order
 * @param mismatches what was not as the script has it; none: it passed
 * @param after the incident after the last step
 * @param debrief worked out if the script says something about it and the incident is over
 */
public record Performance(
        Script script, List<Scene> scenes, List<Mismatch> mismatches, Incident after, Optional<Debrief> debrief) {
    public Performance {
        scenes = List.copyOf(scenes);
        mismatches = List.copyOf(mismatches);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }

    /**
     * What happened in one step.
     *
     * @param events in order, those included that fell due before the move
     * @param refusal why the move was refused, if it was
     * @param late the condition that was waited for and did not hold in time; empty if there was none
     * @param at the incident time after it
     */
    public record Scene(
            Step step, List<Recorded> events, Optional<Refusal> refusal, String late, Incident after, Instant at) {
        public Scene {
            events = List.copyOf(events);
        }
    }

    /**
     * Something that was not as the script has it.
     *
     * @param line of the script's file
     * @param expected what must have been so, a sentence without its full stop
     * @param happened what was so instead
     * @param version number of the events up to then
     */
    public record Mismatch(int line, String expected, String happened, long version) {}
}
