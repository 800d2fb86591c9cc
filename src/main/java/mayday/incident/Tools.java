package mayday.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.scenario.Dimension;
import mayday.scenario.Tool;
import mayday.scenario.ToolTrouble;

/** Whether the tools that answer questions can be used, and what can be done instead. */
final class Tools {
    private Tools() {}

    /** How a tool is. */
    sealed interface Condition {
        record Well() implements Condition {}

        /** It shows what was so long ago. */
        record Late(Duration lag) implements Condition {}

        /**
         * It cannot be used.
         *
         * @param says what one sees
         * @param instead a dearer way; none or one
         */
        record Unusable(String says, List<ToolTrouble.Fallback> instead) implements Condition {}
    }

    /** How the tool is that answers questions of {@code dimension}. */
    static Condition serving(Incident incident, Dimension dimension, Instant at) {
        var tool = Tool.of(dimension);
        if (incident.people().access() instanceof Access.Lost lost
                && lost.tools().contains(tool)) {
            return new Condition.Unusable(lost.text(), List.of());
        }
        if (incident.injects().isDown(tool, at)) {
            return new Condition.Unusable(
                    "Nothing comes back from " + tool.title() + ": every request times out.", List.of());
        }
        for (var trouble : incident.scenario().organisation().tools()) {
            if (trouble.tool() == tool && Spells.holds(incident, trouble.spell(), at)) {
                return switch (trouble) {
                    case ToolTrouble.Late(var _, var _, var lag) -> new Condition.Late(lag);
                    case ToolTrouble.Down down ->
                        new Condition.Unusable(Sayings.say(incident, down.says(), at), fallback(down, dimension));
                };
            }
        }
        return new Condition.Well();
    }

    private static List<ToolTrouble.Fallback> fallback(ToolTrouble.Down down, Dimension dimension) {
        return down.instead().stream()
                .filter(each -> each.serves(dimension))
                .limit(1)
                .toList();
    }
}
