package mayday.review;

import java.util.List;
import mayday.scenario.FollowUpKind;

/**
 * An action that follows from an incident.
 *
 * @param owner the team that does it; empty while nobody has been found
 * @param kind what it is for; none or one
 * @param due the day by which it is done, such as {@code 2026-12-01}; may be empty
 * @param toil what the work that it takes away costs
 * @param depth how far it automates that work, if the writer says it; none: as its words say
 */
public record FollowUp(
        String text, String owner, List<FollowUpKind> kind, String due, ToilRatings toil, List<AutomationDepth> depth) {
    public FollowUp {
        kind = List.copyOf(kind);
        depth = List.copyOf(depth);
    }

    /** An action of which only the words are known. */
    public static FollowUp of(String text) {
        return new FollowUp(text, "", List.of(), "", ToilRatings.UNSAID, List.of());
    }
}
