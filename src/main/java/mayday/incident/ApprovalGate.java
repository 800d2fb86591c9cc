package mayday.incident;

import java.util.List;
import mayday.scenario.ActionKind;
import mayday.scenario.Scenario;
import mayday.scenario.Team;

/**
 * That an action needs somebody's consent; known to everybody beforehand, whichever cause is true.
 *
 * @param target what the action is done to; empty for anything
 */
public record ApprovalGate(String target, Team team) {
    /** The gates before actions of a kind. */
    public static List<ApprovalGate> before(ActionKind kind, Scenario scenario) {
        return scenario.organisation().approvals().stream()
                .filter(approval -> approval.action().kind() == kind)
                .map(approval -> new ApprovalGate(
                        approval.action().target(), scenario.system().team(approval.team())))
                .toList();
    }
}
