package mayday.incident;

import java.util.List;
import java.util.Optional;
import mayday.scenario.Action;
import mayday.scenario.ActionPattern;
import mayday.scenario.Approval;
import mayday.scenario.Scenario;
import mayday.scenario.Team;

/**
 * That an action needs somebody's consent; known to everybody beforehand, whichever cause is true.
 *
 * @param target what the action is done to; empty for anything
 */
public record ApprovalGate(String target, Team team) {
    /**
     * The gates before an action, whatever it is done to.
     *
     * @param action as the menu names it: {@code roll-back}, or the name of the scenario's own
     */
    public static List<ApprovalGate> before(String action, Scenario scenario) {
        return scenario.organisation().approvals().stream()
                .filter(approval -> idOf(approval.action()).equals(action))
                .map(approval -> of(approval, scenario))
                .toList();
    }

    /** The gate before this very action, if there is one. */
    public static Optional<ApprovalGate> before(Action action, Scenario scenario) {
        return scenario.organisation().approvals().stream()
                .filter(approval -> approval.action().matches(action))
                .findFirst()
                .map(approval -> of(approval, scenario));
    }

    private static ApprovalGate of(Approval approval, Scenario scenario) {
        return new ApprovalGate(approval.action().target(), scenario.system().team(approval.team()));
    }

    private static String idOf(ActionPattern pattern) {
        return pattern.own().isEmpty() ? pattern.kind().id() : pattern.own();
    }
}
