package mayday.scenario;

import java.util.List;

/**
 * The post-mortem that an author wrote for a cause, to be read beside the learner's own after the end.
 *
 * @param summary what happened and why, without figures: those are the incident's
 * @param contributingFactors what made it possible, or worse, or slower to see
 * @param actions at least one
 */
public record AuthoredPostMortem(String summary, List<String> contributingFactors, List<FollowUp> actions) {
    public AuthoredPostMortem {
        contributingFactors = List.copyOf(contributingFactors);
        actions = List.copyOf(actions);
    }

    /**
     * An action that follows.
     *
     * @param owner the team that does it; none if the author left it open
     */
    public record FollowUp(String text, FollowUpKind kind, List<TeamId> owner) {
        public FollowUp {
            owner = List.copyOf(owner);
        }
    }
}
