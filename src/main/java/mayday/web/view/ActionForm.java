package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.incident.ActionMenu;
import mayday.incident.ApprovalGate;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Reports;
import mayday.scenario.ActionKind;

/**
 * The form that starts an action.
 *
 * @param id of the kind of action
 * @param targets empty where it concerns the whole system
 * @param blastRadius 1 to 4
 * @param approvals whose consent it needs, in words
 * @param running what runs already, in words
 */
public record ActionForm(
        String incident,
        String id,
        String title,
        String targetLabel,
        List<String> targets,
        List<Field> fields,
        String takes,
        int blastRadius,
        String blastWords,
        String undo,
        List<String> approvals,
        List<String> running) {
    public ActionForm {
        targets = List.copyOf(targets);
        fields = List.copyOf(fields);
        approvals = List.copyOf(approvals);
        running = List.copyOf(running);
    }

    /** An argument of the action. */
    public sealed interface Field {
        record Select(String name, String label, List<Choice> choices, String usual) implements Field {
            public Select {
                choices = List.copyOf(choices);
            }
        }

        record Whole(String name, String label, int least, int most, String usual) implements Field {}
    }

    public static ActionForm of(IncidentId id, Incident incident, ActionMenu.Item item) {
        var kind = item.kind();
        return new ActionForm(
                id.value(),
                item.id(),
                item.title(),
                targetLabel(kind),
                item.targets(),
                item.arguments().stream().map(ActionForm::field).toList(),
                Format.takes(item.takes()),
                item.blastRadius(),
                item.blastWords(),
                item.undoable() ? "Yes, by the opposite action" : "No",
                ApprovalGate.before(kind, incident.scenario()).stream()
                        .map(gate -> words(gate, incident.now()))
                        .toList(),
                incident.runningActions().stream()
                        .map(running -> Reports.title(running.action()))
                        .toList());
    }

    private static String words(ApprovalGate gate, Instant now) {
        return (gate.target().isEmpty() ? "This" : "On " + gate.target() + ", this") + " needs the approval of "
                + gate.team().title() + " (" + gate.team().onCall(now).name()
                + "). You ask for it here; it starts when they consent.";
    }

    private static String targetLabel(ActionKind kind) {
        return switch (kind) {
            case SET_FLAG -> "Flag";
            case DRAIN_REGION, RETURN_REGION -> "Region";
            case FAIL_OVER, KILL_QUERY -> "Database";
            case FLUSH_CACHE -> "Cache";
            case STOP_JOB -> "Job";
            case BLOCK_CLIENT, UNBLOCK_CLIENT -> "Client";
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION -> "Automation";
            case ROLL_BACK,
                    REVERT_CONFIG,
                    SCALE,
                    RESTART,
                    SHED_LOAD,
                    FLUSH_DNS,
                    RENEW_CERTIFICATE,
                    TAKE_OUT_HOST,
                    RETURN_HOST,
                    RESTART_HOST,
                    USE_RESOLVER,
                    OWN -> "Target";
        };
    }

    private static Field field(ActionMenu.Argument argument) {
        return switch (argument) {
            case ActionMenu.Argument.Choice(var name, var choices, var usual) ->
                new Field.Select(
                        name,
                        label(name),
                        choices.stream()
                                .map(word -> new Choice(word, word(name, word)))
                                .toList(),
                        usual);
            case ActionMenu.Argument.Whole(var name, var least, var most, var usual) ->
                new Field.Whole(name, label(name), least, most, usual);
        };
    }

    private static String label(String argument) {
        return switch (argument) {
            case "on" -> "Turn it";
            case "percent" -> "Share to turn away, per cent";
            case "replicas" -> "Replicas in each region";
            default -> Phrases.capital(argument);
        };
    }

    private static String word(String argument, String word) {
        if (argument.equals("on")) {
            return word.equals("true") ? "on" : "off";
        }
        return word.equals(ActionMenu.EVERYWHERE) ? "all regions" : word;
    }
}
