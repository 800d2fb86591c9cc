package mayday.scenario;

/**
 * Which completed actions count: all of a kind, or those on one target.
 *
 * @param target a service or a region by name, or a flag with the way it is set, {@code inline-recs off}; empty for any
 */
public record ActionPattern(ActionKind kind, String target) {

    /** Setting {@code flag} one way: turning it off is not turning it on. */
    public static ActionPattern ofFlag(String flag, boolean on) {
        return new ActionPattern(ActionKind.SET_FLAG, flag + (on ? " on" : " off"));
    }

    /** Whether {@code action} is of this kind and on this target. */
    public boolean matches(Action action) {
        if (action.kind() != kind || target.isEmpty()) {
            return action.kind() == kind;
        }
        return action instanceof Action.SetFlag(var flag, var on)
                ? equals(ofFlag(flag, on))
                : target.equals(targetOf(action));
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
        };
    }
}
