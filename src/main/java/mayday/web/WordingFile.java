package mayday.web;

import java.util.List;
import java.util.Map;
import mayday.review.Repertoire;

/** {@code review/questions.yaml} as it is written. */
record WordingFile(Map<String, Repertoire.Kind> kinds, List<String> systemic, List<String> local) {
    WordingFile {
        kinds = Map.copyOf(kinds);
        systemic = List.copyOf(systemic);
        local = List.copyOf(local);
    }
}
