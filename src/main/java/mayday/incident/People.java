package mayday.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.scenario.Action;

/**
 * Where the people around an incident stand: whose consent is awaited, what they wrote, and what the learner can use.
 *
 * @param pending approvals that were asked for and not answered
 * @param approved actions that somebody has consented to; they may be started again
 * @param messages what people wrote by themselves
 * @param byHand questions that are answered without the tool that would usually serve them
 */
public record People(
        List<PendingApproval> pending,
        List<Action> approved,
        List<ReceivedMessage> messages,
        Access access,
        List<QuestionId> byHand) {
    static final People NONE = new People(List.of(), List.of(), List.of(), new Access.Full(), List.of());

    public People {
        pending = List.copyOf(pending);
        approved = List.copyOf(approved);
        messages = List.copyOf(messages);
        byHand = List.copyOf(byHand);
    }

    public Optional<ReceivedMessage> message(MessageId id) {
        return messages.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Messages that somebody still waits to have answered. */
    public List<ReceivedMessage> open() {
        return messages.stream().filter(ReceivedMessage::isOpen).toList();
    }

    People asked(PendingApproval approval) {
        return new People(and(pending, approval), approved, messages, access, byHand);
    }

    People granted(ApprovalId id) {
        var more = new ArrayList<>(approved);
        pending.stream()
                .filter(each -> each.id().equals(id))
                .map(PendingApproval::action)
                .forEach(more::add);
        return new People(without(id), more, messages, access, byHand);
    }

    People refused(ApprovalId id) {
        return new People(without(id), approved, messages, access, byHand);
    }

    private List<PendingApproval> without(ApprovalId id) {
        return pending.stream().filter(each -> !each.id().equals(id)).toList();
    }

    People wrote(ReceivedMessage message) {
        return new People(pending, approved, and(messages, message), access, byHand);
    }

    People answered(MessageId id) {
        var changed = messages.stream()
                .map(each -> each.id().equals(id) ? each.answeredNow() : each)
                .toList();
        return new People(pending, approved, changed, access, byHand);
    }

    People access(Access next) {
        return new People(pending, approved, messages, next, byHand);
    }

    People byHand(QuestionId question) {
        return new People(pending, approved, messages, access, and(byHand, question));
    }

    private static <T> List<T> and(List<T> list, T next) {
        var more = new ArrayList<>(list);
        more.add(next);
        return more;
    }
}
