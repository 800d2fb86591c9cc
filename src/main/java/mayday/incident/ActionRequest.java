package mayday.incident;

import java.util.List;
import java.util.Map;
import mayday.incident.ActionMenu.Argument;
import mayday.scenario.Action;
import mayday.scenario.ActionKind;
import mayday.scenario.AgentId;
import mayday.scenario.ClientId;
import mayday.scenario.Given;
import mayday.scenario.OwnActionId;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** Turns what a form, the API or a terminal says into an action. Pure. */
public final class ActionRequest {
    private final Scenario scenario;
    private final ActionMenu.Item item;
    private final String target;
    private final Map<String, String> arguments;

    private ActionRequest(Scenario scenario, ActionMenu.Item item, String target, Map<String, String> arguments) {
        this.scenario = scenario;
        this.item = item;
        this.target = target;
        this.arguments = arguments;
    }

    /** What became of the words. */
    public sealed interface Reading {}

    /** They name an action. */
    public record Parsed(Action action) implements Reading {}

    /**
     * They do not.
     *
     * @param where what is wrong: {@code action}, {@code target} or the name of an argument
     */
    public record Rejected(String where, Refusal refusal) implements Reading {}

    /**
     * Reads an action.
     *
     * @param kind an action's id, such as {@code roll-back}
     * @param target the name of what it is done to; empty where it concerns the whole system
     * @param arguments by name; blank ones count as left out, and what is left out has its usual value
     */
    public static Reading parse(Scenario scenario, String kind, String target, Map<String, String> arguments) {
        var item = ActionMenu.find(scenario, kind);
        if (item.isPresent()) {
            return new ActionRequest(scenario, item.get(), target.strip(), arguments).read();
        }
        var known = ActionKind.GENERIC.stream().anyMatch(each -> each.id().equals(kind));
        return new Rejected(
                "action",
                known
                        ? new Refusal.NotNow("This system has nothing to do that to.")
                        : new Refusal.Unknown("action", kind));
    }

    private Reading read() {
        if (item.needsTarget() && !item.targets().contains(target)) {
            return rejected("target", "one of " + String.join(", ", item.targets()));
        }
        if (!item.needsTarget() && !target.isEmpty()) {
            return rejected("target", "left out: this concerns the whole system");
        }
        for (var name : arguments.keySet()) {
            if (item.arguments().stream().noneMatch(argument -> argument.name().equals(name))) {
                return rejected(name, "left out: this action has no such argument");
            }
        }
        for (var argument : item.arguments()) {
            if (!isAllowed(argument)) {
                return rejected(argument.name(), allowed(argument));
            }
        }
        return new Parsed(action());
    }

    private Rejected rejected(String where, String allowed) {
        return new Rejected(where, new Refusal.OutOfRange(where, allowed));
    }

    private boolean isAllowed(Argument argument) {
        var value = value(argument);
        return switch (argument) {
            case Argument.Choice choice
            when choice.name().equals("region") ->
                (value.equals(ActionMenu.EVERYWHERE) && choice.choices().contains(value))
                        || regions().contains(value);
            case Argument.Choice choice -> choice.choices().contains(value);
            case Argument.Whole whole -> isWhole(value, whole);
        };
    }

    private String allowed(Argument argument) {
        return switch (argument) {
            case Argument.Choice choice
            when choice.name().equals("region") ->
                (choice.choices().contains(ActionMenu.EVERYWHERE) ? "everywhere or one of " : "one of ")
                        + String.join(", ", regions());
            case Argument.Choice choice -> "one of " + String.join(", ", choice.choices());
            case Argument.Whole whole -> "a whole number from " + whole.least() + " to " + whole.most();
        };
    }

    /** The regions where the target runs; all where it is no service. */
    private List<String> regions() {
        var service = scenario.system().find(new ServiceId(target));
        return service.map(found -> found.regions()).orElse(scenario.system().regionIds()).stream()
                .map(RegionId::value)
                .toList();
    }

    private static boolean isWhole(String value, Argument.Whole whole) {
        if (!value.matches("[0-9]{1,6}")) {
            return false;
        }
        var number = Integer.parseInt(value);
        return number >= whole.least() && number <= whole.most();
    }

    private String value(Argument argument) {
        var said = arguments.getOrDefault(argument.name(), "").strip();
        return said.isEmpty() ? argument.usual() : said;
    }

    private String value(String name) {
        return item.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .map(this::value)
                .findFirst()
                .orElseThrow();
    }

    private Where where() {
        var region = value("region");
        return region.equals(ActionMenu.EVERYWHERE) ? Where.everywhere() : Where.in(new RegionId(region));
    }

    private RegionId inRegion() {
        return new RegionId(value("region"));
    }

    private int number(String argument) {
        return Integer.parseInt(value(argument));
    }

    private Action action() {
        var service = new ServiceId(target);
        return switch (item.kind()) {
            case ROLL_BACK -> new Action.RollBack(service, where());
            case REVERT_CONFIG -> new Action.RevertConfig(service);
            case SET_FLAG -> new Action.SetFlag(target, Boolean.parseBoolean(value("on")));
            case SCALE -> new Action.Scale(service, where(), Integer.parseInt(value("replicas")));
            case RESTART -> new Action.Restart(service, where());
            case DRAIN_REGION -> new Action.DrainRegion(new RegionId(target));
            case RETURN_REGION -> new Action.ReturnRegion(new RegionId(target));
            case SHED_LOAD -> new Action.ShedLoad(Integer.parseInt(value("percent")), where());
            case FAIL_OVER -> new Action.FailOver(service);
            case FLUSH_CACHE -> new Action.FlushCache(service, where());
            case FLUSH_DNS -> new Action.FlushDns(where());
            case RENEW_CERTIFICATE -> new Action.RenewCertificate(service);
            case STOP_JOB -> new Action.StopJob(target);
            case KILL_QUERY -> new Action.KillQuery(service);
            case BLOCK_CLIENT -> new Action.BlockClient(new ClientId(target));
            case UNBLOCK_CLIENT -> new Action.UnblockClient(new ClientId(target));
            case FREEZE_AUTOMATION -> new Action.FreezeAutomation(new AgentId(target));
            case UNFREEZE_AUTOMATION -> new Action.UnfreezeAutomation(new AgentId(target));
            case TAKE_OUT_HOST -> new Action.TakeOutHost(service, inRegion(), number("host"));
            case RETURN_HOST -> new Action.ReturnHost(service, inRegion(), number("host"));
            case RESTART_HOST -> new Action.RestartHost(service, inRegion(), number("host"));
            case USE_RESOLVER -> new Action.UseResolver(service, new ServiceId(value("resolver")));
            case OWN ->
                new Action.Own(
                        new OwnActionId(item.id()),
                        item.title(),
                        target,
                        item.arguments().stream()
                                .map(argument -> new Given(argument.name(), number(argument.name())))
                                .toList());
        };
    }
}
