package mayday.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.Agent;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.Dependency;
import mayday.scenario.Job;
import mayday.scenario.OwnAction;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;

/**
 * What can be done to a scenario's system: every generic action with its targets and arguments. It is the same whichever cause is
 * true, so it tells nothing about the cause.
 */
public record ActionMenu(List<Item> items) {

    /** How the region argument says that all regions are meant. */
    public static final String EVERYWHERE = "everywhere";

    public ActionMenu {
        items = List.copyOf(items);
    }

    /**
     * One action.
     *
     * @param id as in forms and the API: {@code roll-back}, or the name of the scenario's own
     * @param targets what it can be done to, by name; empty where it concerns the whole system
     * @param takes how long it takes here
     * @param blastRadius from 1, hardly anybody, to 4, a large part of all users
     * @param undoable whether another action puts everything back
     */
    public record Item(
            ActionKind kind,
            String id,
            String title,
            List<String> targets,
            List<Argument> arguments,
            ActionKind.Takes takes,
            int blastRadius,
            String blastWords,
            boolean undoable) {
        public Item {
            targets = List.copyOf(targets);
            arguments = List.copyOf(arguments);
        }

        static Item of(ActionKind kind, List<String> targets, List<Argument> arguments, ActionKind.Takes takes) {
            return new Item(
                    kind,
                    kind.id(),
                    kind.title(),
                    targets,
                    arguments,
                    takes,
                    kind.blastRadius(),
                    kind.blastWords(),
                    kind.undoable());
        }

        static Item of(OwnAction action) {
            var arguments = action.arguments().stream()
                    .map(each -> (Argument)
                            new Argument.Whole(each.name(), each.least(), each.most(), Integer.toString(each.usual())))
                    .toList();
            return new Item(
                    ActionKind.OWN,
                    action.id().value(),
                    action.title(),
                    action.targets(),
                    arguments,
                    action.takes(),
                    action.blastRadius(),
                    action.blastWords(),
                    action.undoable());
        }

        public boolean needsTarget() {
            return !targets.isEmpty();
        }
    }

    /** Something that an action must be told beside its target; each has a usual value, taken when nothing is said. */
    public sealed interface Argument {

        /** As in the API and forms, such as {@code region}. */
        String name();

        String usual();

        /** One of a few words. */
        record Choice(String name, List<String> choices, String usual) implements Argument {
            public Choice {
                choices = List.copyOf(choices);
            }
        }

        /** A whole number in a range, both ends included. */
        record Whole(String name, int least, int most, String usual) implements Argument {}
    }

    /** The menu of a scenario; kinds that have nothing to act on in its system are left out. */
    public static ActionMenu of(Scenario scenario) {
        var items = new ArrayList<Item>();
        ActionKind.GENERIC.forEach(kind -> generic(scenario, kind).ifPresent(items::add));
        own(scenario).map(Item::of).forEach(items::add);
        return new ActionMenu(items);
    }

    /** The item of a scenario's menu with that id, without the others. */
    public static Optional<Item> find(Scenario scenario, String id) {
        return ActionKind.GENERIC.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .flatMap(kind -> generic(scenario, kind))
                .or(() -> own(scenario)
                        .filter(action -> action.id().value().equals(id))
                        .map(Item::of)
                        .findFirst());
    }

    private static Optional<Item> generic(Scenario scenario, ActionKind kind) {
        var targets = targets(kind, scenario);
        return isForTheWholeSystem(kind) || !targets.isEmpty()
                ? Optional.of(Item.of(kind, targets, arguments(kind, scenario), scenario.takes(kind)))
                : Optional.empty();
    }

    private static Stream<OwnAction> own(Scenario scenario) {
        return scenario.particulars().actions().stream().filter(action -> !isOfAnAgent(scenario, action));
    }

    /** What an agent alone does is nobody else's to do. */
    private static boolean isOfAnAgent(Scenario scenario, OwnAction action) {
        return scenario.particulars().agents().stream()
                .anyMatch(agent -> action.id().value().equals("agent-" + agent.id()));
    }

    private static boolean isForTheWholeSystem(ActionKind kind) {
        return kind == ActionKind.SHED_LOAD || kind == ActionKind.FLUSH_DNS;
    }

