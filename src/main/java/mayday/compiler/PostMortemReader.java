package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.scenario.AuthoredPostMortem;
import mayday.scenario.AuthoredPostMortem.FollowUp;
import mayday.scenario.FollowUpKind;

/** Reads what an author would write about a cause afterwards. */
final class PostMortemReader {
    private static final String KEY = "post-mortem";

    /** More is no longer read beside one's own. */
    private static final int MOST_FACTORS = 10;

    private static final int MOST_ACTIONS = 10;

    private final Topology topology;
    private final Problems problems;

    PostMortemReader(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
    }

    /** The post-mortem of a cause, none or one. */
    List<AuthoredPostMortem> read(Fields cause) {
        var value = cause.find(KEY);
        if (value.isEmpty()) {
            return List.of();
        }
        var fields = Fields.of(value.get(), KEY, problems);
        var summary = fields.prose("summary");
        var factors = fields.someLines("contributing-factors").stream()
                .map(Text::text)
                .toList();
        fields.need("actions");
        var actions = new ArrayList<FollowUp>();
        for (var each : fields.items("actions")) {
            actions.add(action(Fields.of(each, "action", problems)));
        }
        atMost(MOST_FACTORS, factors.size(), "contributing-factors", fields);
        atMost(MOST_ACTIONS, actions.size(), "actions", fields);
        List.of("contributing-factors", "actions").forEach(key -> some(key, fields));
        fields.end();
        return List.of(new AuthoredPostMortem(summary, factors, actions));
    }

    private FollowUp action(Fields fields) {
        var action = new FollowUp(
                fields.prose("text"),
                fields.choice("kind", FollowUpKind.class),
                fields.has("owner") ? List.of(topology.team(fields.name("owner"))) : List.of());
        fields.end();
        return action;
    }

    private void some(String key, Fields fields) {
        if (fields.find(key)
                .filter(value -> value instanceof Items(var _, var items, var _) && items.isEmpty())
                .isPresent()) {
            problems.error(fields.placeOf(key), "empty", "`" + key + "` needs at least one entry");
        }
    }

    private void atMost(int most, int there, String key, Fields fields) {
        if (there > most) {
            problems.error(
                    fields.placeOf(key),
                    "too-many",
                    "`" + key + "` has " + there + " entries, at most " + most + " are read");
        }
    }
}
