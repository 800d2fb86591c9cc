package mayday.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.Manuscript;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.journal.Journal;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds of each scenario the latest edition that is for learners: one without errors that is no draft. */
final class PlayableEditions {
    private static final Logger LOG = LoggerFactory.getLogger(PlayableEditions.class);

    private final Journal journal;

    PlayableEditions(Journal journal) {
        this.journal = journal;
    }

    private record Published(Scenario scenario, Sources sources) {}

    /**
     * What learners play when the folder is as it was read.
     *
     * @param before what they played until now
     */
    Library of(Library read, Library before) {
        var scenarios = new ArrayList<Scenario>();
        var sources = new HashMap<ScenarioId, Sources>();
        for (var manuscript : read.manuscripts()) {
            if (manuscript.isPublished()
                    && manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _)) {
                scenarios.add(scenario);
                sources.put(scenario.id(), manuscript.sources());
            } else {
                lastPublished(manuscript.folder(), before).ifPresent(earlier -> {
                    scenarios.add(earlier.scenario());
                    sources.put(earlier.scenario().id(), earlier.sources());
                });
            }
        }
        scenarios.sort(Comparator.comparing(Scenario::level).thenComparing(Scenario::title));
        return new Library(scenarios, sources, read.rubrics(), read.problems(), read.manuscripts());
    }

    /** What they play if the journal cannot be asked for earlier editions. */
    static Library withoutEarlier(Library read) {
        var drafts = read.manuscripts().stream()
                .filter(Manuscript::draft)
                .map(each -> new ScenarioId(each.folder()))
                .toList();
        var scenarios = read.scenarios().stream()
                .filter(each -> !drafts.contains(each.id()))
                .toList();
        return new Library(scenarios, read.sources(), read.rubrics(), read.problems(), read.manuscripts());
    }

    private Optional<Published> lastPublished(String name, Library played) {
        var id = new ScenarioId(name);
        Map<ScenarioId, Sources> texts = played.sources();
        var before = played.find(id)
                .flatMap(scenario ->
                        Optional.ofNullable(texts.get(id)).map(sources -> new Published(scenario, sources)));
        return before.or(() -> journal.editions()
                .published(name)
                .flatMap(edition -> journal.sources(edition.revision()))
                .flatMap(PlayableEditions::compiled));
    }

    private static Optional<Published> compiled(Sources sources) {
        return switch (ScenarioCompiler.compile(sources)) {
            case Compilation.Compiled(var scenario, var _) -> Optional.of(new Published(scenario, sources));
            case Compilation.Failed _ -> {
                LOG.warn("The last good edition of {} is not understood by this version of Mayday", sources.main());
                yield Optional.empty();
            }
        };
    }
}
