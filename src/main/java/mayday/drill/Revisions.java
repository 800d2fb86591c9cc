package mayday.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;

/**
 * The scenarios that incidents are played with: those of the library as it is now, and other revisions from the journal, compiled
 * again. Safe for use by several threads.
 */
final class Revisions {
    /** Earlier revisions that stay compiled. */
    private static final int MOST_EARLIER = 16;

    private final Playable library;
    private final Journal journal;
    private final Map<Revision, Scenario> earlier = new LinkedHashMap<>(16, 0.75f, true);

    /** @param library asked each time: which scenarios there are may change */
    Revisions(Playable library, Journal journal) {
        this.library = library;
        this.journal = journal;
    }

    /** The text of a scenario of the library, or of one that is kept in the journal. */
    Sources textOf(Scenario scenario) {
        var sources = library.soFar().sources().get(scenario.id());
        if (sources != null && sources.revision().equals(scenario.revision())) {
            return sources;
        }
        // It was found in the library a moment ago, or it is a draft that its author tries.
        return journal.sources(scenario.revision())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no text of " + scenario.id() + " " + scenario.revision()));
    }

    /** Whether a revision is the library's, as far as it has been read. */
    boolean isCurrent(Revision revision) {
        return find(revision, library.soFar()).isPresent();
    }

    private static Optional<Scenario> find(Revision revision, Library library) {
        return library.scenarios().stream()
                .filter(scenario -> scenario.revision().equals(revision))
                .findFirst();
    }

    /**
     * The scenario of a revision that some incident is played with.
     *
     * @throws JournalUnavailable if its text cannot be read or compiled
     */
    Scenario of(Revision revision) {
        return find(revision, library.soFar()).orElseGet(() -> earlier(revision));
    }

    private synchronized Scenario earlier(Revision revision) {
        var scenario = earlier.computeIfAbsent(revision, this::compiled);
        if (earlier.size() > MOST_EARLIER) {
            earlier.remove(earlier.keySet().iterator().next());
        }
        return scenario;
    }

    private Scenario compiled(Revision revision) {
        var sources = journal.sources(revision)
                .orElseThrow(() -> new JournalUnavailable("The scenario of revision " + revision + " is not stored."));
        return switch (ScenarioCompiler.compile(sources)) {
            case Compilation.Compiled(var scenario, var _) -> scenario;
            case Compilation.Failed(var problems) ->
                throw new JournalUnavailable("The scenario " + sources.main()
                        + ", as it was when this incident was opened, is not understood by this version of Mayday: "
                        + problems.getFirst().message() + ".");
        };
    }
}
