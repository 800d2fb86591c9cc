package mayday.incident;

import java.time.Instant;
import java.util.Optional;
import mayday.scenario.Action;
import mayday.scenario.Approval;

/** Asks for consent to actions that need it, and gives or refuses it. */
final class Approvals {
    private Approvals() {}

    /** The approval that {@code action} still lacks. */
    static Optional<Approval> lackedBy(Incident incident, Action action) {
        if (incident.people().approved().contains(action)) {
            return Optional.empty();
        }
        return incident.scenario().organisation().approvals().stream()
                .filter(approval -> approval.action().matches(action))
                .findFirst();
    }

    /** Asks for it, instead of starting the action. */
    static void ask(Progress progress, Command.Act act, Approval approval, Instant at) {
        var incident = progress.incident();
        var asked = incident.history().stream()
                .filter(each -> each.event() instanceof Event.ApprovalRequested)
                .count();
        var id = new ApprovalId("P" + (asked + 1));
        var due = at.plus(Answering.consents(incident, approval, id, at));
        progress.emit(
                at,
                new Event.ApprovalRequested(
                        id, act.by(), act.action(), act.expectation().strip(), approval.team(), due));
    }

    /** Whoever was asked answers; what they consent to starts at once, if it still can. */
    static void answer(Progress progress, PendingApproval pending, Instant at) {
        var incident = progress.incident();
        var approval = lackedBy(incident, pending.action());
        var from = incident.scenario().system().team(pending.team()).onCall(at).name();
        if (approval.isPresent() && !Spells.all(incident, approval.get().needs(), at)) {
            progress.emit(
                    at,
                    new Event.ApprovalRefused(
                            pending.id(),
                            pending.team(),
                            from,
                            Sayings.say(incident, approval.get().refuses(), at)));
            return;
        }
        var words =
                approval.map(each -> Sayings.say(incident, each.grants(), at)).orElse("Go ahead.");
        progress.emit(at, new Event.ApprovalGiven(pending.id(), pending.team(), from, words));
        if (ActionChecks.refusal(progress.incident(), pending.action(), at).isEmpty()) {
            Moves.start(progress, pending.by(), pending.action(), pending.expectation(), at);
        }
    }

    /** Whether somebody is being asked about the same kind of action on the same target. */
    static boolean isAwaited(Incident incident, Action action) {
        return incident.people().pending().stream()
                .map(PendingApproval::action)
                .anyMatch(each ->
                        ActionChecks.isLike(each, action) && each.target().equals(action.target()));
    }
}
