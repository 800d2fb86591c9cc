package mayday.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.evidence.Interpretation;
import mayday.scenario.CauseId;
import mayday.scenario.Words;
import tools.jackson.databind.json.JsonMapper;

/** A wording that was tried, as a playthrough of its own: from then on it has to be understood as it is now. */
final class KeptTest {
    static final String FOLDER = "playthroughs";
    private static final int MOST_NAME_CHARACTERS = 40;

    private KeptTest() {}

    /** Its file within the scenario's folder: the same words are the same test. */
    static String path(String scenario, Trial trial) {
        var name = trial.words()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = name.length() > MOST_NAME_CHARACTERS ? name.substring(0, MOST_NAME_CHARACTERS) : name;
        return scenario + "/" + FOLDER + "/asked-" + (cut.isEmpty() ? "something" : cut) + ".yaml";
    }

    static String text(CauseId cause, Trial trial) {
        return """
                # Kept in the studio: it has to be understood as it was then.
                title: %s
                cause: %s
                steps:
                  - wait: %dm
                  - ask: %s
                    then: { %s }
                """.formatted(
                        quoted("Asked: " + trial.words()),
                        cause,
                        Trial.AFTER_PAGE.toMinutes(),
                        quoted(trial.words()),
                        String.join(", ", expected(trial)));
    }

    private static List<String> expected(Trial trial) {
        var expected = new ArrayList<String>();
        expected.add("outcome: " + Words.kebab(trial.understood().outcome()));
        var reads = trial.understood().interpretations();
        if (!reads.isEmpty()) {
            var dimensions = reads.stream()
                    .map(read -> Words.kebab(read.dimension()))
                    .distinct()
                    .toList();
            expected.add("understood-as: [" + String.join(", ", dimensions) + "]");
        }
        reads.stream()
                .map(Interpretation::authored)
                .filter(question -> !question.isEmpty())
                .findFirst()
                .ifPresent(question -> expected.add("question: " + question));
        return expected;
    }

    /** A JSON string is a YAML one. */
    private static String quoted(String words) {
        return JsonMapper.shared().writeValueAsString(words);
    }
}
