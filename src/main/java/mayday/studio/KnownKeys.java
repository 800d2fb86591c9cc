package mayday.studio;

import java.util.List;
import mayday.compiler.Compilation;
import mayday.compiler.KeyTree;
import mayday.compiler.Library;
import mayday.compiler.Manuscript;
import mayday.compiler.Sources;

/**
 * Finds which keys can be written where in a scenario, from the scenarios that are there, and keeps that as long as their texts are the
 * same: it is too much work for each page that asks. Safe for use by several threads without a lock: two that ask at once may both do
 * the work.
 */
final class KnownKeys {
    /** Scenarios whose keys are looked at: together they have every key that matters. */
    private static final int MOST_READ_FOR_KEYS = 12;

    private volatile Found last = new Found(List.of(), KeyTree.ofScenarios(List.of()));

    /** The keys that were found in some texts. */
    private record Found(List<Sources> texts, KeyTree tree) {}

    /** The keys of what is written. */
    KeyTree in(Library written) {
        var texts = written.manuscripts().stream()
                .filter(each -> each.compilation() instanceof Compilation.Compiled)
                .limit(MOST_READ_FOR_KEYS)
                .map(Manuscript::sources)
                .toList();
        var known = last;
        if (!known.texts().equals(texts)) {
            known = new Found(texts, KeyTree.ofScenarios(texts));
            last = known;
        }
        return known.tree();
    }
}
