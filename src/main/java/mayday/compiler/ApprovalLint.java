package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Approval;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.Condition;
import mayday.scenario.Dimension;
import mayday.scenario.Input;
import mayday.scenario.Occasion;
import mayday.scenario.Organisation;
import mayday.scenario.Tool;
import mayday.scenario.ToolTrouble;
import mayday.scenario.Transition.Trigger;

/** Looks for causes whose every remedy needs an approval that no evidence grants: nobody could mend them by finding out. */
final class ApprovalLint {
    private final Organisation organisation;
    private final List<Change> shared;
    private final Problems problems;

    /** @param shared changes that are there whichever cause is true */
    ApprovalLint(Organisation organisation, List<Change> shared, Problems problems) {
        this.organisation = organisation;
        this.shared = List.copyOf(shared);
        this.problems = problems;
    }

    void check(List<Cause> causes, List<Entry> entries) {
        for (var entry : entries) {
            causes.stream()
                    .filter(cause -> cause.id().value().equals(entry.key().text()))
                    .filter(cause -> !cause.isFalseAlarm() && isOutOfReach(cause))
                    .forEach(cause -> problems.warning(
                            entry.key().place(),
                            "approval-out-of-reach",
                            "whatever ends the cause `" + cause.id() + "` needs an approval that no evidence grants",
                            "let the approval need something that can be `seen`, `stated` or `done`"));
        }
    }

    private boolean isOutOfReach(Cause cause) {
        var remedies = remedies(cause);
        return !remedies.isEmpty() && remedies.stream().allMatch(this::isBlocked);
    }

    private boolean isBlocked(ActionPattern remedy) {
        return organisation.approvals().stream()
                .anyMatch(approval -> covers(approval.action(), remedy) && isOutOfReach(approval));
    }

    /** Whether every action like {@code remedy} is one that needs this approval. */
    private static boolean covers(ActionPattern approved, ActionPattern remedy) {
        return approved.kind() == remedy.kind()
                && approved.own().equals(remedy.own())
                && (approved.target().isEmpty() || approved.target().equals(remedy.target()))
                && (approved.in().isEmpty()
                        || (!remedy.in().isEmpty() && approved.in().containsAll(remedy.in())))
                && approved.bounds().isEmpty();
    }

    private boolean isOutOfReach(Approval approval) {
        return approval.needs().stream().anyMatch(condition -> inputs(condition).noneMatch(this::canBeBroughtAbout));
    }

    private static Stream<Input> inputs(Condition condition) {
        return switch (condition) {
            case Condition.Formula formula -> formula.expression().inputs().stream();
            case Condition.Threshold _ -> Stream.empty();
        };
    }

    /** Whether a learner can make it so by asking, claiming, telling, acting or waiting. */
    private boolean canBeBroughtAbout(Input input) {
        return switch (input) {
            case Input.Seen(var dimension, var _) -> canBeSeen(dimension);
            case Input.Stated _,
                    Input.Told _,
                    Input.Escalated _,
                    Input.Done _,
                    Input.Running _,
                    Input.DeclaredSeverity _,
                    Input.MinutesSincePage _ -> true;
            case Input.OfService _, Input.OfCalls _, Input.OfVariable _, Input.InState _, Input.Hour _ -> false;
        };
    }

    /** Not while its tool is down for good and nothing serves instead. */
    private boolean canBeSeen(Dimension dimension) {
        return organisation.tools().stream()
                .noneMatch(trouble -> trouble instanceof ToolTrouble.Down(var tool, var spell, var _, var instead)
                        && tool == Tool.of(dimension)
                        && spell.conditions().isEmpty()
                        && spell.occasion().equals(Occasion.ALWAYS)
                        && instead.stream().noneMatch(fallback -> fallback.serves(dimension)));
    }

    /** What undoes a cause, ends effects of it, or leads out of one of its states. */
    private List<ActionPattern> remedies(Cause cause) {
        var remedies = new ArrayList<ActionPattern>(cause.undoneBy());
        Stream.concat(shared.stream(), cause.changes().stream())
                .filter(change -> cause.carriedBy().contains(change.id()))
                .flatMap(ApprovalLint::undoing)
                .forEach(remedies::add);
        for (var state : cause.states()) {
            state.loads().forEach(load -> remedies.addAll(load.endedBy()));
            for (var transition : state.transitions()) {
                if (transition.trigger() instanceof Trigger.On(var pattern)) {
                    remedies.add(pattern);
                }
            }
        }
        return remedies;
    }

    private static Stream<ActionPattern> undoing(Change change) {
        return switch (change.kind()) {
            case RELEASE ->
                Stream.of(
                        new ActionPattern(ActionKind.ROLL_BACK, change.service().value()));
            case CONFIG ->
                Stream.of(new ActionPattern(
                        ActionKind.REVERT_CONFIG, change.service().value()));
            case FLAG -> Stream.of(ActionPattern.ofFlag(change.subject(), false));
            case MIGRATION, CERTIFICATE, INFRASTRUCTURE -> Stream.of();
        };
    }
}
