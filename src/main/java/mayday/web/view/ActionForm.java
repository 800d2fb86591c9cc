package mayday.web.view;

import java.util.List;
import mayday.incident.ActionMenu;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Reports;
import mayday.scenario.ActionKind;

/**
 * The form that starts an action.
 *
 * @param running what runs already, in words
 */
public record ActionForm(String incident, ActionMenu.Item item, List<String> running) {
    public ActionForm {
        running = List.copyOf(running);
    }

    public static ActionForm of(IncidentId id, Incident incident, ActionMenu.Item item) {
        return new ActionForm(
                id.value(),
                item,
                incident.runningActions().stream()
                        .map(running -> Reports.title(running.action()))
                        .toList());
    }

    public ActionKind kind() {
        return item.kind();
    }

    public String targetLabel() {
        return switch (kind()) {
            case SET_FLAG -> "Flag";
            case DRAIN_REGION, RETURN_REGION -> "Region";
            case FAIL_OVER -> "Database";
            case FLUSH_CACHE -> "Cache";
            case ROLL_BACK, REVERT_CONFIG, SCALE, RESTART, SHED_LOAD, FLUSH_DNS, RENEW_CERTIFICATE -> "Target";
        };
    }

    public String undo() {
        return kind().undoable() ? "Yes, by the opposite action" : "No";
    }

    public static String label(ActionMenu.Argument argument) {
        return switch (argument.name()) {
            case "on" -> "Turn it";
            case "percent" -> "Share to turn away, per cent";
            case "replicas" -> "Replicas in each region";
            default -> Phrases.capital(argument.name());
        };
    }

    public static String word(ActionMenu.Argument argument, String word) {
        if (argument.name().equals("on")) {
            return word.equals("true") ? "on" : "off";
        }
        return word.equals(ActionMenu.EVERYWHERE) ? "all regions" : word;
    }
}
