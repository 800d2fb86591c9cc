package mayday.playthrough;

import java.util.List;
import mayday.incident.ClockMode;
import mayday.incident.Participant;
import mayday.incident.Terms;
import mayday.scenario.CauseId;
import mayday.scenario.ScenarioId;

/**
 * A playthrough as its author wrote it: which incident is played, the moves in order, and what must follow.
 *
 * @param file path, relative to the folder of all scenarios
 * @param title what it shows, in a line
 * @param steps at least one
 * @param end what must be so after the last step
 */
public record Script(
        String file,
        String title,
        ScenarioId scenario,
        CauseId cause,
        long seed,
        ClockMode clock,
        Terms terms,
        List<Step> steps,
        List<Ending.At> end) {

    /** Who makes the moves. */
    public static final Participant PLAYER = new Participant("playthrough", "Playthrough");

    public static final int MOST_STEPS = 200;

    public Script {
        steps = List.copyOf(steps);
        end = List.copyOf(end);
    }

    /** The name of its file, without folder and ending. */
    public String name() {
        var name = file.substring(file.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
