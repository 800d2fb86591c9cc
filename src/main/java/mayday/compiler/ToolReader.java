package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.Dimension;
import mayday.scenario.Tool;
import mayday.scenario.ToolTrouble;
import mayday.scenario.Words;

/** Reads what is wrong with tools: which are down or late, when, and what can be done instead. */
final class ToolReader {
    private static final Range LAG = Range.seconds(60, 3_600);
    private static final Range TAKES = Range.seconds(10, 3_600);

    private final OccasionReader occasions;
    private final Problems problems;
    private final Scalars scalars;

    ToolReader(OccasionReader occasions, Problems problems) {
        this.occasions = occasions;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    static List<String> words() {
        return Stream.of(Tool.values()).map(Words::kebab).toList();
    }

    List<ToolTrouble> read(Fields scenario) {
        var troubles = new ArrayList<ToolTrouble>();
        for (var value : scenario.items("tools")) {
            var fields = Fields.of(value, "tool", problems);
            troubles.add(trouble(fields));
            fields.end();
        }
        return troubles;
    }

    /** With `lag` it is late, otherwise it is down. */
    private ToolTrouble trouble(Fields fields) {
        var tool = fields.choice("tool", Tool.class);
        if (fields.has("lag")) {
            return new ToolTrouble.Late(tool, occasions.spell(fields, "while"), fields.duration("lag", LAG));
        }
        var spell = occasions.spell(fields, "down-while");
        return new ToolTrouble.Down(tool, spell, fields.prose("says"), instead(fields, tool));
    }

    private List<ToolTrouble.Fallback> instead(Fields fields, Tool tool) {
        var value = fields.find("instead");
        if (value.isEmpty()) {
            return List.of();
        }
        var instead = Fields.of(value.get(), "instead", problems);
        var dimensions = new ArrayList<Dimension>();
        for (var text : instead.lines("dimensions")) {
            var dimension = scalars.choice(text, "dimension", Dimension.class);
            if (Words.parse(Dimension.class, text.text()).isPresent() && Tool.of(dimension) != tool) {
                problems.error(
                        text.place(),
                        "other-tool",
                        "`" + text.text() + "` is not answered with `" + Words.kebab(tool) + "` but with `"
                                + Words.kebab(Tool.of(dimension)) + "`");
            }
            dimensions.add(dimension);
        }
        var fallback = new ToolTrouble.Fallback(instead.line("how"), dimensions, instead.duration("takes", TAKES));
        instead.end();
        return List.of(fallback);
    }
}
