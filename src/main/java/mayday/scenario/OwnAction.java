package mayday.scenario;

import java.time.Duration;
import java.util.List;

/**
 * An action that a scenario adds to the generic ones.
 *
 * @param targets what it can be done to; empty where there is nothing to choose
 * @param blastRadius from 1, hardly anybody, to 4, a large part of all users
 * @param undoable whether another action puts everything back
 * @param effects what it does to the system once it is complete; doing it again takes their place
 * @param meanwhile what it does while it runs
 * @param lasts how long the effects last; zero: until they are undone
 * @param undoes actions of the scenario whose effects it ends
 * @param report what is told when it is complete
 */
public record OwnAction(
        OwnActionId id,
        String title,
        List<String> targets,
        List<Argument> arguments,
        ActionKind.Takes takes,
        int blastRadius,
        String blastWords,
        boolean undoable,
        List<Consequence> effects,
        List<Consequence> meanwhile,
        Duration lasts,
        List<OwnActionId> undoes,
        String report) {
    public OwnAction {
        targets = List.copyOf(targets);
        arguments = List.copyOf(arguments);
        effects = List.copyOf(effects);
        meanwhile = List.copyOf(meanwhile);
        undoes = List.copyOf(undoes);
    }

    /** A whole number that it must be told. */
    public record Argument(String name, int least, int most, int usual) {}

    /**
     * An effect of it.
     *
     * @param target the target for which it has this effect; empty: whatever the target
     * @param scaledBy the argument whose share of its greatest value is the effect's strength; empty: full strength
     */
    public record Consequence(Effect effect, String target, String scaledBy) {}

    /** The effects of doing it to {@code target} with these arguments. */
    public List<Effect> effectsOf(List<Consequence> consequences, String target, List<Given> given) {
        return consequences.stream()
                .filter(each -> each.target().isEmpty() || each.target().equals(target))
                .map(each -> each.effect().scaled(strength(each.scaledBy(), given)))
                .toList();
    }

    private double strength(String argument, List<Given> given) {
        for (var each : arguments) {
            if (each.name().equals(argument)) {
                var value = given.stream()
                        .filter(one -> one.name().equals(argument))
                        .mapToInt(Given::value)
                        .findFirst()
                        .orElse(each.usual());
                return (double) value / each.most();
            }
        }
        return 1;
    }
}
