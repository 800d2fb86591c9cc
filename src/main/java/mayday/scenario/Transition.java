package mayday.scenario;

import java.time.Duration;
import java.util.List;

/** A way out of a state of a cause. */
public record Transition(Trigger trigger, Target target) {

    public Transition(StateId to, Trigger trigger) {
        this(trigger, new Target.To(to));
    }

    /** What makes a cause move on. */
    public sealed interface Trigger {
        /** So long after the state was entered. */
        record After(Duration delay) implements Trigger {}

        /** As soon as a condition holds. */
        record When(Condition condition) implements Trigger {}

        /** When an action like this is complete. */
        record On(ActionPattern action) implements Trigger {}
    }

    /** Where it goes. */
    public sealed interface Target {
        /** Nowhere: the state stays what it is. */
        record Stay() implements Target {}

        record To(StateId state) implements Target {}

        /** By chance, drawn by the incident's seed; what is left of 100 % stays. */
        record Drawn(List<Share> shares) implements Target {
            public Drawn {
                shares = List.copyOf(shares);
            }
        }

        /** By what holds at that moment. */
        record If(Condition condition, Target then, Target otherwise) implements Target {}

        /** A state and how likely it is, 0 to 1. */
        record Share(StateId state, double chance) {}

        /** All the states to which it can lead. */
        default List<StateId> states() {
            return switch (this) {
                case Stay() -> List.of();
                case To(var state) -> List.of(state);
                case Drawn(var shares) -> shares.stream().map(Share::state).toList();
                case If(var _, var then, var otherwise) ->
                    java.util.stream.Stream.concat(then.states().stream(), otherwise.states().stream())
                            .toList();
            };
        }
    }
}
