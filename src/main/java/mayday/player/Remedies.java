package mayday.player;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Transition.Trigger;
import mayday.scenario.Where;

/** The actions by which a cause might be ended or moved on: what a runbook for it would name. */
public final class Remedies {
    private static final int MOST = 12;

    private Remedies() {}

    /** What undoes the cause or moves it on, at most {@value #MOST}; where nothing does, ways to lead customers around it. */
    public static List<Action> of(Scenario scenario, Cause cause) {
        var remedies = new ArrayList<Action>();
        for (var fault : cause.faults()) {
            carried(scenario, fault).forEach(remedies::add);
            for (var pattern : patterns(fault)) {
                remedies.addAll(matching(scenario, pattern));
            }
        }
        if (remedies.isEmpty()) {
            remedies.addAll(evacuations(scenario));
        }
        return remedies.stream().distinct().limit(MOST).toList();
    }

    /** What is left to do when a cause is undone and customers are hurt still: what has leaked is given back by a restart alone. */
    static List<Action> afterwards(Scenario scenario, Cause cause) {
        return cause.faults().stream()
                .map(Cause::fault)
                .filter(fault -> fault.faultClass() == FaultClass.RESOURCE_LEAK)
                .filter(fault -> scenario.system().find(fault.target()).isPresent())
                .<Action>map(fault -> new Action.Restart(fault.target(), Where.everywhere()))
                .toList();
    }

    /** Where nothing undoes a fault, customers may be led around it. */
    private static List<Action> evacuations(Scenario scenario) {
        var evacuations = new ArrayList<Action>();
        for (var region : scenario.system().regionIds()) {
            if (ActionRequest.parse(scenario, ActionKind.DRAIN_REGION.id(), region.value(), Map.of())
                    instanceof ActionRequest.Parsed(var action)) {
                evacuations.add(action);
            }
        }
        return evacuations;
    }

    private static List<ActionPattern> patterns(Cause fault) {
        var patterns = new ArrayList<>(fault.undoneBy());
        for (var state : fault.states()) {
            for (var transition : state.transitions()) {
                if (transition.trigger() instanceof Trigger.On(var pattern)) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns;
    }

    private static List<Action> carried(Scenario scenario, Cause fault) {
        var changes = new ArrayList<Change>(scenario.system().changes());
        changes.addAll(scenario.changes());
        changes.addAll(fault.changes());
        var actions = new ArrayList<Action>();
        for (var change : changes) {
            if (fault.carriedBy().contains(change.id())) {
                undo(change, actions);
            }
        }
        return actions;
    }

    private static void undo(Change change, List<Action> actions) {
        if (change.kind() == ChangeKind.RELEASE) {
            actions.add(new Action.RollBack(change.service(), Where.everywhere()));
        } else if (change.kind() == ChangeKind.CONFIG) {
            actions.add(new Action.RevertConfig(change.service()));
        } else if (change.kind() == ChangeKind.FLAG) {
            actions.add(new Action.SetFlag(change.subject(), false));
        }
    }

    /** The actions of the menu that are what {@code pattern} says, in each place that it names. */
    private static List<Action> matching(Scenario scenario, ActionPattern pattern) {
        var id = pattern.own().isEmpty() ? pattern.kind().id() : pattern.own();
        return ActionMenu.find(scenario, id)
                .map(item -> matching(scenario, item, pattern))
                .orElse(List.of());
    }

    private static List<Action> matching(Scenario scenario, ActionMenu.Item item, ActionPattern pattern) {
        var actions = new ArrayList<Action>();
        var targets = item.needsTarget() ? item.targets() : List.of("");
        for (var target : targets) {
            for (var arguments : arguments(scenario, item, pattern, target)) {
                if (ActionRequest.parse(scenario, item.id(), target, arguments)
                                instanceof ActionRequest.Parsed(var action)
                        && pattern.matches(action)) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    private static List<Map<String, String>> arguments(
            Scenario scenario, ActionMenu.Item item, ActionPattern pattern, String target) {
        var sets = new ArrayList<Map<String, String>>();
        var bounds = new HashMap<String, String>();
        pattern.bounds().forEach(bound -> bounds.put(bound.argument(), Integer.toString(bound.value())));
        for (var region : regions(scenario, item, pattern, target)) {
            for (var flag : switches(item)) {
                var set = new HashMap<>(bounds);
                if (!region.isEmpty()) {
                    set.put("region", region);
                }
                if (!flag.isEmpty()) {
                    set.put("on", flag);
                }
                sets.add(set);
            }
        }
        return sets;
    }

    private static List<String> regions(Scenario scenario, ActionMenu.Item item, ActionPattern pattern, String target) {
        var choice = item.arguments().stream()
                .filter(argument -> argument.name().equals("region"))
                .findFirst();
        if (choice.isEmpty()) {
            return List.of("");
        }
        var regions = new ArrayList<String>();
        if (choice.get() instanceof ActionMenu.Argument.Choice words
                && words.choices().contains(ActionMenu.EVERYWHERE)) {
            regions.add(ActionMenu.EVERYWHERE);
        }
        var named = pattern.in();
        (named.isEmpty()
                        ? scenario.system()
                                .find(new ServiceId(target))
                                .map(service -> service.regions())
                                .orElse(scenario.system().regionIds())
                        : named)
                .forEach(region -> regions.add(region.value()));
        return regions;
    }

    private static List<String> switches(ActionMenu.Item item) {
        return item.arguments().stream().anyMatch(argument -> argument.name().equals("on"))
                ? List.of("false", "true")
                : List.of("");
    }
}
