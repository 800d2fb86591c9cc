package mayday.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.compiler.Library;
import mayday.compiler.Manuscript;
import mayday.compiler.Problem;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.journal.Edition;
import mayday.journal.Edition.Standing;

/**
 * What was found in the folder of all scenarios at one time. It does not change: whoever finds something else makes another.
 *
 * @param written everything that compiles, drafts too
 * @param playable what learners may play
 * @param systems texts of the systems by name
 */
record FolderState(Library written, Library playable, Map<String, Sources> systems) {
    private static final Library EMPTY = new Library(List.of(), Map.of(), List.of());

    /** Before anything was read. */
    static final FolderState NONE = new FolderState(EMPTY, EMPTY, Map.of());

    /**
     * The texts among those that were read since that are not what they were here: editions to be noted.
     *
     * @param savers who saved some of them: authors by {@link Item#key}
     */
    List<Edition.Text> changes(Library read, Map<String, Sources> systemsRead, Map<String, Participant> savers) {
        var changed = new ArrayList<Edition.Text>();
        for (var manuscript : read.manuscripts()) {
            var known = written.manuscript(manuscript.folder());
            if (known.isEmpty() || !known.get().sources().equals(manuscript.sources())) {
                changed.add(text(manuscript, savers));
            }
        }
        systemsRead.forEach((name, sources) -> {
            if (!sources.equals(systems.get(name))) {
                changed.add(text(name, sources, savers));
            }
        });
        return changed;
    }

    private static Edition.Text text(Manuscript manuscript, Map<String, Participant> savers) {
        return new Edition.Text(
                manuscript.folder(),
                manuscript.sources(),
                LiveLibrary.standing(manuscript),
                savers.getOrDefault(manuscript.folder(), Edition.ON_DISK));
    }

    private static Edition.Text text(String system, Sources sources, Map<String, Participant> savers) {
        var text = sources.files().get(sources.main());
        var broken = ScenarioCompiler.checkSystem(sources.main(), String.valueOf(text)).stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        var key = new Item.OfSystem(system).key();
        return new Edition.Text(
                key, sources, broken ? Standing.BROKEN : Standing.PUBLISHED, savers.getOrDefault(key, Edition.ON_DISK));
    }
}
