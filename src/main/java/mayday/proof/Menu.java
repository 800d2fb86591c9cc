package mayday.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;

/** Everything that a learner can do, each with its usual arguments; a service is scaled to twice its replicas. */
final class Menu {
    private Menu() {}

    static List<Action> actions(Scenario scenario) {
        var actions = new ArrayList<Action>();
        for (var item : ActionMenu.of(scenario).items()) {
            var targets = item.needsTarget() ? item.targets() : List.of("");
            for (var target : targets) {
                if (ActionRequest.parse(scenario, item.id(), target, arguments(scenario, item, target))
                        instanceof ActionRequest.Parsed(var action)) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    private static Map<String, String> arguments(Scenario scenario, ActionMenu.Item item, String target) {
        return item.kind() == ActionKind.SCALE
                ? scenario.system()
                        .find(new ServiceId(target))
                        .map(service -> Map.of("replicas", doubled(service)))
                        .orElse(Map.of())
                : Map.of();
    }

    private static String doubled(Service service) {
        return Integer.toString(
                Math.min(Action.Scale.MOST_REPLICAS, 2 * service.capacity().replicas()));
    }
}
