package mayday.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.scenario.Action;
import mayday.scenario.Scenario;

/** Everything that a learner can do, each with its usual arguments. */
final class Menu {
    private Menu() {}

    static List<Action> actions(Scenario scenario) {
        var actions = new ArrayList<Action>();
        for (var item : ActionMenu.of(scenario).items()) {
            var targets = item.needsTarget() ? item.targets() : List.of("");
            for (var target : targets) {
                if (ActionRequest.parse(scenario, item.id(), target, Map.of())
                        instanceof ActionRequest.Parsed(var action)) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }
}
