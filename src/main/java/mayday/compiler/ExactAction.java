package mayday.compiler;

import java.util.List;
import java.util.Optional;
import mayday.compiler.Value.Text;
import mayday.scenario.Action;
import mayday.scenario.ActionPattern;
import mayday.scenario.ActionPattern.Relation;
import mayday.scenario.AgentId;
import mayday.scenario.ClientId;
import mayday.scenario.Given;
import mayday.scenario.OwnAction;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Where;

/** Makes one action of words that may mean several: who acts does it to so much, and there. */
final class ExactAction {
    private final List<OwnAction> own;
    private final Problems problems;

    /** @param own the actions of the scenario's own */
    ExactAction(List<OwnAction> own, Problems problems) {
        this.own = List.copyOf(own);
        this.problems = problems;
    }

    /** One action of those that the words mean: with the figure it says, and in the region it says. */
    Optional<Action> of(Text text, ActionPattern pattern) {
        var service = new ServiceId(pattern.target());
        var where = pattern.in().isEmpty()
                ? Where.everywhere()
                : Where.in(pattern.in().getFirst());
        var region = pattern.in().stream().findFirst();
        var figure = pattern.bounds().stream()
                .filter(bound -> bound.relation() == Relation.EXACTLY)
                .map(ActionPattern.Bound::value)
                .findFirst();
        return switch (pattern.kind()) {
            case ROLL_BACK -> Optional.of(new Action.RollBack(service, where));
            case REVERT_CONFIG -> Optional.of(new Action.RevertConfig(service));
            case SET_FLAG -> {
                var way = pattern.target().lastIndexOf(' ');
                yield Optional.of(new Action.SetFlag(
                        pattern.target().substring(0, Math.max(0, way)),
                        pattern.target().endsWith(" on")));
            }
            case SCALE ->
                needed(text, figure, "how many", "= 6").map(replicas -> new Action.Scale(service, where, replicas));
            case RESTART -> Optional.of(new Action.Restart(service, where));
            case DRAIN_REGION -> Optional.of(new Action.DrainRegion(new RegionId(pattern.target())));
            case RETURN_REGION -> Optional.of(new Action.ReturnRegion(new RegionId(pattern.target())));
            case SHED_LOAD ->
                needed(text, figure, "how much", "= 40 %").map(percent -> new Action.ShedLoad(percent, where));
            case FAIL_OVER -> Optional.of(new Action.FailOver(service));
            case FLUSH_CACHE -> Optional.of(new Action.FlushCache(service, where));
            case FLUSH_DNS -> Optional.of(new Action.FlushDns(where));
            case RENEW_CERTIFICATE -> Optional.of(new Action.RenewCertificate(service));
            case STOP_JOB -> Optional.of(new Action.StopJob(pattern.target()));
            case KILL_QUERY -> Optional.of(new Action.KillQuery(service));
            case BLOCK_CLIENT -> Optional.of(new Action.BlockClient(new ClientId(pattern.target())));
            case UNBLOCK_CLIENT -> Optional.of(new Action.UnblockClient(new ClientId(pattern.target())));
            case FREEZE_AUTOMATION -> Optional.of(new Action.FreezeAutomation(new AgentId(pattern.target())));
            case UNFREEZE_AUTOMATION -> Optional.of(new Action.UnfreezeAutomation(new AgentId(pattern.target())));
            case TAKE_OUT_HOST ->
                needed(text, region, "in which region", "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.TakeOutHost(service, in, host)));
            case RETURN_HOST ->
                needed(text, region, "in which region", "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.ReturnHost(service, in, host)));
            case RESTART_HOST ->
                needed(text, region, "in which region", "in eu-west")
                        .flatMap(in -> figure.map(host -> new Action.RestartHost(service, in, host)));
            case USE_RESOLVER -> {
                problems.error(text.place(), "bad-action", "nobody does this by themselves here");
                yield Optional.empty();
            }
            case OWN -> own(pattern);
        };
    }

    private <T> Optional<T> needed(Text text, Optional<T> value, String what, String example) {
        if (value.isEmpty()) {
            problems.error(
                    text.place(),
                    "bad-action",
                    "this does not say " + what,
                    "write `" + text.text() + " " + example + "`");
        }
        return value;
    }

    private Optional<Action> own(ActionPattern pattern) {
        return own.stream()
                .filter(action -> action.id().value().equals(pattern.own()))
                .findFirst()
                .map(action -> new Action.Own(
                        action.id(),
                        action.title(),
                        pattern.target().isEmpty() && !action.targets().isEmpty()
                                ? action.targets().getFirst()
                                : pattern.target(),
                        action.arguments().stream()
                                .map(argument -> new Given(
                                        argument.name(),
                                        pattern.bounds().stream()
                                                .filter(bound ->
                                                        bound.argument().equals(argument.name()))
                                                .mapToInt(ActionPattern.Bound::value)
                                                .findFirst()
                                                .orElse(argument.usual())))
                                .toList()));
    }
}
