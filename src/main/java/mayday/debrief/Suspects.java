package mayday.debrief;

import java.util.ArrayList;
import java.util.List;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/** Causes in few words, and which of them an answer strikes out. */
final class Suspects {
    /** Who gives a cause less than this looks elsewhere. */
    private static final double RULED_OUT = 0.05;

    private static final int MOST_NAMED = 3;

    private Suspects() {}

    /** The causes that were thinkable before and are ruled out after, each as {@code bad release, checkout}. */
    static List<String> ruledOut(Scenario scenario, Belief before, Belief after) {
        var ruledOut = new ArrayList<String>();
        for (var cause : scenario.causes()) {
            var held = before.of(cause.id());
            if (held >= RULED_OUT && after.of(cause.id()) < Math.min(RULED_OUT, held / 2)) {
                ruledOut.add(name(cause));
            }
        }
        return ruledOut;
    }

    private static String name(Cause cause) {
        return cause.fault().faultClass().title() + ", " + cause.fault().target();
    }

    /** {@code a; b; c and 2 more}. */
    static String listed(List<String> names) {
        var most = Math.min(MOST_NAMED, names.size());
        var listed = String.join("; ", names.subList(0, most));
        return names.size() > most ? listed + " and " + (names.size() - most) + " more" : listed;
    }
}
