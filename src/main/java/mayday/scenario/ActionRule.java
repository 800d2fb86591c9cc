package mayday.scenario;

import java.util.List;

/**
 * What a scenario says about an action beside what it does.
 *
 * @param requires what has to hold before it can be started
 * @param otherwise what is told when it does not hold
 * @param report what is told when it is complete; empty: the usual words
 */
public record ActionRule(List<Condition> requires, String otherwise, String report) {

    /** Nothing special. */
    public static final ActionRule NONE = new ActionRule(List.of(), "", "");

    public ActionRule {
        requires = List.copyOf(requires);
    }
}
