package mayday.scenario;

import java.util.List;

/**
 * Somebody's consent without which an action does not start.
 *
 * @param answers how long they take; none: as long as the team takes to answer a page
 * @param needs what must hold for consent when they answer; none or one
 * @param grants what they say when they consent
 * @param refuses what they say when they do not: what kind of evidence they miss
 */
public record Approval(
        ActionPattern action,
        TeamId team,
        List<ActionKind.Takes> answers,
        List<Condition> needs,
        String grants,
        String refuses) {
    public Approval {
        answers = List.copyOf(answers);
        needs = List.copyOf(needs);
    }
}
