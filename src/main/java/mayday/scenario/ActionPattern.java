package mayday.scenario;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which completed actions count: all of a kind, or those on one target, in one place, of a certain size.
 *
 * @param own the scenario's own action; empty for a generic one
 * @param target a service, region, job, client or automation by name, or a flag with the way it is set, {@code inline-recs off}; empty
 *     for any
 * @param in the regions that it must concern, all of them; empty for any
 * @param bounds what its arguments must be
 */
public record ActionPattern(ActionKind kind, String own, String target, List<RegionId> in, List<Bound> bounds) {
    public ActionPattern {
        in = List.copyOf(in);
        bounds = List.copyOf(bounds);
    }

    public ActionPattern(ActionKind kind, String target) {
        this(kind, "", target, List.of(), List.of());
    }

    /** What one argument must be: {@code percent} at least 40. */
    public record Bound(String argument, Relation relation, int value) {
        boolean holdsFor(List<Given> arguments) {
            return arguments.stream()
                    .anyMatch(given -> given.name().equals(argument) && relation.holds(given.value(), value));
        }
    }

    /** How an argument compares. */
    public enum Relation {
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<"),
        EXACTLY("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As authors write it. */
        public String sign() {
            return sign;
        }

        boolean holds(int value, int bound) {
            return switch (this) {
                case AT_LEAST -> value >= bound;
                case AT_MOST -> value <= bound;
                case ABOVE -> value > bound;
                case BELOW -> value < bound;
                case EXACTLY -> value == bound;
            };
        }
    }

    /** Setting {@code flag} one way: turning it off is not turning it on. */
    public static ActionPattern ofFlag(String flag, boolean on) {
        return new ActionPattern(ActionKind.SET_FLAG, flag + (on ? " on" : " off"));
    }

    /** Whether {@code action} is one of these. */
    public boolean matches(Action action) {
        var ofKind = action.kind() == kind
                && (own.isEmpty()
                        || (action instanceof Action.Own mine
                                && mine.action().value().equals(own)));
        return ofKind
                && (target.isEmpty() || target.equals(way(action)))
                && in.stream().allMatch(region -> whereOf(action).covers(region))
                && bounds.stream().allMatch(bound -> bound.holdsFor(argumentsOf(action)));
    }

    private static String way(Action action) {
        return action instanceof Action.SetFlag(var flag, var on) ? flag + (on ? " on" : " off") : targetOf(action);
    }

    /** The name of what an action is done to; empty where it concerns the whole system. */
    public static String targetOf(Action action) {
        return switch (action) {
            case Action.RollBack(var service, var _) -> service.value();
            case Action.RevertConfig(var service) -> service.value();
            case Action.SetFlag(var flag, var _) -> flag;
            case Action.Scale(var service, var _, var _) -> service.value();
            case Action.Restart(var service, var _) -> service.value();
            case Action.DrainRegion(var region) -> region.value();
            case Action.ReturnRegion(var region) -> region.value();
            case Action.ShedLoad _ -> "";
            case Action.FailOver(var database) -> database.value();
            case Action.FlushCache(var cache, var _) -> cache.value();
            case Action.FlushDns _ -> "";
            case Action.RenewCertificate(var service) -> service.value();
            case Action.StopJob(var job) -> job;
            case Action.KillQuery(var database) -> database.value();
            case Action.BlockClient(var client) -> client.value();
            case Action.UnblockClient(var client) -> client.value();
            case Action.FreezeAutomation(var automation) -> automation.value();
            case Action.UnfreezeAutomation(var automation) -> automation.value();
            case Action.TakeOutHost(var service, var _, var _) -> service.value();
            case Action.ReturnHost(var service, var _, var _) -> service.value();
            case Action.RestartHost(var service, var _, var _) -> service.value();
            case Action.UseResolver(var service, var _) -> service.value();
            case Action.Own(var _, var _, var target, var _) -> target;
        };
    }

    /** The regions that an action concerns. */
    public static Where whereOf(Action action) {
        return switch (action) {
            case Action.RollBack(var _, var where) -> where;
            case Action.Scale(var _, var where, var _) -> where;
            case Action.Restart(var _, var where) -> where;
            case Action.ShedLoad(var _, var where) -> where;
            case Action.FlushCache(var _, var where) -> where;
            case Action.FlushDns(var where) -> where;
            case Action.DrainRegion(var region) -> Where.in(region);
            case Action.ReturnRegion(var region) -> Where.in(region);
            case Action.TakeOutHost(var _, var region, var _) -> Where.in(region);
            case Action.ReturnHost(var _, var region, var _) -> Where.in(region);
            case Action.RestartHost(var _, var region, var _) -> Where.in(region);
            case Action.RevertConfig _,
                    Action.SetFlag _,
                    Action.FailOver _,
                    Action.RenewCertificate _,
                    Action.StopJob _,
                    Action.KillQuery _,
                    Action.BlockClient _,
                    Action.UnblockClient _,
                    Action.FreezeAutomation _,
                    Action.UnfreezeAutomation _,
                    Action.UseResolver _,
                    Action.Own _ -> Where.everywhere();
        };
    }

    private static List<Given> argumentsOf(Action action) {
        return switch (action) {
            case Action.Scale(var _, var _, var replicas) -> List.of(new Given("replicas", replicas));
            case Action.ShedLoad(var percent, var _) -> List.of(new Given("percent", percent));
            case Action.TakeOutHost(var _, var _, var host) -> List.of(new Given("host", host));
            case Action.ReturnHost(var _, var _, var host) -> List.of(new Given("host", host));
            case Action.RestartHost(var _, var _, var host) -> List.of(new Given("host", host));
            case Action.Own(var _, var _, var _, var arguments) -> arguments;
            case Action.RollBack _,
                    Action.RevertConfig _,
                    Action.SetFlag _,
                    Action.Restart _,
                    Action.DrainRegion _,
                    Action.ReturnRegion _,
                    Action.FailOver _,
                    Action.FlushCache _,
                    Action.FlushDns _,
                    Action.RenewCertificate _,
                    Action.StopJob _,
                    Action.KillQuery _,
                    Action.BlockClient _,
                    Action.UnblockClient _,
                    Action.FreezeAutomation _,
                    Action.UnfreezeAutomation _,
                    Action.UseResolver _ -> List.of();
        };
    }

    /** The names of all arguments that a bound of a generic action may be about. */
    public static Stream<String> boundable(ActionKind kind) {
        return switch (kind) {
            case SCALE -> Stream.of("replicas");
            case SHED_LOAD -> Stream.of("percent");
            case TAKE_OUT_HOST, RETURN_HOST, RESTART_HOST -> Stream.of("host");
            case ROLL_BACK,
                    REVERT_CONFIG,
                    SET_FLAG,
                    RESTART,
                    DRAIN_REGION,
                    RETURN_REGION,
                    FAIL_OVER,
                    FLUSH_CACHE,
                    FLUSH_DNS,
                    RENEW_CERTIFICATE,
                    STOP_JOB,
                    KILL_QUERY,
                    BLOCK_CLIENT,
                    UNBLOCK_CLIENT,
                    FREEZE_AUTOMATION,
                    UNFREEZE_AUTOMATION,
                    USE_RESOLVER,
                    OWN -> Stream.of();
        };
    }
}
