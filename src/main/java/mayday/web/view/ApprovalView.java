package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Reports;

/**
 * A request for somebody's approval of an action. When they will answer is not known.
 *
 * @param name the action in words
 * @param status {@code pending}, {@code given} or {@code refused}
 * @param text what they said; empty while pending
 */
public record ApprovalView(
        String id,
        String action,
        String name,
        String target,
        String team,
        String teamTitle,
        Instant requestedAt,
        String status,
        String text) {
    static List<ApprovalView> of(Incident incident) {
        var approvals = new ArrayList<ApprovalView>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.ApprovalRequested asked) {
                approvals.add(new ApprovalView(
                        asked.id().value(),
                        Format.id(asked.action()),
                        Reports.title(asked.action()),
                        asked.action().target(),
                        asked.team().value(),
                        incident.scenario().system().team(asked.team()).title(),
                        recorded.at(),
                        "pending",
                        ""));
            } else if (recorded.event() instanceof Event.ApprovalGiven given) {
                approvals.replaceAll(each -> each.answered(given.id().value(), "given", given.text()));
            } else if (recorded.event() instanceof Event.ApprovalRefused refused) {
                approvals.replaceAll(each -> each.answered(refused.id().value(), "refused", refused.text()));
            }
        }
        return approvals;
    }

    private ApprovalView answered(String which, String how, String said) {
        return which.equals(id)
                ? new ApprovalView(id, action, name, target, team, teamTitle, requestedAt, how, said)
                : this;
    }

    public boolean pending() {
        return status.equals("pending");
    }
}
