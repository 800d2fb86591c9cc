package mayday.evidence;

import java.util.List;

/**
 * What a question gets: a sentence or two with figures, evidence for the board, and what it tells about services' health.
 *
 * @param text at most {@value #MOST_CHARACTERS} characters
 */
public record Answer(String text, List<Evidence> evidence, List<Observation> observations) {
    public static final int MOST_CHARACTERS = 600;

    public Answer {
        evidence = List.copyOf(evidence);
        observations = List.copyOf(observations);
    }
}
