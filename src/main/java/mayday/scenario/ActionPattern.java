package mayday.scenario;

import java.util.List;

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
                && in.stream().allMatch(region -> action.where().covers(region))
                && bounds.stream().allMatch(bound -> bound.holdsFor(action.arguments()));
    }

    private static String way(Action action) {
        return action instanceof Action.SetFlag(var flag, var on) ? flag + (on ? " on" : " off") : action.target();
    }
}
