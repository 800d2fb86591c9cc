package mayday.playthrough;

import java.util.Locale;
import mayday.playthrough.Performance.Scene;
import mayday.scenario.Condition;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.scenario.Words;

/** The figure that a condition is about, so that a failure says how far off it was. */
final class Figures {
    private Figures() {}

    /** That of the condition that was waited for; empty if none was. */
    static String of(Scene scene) {
        return scene.step().move() instanceof Move.PassUntil(var _, var until, var _) ? of(scene, until) : "";
    }

    /** {@code ; edge.error-ratio is 4.2 %}; empty where the condition looks at no signal of a service. */
    static String of(Scene scene, Condition condition) {
        if (condition.service().value().isEmpty()) {
            return "";
        }
        var value = scene.after()
                .world()
                .trajectory()
                .at(condition.signal(), condition.service(), condition.where(), scene.at());
        return "; " + condition.service() + where(condition.where()) + "." + Words.kebab(condition.signal()) + " is "
                + written(condition.signal().unit(), value);
    }

    private static String where(Where where) {
        return switch (where) {
            case Where.Everywhere() -> "";
            case Where.In(var region) -> "@" + region;
        };
    }

    private static String written(Signal.Unit unit, double value) {
        return switch (unit) {
            case RATIO -> number(value * 100) + " %";
            case PER_SECOND -> number(value) + "/s";
            case SECONDS -> number(value) + "s";
            case GIB -> number(value) + " GiB";
            case COUNT -> number(value);
            case DAYS -> number(value) + "d";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
