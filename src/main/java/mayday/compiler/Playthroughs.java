package mayday.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mayday.compiler.Problem.Severity;
import mayday.playthrough.Script;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/**
 * The playthroughs in the folders of scenarios that compiled. They are no part of a scenario's texts: a test that is changed makes no new
 * revision of what it tests.
 *
 * @param scripts those that compiled, in order of file
 * @param problems of all of them
 */
public record Playthroughs(List<Script> scripts, List<Problem> problems) {
    /** Of one scenario; more would take longer than anybody waits for a test. */
    static final int MOST = 100;

    public Playthroughs {
        scripts = List.copyOf(scripts);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every {@code <id>/playthroughs/<name>.yaml} of the scenarios of {@code library}.
     *
     * @param folder that the library was read from
     */
    public static Playthroughs read(Path folder, Library library) {
        var reading = new Reading(folder, Map.of());
        library.sources().keySet().stream()
                .sorted(Comparator.comparing(ScenarioId::value))
                .forEach(id -> reading.read(library.source(id), library.find(id).orElseThrow()));
        return new Playthroughs(reading.scripts, List.copyOf(reading.problems));
    }

    /**
     * Reads those of one scenario, as they would be if some files had other texts.
     *
     * @param sources the scenario's text
     * @param instead texts by path from {@code folder}, of files that are there
     */
    public static Playthroughs of(Path folder, Sources sources, Scenario scenario, Map<String, String> instead) {
        var reading = new Reading(folder, instead);
        reading.read(sources, scenario);
        return new Playthroughs(reading.scripts, List.copyOf(reading.problems));
    }

    private static final class Reading {
        private final Set<Problem> problems = new LinkedHashSet<>();
        private final List<Script> scripts = new ArrayList<>();
        private final FolderTexts texts;

        Reading(Path folder, Map<String, String> instead) {
            this.texts = new FolderTexts(folder, instead, problems::add);
        }

        void read(Sources sources, Scenario scenario) {
            var paths = texts.files(scenario.id() + "/" + PlaythroughReader.FOLDER, "playthroughs", MOST);
            if (!paths.isEmpty()) {
                var reader = new PlaythroughReader(sources, scenario);
                paths.forEach(path -> read(reader, path));
            }
        }

        private void read(PlaythroughReader reader, String path) {
            var files = texts.of(List.of(path));
            var text = files.get(path);
            if (text == null) {
                problems.add(new Problem(
                        Severity.ERROR,
                        "unreadable-file",
                        path,
                        1,
                        1,
                        "the file cannot be read, or is a link that leads out of the folder",
                        "",
                        "check that it may be read"));
                return;
            }
            var found = new Problems(files);
            var script = reader.read(path, text, found);
            problems.addAll(found.all());
            texts.flaw(path).ifPresent(problems::add);
            script.filter(_ -> texts.flaw(path).isEmpty()).ifPresent(scripts::add);
        }
    }
}
