package mayday.debrief;

import java.time.Duration;
import java.util.List;

/**
 * How an incident stands that may still be open: what its debrief would say if it ended now, without the reasons. For facilitators, since it
 * tells how near the truth a team is.
 *
 * @param structure score of the diagnostic structure, 0 to 100
 * @param communication score of command and communication, 0 to 100
 * @param mitigatedAfter time from the beginning of customer impact to its end, at most one; none while it lasts
 * @param unknown how much there was to find out, in bits
 * @param left how much of it is still unknown, in bits
 * @param latest what each of the latest answers told, in bits, by the sequence of its question
 */
public record SoFar(
        int structure,
        int communication,
        List<Duration> mitigatedAfter,
        double unknown,
        double left,
        List<Gain> latest) {
    public SoFar {
        mitigatedAfter = List.copyOf(mitigatedAfter);
        latest = List.copyOf(latest);
    }

    /** What an answer told. */
    public record Gain(long sequence, double bits) {}
}
