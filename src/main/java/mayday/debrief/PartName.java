package mayday.debrief;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.scenario.Words;

/** The five scored parts of the diagnostic structure. A rubric may weigh and title them anew, and there are no others. */
public enum PartName {
    SCOPE_FIRST,
    INFORMATION_GAIN,
    HYPOTHESES,
    MITIGATION_JUDGEMENT,
    COMMUNICATION;

    /** As in YAML and the API: {@code scope-first}. */
    public String id() {
        return Words.kebab(this);
    }

    public static Optional<PartName> find(String id) {
        return Words.parse(PartName.class, id);
    }

    /** The ids of all of them. */
    public static List<String> ids() {
        return Stream.of(values()).map(PartName::id).toList();
    }
}