    private static List<String> targets(ActionKind kind, Scenario scenario) {
        return switch (kind) {
            case ROLL_BACK,
                    REVERT_CONFIG,
                    SCALE,
                    RESTART,
                    RENEW_CERTIFICATE,
                    TAKE_OUT_HOST,
                    RETURN_HOST,
                    RESTART_HOST -> services(scenario, OURS);
            case FAIL_OVER, KILL_QUERY -> services(scenario, List.of(ServiceKind.DATABASE));
            case FLUSH_CACHE -> services(scenario, List.of(ServiceKind.CACHE));
            case SET_FLAG -> flags(scenario);
            case DRAIN_REGION, RETURN_REGION -> regions(scenario);
            case STOP_JOB -> scenario.system().jobs().stream().map(Job::name).toList();
            case BLOCK_CLIENT, UNBLOCK_CLIENT ->
                scenario.particulars().clients().stream()
                        .map(client -> client.id().value())
                        .toList();
            case FREEZE_AUTOMATION, UNFREEZE_AUTOMATION ->
                scenario.particulars().agents().stream()
                        .filter(agent -> agent.kind() == Agent.Kind.AUTOMATION)
                        .map(agent -> agent.id().value())
                        .toList();
            case USE_RESOLVER -> resolving(scenario);
            case SHED_LOAD, FLUSH_DNS, OWN -> List.of();
        };
    }

    /** The services that look up the names of what they call. */
    private static List<String> resolving(Scenario scenario) {
        return scenario.system().dependencies().stream()
                .filter(Dependency::resolvesNames)
                .map(edge -> edge.from().value())
                .distinct()
                .toList();
    }

    private static final List<ServiceKind> OURS = Stream.of(ServiceKind.values())
            .filter(kind -> kind != ServiceKind.THIRD_PARTY)
            .toList();

    private static List<String> services(Scenario scenario, List<ServiceKind> kinds) {
        return scenario.system().services().stream()
                .filter(service -> kinds.contains(service.kind()))
                .map(Service::id)
                .map(Object::toString)
                .toList();
    }

    private static List<String> regions(Scenario scenario) {
        return scenario.system().regionIds().stream().map(Object::toString).toList();
    }

    /** All flags that any cause could have touched, and those of the ordinary history: never the true cause's alone. */
    static List<String> flags(Scenario scenario) {
        var flags = new TreeSet<String>();
        var ofCauses = scenario.causes().stream().flatMap(cause -> cause.changes().stream());
        var ordinary = Stream.concat(scenario.system().changes().stream(), scenario.changes().stream());
        Stream.concat(ordinary, ofCauses)
                .filter(change -> change.kind() == ChangeKind.FLAG)
                .map(Change::subject)
                .forEach(flags::add);
        return List.copyOf(flags);
    }

    private static List<Argument> arguments(ActionKind kind, Scenario scenario) {
        return switch (kind) {
            case ROLL_BACK, RESTART, FLUSH_CACHE, FLUSH_DNS -> List.of(region(scenario));
            case SCALE -> List.of(new Argument.Whole("replicas", 1, Action.Scale.MOST_REPLICAS, ""), region(scenario));
            case SHED_LOAD ->
                List.of(new Argument.Whole("percent", 0, Action.ShedLoad.MOST_PERCENT, "20"), region(scenario));
            case SET_FLAG -> List.of(new Argument.Choice("on", List.of("false", "true"), "false"));
            case TAKE_OUT_HOST, RETURN_HOST, RESTART_HOST ->
                List.of(
                        new Argument.Choice(
                                "region", regions(scenario), regions(scenario).getFirst()),
                        host(scenario));
            case USE_RESOLVER ->
                List.of(new Argument.Choice(
                        "resolver", ResolverChoice.all(scenario.system()), ResolverChoice.usual(scenario.system())));
            case REVERT_CONFIG,
                    DRAIN_REGION,
                    RETURN_REGION,
                    FAIL_OVER,
                    RENEW_CERTIFICATE,
                    STOP_JOB,
                    KILL_QUERY,
                    BLOCK_CLIENT,
                    UNBLOCK_CLIENT,
                    FREEZE_AUTOMATION,
                    UNFREEZE_AUTOMATION,
                    OWN -> List.of();
        };
    }

    private static Argument host(Scenario scenario) {
        var most = scenario.system().services().stream()
                .mapToInt(service -> service.capacity().replicas())
                .max()
                .orElse(1);
        return new Argument.Whole("host", 1, most, "");
    }

    private static Argument region(Scenario scenario) {
        var choices = new ArrayList<String>();
        choices.add(EVERYWHERE);
        choices.addAll(regions(scenario));
        return new Argument.Choice("region", choices, EVERYWHERE);
    }
}
